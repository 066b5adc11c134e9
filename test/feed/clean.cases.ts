/** Makes a line too long to have been written as one. */
const FILLER = 'Wij zijn een kleine winkel in planken en balken, en wij leveren aan iedereen die iets wil maken van hout.'.repeat(3).replaceAll('.W', '. W')

/** Texts as sources hand them over, and the plain text we keep (`feeds.md` 4). */
export const TEXTS: ReadonlyArray<readonly [name: string, raw: string, text: string]> = [
  ['plain text stays', 'Je tilt dozen.\n\n- netjes\n- veilig', 'Je tilt dozen.\n\n- netjes\n- veilig'],
  [
    'blocks are lines, items are dashes',
    '<h2>Taken</h2><p>Je tilt<br/>dozen.</p><ul><li>netjes</li><li class="x">veilig</li></ul>',
    'Taken\n\nJe tilt\ndozen.\n\n- netjes\n- veilig'
  ],
  ['a table row by row', '<table><tr><td>Uren</td><td>24</td></tr><tr><td>Schaal</td><td>5</td></tr></table>', 'Uren 24\n\nSchaal 5'],
  [
    'scripts, styles, forms and comments go',
    '<p>Voor</p><script>alert("x")</script><style>p{}</style><form><input></form><!-- <p>weg</p> --><p>na</p>',
    'Voor\n\nna'
  ],
  [
    'glued sentences come apart',
    'Je zit naast de chauffeur.Je duwt de containers.Meer weten?Bel ons.',
    'Je zit naast de chauffeur. Je duwt de containers. Meer weten? Bel ons.'
  ],
  [
    'a lost line break is put back',
    'Je werkt in dagdienstGoede beheersing van het NederlandsJe hebt rijbewijs B',
    'Je werkt in dagdienst\nGoede beheersing van het Nederlands\nJe hebt rijbewijs B'
  ],
  [
    'names stay whole',
    'YoungCapital en JavaScript bij PostNL op www.Werk.nl, ASP.Net en iDEAL',
    'YoungCapital en JavaScript bij PostNL op www.Werk.nl, ASP.Net en iDEAL'
  ],
  [
    "bullets of Word's symbol font",
    'Profiel \uf0b7 Je bezit een rijbewijs B \uf0b7 Je woont in de buurt',
    'Profiel\n- Je bezit een rijbewijs B\n- Je woont in de buurt'
  ],
  [
    'an address of a page stays whole',
    'Kijk op https://werk.example/Banen.Html voor meer.Wij bellen je.',
    'Kijk op https://werk.example/Banen.Html voor meer. Wij bellen je.'
  ],
  [
    'a long line gets its headings and items back',
    `${FILLER} Jouw rol: Aannemen van bestellingen en helpen aan de balie Jouw profiel Je rekent vlot Je hebt interesse in hout Minimaal een jaar ervaring. Wat bieden wij jou? Een vast contract van 32 uur. Over het bedrijfDe Houtboer levert planken.`,
    `${FILLER}\nJouw rol:\nAannemen van bestellingen en helpen aan de balie\nJouw profiel\nJe rekent vlot\nJe hebt interesse in hout\nMinimaal een jaar ervaring.\nWat bieden wij jou?\nEen vast contract van 32 uur.\nOver het bedrijf\nDe Houtboer levert planken.`
  ],
  [
    'a form that lost its cells gets its labels back',
    'Kenmerken StandplaatsVlierenContractduur1 jaarUren per week - 36Maandsalaris€2.400,00 - €3.100,00NiveauMBO 3VakgebiedLogistiek Vind jij orde fijn?',
    'Kenmerken\nStandplaats: Vlieren\nContractduur: 1 jaar\nUren per week: 36\nMaandsalaris: €2.400,00 - €3.100,00\nNiveau: MBO 3\nVakgebied: Logistiek Vind jij orde fijn?'
  ],
  ['labels in their place stay', 'Salaris: 2.400 Uren: 36 Niveau: mbo Locatie: Vlieren', 'Salaris: 2.400 Uren: 36 Niveau: mbo Locatie: Vlieren'],
  ['one label against a word may be a name', 'Bij NiveauVier werk je aan onderwijs.', 'Bij NiveauVier werk je aan onderwijs.'],
  [
    'what may begin a sentence is a heading only before another',
    `${FILLER} Het team Zorg bestaat uit tien mensen. De functie Je helpt in de winkel.`,
    `${FILLER} Het team Zorg bestaat uit tien mensen.\nDe functie\nJe helpt in de winkel.`
  ],
  [
    'a line of common length keeps its words',
    'Bij De Houtboer is Jouw profiel Een goed begin. Je rekent vlot en Je lacht graag.',
    'Bij De Houtboer is Jouw profiel Een goed begin. Je rekent vlot en Je lacht graag.'
  ],
  ['contact data go first', 'Mail naar p.jansen@werk.Example voor meer.', 'Mail naar [e-mail] voor meer.'],
  ['a comment in plain text goes too', 'Voor <!-- weg --> na', 'Voor na'],
  ['entities', 'R&amp;D, &euro; 15, caf&eacute;, &Euml;, &#8364; &#x20AC; &onbekend; &#0; &#xD800;', 'R&D, € 15, café, Ë, € € &onbekend;'],
  ['EN01: encoded once', '&lt;p&gt;Je tilt &amp;amp; sjouwt&lt;/p&gt;', 'Je tilt & sjouwt'],
  ['EN01: encoded twice', '&amp;lt;p&amp;gt;Je tilt&amp;lt;/p&amp;gt;&amp;nbsp;dozen', 'Je tilt\ndozen'],
  ['EN01: tags outside, encoded tags inside', '<div>&lt;p&gt;Je tilt&lt;/p&gt;&lt;ul&gt;&lt;li&gt;dozen&lt;/li&gt;&lt;/ul&gt;</div>', 'Je tilt\n\n- dozen'],
  ['EN02: a third layer is left as it is', '&amp;amp;lt;p&amp;amp;gt;Je tilt', '&lt;p&gt;Je tilt'],
  ['EN03: less than five kilos is text', 'Je tilt &lt;5 kg en &gt; 2 kg', 'Je tilt <5 kg en > 2 kg'],
  ['EN03: also between tags', '<p>Je tilt &lt;5 kg</p>', 'Je tilt <5 kg'],
  ['EN04: a lone ampersand', 'Jansen & Zn. zoekt AT&T en a&b;', 'Jansen & Zn. zoekt AT&T en a&b;'],
  ['EN05: numbers of windows-1252', 'Je tilt &#150; samen &#151; &#128; 5 &#146;s ochtends &#129;', 'Je tilt – samen — € 5 ’s ochtends \u0081'],
  [
    'EN06: a list squeezed into one line',
    `Taken: ${Array.from({ length: 40 }, (_, i) => `• taak ${i + 1}`).join(' ')}`,
    `Taken:\n${Array.from({ length: 40 }, (_, i) => `- taak ${i + 1}`).join('\n')}`
  ],
  ['a head that holds the star of its list', 'Wie we zoeken* Een kok;\n* Een bakker', 'Wie we zoeken\n- Een kok;\n- Een bakker'],
  ['a star of a note is no list', 'Salaris volgens de cao* en een pensioen\nNog een regel', 'Salaris volgens de cao* en een pensioen\nNog een regel'],
  ['a dot between words is no list', 'Zwolle · 24 uur · vast', 'Zwolle · 24 uur · vast'],
  ['bullets in list items are not doubled into lines', '<ul><li>• netjes</li></ul>', '- • netjes'],
  [
    'Markdown escapes',
    '32\\-40 uur, €2\\.800, werk\\- en denkniveau, 16\\-04\\-2025, a\\*b, C\\+\\+, \\[x\\]',
    '32-40 uur, €2.800, werk- en denkniveau, 16-04-2025, a*b, C++, [x]'
  ],
  [
    'Markdown emphasis, headings, rules and links',
    '## Taken ##\n\n**Vet** en __ook__ en *schuin* en _zo_\n\n---\n\n[Solliciteer](https://x.example) ![](https://x.example/a.png)\n* een\n+ twee\n• drie',
    'Taken\n\nVet en ook en schuin en zo\n\nSolliciteer\n- een\n- twee\n- drie'
  ],
  ['stars and underscores inside words stay', '2*3*4 en snake_case_naam en C# en 5 * 6', '2*3*4 en snake_case_naam en C# en 5 * 6'],
  [
    'controls, NUL, soft hyphens, zero widths and bidi marks go',
    'Je\u0000 til\u00adt\u200b do\u200dzen\u202e \u2066veilig\u2069\ufeff\u0007 \u061cen\u200e net\u2060jes',
    'Je tilt dozen veilig en netjes'
  ],
  ['blanks of all kinds are one blank, line ends are one', 'a\u00a0\u2009 b\tc\r\nd\re\u2028f\n\n\n\n\ng  \n  h', 'a b c\nd\ne\nf\n\ng\nh'],
  ['NFC, also when an entity brings the accent', 'cafe\u0301 en cafe&#769;', 'café en café'],
  ['the ligature is two letters', '\u0132sje bij \u0133s', 'IJsje bij ijs'],
  ['UTF-8 read as windows-1252 is put right', 'geÃ¯nteresseerde coÃ¶rdinator â€“ â‚¬ 15', 'geïnteresseerde coördinator – € 15'],
  ['but only when the whole field decodes cleanly', 'geÃ¯nteresseerd in een café', 'geÃ¯nteresseerd in een café'],
  ['a real capital with a tilde stays', 'São Paulo, Ã en â', 'São Paulo, Ã en â']
]

/** Contact data as people write it, and what we keep of the sentence. */
export const MASKED: ReadonlyArray<readonly [raw: string, masked: string]> = [
  ['Bel 0612345678.', 'Bel [telefoon].'],
  ['Bel 06-12345678', 'Bel [telefoon]'],
  ['Bel 06 - 12 34 56 78', 'Bel [telefoon]'],
  ['Bel 06 12 34 56 78!', 'Bel [telefoon]!'],
  ['Bel 06.12.34.56.78', 'Bel [telefoon]'],
  ['(010) 123 45 67', '[telefoon]'],
  ['010-1234567', '[telefoon]'],
  ['010/1234567', '[telefoon]'],
  ['0497 – 123 456', '[telefoon]'],
  ['+31 6 12345678', '[telefoon]'],
  ['+31(0)6-12345678', '[telefoon]'],
  ['+31 (0)10 123 45 67', '[telefoon]'],
  ['0031612345678', '[telefoon]'],
  ['tel:0612345678', 'tel:[telefoon]'],
  ['06-12345678 of 06-87654321', '[telefoon] of [telefoon]'],
  ['Mail naar j.de-boer+hr@vlierbos.example.', 'Mail naar [e-mail].'],
  ['mailto:HR@VLIERBOS.EXAMPLE?subject=x', 'mailto:[e-mail]?subject=x'],
  ['jörg.müller@vlierbös.example', '[e-mail]'],
  ['a@b', 'a@b'],
  ['kom @ ons', 'kom @ ons'],
  // Figures of the work stay.
  ['Werktijd 07.00 - 15.30 / 15.00 - 23.30 uur', 'Werktijd 07.00 - 15.30 / 15.00 - 23.30 uur'],
  ['07:00-15:30', '07:00-15:30'],
  ['start 01-12-2026 8.30 uur', 'start 01-12-2026 8.30 uur'],
  ['van 01-01-2027 31-12-2027', 'van 01-01-2027 31-12-2027'],
  ['op 10-01-2027 08 30', 'op 10-01-2027 08 30'],
  ['01/12/2026', '01/12/2026'],
  ['€2.800,00 tot €3.600,00', '€2.800,00 tot €3.600,00'],
  ['Postcode 8011 AB', 'Postcode 8011 AB'],
  ['KvK 01234567', 'KvK 01234567'],
  ['- 0\n- 10\n- 20\n- 30\n- 40\n- 50', '- 0\n- 10\n- 20\n- 30\n- 40\n- 50'],
  ['0,5 tot 0,8 fte', '0,5 tot 0,8 fte'],
  ['1234567890', '1234567890']
]

/** One-line values; null = no value. */
export const VALUES: ReadonlyArray<readonly [raw: unknown, line: string | null]> = [
  ['  Kok \n (m/v) ', 'Kok (m/v)'],
  ['<b>Kok</b>&nbsp;&amp; bakker', 'Kok & bakker'],
  ['Conci\u00ebrge\u0000\u200b', 'Conciërge'],
  ['CoÃ¶rdinator', 'Coördinator'],
  ['O\u2019Neill \u2013 Zwolle', "O'Neill - Zwolle"],
  [4711, '4711'],
  ['', null],
  ['  ', null],
  ['-', null],
  ['null', null],
  ['None', null],
  ['NaN', null],
  ['n/a', null],
  ['N.v.t.', null],
  ['Niet gevonden', null],
  ['Not specified', null],
  ['Not Applicable', null],
  ['Onbekend', null],
  ['In overleg', null],
  ['undefined', null],
  [null, null],
  [undefined, null],
  [true, null],
  [['Kok'], null],
  [{ a: 1 }, null],
  ['Onbekende bestemming', 'Onbekende bestemming']
]

export const LANGUAGES: ReadonlyArray<readonly [text: string, lang: 'nl' | 'en' | 'de' | null]> = [
  ['Wij zoeken een collega die met ons de winkel opent en voor de klanten klaar staat', 'nl'],
  ['We are looking for a colleague who will open the shop with us and help our customers', 'en'],
  ['Wir suchen eine Kollegin für die Küche, mit der wir zusammen ein Team sind', 'de'],
  ['Kok gezocht', null],
  ['Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod', null],
  ['', null]
]

/** Addresses, and what is kept of them; null = none. */
export const URLS: ReadonlyArray<readonly [raw: string | null, url: string | null]> = [
  ['https://Vlierbos.Example/Banen/7', 'https://vlierbos.example/Banen/7'],
  ['https://vlierbos.example/7?utm_source=a&UTM_Campaign=b&gclid=c&id=7', 'https://vlierbos.example/7?id=7'],
  ['https://vlierbos.example/7?b=2&a=1', 'https://vlierbos.example/7?a=1&b=2'],
  ['https://vlierbos.example/7?a=1&b=2#solliciteer', 'https://vlierbos.example/7?a=1&b=2'],
  ['https://naam:geheim@vlierbos.example/7', 'https://vlierbos.example/7'],
  ['http://vlierbos.example', 'http://vlierbos.example/'],
  ['https://vlierbos.example/a?sessionid=1&trackingcode=2', 'https://vlierbos.example/a'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['mailto:hr@vlierbos.example', null],
  ['ftp://vlierbos.example/7', null],
  ['vlierbos.example/7', null],
  ['//vlierbos.example/7', null],
  ['', null],
  [null, null],
  [`https://vlierbos.example/${'x'.repeat(2_048)}`, null],
  [`https://vlierbos.example/${'é'.repeat(1_000)}`, null]
]
