/** Words for who does the work, with the one form they are read as. */
export const BASES: ReadonlyArray<readonly [string, string]> = [
  ['weefster', 'wever'],
  ['snoepkookster', 'snoepkoker'],
  ['plukster', 'plukker'],
  ['keurster', 'keurder'],
  ['verhuursters', 'verhuurder'],
  ['glaszetster', 'glaszetter'],
  ['lesgeefster', 'docent'],
  ['orgelinspectrice', 'orgelinspecteur'],
  ['boormonteuse', 'boormonteur'],
  ['rondleidsters', 'rondleider'],
  ['kaastechnica', 'kaastechnicus'],
  ['kaastechnieker', 'kaastechnicus'],
  ['mologen', 'moloog'],
  ['bijenconsulente', 'bijenconsulent'],
  ['weegmachinebediener', 'weegoperator'],
  ['voorvrouw', 'ploegleider'],
  ['wevers', 'wever'],
  ['pleister', 'pleister'],
  ['sierpleister', 'sierpleister'],
  ['kaashandelaarster', 'kaashandelaar']
]

/** Titles of a small book with other ways to say them, as official lists and Flemish adverts do. */
export const SAID_OTHERWISE: ReadonlyArray<readonly [title: string, group: string, ways: readonly string[]]> = [
  ['kabelbaanbestuurder', '8311', ['bestuurster van een kabelbaan', 'bestuurder kabelbaan', 'bestuurders van kabelbanen', 'kabelbaan-bestuurster']],
  ['touwvlechter', '7318', ['vlechtster van touw', 'vlechter touw', 'zelfstandig touwvlechtster', 'ambachtelijke touwvlechter']],
  ['operator knopenmachine', '8159', ['bediener van een knopenmachine', 'bedienster knopenmachines', 'knopenmachineoperator', 'knopenmachinebediener']],
  ['docent bijenteelt', '2320', ['lesgever bijenteelt', 'lesgeefster in de bijenteelt', 'bijenteeltdocente', 'lerares bijenteelt']],
  ['kaastechnicus', '3119', ['technieker kaas', 'technica voor kazen', 'kaastechnica']]
]

/** Forms with an ending or a beginning that is said once, in full. */
export const UNFOLDED: ReadonlyArray<readonly [string, string]> = [
  ['peren- en pruimenplukker', 'perenplukker en pruimenplukker'],
  ['im- en exportspecialist', 'import en exportspecialist'],
  ['zand- en grindwinning', 'zand en grindwinning'],
  ['wever', 'wever']
]
