/** A municipality of the demonstration district with the invented people who hold its offices. */
export interface DemoMunicipality {
  code: string
  name: string
  /** The address its people write from. */
  domain: string
  mayor: string
  /** Who was mayor until the turn of the year, where that is another. */
  formerMayor?: string
  /** Null: the office is vacant. */
  secretariat: string | null
  formerSecretariat?: string
  prevention: string
  emergency: string | null
  formerEmergency?: string
  /** Leads the local police. */
  police: string
  formerPolice?: string
}

export const demoMunicipalities: readonly DemoMunicipality[] = [
  {
    code: '253',
    name: 'Greve',
    domain: 'greve.example',
    mayor: 'Anja Attrap',
    secretariat: 'Benny Kladde',
    prevention: 'Clara Skabelon',
    emergency: 'Dorte Mønster',
    police: 'Erik Pladsholder',
  },
  {
    code: '259',
    name: 'Køge',
    domain: 'koege.example',
    mayor: 'Bent Opdigt',
    formerMayor: 'Frida Forhen',
    secretariat: 'Gry Prøve',
    prevention: 'Hassan Testrup',
    emergency: 'Inger Udkast',
    police: 'Jonna Eksempel',
  },
  {
    code: '265',
    name: 'Roskilde',
    domain: 'roskilde.example',
    mayor: 'Karl Fantasi',
    secretariat: 'Lone Opdigt',
    prevention: 'Mikkel Mønster',
    emergency: 'Nete Kladde',
    police: 'Oda Prøve',
    formerPolice: 'Poul Forhen',
  },
  {
    code: '269',
    name: 'Solrød',
    domain: 'solroed.example',
    mayor: 'Rita Testrup',
    secretariat: 'Søren Skabelon',
    prevention: 'Tove Attrap',
    emergency: 'Uffe Fantasi',
    police: 'Vera Kladde',
  },
  {
    code: '306',
    name: 'Odsherred',
    domain: 'odsherred.example',
    mayor: 'Willy Mønster',
    formerMayor: 'Yrsa Forhen',
    secretariat: 'Zenia Eksempel',
    prevention: 'Ægir Udkast',
    emergency: null,
    formerEmergency: 'Østen Forhen',
    police: 'Åse Skabelon',
  },
  {
    code: '316',
    name: 'Holbæk',
    domain: 'holbaek.example',
    mayor: 'Allan Udkast',
    secretariat: 'Birthe Fantasi',
    prevention: 'Carl Attrap',
    emergency: 'Ditte Opdigt',
    police: 'Cilla Prøve',
  },
  {
    code: '326',
    name: 'Kalundborg',
    domain: 'kalundborg.example',
    mayor: 'Ella Pladsholder',
    formerMayor: 'Finn Forhen',
    secretariat: 'Gitte Testrup',
    prevention: 'Henrik Kladde',
    emergency: 'Ida Eksempel',
    police: 'Jens Fantasi',
  },
  {
    code: '329',
    name: 'Ringsted',
    domain: 'ringsted.example',
    mayor: 'Kirsten Skabelon',
    secretariat: 'Lars Prøve',
    prevention: 'Mona Udkast',
    emergency: 'Niels Attrap',
    police: 'Olga Mønster',
  },
  {
    code: '336',
    name: 'Stevns',
    domain: 'stevns.example',
    mayor: 'Per Eksempel',
    secretariat: null,
    formerSecretariat: 'Ragnhild Forhen',
    prevention: 'Stine Pladsholder',
    emergency: 'Troels Testrup',
    police: 'Ulla Opdigt',
  },
  {
    code: '350',
    name: 'Lejre',
    domain: 'lejre.example',
    mayor: 'Viggo Kladde',
    formerMayor: 'Xenia Forhen',
    secretariat: 'Yvonne Mønster',
    prevention: 'Anders Pladsholder',
    emergency: 'Bodil Skabelon',
    police: 'Christian Fantasi',
  },
]
