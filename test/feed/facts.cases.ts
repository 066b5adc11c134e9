/** Experience in months (`?` = by a rule of ours), `-` when none is asked or said. */
export const EXPERIENCE: ReadonlyArray<readonly [string, string]> = [
  ['Minimaal 3 jaar relevante werkervaring.', '36'],
  ['2 jr ervaring.', '24'],
  ['Minimaal twee jaar testervaring, een certificaat is een plus.', '24'],
  ['Ervaring: min. 3 jr', '36'],
  ["3 years' experience in retail.", '36'],
  ['5+ years with networks.', '60'],
  ['Enkele jaren ervaring.', '24?'],
  ['Leidinggevende ervaring is geen must.', '-'],
  ['- 3 jaar in een vergelijkbare keuken', '36'],
  ['Je hebt 3 tot 5 jaar ervaring als lasser.', '36'],
  ['2+ jaar aantoonbare ervaring in de zorg.', '24'],
  ['Minimaal 5 jaar relevante (internationale) werkervaring.', '60'],
  ['Je werkt met Kibana (ervaring niet vereist).', '-'],
  ['Je hebt minstens twee jaar werkervaring.', '24'],
  ['Ervaring: 2 jaar.', '24'],
  ['Hbo Social Work, registratie, twee jaar praktijk.', '24'],
  ['At least one year in a busy kitchen.', '12'],
  ['Minstens een jaar in een winkel gewerkt.', '12'],
  ['Je werkt al vier jaar in het vak.', '48'],
  ['We verwachten mbo 4 en zes jaar ervaring.', '72'],
  ['Zes maanden ervaring in een magazijn.', '6'],
  ['At least 2 years of experience.', '24'],
  ['You have three years of experience in a hotel.', '36'],
  ['Een diploma, plus twee jaar ervaring.', '24'],
  ['Enige ervaring in de bediening.', '6?'],
  ['Ervaring is niet nodig.', '0'],
  ['Geen ervaring vereist, je leert het hier.', '0'],
  ['Werkervaring is voor ons geen vereiste.', '0'],
  ['3 jaar ervaring is een pré.', '-'],
  ['Bij voorkeur 2 jaar ervaring.', '-'],
  ['Tenminste een jaar werkervaring, bij voorkeur in de zorg.', '12'],
  ['Wij hebben 40 jaar ervaring in de bouw.', '-'],
  ['Ervaring in hetzelfde vak: minstens vier jaar.', '48'],
  ['Ervaring met roosters van twee jaar of langer.', '24'],
  ['Ervaring als kok (een half jaar is genoeg).', '6'],
  ['Vier jaar kookervaring.', '48'],
  ["A year's experience in a shop.", '12'],
  ['No experience needed.', '0'],
  ['Ervaring met kinderen van 4 jaar.', '-'],
  ['Je werkt hier over 5 jaar nog.', '-'],
  ['3-5 jaar werk ervaring.', '36'],
  ['2 - 4 jaar ervaring als planner.', '24'],
  ['Ook als je nog niet zoveel ervaring hebt, mag je reageren.', '0'],
  ['Ervaring in een winkel is fijn, maar het is geen vereiste.', '0'],
  ['Wij vragen niet om een cv vol ervaring.', '0'],
  ['Een startersfunctie in ons lab.', '0?'],
  ['Ervaring met hout is een pluspunt, maar geen vereiste.', '-'],
  ['Werkervaring Niet van belang', '0'],
  ['Geen specifieke studievereisten. Werkervaring in de zorg.', '-'],
  ['Starters op de woningmarkt kloppen bij je aan.', '-']
]

/** When the work starts, for an advert placed on 2026-11-20. */
export const START: ReadonlyArray<readonly [string, string]> = [
  ['Startdatum: 1 maart 2027.', '2027-03-01'],
  ['Een vervanging van 4 januari 2027 tot de meivakantie.', '2027-01-04'],
  ['Start je loopbaan op 1 september 2027.', '2027-09-01'],
  ['Op onze school is vanaf maandag 4 januari 2027 plaats voor een assistent.', '2027-01-04'],
  ['Beschikbaar: direct', 'direct'],
  ['Van 1 april 2027 tot en met 31 oktober 2027 zoeken wij een baliemedewerker.', '2027-04-01'],
  ['Noord BV, start direct.', 'direct'],
  ['Het feest duurt van 4 januari 2027 tot diep in de nacht.', '-'],
  ['Je begint per 1 januari.', '2027-01-01'],
  ['Ingangsdatum 15-12-2026.', '2026-12-15'],
  ['Ingangsdatum 01-08-27', '2027-08-01'],
  ['Startdatum: Zo snel mogelijk', 'direct'],
  ['Start op 31 februari 2027.', '-'],
  ['Je kunt per direct starten.', 'direct'],
  ['Wij zoeken iemand die zo snel mogelijk aan de slag kan.', 'direct'],
  ['Reageren kan tot 1 maart 2027.', '-'],
  ['Per 1 januari gaat de cao omhoog.', '-'],
  ['Drie scholen hebben vanaf 1 januari 2024 hun krachten gebundeld.', '-'],
  ['De functie is per 1 maart 2027 beschikbaar.', '2027-03-01'],
  ['De gewenste startdatum is per 1 maart 2027 of eerder.', '2027-03-01'],
  ['Neem direct contact op.', '-'],
  ['Je bent beschikbaar vanaf maandag 1 februari 2027.', '2027-02-01'],
  ['Vanaf 1 september tot en met 31 december 2027 zoeken wij een kok.', '2027-09-01'],
  ['Een contract vanaf 1 november tot en met 30 april 2028.', '2027-11-01'],
  [
    'Alles over solliciteren, opleidingen, jobs en nieuws van ons kantoor en van onze partners in de regio, met het contract en de Startdatum: 4 januari 2027',
    '2027-01-04'
  ],
  ['Snelle opstart mogelijk.', 'direct']
]

export const WORK_TIME: ReadonlyArray<readonly [string, string]> = [
  ['Fulltime functie in Assen.', 'full'],
  ['Soort dienstverband: parttime', 'part'],
  ['Fulltime of parttime, dat kies je zelf.', 'both'],
  ['Parttime is mogelijk.', 'both'],
  ['25 vakantiedagen bij een fulltime dienstverband.', '-']
]

/** Evening, night and weekend from clock times and shifts: `+` yes, `-` no, `.` not said. */
export const CLOCK: ReadonlyArray<readonly [string, string]> = [
  ['Je werkt van 8.00 tot 16.30 uur.', '--.'],
  ['Je dienst is van 14:00 tot 22:00 uur.', '+-.'],
  ['Diensten van 22.30 tot 7.00 uur.', '++.'],
  ['Je werkt van 9 tot 17 uur, van maandag tot en met vrijdag.', '---'],
  ['Avond-, nacht- en weekenddiensten horen erbij.', '+++'],
  ['Geen avond- of weekenddiensten.', '-.-'],
  ['Je werkt in een vijfploegendienst.', '+++'],
  ['Je werkt in drie ploegen.', '++.'],
  ['De winkel is open van 9.00 tot 21.00 uur.', '...'],
  ['In het weekend ben je vrij.', '..-'],
  ['Maandag tot en met vrijdag, soms op zaterdag.', '..+'],
  ['Je werkt alleen overdag.', '--.'],
  ['Vroege dienst (6-14.30) en late dienst (12.30-21).', '+-.'],
  ['Je werkt tussen half negen en vijf.', '--.'],
  ['We starten om 7.30 uur en stoppen om 16.00 uur.', '--.'],
  ['Shifts: 05:30-13:30 and 13:30-22:00.', '++.'],
  ['De eerste tram gaat om 6.30 uur, de laatste komt om 0.30 uur binnen.', '+..'],
  ['Maandag tot en met donderdag overdag.', '---'],
  ['Een eigen rooster, maandag tot en met donderdag.', '..-']
]

/** Text against a field of the feed: the field counts, both stay. Text, field, what is kept, what the text says. */
export const DIFFERS: ReadonlyArray<readonly [string, Record<string, unknown>, string, string | undefined]> = [
  ['Je werkt 24 tot 32 uur per week.', { hours: { min: 36, max: 36 } }, 'hours', '24-32'],
  ['Je werkt 36 uur per week.', { hours: { min: 36, max: 36 } }, 'hours', undefined],
  ['Een jaarcontract.', { contract: { term: 'O' } }, 'contract', 'B'],
  ['Het salaris is € 2.500 tot € 3.000 bruto per maand.', { salary: { min: 15, max: 18, unit: 'HOUR' } }, 'salary', '2500-3000 MONTH'],
  ['Volledig vanuit huis.', { remote: 'none' }, 'remote', 'full'],
  ['Minimaal 3 jaar werkervaring.', { experienceMonths: 12 }, 'experience', '36'],
  ['Rijbewijs B is verplicht.', { licences: ['C'] }, 'licences', 'B'],
  ['Een leuke baan.', { hours: { min: 8, max: 8 } }, 'hours', undefined]
]

/** A page of a Flemish job site whose line breaks are lost: menus, a form, the advert, and other vacancies. */
export const FLEMISH_PAGE = [
  'Ga naar de inhoud Jobs Opleidingen Alles over solliciteren Mijn profiel Hulp nodig? Bel ons Terug naar Jobs Magazijnbediende Print NOORD INTERIM voor een job in AALST',
  'Deel vacature via volgende kanalen Contract Interim met optie "vast werk" Contract van onbepaalde duur Startdatum: 1 februari 2027 Toon meer Talenkennis Nederlands (Goed)',
  'Vereiste studies Geen specifieke studievereisten Werkervaring Minstens 2 jaar ervaring Functieomschrijving Je zet de bestellingen klaar en je telt de voorraad na.',
  'Je werkt van maandag tot en met vrijdag van 08u00 tot 16u30 (met een half uur middag) Plaats tewerkstelling 9300 AALST Hoe solliciteren?',
  'Stuur je cv. Mogelijk ook interessant Bediende voor een job in GENT Vaste Job Weekendwerk'
].join(' ')
