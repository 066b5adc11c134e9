interface Reason {
  readonly message: string
  readonly remedy: string
}

/** Why a row is refused or gets a warning: a closed list, with a Dutch sentence and a remedy each (`feeds.md` 5). */
export const ROW_REASONS = {
  'no-title': { message: 'De vacature heeft geen titel.', remedy: 'Vul de functietitel in.' },
  'no-id': { message: 'De vacature heeft geen nummer en geen webadres.', remedy: 'Geef elke vacature een vast nummer of een eigen webadres.' },
  'bad-id': { message: 'Het nummer van de vacature klopt niet.', remedy: 'Lever het nummer als tekst aan, hooguit 200 tekens.' },
  'duplicate-id': { message: 'Dit nummer staat twee keer in het bestand; de laatste telt.', remedy: 'Geef elke vacature een eigen nummer.' },
  'too-large': { message: 'De vacature is te groot.', remedy: 'Maak de tekst korter dan 1 MB en laat plaatjes weg.' },
  'bad-json': { message: 'Deze regel is geen geldige JSON.', remedy: 'Zet één volledig JSON-object op een regel.' },
  'bad-field': { message: 'Een veld heeft een waarde die niet kan.', remedy: 'Kijk bij het genoemde veld welke waarden mogen.' },
  'unknown-field': { message: 'Dit veld kent het eigen formaat niet.', remedy: 'Haal het veld weg of gebruik de naam uit de beschrijving.' },
  'no-evidence': {
    message: 'Een belasting noemt geen passage of geen antwoord van de werkgever.',
    remedy: 'Geef bij "stated" de passage en bij "confirmed" wie het zei en wanneer.'
  },
  'bad-row': { message: 'Deze rij heeft een ander aantal kolommen dan de kop.', remedy: 'Controleer scheidingstekens en aanhalingstekens in deze rij.' },
  'not-a-vacancy': { message: 'Dit is geen vacature.', remedy: 'Haal cursussen, testregels en totalen uit het bestand.' },
  'open-application': { message: 'Dit is een open sollicitatie.', remedy: 'Lever alleen echte vacatures aan.' },
  'expired-on-arrival': { message: 'De sluitingsdatum is al voorbij.', remedy: 'Haal gesloten vacatures uit het bestand, of controleer de datum.' },
  foreign: { message: 'De werkplek ligt buiten Nederland.', remedy: 'Lever alleen vacatures in Nederland aan.' },
  'bad-date': { message: 'De datum is niet te lezen.', remedy: 'Schrijf datums als JJJJ-MM-DD.' },
  'ambiguous-date': { message: 'Het is niet duidelijk wat dag en maand zijn.', remedy: 'Schrijf datums als JJJJ-MM-DD.' },
  'future-date': { message: 'De plaatsingsdatum ligt in de toekomst.', remedy: 'Controleer de plaatsingsdatum.' },
  'bad-hours': { message: 'De uren zijn niet te lezen.', remedy: 'Schrijf uren per week als getal, bijvoorbeeld 24 en 32.' },
  'hours-swapped': { message: 'De minste uren zijn hoger dan de meeste; ze zijn omgedraaid.', remedy: 'Controleer minimum en maximum.' },
  'bad-salary': { message: 'Het salaris is niet te lezen.', remedy: 'Schrijf het salaris als getal met de eenheid erbij.' },
  'bad-postcode': { message: 'De postcode is niet geldig.', remedy: 'Schrijf de postcode als 1234 AB.' },
  'unknown-place': { message: 'Deze plaats kennen we niet.', remedy: 'Schrijf de officiële plaatsnaam, of geef de postcode.' },
  'ambiguous-place': { message: 'Deze plaatsnaam komt vaker voor.', remedy: 'Geef de provincie of de postcode erbij.' },
  'coordinate-far': { message: 'De coördinaat ligt ver van de genoemde plaats en is weggelaten.', remedy: 'Controleer breedte- en lengtegraad.' },
  'unknown-code': { message: 'Deze code kennen we niet; de waarde is leeg gelaten.', remedy: 'Gebruik een code uit de beschrijving.' },
  'short-text': { message: 'De tekst is erg kort; er valt weinig uit te lezen.', remedy: 'Lever de volledige vacaturetekst aan.' },
  'truncated-text': { message: 'De tekst lijkt afgekapt.', remedy: 'Lever de volledige vacaturetekst aan.' },
  'text-read-in-part': {
    message: 'De tekst is erg lang; alleen de eerste 20.000 tekens zijn gelezen.',
    remedy: 'Lever alleen de vacaturetekst aan, zonder menu, tabellen of herhalingen.'
  },
  'text-not-read': {
    message: 'De tekst is te lang of te vreemd om te lezen; wat erin staat, blijft onbekend.',
    remedy: 'Lever alleen de vacaturetekst aan, zonder menu, tabellen of herhalingen.'
  },
  'bad-url': { message: 'Het webadres is niet geldig.', remedy: 'Schrijf het volledige adres, met https:// ervoor.' }
} as const satisfies Record<string, Reason>
export type RowCode = keyof typeof ROW_REASONS

/** Why a whole run failed or is held. */
export const RUN_REASONS = {
  'unknown-format': {
    message: 'Het formaat van dit bestand is niet herkend.',
    remedy: 'Kies het formaat met --format, of lever een van de formaten uit de README aan.'
  },
  compressed: {
    message: 'Dit bestand is ingepakt (zip, gzip of iets dergelijks).',
    remedy: 'Pak het bestand eerst uit, bijvoorbeeld met gunzip of unzip, en lever aan wat eruit komt.'
  },
  spreadsheet: {
    message: 'Dit is een rekenblad (Excel of LibreOffice), geen tekstbestand.',
    remedy: 'Open het bestand in Excel of LibreOffice, kies Opslaan als en dan CSV UTF-8, en lever dat CSV-bestand aan.'
  },
  'utf-16': {
    message: 'De tekens in dit bestand staan in UTF-16, zonder dat het bestand dat zegt.',
    remedy: 'Sla het bestand op als UTF-8: in Kladblok kiest u bij Opslaan als de codering UTF-8.'
  },
  'web-page': {
    message: 'Dit is een webpagina (HTML), geen bestand met vacatures.',
    remedy: 'Waarschijnlijk was aanmelden nodig of is het adres veranderd. Haal het bestand opnieuw op en kijk in een teksteditor of er vacatures in staan.'
  },
  'wrong-type': {
    message: 'Het bestand heeft een andere vorm dan het formaat voorschrijft.',
    remedy:
      'Een CSV-bestand heeft een kolom met de titel. Een bestand in het formaat passendwerk begint met een regel {"kind":"passendwerk-vacancies","version":1,…} en eindigt met {"kind":"end","count":…}. De README beschrijft elk formaat.'
  },
  'newer-version': {
    message: 'Het bestand heeft een nieuwere versie dan deze passendwerk kent.',
    remedy: 'Werk passendwerk bij, of lever een oudere versie aan.'
  },
  truncated: { message: 'Het bestand houdt halverwege op.', remedy: 'Lever het volledige bestand opnieuw aan.' },
  empty: { message: 'Er staat geen enkele open vacature in het bestand.', remedy: 'Controleer de bron; een lege lijst wordt nooit als volledig gezien.' },
  'count-differs': { message: 'Het aantal vacatures klopt niet met het aantal dat het bestand noemt.', remedy: 'Lever het volledige bestand opnieuw aan.' },
  'columns-shifted': { message: 'De kolommen staan halverwege in een andere volgorde.', remedy: 'Lever het bestand met een vaste volgorde van kolommen aan.' },
  'reject-budget': {
    message: 'Meer dan een vijfde van de rijen is geweigerd.',
    remedy:
      'Bekijk het rijenrapport en herstel de oorzaak. Moet het toch zo, lever dan opnieuw aan met --accept reject-budget --why REDEN (API: accept en why).'
  },
  'drop-guard': {
    message: 'Er staan veel minder vacatures in dan anders; misschien is het bestand afgekapt. Er is niets veranderd.',
    remedy:
      'Kijk of het bestand volledig is. Klopt het echt, lever het dan opnieuw aan met --accept drop-guard --why REDEN (API: accept en why; alleen een beheerder).'
  },
  'fill-rate': {
    message: 'Een veld dat anders gevuld is, is nu bij veel vacatures leeg. Er is niets veranderd.',
    remedy:
      'Kijk of een kolom of veld een andere naam heeft gekregen. Klopt het echt, lever dan opnieuw aan met --accept fill-rate --why REDEN (API: accept en why; alleen een beheerder).'
  },
  'id-churn': {
    message: 'De meeste vacatures zijn dezelfde, maar met een nieuw nummer. Er is niets veranderd.',
    remedy:
      'Vraag de leverancier om vaste nummers. Zijn de nummers echt blijvend anders, lever dan opnieuw aan met --accept id-churn --why REDEN (API: accept en why; alleen een beheerder).'
  },
  'bad-encoding': { message: 'De tekens in het bestand zijn beschadigd.', remedy: 'Sla het bestand op als UTF-8.' },
  'cap-bytes': { message: 'Het bestand is te groot.', remedy: 'Splits het bestand; hooguit 512 MB.' },
  'cap-records': { message: 'Er staan te veel vacatures in het bestand.', remedy: 'Splits het bestand; hooguit 500.000 vacatures.' },
  'older-file': { message: 'Dit bestand is ouder dan het laatste van deze bron.', remedy: 'Lever het nieuwste bestand aan.' },
  'older-day': {
    message: 'Deze bron is al ingelezen voor een latere dag; een oudere dag zou gesloten vacatures weer openen.',
    remedy: 'Lees oude bestanden in op volgorde van dag. Is dit het nieuwste bestand, laat dan --at weg (API: day).'
  },
  'wrong-source': { message: 'Het bestand is van een andere bron dan is opgegeven.', remedy: 'Geef de bron op die in het bestand staat.' },
  'source-busy': { message: 'Er loopt al een import van deze bron.', remedy: 'Wacht tot die klaar is en probeer het dan opnieuw.' },
  'not-reached': { message: 'Het bestand is niet te lezen.', remedy: 'Controleer het pad en de rechten.' },
  interrupted: { message: 'De import is afgebroken; er is niets veranderd.', remedy: 'Start de import opnieuw.' },
  internal: { message: 'De import liep vast door een fout van passendwerk; er is niets veranderd.', remedy: 'Meld dit met het nummer van de import.' }
} as const satisfies Record<string, Reason>
export type RunCode = keyof typeof RUN_REASONS
