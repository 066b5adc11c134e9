/**
 * Denials that do not hold as they stand: a hedge, a condition, an exception, a season, a group, a question, or a contrary behind them.
 * None of them may state that there is none of it. Own sentences; what must not be stated: `tillen_kg=nee`, `etmaal=geen-nacht`, or a
 * part of the schedule that must not be denied.
 */
export const NOT_PLAIN: ReadonlyArray<readonly [string, string]> = [
  ['Er is meestal geen tilwerk.', 'tillen_kg=nee'],
  ['Vrijwel geen tilwerk.', 'tillen_kg=nee'],
  ['Gewoonlijk is er geen tilwerk.', 'tillen_kg=nee'],
  ['Op dit moment is er geen tilwerk.', 'tillen_kg=nee'],
  ['In de zomer is er geen tilwerk.', 'tillen_kg=nee'],
  ['Er is geen tilwerk zolang de heftruck het doet.', 'tillen_kg=nee'],
  ['Er is geen tilwerk, op een enkele zware doos na.', 'tillen_kg=nee'],
  ['Er is geen tilwerk, afgezien van de kratten van 20 kilo.', 'tillen_kg=nee'],
  ['Er is geen tilwerk buiten het lossen om.', 'tillen_kg=nee'],
  ['Op kantoor is geen tilwerk, in het magazijn wel.', 'tillen_kg=nee'],
  ['Geen tilwerk mits de lift het doet.', 'tillen_kg=nee'],
  ['Er is op rustige dagen geen tilwerk.', 'tillen_kg=nee'],
  ['Er is geen tilwerk voor vrouwen.', 'tillen_kg=nee'],
  ['There is usually no lifting involved.', 'tillen_kg=nee'],
  ['There is no lifting unless a colleague is away.', 'tillen_kg=nee'],
  ['Geen tilwerk? Vergeet het maar, je sjouwt de hele dag.', 'tillen_kg=nee'],
  ['Geen tilwerk! Wel veel sjouwen met zware zakken.', 'tillen_kg=nee'],
  ['Het is niet zo dat er geen tilwerk is.', 'tillen_kg=nee'],
  ['Je hoeft niet te tillen, je collega doet dat. Bij ziekte neem jij het over.', 'tillen_kg=nee'],
  ['Geen tilwerk. Je tilt dozen van 12 kilo.', 'tillen_kg=nee'],
  ['Er is doorgaans geen klantcontact.', 'klantcontact=nee'],
  ['Er is geen klantcontact op maandag.', 'klantcontact=nee'],
  ['Geen klantcontact? Niks voor jou, jij wilt mensen spreken!', 'klantcontact=nee'],
  ['Je zoekt geen baan zonder klantcontact.', 'klantcontact=nee'],
  ['Je hebt geen direct klantcontact, maar belt wel met klanten.', 'klantcontact=nee'],
  ['Er is geen klantcontact. Wel sta je leveranciers te woord.', 'klantcontact=nee'],
  ['Je geeft geen leiding aan mensen, maar coördineert wel de ploeg.', 'leidinggeven=nee'],
  ['Geen deadlines, wel harde targets.', 'deadlines=nee'],
  ['Geen trappen in het pand, op de archiefkelder na.', 'trappen_treden=nee'],
  ['Vanaf 57 jaar geen nachtdiensten.', 'etmaal=geen-nacht'],
  ['Nachtdiensten zijn niet verplicht.', 'etmaal=geen-nacht'],
  ['Geen nachtdiensten voor zwangere medewerkers.', 'etmaal=geen-nacht'],
  ['Geen nachtdiensten maar wel bereikbaarheidsdiensten in de nacht.', 'etmaal=geen-nacht'],
  ['Tijdens je opleiding werk je alleen overdag.', 'etmaal=dag'],
  ['In principe werk je alleen overdag.', 'etmaal=dag'],
  ["Je werkt alleen overdag of alleen 's nachts, aan jou de keuze.", 'etmaal=dag'],
  ["Standaard werk je alleen overdag, in de kersttijd ook 's nachts.", 'etmaal=dag'],
  ['Je werkt op kantoortijden. In overleg is ook nachtwerk mogelijk.', 'etmaal=dag'],
  ['Geen nachtdiensten zolang je in opleiding bent.', 'no-night'],
  ['Geen avonddiensten, geen weekenddiensten, wel nachten.', 'no-night'],
  ['Nachtdiensten schuw je niet.', 'no-night'],
  ['Je draait nooit meer dan drie nachten achter elkaar.', 'no-night'],
  ['Geen verplichte nachtdiensten.', 'no-night'],
  ["Je werkt niet vaker dan 2 keer per maand 's nachts.", 'no-night'],
  ['Je werkt meestal overdag.', 'no-night'],
  ['Normaal werk je alleen overdag.', 'no-evening'],
  ['Je werkt van 07.00 tot 15.30 uur en bent bij calamiteiten dag en nacht oproepbaar.', 'no-night'],
  ['Je werkt meestal van 8.00 tot 16.30 uur.', 'no-night'],
  ['Nachtdiensten draai je niet in je eerste jaar.', 'no-night'],
  ['Je werkt nooit in het weekend, behalve met kerst.', 'no-weekend'],
  ['No weekend work, usually.', 'no-weekend'],
  ['Geen weekenddiensten in de eerste maand.', 'no-weekend'],
  ['Meestal werk je van maandag tot en met vrijdag.', 'no-weekend'],
  ['Geen avonddiensten. Later draai je ook avonden.', 'no-evening'],
  ['Geen piketdiensten in de eerste maand.', 'no-on-call'],
  // Said elsewhere in the advert that it may occur: neither is a fact.
  ['Geen tilwerk. Je werkt in een team van vijf. De lunch is gratis. Tillen kan soms voorkomen.', 'tillen_kg=nee'],
  ['Geen nachtdiensten. Je werkt in een team van vijf. De lunch is gratis. Soms werk je in de nacht.', 'etmaal=geen-nacht']
]

/** Denials that hold, also beside another matter: what they state. */
export const PLAIN: ReadonlyArray<readonly [string, string]> = [
  ['Geen tilwerk.', 'tillen_kg=nee'],
  ['Geen tilwerk, maar wel veel lopen.', 'tillen_kg=nee'],
  ['Je hebt geen klantcontact en geen deadlines.', 'klantcontact=nee'],
  ['Er is geen tilwerk. Wel loop je veel.', 'tillen_kg=nee'],
  ['Je hoeft niet te tillen. Je werkt in een team van vijf.', 'tillen_kg=nee'],
  ['Geen nachtdiensten, wel avonddiensten.', 'etmaal=geen-nacht'],
  ['Geen nachtdiensten, wel af en toe een avond.', 'etmaal=geen-nacht'],
  ['Tijdelijk contract, geen nachtdiensten.', 'etmaal=geen-nacht'],
  ['Je werkt van maandag tot en met vrijdag, geen nachtdiensten.', 'etmaal=geen-nacht'],
  ['Je werkt alleen overdag.', 'etmaal=dag'],
  ["You won't work nights.", 'no-night'],
  ["You don't work nights or weekends.", 'no-weekend'],
  ["Night shifts aren't part of this role.", 'no-night'],
  ['Nachtdienst: nee', 'no-night'],
  ['Nachtdiensten: geen, je werkt overdag.', 'no-night']
]

/** What is asked in a question, by choice or denied in part is asked perhaps: it may not be stated. */
export const NOT_SURE: ReadonlyArray<readonly [string, string]> = [
  ['In de regel til je hooguit 5 kg.', 'tillen_kg=max5kg'],
  ['Je tilt de eerste week maximaal 5 kg, als je al zover bent.', 'tillen_kg=max5kg'],
  ['Je tilt gemiddeld 5 kg, met uitschieters naar 20.', 'tillen_kg=eq5kg'],
  ['Volgens de arbo mag je maximaal 23 kg tillen.', 'tillen_kg=max23kg'],
  ['Nachtdiensten? Niet bij ons!', 'etmaal=nacht'],
  ['Nachtdiensten zijn vrijwillig.', 'etmaal=nacht'],
  ['Nachtdiensten draai je niet in je eerste jaar.', 'etmaal=nacht'],
  ['Nachtdienst: nee', 'etmaal=nacht'],
  ["You won't work nights.", 'etmaal=nacht'],
  ["Night shifts aren't part of this role.", 'etmaal=nacht'],
  ['Klantcontact: nee', 'klantcontact']
]
