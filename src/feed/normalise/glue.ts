/**
 * Sources that lose their line breaks glue sentences together: "naast de chauffeur.Je duwt de containers", "in dagdienstGoede
 * beheersing". A blank or a line break is put back, so that each is read by itself.
 */

/** Addresses of pages stay whole. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g
/** A mark between a word and a new sentence. */
const MARK = /(?<=\p{Ll}{2}|\d|[)%])([.!?:])(?=\p{Lu}\p{Ll}+[ ,])/gu
/** Words that open a sentence or a list item of an advert, and hardly ever end a name ("YoungCapital", "JavaScript"). */
const OPENERS = [
  'Je', 'Jij', 'Jouw', 'U', 'Wij', 'We', 'Wat', 'Het', 'De', 'Een', 'Er', 'Ervaring', 'Kennis', 'Goede', 'Goed', 'Minimaal', 'Minstens', 'Interesse',
  'Als', 'Op', 'Met', 'Voor', 'Ook', 'Uitstekende', 'Salaris', 'Werken', 'Bij', 'Een', 'Geen', 'Heb', 'Ben', 'Naast', 'Daarnaast', 'Samen', 'Onze',
  'Ons', 'Beschikbaar', 'Rijbewijs', 'Afgeronde', 'Relevante', 'Affiniteit', 'Vragen', 'Solliciteer', 'Mogelijkheid', 'Reiskostenvergoeding',
  'Pensioen', 'Vakantiedagen', 'Minimum', 'Zelfstandig', 'Verantwoordelijk', 'Functieomschrijving', 'Functie'
] // prettier-ignore
const LOST_BREAK = new RegExp(`(?<=\\p{Ll}{3}|\\d{4})(?=(?:${[...new Set(OPENERS)].join('|')})[ ,:])`, 'gu')

/** A text with its sentences apart. A text without glued sentences stays as it is; idempotent. */
export function unglued(text: string): string {
  let [out, from] = ['', 0]
  const apart = (piece: string): string => piece.replace(MARK, '$1 ').replace(LOST_BREAK, '\n')
  for (const address of text.matchAll(ADDRESS)) {
    out += apart(text.slice(from, address.index)) + address[0]
    from = address.index + address[0].length
  }
  return out + apart(text.slice(from))
}
