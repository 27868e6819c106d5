import { demoMunicipalities } from './municipalities.ts'
import { police } from './organisations.ts'
import type { When } from './when.ts'

export interface DemoOffice {
  title: string
  organisation: string
  municipality?: string
  /** Null: vacant. */
  holder: string | null
  since: When
  /** Who held it before; until `since`, or until `formerUntil` for a vacant office. */
  former?: string
  formerUntil?: When
  /** The end of the holders' addresses. */
  domain: string
}

const policeDomain = 'midtvestpolitiet.example'
/** Offices are older than the register. */
export const officesSince = '2015-01-01'

type Row = readonly [title: string, holder: string | null, since: When, former?: string, formerUntil?: When]

const ofPolice: readonly Row[] = [
  ['Politidirektør', 'Dan Opdigt', '2019-08-01', 'Sten Forhen'],
  ['Chefpolitiinspektør', 'Eva Testrup', '2021-02-01'],
  ['Chefanklager', 'Bo Eksempel', '2018-05-01'],
  ['Ledelsessekretariatschef', 'Maja Mønster', '2020-11-01', 'Knud Forhen'],
  ['Sekretær for kredsrådet', 'Ane Eksempel', '2022-03-01'],
  ['Linjechef for lokalpolitiet', 'Jørgen Skabelon', '2017-01-01'],
  ['Linjechef for beredskabet', 'Lis Kladde', '2016-09-01'],
  ['Linjechef for efterforskning', 'Torben Attrap', '2022-01-01'],
  ['Leder af forebyggelsessekretariatet', 'Pia Udkast', '2019-04-01'],
  ['Leder af færdselsafdelingen', null, '2018-01-01', 'Ole Forhen', { days: -70 }],
  ['Leder af vagtcentralen', 'Kim Fantasi', '2020-01-01'],
  ['Leder af beredskabsafdelingen i Roskilde', 'Rune Prøve', '2021-06-01'],
  ['Leder af dyreværnsenheden', null, '2019-01-01', 'Karin Forhen', { days: -130 }],
  ['Leder af særlovssektionen', 'Steen Eksempel', '2020-02-01'],
  ['Leder af afdelingen for personfarlig kriminalitet', 'Hanne Testrup', '2018-03-01'],
  ['Leder af sektionen for økonomisk kriminalitet', 'Ivan Kladde', '2019-10-01'],
  ['Politiadvokat for særlovskriminalitet', 'Julie Opdigt', '2021-01-01'],
  ['Politiadvokat for økonomisk kriminalitet', 'Kaj Mønster', '2017-08-01'],
  ['Politiassessor ved retsmøder', 'Line Attrap', '2022-09-01'],
  ['Funktionsleder i juridisk sektion', 'Morten Fantasi', '2020-06-01'],
  ['Kommunikationsrådgiver', 'Nora Skabelon', '2021-09-01'],
]

const ofOthers: readonly (readonly [title: string, organisation: string, holder: string, since: When])[] = [
  ['Chef for Totalforsvarsregion Sjælland', 'Totalforsvarsregion Sjælland', 'Otto Pladsholder', '2020-01-01'],
  ['Chef for Beredskabsstyrelsen Sjælland', 'Beredskabsstyrelsen Sjælland', 'Petra Prøve', '2019-01-01'],
  ['Embedslæge', 'Styrelsen for Patientsikkerhed', 'Rasmus Udkast', '2018-01-01'],
  ['Kontrolchef for fødevarer', 'Fødevarestyrelsen', 'Sanne Testrup', '2021-01-01'],
  ['Kontorchef for kontrol', 'Skatteforvaltningen', 'Tom Eksempel', '2020-01-01'],
  ['Vejcenterchef', 'Vejdirektoratets vejcenter', 'Ursula Opdigt', '2017-01-01'],
  ['Lufthavnschef', 'Roskilde Lufthavn', 'Villy Skabelon', '2019-01-01'],
  ['Præhospital direktør', 'Region Sjælland', 'Winnie Kladde', '2020-01-01'],
  ['Formand for regionens sundhedsberedskab', 'Region Sjælland', 'Aksel Mønster', '2022-01-01'],
  ['Vicedirektør for psykiatrien', 'Psykiatrien i Region Sjælland', 'Bente Fantasi', '2021-01-01'],
  ['Centerchef på Sct. Hans', 'Psykiatrisk Center Sct. Hans', 'Casper Attrap', '2018-01-01'],
  ['Retspræsident i Roskilde', 'Retten i Roskilde', 'Dagmar Prøve', '2016-01-01'],
  ['Retspræsident i Holbæk', 'Retten i Holbæk', 'Emil Udkast', '2019-01-01'],
  ['Sekretariatschef ved Retten i Roskilde', 'Retten i Roskilde', 'Fie Pladsholder', '2020-01-01'],
  ['Statsadvokat', 'Statsadvokaten', 'Georg Testrup', '2018-01-01'],
  ['Arrestforvarer i Roskilde', 'Kriminalforsorgen', 'Helle Eksempel', '2021-01-01'],
  ['Afdelingsleder for tilsyn og samfundstjeneste', 'Kriminalforsorgen', 'Ib Opdigt', '2019-01-01'],
  ['Leder af Center mod Menneskehandel', 'Center mod Menneskehandel', 'Jane Skabelon', '2020-01-01'],
  ['Festivalleder', 'Sjællands Festivalkreds', 'Kurt Kladde', '2017-01-01'],
]

const ofMunicipalities = demoMunicipalities.flatMap((place): DemoOffice[] => {
  const common = { municipality: place.code, organisation: `${place.name} Kommune`, domain: place.domain }
  return [
    {
      ...common,
      title: `Borgmester i ${place.name}`,
      holder: place.mayor,
      since: place.formerMayor === undefined ? '2022-01-01' : 'this-01-01',
      ...(place.formerMayor !== undefined && { former: place.formerMayor }),
    },
    {
      ...common,
      title: `Borgmestersekretariatschef i ${place.name}`,
      holder: place.secretariat,
      since: '2019-02-01',
      ...(place.formerSecretariat !== undefined && {
        former: place.formerSecretariat,
        formerUntil: { days: -40 },
      }),
    },
    { ...common, title: `SSP-leder i ${place.name}`, holder: place.prevention, since: '2020-08-01' },
    {
      ...common,
      title: `Beredskabschef i ${place.name}`,
      holder: place.emergency,
      since: '2018-10-01',
      ...(place.formerEmergency !== undefined && { former: place.formerEmergency, formerUntil: { days: -110 } }),
    },
    {
      ...common,
      title: `Leder af lokalpolitiet i ${place.name}`,
      organisation: `Politistationen i ${place.name}`,
      domain: policeDomain,
      holder: place.police,
      since: place.formerPolice === undefined ? '2021-04-01' : { days: -150 },
      ...(place.formerPolice !== undefined && { former: place.formerPolice }),
    },
  ]
})

/** Every office of the demonstration and who holds it on the day it is loaded. */
export const demoOffices: readonly DemoOffice[] = [
  ...ofPolice.map(([title, holder, since, former, formerUntil]): DemoOffice => ({
    title,
    organisation: police,
    holder,
    since,
    domain: policeDomain,
    ...(former !== undefined && { former }),
    ...(formerUntil !== undefined && { formerUntil }),
  })),
  ...ofOthers.map(([title, organisation, holder, since]): DemoOffice => ({
    title,
    organisation,
    holder,
    since,
    domain: 'myndighed.example',
  })),
  ...ofMunicipalities,
]
