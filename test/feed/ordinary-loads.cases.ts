/**
 * Ordinary wordings of adverts, written for this list: the notation of `fixed-loads.cases.ts`. Weights beside an aid, work that
 * is left to others, "alleen" that means only, and denials of less than the whole.
 */
export const ORDINARY: ReadonlyArray<readonly [string, readonly string[], readonly string[]]> = [
  // Weights and degrees as adverts write them.
  ['Losse delen tot 20 kg til je met de hand.', ['tillen_kg=max20kg'], []],
  ['Je draagt kratten naar de deur. Een krat mag niet zwaarder zijn dan 18 kg.', ['tillen_kg=b3', 'tillen_kg=max18kg'], []],
  ['Je pakt dozen in, de zwaarste doos is 7 kilo.', ['tillen_kg=max7kg'], []],
  ['Je tilt de wielen op de brug; de wielen wegen tussen de 15 en 25 kg.', ['tillen_kg=max25kg'], []],
  ['In de hal is het 4 °C.', ['temperatuur=eq4celsius', 'temperatuur_koude=eq4celsius'], []],
  ['Je staat in een hal waar het 2 graden is.', ['temperatuur=eq2celsius', 'temperatuur_koude=eq2celsius'], []],
  ['Temperatuur op de afdeling: 4ºC', ['temperatuur=eq4celsius', 'temperatuur_koude=eq4celsius'], []],
  ['In de koude keuken is het 5 graden.', ['temperatuur=eq5celsius', 'temperatuur_koude=eq5celsius'], []],
  // Denials of the whole.
  ['Verzorgende taken horen niet bij de functie.', ['patientcontact=nee'], []],
  ['Leidinggeven komt er niet bij kijken.', ['leidinggeven=nee'], []],
  ['Je hebt geen mensen onder je.', ['leidinggeven=nee'], []],
  ['Contact met patiënten is er in deze functie niet.', ['klantcontact=nee'], []],
  ['Rollen van 25 kilo til je met een takel.', ['tillen_kg=b2', 'dragen_kg=b2'], []],
  ['Met een tilhulp verplaats je vaten van 50 kilo.', ['tillen_kg=b2', 'dragen_kg=b2'], []],
  ['Je tilt zakken van 25 kilo met behulp van een tilhulpmiddel.', ['tillen_kg=b2', 'dragen_kg=b2'], []],
  ['Zakken mortel van 25 kilo leg je op de kar.', ['tillen_kg=eq25kg'], []],
  ["Accu's (18 kg) zet je in de stelling.", ['tillen_kg=eq18kg'], []],
  ['Je pakt dozen, de meeste dozen wegen tussen 2 en 12 kilo.', ['tillen_kg=eq12kg'], []],
  ['Wij verkopen zakken mortel van 25 kilo.', [], ['tillen_kg']],
  ['Wij verkopen zakken van 25 kilo, je gaat klanten bellen.', [], ['=eq25kg']],
  ['Je pakt leveringen uit en stapelt ze. De kratten wegen maximaal 14 kilo.', ['tillen_kg=max14kg', 'tillen_kg=b2'], []],
  ['De vrachtwagen wordt door de chauffeur gelost.', [], ['tillen_kg', 'besturen']],
  ['De tafels en stoelen stapelen wij op vrijdag.', [], ['tillen_kg']],
  ['Bewoners op de eerste etage douche je.', ['patientcontact=b4'], []],
  ['Machines hoef je niet te bedienen en stoelen niet te stapelen.', [], ['tillen_kg']],
  ['En als je straks een hele ploeg wil aansturen, betalen wij je cursus.', [], ['leidinggeven']],
  ['Je geeft zelf geen leiding.', ['leidinggeven=nee'], []],
  ['Op twee locaties in de stad stuur je samen 22 medewerkers aan.', ['leidinggeven=ja'], []],
  ['Zakken van 25 kilo til je zelf.', ['tillen_kg=eq25kg'], []],
  ['Je sjouwt de hele dag met balken en platen van 22 kilo.', ['tillen_kg=eq22kg'], []],
  ['Je tilt dozen (tot 14 kg).', ['tillen_kg=max14kg'], []],
  ['Tilwerk dat niet alleen lukt, doe je met een collega.', ['tillen_kg=b2?', 'dragen_kg=b2?'], []],
  ['Het werk op het dak laat je aan een dakdekker over.', [], ['klimmen']],
  ['Je werkt op het dak en laat niets liggen.', ['klimmen=b4'], []],
  ['Voor de schoorsteen ga je met een ladder het dak op.', ['klimmen=ladder'], []],
  ['Je staat regelmatig op een steiger.', ['klimmen=steiger'], []],
  ['Je werkt op een schaarlift.', ['klimmen=b4'], []],
  ['Je werkt alleen in de ochtend.', [], ['samenwerken', 'solitair_werk']],
  ['Je werkt alleen bij de cliënt.', ['solitair_werk=b4'], ['samenwerken']],
  ['Op de groep sta je nooit alleen.', ['solitair_werk=b0'], []],
  ['Samen met een vaste collega doe je de ronde.', ['samenwerken=b3'], []],
  ['Wij zoeken een echte aanpakker.', [], ['werktempo', 'handelingstempo']],
  ['De norm is 90 dozen per uur.', ['werktempo=ja'], []],
  ['De band bepaalt hoe hard je werkt.', ['werktempo=b4'], []],
  ['Het is fris in de hal (6 graden).', ['temperatuur=eq6celsius', 'temperatuur_koude=eq6celsius'], []],
  ['Bij de ketels wordt het 42 graden.', ['temperatuur=eq42celsius', 'temperatuur_hitte=eq42celsius'], []],
  ['Stof komt er niet vrij.', ['stof_gas=nee'], []],
  ['Bewoners aanspreken op rommel in de hal.', ['klantcontact=b3'], []],
  ['Bewoners waarderen onze zorg.', [], ['klantcontact']],
  ['Je schoonmaakmiddelen zijn milde middelen.', ['huidcontact=b2'], []],
  ['Soms sta je op een steiger en je sjouwt de hele dag.', ['klimmen=b2'], []],
  ['Machines hoef je niet te bedienen.', ['persoonlijk_risico=b0'], []],
  ['Lichamelijke zorg geef je niet.', ['patientcontact=b1'], []]
]

/** The same in English adverts. */
export const ORDINARY_ENGLISH: typeof ORDINARY = [
  ['You unload trucks by hand. Boxes weigh up to 22 kg.', ['tillen_kg=b3', 'tillen_kg=max22kg'], []],
  ['The scale is new. Boxes weigh up to 22 kg.', ['tillen_kg=b4', 'dragen_kg=b4'], []],
  ['You stack bags. Bags of flour weigh 25 kilos; a vacuum lifter does the lifting.', ['tillen_kg=b2'], []],
  ['Bring parcels to people. Crates weigh 11 kg on average, 17 kg at most.', ['tillen_kg=max17kg'], []],
  ['You work to a target of 95 parcels an hour.', ['werktempo=ja'], []],
  ['You work on your own at night.', ['solitair_werk=b4'], []],
  ['You help her dress.', ['patientcontact=b4'], []]
]
