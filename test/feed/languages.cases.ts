/** Own sentences with the languages they demand and the VUM level; `-` = none. */
export const LANGUAGE_CASES: ReadonlyArray<readonly [string, string]> = [
  ['Je hebt een goede beheersing van de Nederlandse taal.', 'nld:3'],
  ['Je spreekt en schrijft vloeiend Nederlands.', 'nld:4'],
  ['Uitstekende beheersing van het Nederlands in woord en geschrift.', 'nld:4'],
  ['Je spreekt Nederlands op niveau B1.', 'nld:2'],
  ['Nederlands op B2-niveau is nodig.', 'nld:3'],
  ['Basiskennis van het Nederlands: je spreekt een beetje Nederlands.', 'nld:2'],
  ['Je beheerst de Engelse en Nederlandse taal goed.', 'eng:3 nld:3'],
  ['Kennis van de Duitse taal is een pré.', '-'],
  ['Engels spreken is mooi meegenomen.', '-'],
  ['Nederlands spreken is niet nodig.', '-'],
  ['Je geeft lessen in het Engels.', '-'],
  ['Fluent in English.', 'eng:4'],
  ['Good command of Dutch and English.', 'eng:3 nld:3'],
  ['Je communiceert makkelijk in het Engels.', 'eng:3'],
  ['Onze klanten wonen in Duitse steden.', '-'],
  ['Je bent de Poolse taal machtig.', 'pol:3'],
  ['Programmeertaal Python, je spreekt de taal van de klant.', '-'],
  ['Je drukt je mondeling goed uit in het Nederlands en het Frans.', 'fra:3 nld:3'],
  ['Nederlandse bedrijven zijn onze klant.', '-']
]
