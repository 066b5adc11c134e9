/** Own sentences with the gross pay they name: unit, least, most; `?` behind it when the unit is guessed by size; `-` = none. */
export const SALARY: ReadonlyArray<readonly [string, string]> = [
  ['Een salaris tussen € 2.400 en € 3.100 bruto per maand.', 'MONTH 2400-3100'],
  ['€ 2.800,- tot € 3.600,- per maand bij 36 uur.', 'MONTH 2800-3600'],
  ['Je verdient € 14,25 per uur.', 'HOUR 14.25'],
  ['Uurloon: €15,50 p/u', 'HOUR 15.5'],
  ['Salaris maximaal € 3.200 bruto per maand.', 'MONTH -3200'],
  ['Een jaarsalaris van € 45.000 tot € 60.000.', 'YEAR 45000-60000'],
  ['Salaris: € 2.750 - € 3.250', 'MONTH 2750-3250 ?'],
  ['Bruto € 2.800,50 per maand.', 'MONTH 2800.5'],
  ['Je krijgt een reiskostenvergoeding van € 0,23 per kilometer.', '-'],
  ['Een opleidingsbudget van € 2.000 per jaar.', '-'],
  ['Je salaris volgt de cao en daarnaast krijg je van ons elk jaar een ruim opleidingsbudget van € 2.000 om te besteden.', '-'],
  ['Een bonus van € 500 bij tekenen.', '-'],
  ['Wij hebben een omzet van € 40.000 per maand.', '-'],
  ['Marktconform salaris volgens de cao.', '-'],
  ['Salaris in schaal 8.', '-'],
  ['Je verdient tussen 13 en 16 euro per uur.', 'HOUR 13-16'],
  ['Salaris van 2.500 tot 3.000 euro bruto per maand.', 'MONTH 2500-3000'],
  ['EUR 3.000 - 3.500 gross per month.', 'MONTH 3000-3500'],
  ['Je verdient € 650 per week.', 'WEEK 650'],
  ['Een salaris van € 3.000 op basis van 36 uur per week, met € 250 toeslag.', 'MONTH 3000 ?'],
  ['Wij beheren een budget van € 25.000.', '-']
]
