/**
 * One real advert in four comes as one long line: its line breaks are lost, its headings and list items stand in running text
 * ("… in goede banen. Jouw profiel Je hebt ervaring met hout Je rekent goed Wat wij bieden Een vast contract"). Breaks are put
 * back around what is surely a heading and before what surely opens a sentence, so that each part is read for what it is.
 */

/** Shorter lines were written as lines. */
const LONG = 300

/** Headings of more than one word, or that are nothing else. They begin with a capital and so does what comes behind them. */
const HEADINGS = [
  'Over (?:ons|het bedrijf|de organisatie|de opdrachtgever|de functie|deze functie|deze vacature|de rol)', 'Wie (?:zijn|ben|zoeken) (?:wij|we|jij|je)',
  'Wie (?:wij|we) (?:zijn|zoeken)', 'Wat ga (?:je|jij)(?: allemaal| precies)? doen', 'Wat (?:je|jij) gaat doen', 'Wat doe (?:je|jij)', 'Dit ga (?:je|jij) doen',
  '(?:Dit|Zo) (?:wordt|is) (?:je|jouw) (?:functie|baan|werk|rol)', '(?:Je|Jouw) (?:nieuwe )?(?:functie|baan|rol|taken|werkzaamheden|verantwoordelijkheden|werkdag|opdracht|profiel|talenten|achtergrond)',
  'Hoe ziet (?:je|jouw) (?:werk)?dag er ?uit', 'Zo ziet (?:je|jouw) werkdag er ?uit', 
  'Wat (?:vragen|verwachten|zoeken) (?:wij|we)(?: van (?:je|jou))?', 'Wat (?:wij|we) (?:van (?:je|jou) )?(?:vragen|verwachten|zoeken)', 'Wij vragen', 'Dit (?:vragen|verwachten) (?:wij|we)(?: van (?:je|jou))?',
  'Dit ben (?:jij|je)', 'Dit breng (?:jij|je) mee', 'Wat (?:breng|neem) (?:jij|je) mee', 'Wat heb (?:jij|je) in huis', 'Herken (?:jij|je) (?:je|jezelf)(?: hierin)?', 'Gewenst profiel',
  'Wat bieden (?:wij|we)(?: (?:je|jou))?', 'Wat (?:wij|we) (?:je |jou )?bieden', 'Dit bieden (?:wij|we)(?: (?:je|jou))?', 'Wij bieden(?: (?:je|jou))?', 'Ons aanbod', 'Wat krijg (?:jij|je)(?: van ons)?',
  'Dit krijg (?:jij|je)(?: van ons)?', 'Wat (?:kun|mag) (?:jij|je) (?:van ons )?verwachten', 'Waar (?:ga|kom) (?:jij|je)(?: te)? werken', 'Kennis en ervaring', 'Functie eisen',
  'Heb (?:jij|je) (?:nog )?(?:vragen|interesse)', 'Meer (?:weten|informatie)', 'Functie(?:omschrijving|beschrijving|profiel|-eisen|eisen|inhoud)', 'Taak(?:omschrijving)', 'Takenpakket',
  'Opdrachtomschrijving', 'Bedrijfs(?:omschrijving|profiel)', 'Arbeidsvoorwaarden', 'Verantwoordelijkheden', 'Vereisten', 'Sollicitatieprocedure', 'Solliciteren', 'Geïnteresseerd',
  // Labels of a Flemish form.
  'Vereiste studies', 'Talenkennis', 'Hoe solliciteren', '(?:Professionele|Persoonlijke) vaardigheden',
  'Contract(?= (?:Vaste|Tijdelijke|Interim|Flexi-?job)(?: |$))', 'Deel vacature(?: via volgende kanalen)?', 'Mogelijk ook interessant'
] // prettier-ignore

/** "Het team Zorg bestaat uit tien mensen" is a sentence: these are headings only before what opens one. */
const BARE = '(?:De (?:functie|rol|afdeling|organisatie)|Het (?:profiel|aanbod|team|bedrijf)|Jouw team)'
const OPENS = '(?:Je|Jij|Jouw|Wij|We|Als|In|Bij|Het|De|Een|Onze|Ons|Samen|Binnen|Met|Voor|Op|Door|Dit|Deze|Wat|Hier) '

const HEADING = new RegExp(`(?<=^|[\\p{Ll}\\d.!?;:)…*] )((?:${HEADINGS.join('|')}|${BARE}(?= ?[?:]| *${OPENS})) ?[?:]?) *(?=[\\p{Lu}•"“€*]|$)`, 'gu')
/** What opens a sentence or list item, with a capital in the middle of a line and no mark before it. */
const OPENER =
  /(?<=[\p{Ll}\d)]) (?=(?:(?:Je|Jij|Wij|We|Er|Het|Een|De) \p{Ll}|(?:Ervaring|Affiniteit|Kennis|Bekend|Bekendheid) (?:met|in|als|van)\b|(?:Minimaal|Minstens) (?:een |\d|\p{Ll}+ )|Goede? \p{Ll}|(?:Afgeronde|Uitstekende|Relevante) \p{Ll}|In het bezit|(?:Bereid|Bereidheid|Beschikbaar) \p{Ll}|Startdatum: |Plaats tewerkstelling \d|Werkervaring (?:Geen|Beperkte|Minstens|Niet) ))/gu

/** A text whose long lines have their headings and list items apart. Other lines stay as they are; idempotent. */
export const unsqueezed = (text: string): string =>
  text
    .split('\n')
    .map(line =>
      line.length < LONG
        ? line
        : line
            .replace(HEADING, '\n$1\n')
            .replace(OPENER, '\n')
            .replace(/^\n|\n$/g, '')
            .replace(/ +\n/g, '\n')
    )
    .join('\n')
