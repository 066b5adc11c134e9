/** Whole adverts in which loads stand in the wrong part or are somebody else's: name, text, dimensions on which nothing may be read. */
export const WRONG_PLACE: ReadonlyArray<readonly [string, string, readonly string[]]> = [
  [
    'about us',
    'Wat ga je doen?\nJe beantwoordt mails.\n\nOver ons\nOnze mensen tillen veel en werken in nachtdiensten. Je vindt bij ons zwaar tilwerk in elke hal.',
    ['tillen_kg', 'etmaal']
  ],
  [
    'about us, another heading',
    'Functie\nJe maakt roosters.\n\nOver het bedrijf\nHet werk is hectisch en de deadlines zijn strak.',
    ['deadlines', 'werktempo']
  ],
  [
    'procedure',
    'Taken\nJe plant ritten.\n\nSolliciteren\nReageer voor 1 mei. Onder tijdsdruk beslissen wij snel. Veel staan is niet aan ons.',
    ['werktempo', 'staan_uur_dag']
  ],
  [
    'offer',
    'Taken\nJe plant ritten.\n\nWat bieden wij?\nEen fysiek zware cursus is mogelijk. Je krijgt een ladder om op te klimmen.',
    ['tillen_kg', 'klimmen']
  ],
  [
    'offer: pace of growth',
    'Taken\nJe belt klanten.\n\nArbeidsvoorwaarden\nEen hoog tempo van groei en een strakke deadline voor je bonus.',
    ['werktempo', 'deadlines']
  ],
  ['the colleagues', 'Onze monteurs werken op hoogte en tillen zware materialen. Jij doet hun administratie.', ['klimmen', 'tillen_kg']],
  ['the machine', 'De machine tilt zware dozen. Machines draaien de hele dag in een hoog tempo.', ['tillen_kg', 'werktempo']],
  ['the customers', 'Klanten staan lang in de rij. Jij telt de kassa.', ['staan_uur_dag']],
  ['the residents', 'Bewoners lopen veel in de tuin. Jij schenkt koffie.', ['lopen_uur_dag']],
  ['the pupils', 'Leerlingen zitten de hele dag in de klas. Jij repareert de fietsen.', ['zitten_uur_dag']],
  ['the agency', 'Voor onze klant zoeken wij een programmeur. Onze opdrachtgever levert vrachtwagens.', ['klantcontact', 'beroepsmatig_vervoer']],
  ['the firm', 'Wij leveren zware machines aan de bouw. Wij werken door heel Europa.', ['persoonlijk_risico', 'tillen_kg']],
  ['the team outing', 'Over ons\nElke vrijdag klimmen wij met het team. Wij rijden samen naar zee.', ['klimmen', 'beroepsmatig_vervoer']],
  [
    'cookies',
    'Taken\nJe typt brieven.\n\nContact\nWij gebruiken cookies. Nachtwerk en weekendwerk staan in onze andere vacatures.',
    ['etmaal', 'overig_werktijd']
  ],
  ['a wish about growth', 'Wat bieden wij?\nOp termijn doorgroeien naar teamleider is mogelijk.', ['leidinggeven']],
  ['the manager', 'Je leidinggevende stuurt het team aan. Onder leiding van de teamleider leer je het vak.', ['leidinggeven']],
  ['the product', 'Je verkoopt heftrucks, ladders en steigers vanaf kantoor.', ['klimmen']],
  ['the course', 'Arbeidsvoorwaarden\nJe krijgt een cursus tillen en een training agressie.', ['tillen_kg', 'conflicten']],
  ['the public transport', 'Procedure\nWij zijn goed bereikbaar. Met de auto of bus rijd je zo naar ons toe.', ['beroepsmatig_vervoer']],
  ['the ground floor', 'Over de organisatie\nOns pand heeft veel trappen en geen lift.', ['trappen_treden']],
  ['the heat of summer', 'Over ons\nIn de zomer werken wij in een hete hal aan nieuwe ovens.', ['temperatuur', 'temperatuur_hitte']]
]

/** Ordinary adverts for the properties: every line one sentence or heading. */
export const ADVERTS: readonly string[] = [
  `Wat ga je doen?
Je vult de vakken en tilt dozen van 12 kilo.
Je loopt veel en staat soms achter de kassa.
Een collega helpt je met de zware rolcontainers.
Wie ben jij?
Je hebt geen diploma nodig.
Je kunt tillen tot 15 kg.
Je werkt ook avonddiensten en in het weekend.
Wat bieden wij?
Je werkt 16 tot 24 uur per week.
Je verdient € 14,25 per uur.`,
  `Jouw werkzaamheden
Je helpt bewoners met wassen en aankleden.
Geen nachtdiensten, wel avonddiensten.
Je werkt nauw samen met je collega's.
Wat vragen wij?
Een afgeronde opleiding verzorgende niveau 3.
Rijbewijs B is een pré.
Een VOG is verplicht.
Je hebt geen moeite met fysiek zwaar werk.
Onze organisatie
Wij zorgen al honderd jaar voor ouderen.`,
  `De functie
Je zit de hele dag achter een bureau en verwerkt facturen.
Deadlines zijn er rond de maandafsluiting.
Je hoeft niet te tillen.
Functie-eisen
Mbo 4 werk- en denkniveau.
Je beheerst de Nederlandse taal goed in woord en geschrift.
Arbeidsvoorwaarden
Een salaris tussen € 2.400 en € 3.100 bruto per maand.
Twee dagen thuis werken is mogelijk.`,
  `Taken
Je rijdt met een bestelbus naar klanten.
Je tilt maximaal 25 kilo.
Het tempo ligt hoog en geen dag is hetzelfde.
Je werkt van maandag tot en met vrijdag.
Eisen
Je bent in het bezit van rijbewijs BE.
VCA is verplicht.`,
  `Wat doe je?
Je geeft leiding aan 8 medewerkers.
Je lost klachten op en staat klanten te woord.
Er is soms lawaai in de hal.
Je werkt niet in de koeling.
Solliciteren
Mail je cv voor 1 juni.`,
  `Je werk
Je snoeit heggen en werkt het hele jaar buiten.
Je staat geregeld op een ladder.
Werken op hoogte boven vijf meter doet een collega.
Handschoenen en veiligheidsschoenen zijn verplicht.`
]

/** Paragraphs about the firm that may stand behind any advert and change nothing. */
export const ABOUT_US: readonly string[] = [
  'Over ons\nOnze mensen tillen tot 40 kg, staan de hele dag en werken in nachtdiensten.\nJe vindt bij ons geen deadlines en geen tilwerk.',
  'Wie zijn wij?\nWij geven leiding aan 300 medewerkers. Een afgeronde hbo-opleiding is bij ons gewoon, net als rijbewijs CE.\nHet is hectisch.',
  "Over het bedrijf\nIedereen spreekt vloeiend Duits. Veel collega's werken op hoogte, in de kou en met agressieve klanten."
]
