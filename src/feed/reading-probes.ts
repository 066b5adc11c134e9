/** Texts in which every kind of field stands once; what is read from them is the version of the rules. Invented. */
export const FIELD_PROBES: readonly string[] = [
  'Wij zoeken voor onze opdrachtgever een kok.\nWat ga je doen?\n- Je werkt 24 tot 32 uur per week, diensten van 8 uur.\n- Je werkt van 7.00 tot 15.30 uur.\nWat vragen wij?\n- Minimaal 2 jaar werkervaring.\n- Rijbewijs B en VCA.\n- Je spreekt goed Nederlands en redelijk Engels.\nWat bieden wij?\nEen jaarcontract en een salaris van € 2.500 tot € 3.000 bruto per maand. Hybride werken kan.\nStart per 1 maart 2026.',
  'Fulltime functie van 38 uur, voor onbepaalde tijd.\nGeen avonddiensten, om het weekend een zaterdag.\nErvaring is niet nodig, een diploma ook niet.\nRijbewijs is een pre.\nMaximaal € 18,50 per uur. Je kunt per direct starten.\nThuiswerken is niet mogelijk.',
  'Als vrijwilliger, 0,5 fte; een fulltime aanstelling is 38 uur. Avond-, nacht- en weekenddiensten in drie ploegen, soms piketdienst. Volledig vanuit huis.'
]

/** Ways to ask a level of education. Invented. */
export const EDUCATION_PROBES: readonly string[] = [
  'Functie-eisen',
  '- Een afgeronde hbo-opleiding verpleegkunde.',
  '- Mbo werk- en denkniveau.',
  '- Een diploma niveau 3 of 4.',
  '- Bij voorkeur wo.'
]
