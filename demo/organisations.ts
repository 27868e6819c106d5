import { demoMunicipalities } from './municipalities.ts'

type Kind =
  | 'police'
  | 'policeStation'
  | 'municipality'
  | 'stateAuthority'
  | 'region'
  | 'court'
  | 'association'
  | 'business'
  | 'press'
  | 'other'

export interface DemoOrganisation {
  name: string
  kind: Kind
  /** What the cooperation with it is for. */
  purpose: string
  municipality?: string
  /** Name of the organisation it is part of. */
  part?: string
}

export const police = 'Midt- og Vestsjællands Politi'

const others: readonly (readonly [name: string, kind: Kind, purpose: string, municipality?: string])[] = [
  ['Totalforsvarsregion Sjælland', 'stateAuthority', 'Støtte fra Forsvaret ved store hændelser'],
  ['Beredskabsstyrelsen Sjælland', 'stateAuthority', 'Statens hjælp til redningsberedskabet'],
  ['Styrelsen for Patientsikkerhed', 'stateAuthority', 'Ligsyn, kørekortsager og smitsomme sygdomme'],
  ['Fødevarestyrelsen', 'stateAuthority', 'Kontrol med fødevarer og dyrevelfærd'],
  ['Skatteforvaltningen', 'stateAuthority', 'Økonomisk kriminalitet og uregistreret arbejde'],
  ['Trafikstyrelsen', 'stateAuthority', 'Sikkerhed og grænsekontrol i Roskilde Lufthavn'],
  ['Vejdirektoratets vejcenter', 'stateAuthority', 'Statsvejene: uheld, bjærgning og data'],
  ['Kriminalforsorgen', 'stateAuthority', 'Arrester, samfundstjeneste og tilsyn'],
  ['Statsadvokaten', 'stateAuthority', 'Tilsyn med straffesagerne'],
  ['Center mod Menneskehandel', 'stateAuthority', 'Hjælp til ofre for menneskehandel'],
  ['Arbejdsmarkedsstyrelsens regionale kontor', 'stateAuthority', 'Regler om udenlandsk arbejdskraft'],
  ['Region Sjælland', 'region', 'Sygehuse, ambulancer og sundhedsberedskab'],
  ['Psykiatrien i Region Sjælland', 'region', 'Borgere med psykisk sygdom'],
  ['Psykiatrisk Center Sct. Hans', 'region', 'Patienter i retspsykiatrien', '265'],
  ['Retten i Roskilde', 'court', 'Berammelse og behandling af straffesager', '265'],
  ['Retten i Holbæk', 'court', 'Berammelse og behandling af straffesager', '316'],
  ['Roskilde Lufthavn', 'business', 'Sikkerhed i lufthavnen', '265'],
  ['Sjællands Festivalkreds', 'association', 'Trygge festivaler og koncerter', '265'],
  ['Handelsstandsforeningernes Samråd', 'business', 'Arrangementer og butikstyveri'],
  ['Restauratørernes Kredsforening', 'business', 'Et trygt natteliv'],
  ['Byggeriets Lokalkreds', 'business', 'Ordnede forhold på byggepladser'],
  ['Fagbevægelsens Samråd Sjælland', 'association', 'Ordnede forhold på byggepladser'],
  ['Dyreværn Sjælland', 'association', 'Dyr i nød'],
  ['Dyrenes Prøvevagt', 'association', 'Dyr i nød'],
  ['Cyklisternes Kredsforening', 'association', 'Sikre skoleveje'],
  ['Kørelærernes Kreds', 'association', 'Unge bilister'],
  ['Værestedet Prøven', 'association', 'Støtte til kvinder i prostitution'],
  ['Krisecentrenes Samråd', 'association', 'Støtte til voldsramte'],
  ['Opholdsstedernes Netværk', 'association', 'Unge på opholdssteder'],
  ['Boligforeningernes Samvirke', 'association', 'Tryghed i boligområder'],
  ['Idrættens Kredsråd', 'association', 'Unge i foreningerne'],
  ['Midtsjællands Prøveblad', 'press', 'Oplysning til borgerne'],
  ['Radio Eksempel', 'press', 'Oplysning til borgerne'],
]

/** Every organisation of the demonstration: the police and its stations, the municipalities, and those they work with. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  { name: police, kind: 'police', purpose: 'Politikredsen selv' },
  ...demoMunicipalities.map(({ code, name }) => ({
    name: `Politistationen i ${name}`,
    kind: 'policeStation' as const,
    purpose: 'Lokalpolitiets arbejde i kommunen',
    municipality: code,
    part: police,
  })),
  ...demoMunicipalities.map(({ code, name }) => ({
    name: `${name} Kommune`,
    kind: 'municipality' as const,
    purpose: 'Forebyggelse, beredskab og myndighedssager',
    municipality: code,
  })),
  ...others.map(([name, kind, purpose, municipality]) => ({
    name,
    kind,
    purpose,
    ...(municipality !== undefined && { municipality }),
  })),
]
