/** Name in the feed (null = none), text, and what kind of employer it is. */
export const EMPLOYER: ReadonlyArray<readonly [string | null, string, string]> = [
  ['Zorggroep De Linde', 'Wij zoeken een verzorgende.', 'direct'],
  [null, 'Wij zoeken een verzorgende.', 'unknown'],
  ['Onze opdrachtgever', 'Wij zoeken een verzorgende.', 'unknown'],
  ['Confidential', 'Een mooie baan.', 'unknown'],
  ['Uitzendbureau Noord', 'Een mooie baan.', 'agency'],
  ['Talent & Werk', 'Een mooie baan.', 'agency'],
  ['Flexkracht BV', 'Een mooie baan.', 'agency'],
  ['Snel Werk BV', 'Voor een van onze opdrachtgevers zoeken wij een magazijnmedewerker.', 'agency'],
  ['Snel Werk BV', 'Voor onze klant in Zwolle zijn wij op zoek naar een kok.', 'agency'],
  [null, 'In opdracht van onze relatie zoeken wij een boekhouder.', 'agency'],
  [null, 'Via ons uitzendbureau ga je aan het werk.', 'agency'],
  ['Bakkerij Jansen', 'Voor onze klanten bakken wij elke dag vers brood.', 'direct'],
  ['Gemeente Almelo', 'Je werkt voor de inwoners van Almelo.', 'direct'],
  ['Stalen', 'We are looking for warehouse operatives for our client in Venlo.', 'agency'],
  ['Installatiebedrijf Peters', 'Over ons\nVoor een van onze opdrachtgevers zoeken wij elk jaar nieuwe monteurs.', 'direct'],
  ['Detachering Plus', 'Je gaat aan de slag in een warm team.', 'agency'],
  ['Basisschool De Vlinder', 'Je opdrachtgever is het schoolbestuur.', 'direct'],
  ['Recruitment Services', 'Een mooie baan.', 'agency']
]
