/**
 * Own sentences a dimension, written before the rules were asked: `+` asks for it, `-` denies it or makes it small, `~` only now
 * and then, perhaps or with an aid, `x` speaks of something else.
 */
const TEXT = `
tillen	+	Je tilt regelmatig dozen van het rek.
tillen	+	Het werk is fysiek zwaar, dus een sterke rug is handig.
tillen	+	Je sjouwt met zakken cement en stapelt kratten.
tillen	-	Tillen komt bij dit werk niet voor.
tillen	-	Je hoeft geen zware dozen te tillen.
tillen	~	Soms til je een doos.
tillen	~	Zware pakketten til je samen met een collega.
tillen	x	Samen tillen we de zorg naar een hoger plan.
tillen	x	Je draagt zorg voor een opgeruimde balie.
duwen	+	Je duwt volle rolcontainers de winkel in.
duwen	+	Met een pompwagen verplaats je de hele dag pallets.
duwen	-	Geen duw- en trekwerk.
duwen	~	Af en toe verplaats je een kar.
duwen	x	Jij trekt de kar bij dit project.
duwen	x	Je weet nieuwe klanten te trekken.
zitten	+	Je zit de hele dag achter een bureau.
zitten	+	Het is overwegend zittend werk.
zitten	-	Dit is geen kantoorbaan.
zitten	-	Stilzitten is niets voor jou.
zitten	~	Soms zit je achter de computer.
zitten	x	Waar zie jij jezelf zitten over vijf jaar?
zitten	x	Wij zitten in het centrum van Zwolle.
staan	+	Je staat het grootste deel van de dag.
staan	+	Lang staan is voor jou geen probleem.
staan	+	Je kunt goed tegen staand werk.
staan	-	Je hoeft niet te staan.
staan	-	Weinig staan en veel afwisseling.
staan	~	Bij drukte sta je even achter de kassa.
staan	x	De klant staat bij ons centraal.
staan	x	Je staat open voor verandering.
lopen	+	Je loopt veel door het magazijn.
lopen	+	Per dienst maak je 15.000 stappen.
lopen	-	Er is nauwelijks loopwerk.
lopen	~	Af en toe loop je een ronde.
lopen	x	Je loopt mee met een ervaren collega.
lopen	x	De lopende projecten rond je af.
buigen	+	Je moet vaak bukken om bij de onderste schappen te komen.
buigen	+	Je maakt bedden op en poetst sanitair.
buigen	-	Zonder bukken, alles ligt op werkhoogte.
buigen	~	Soms buk je om iets op te rapen.
buigen	x	Je buigt je over lastige dossiers.
buigen	x	Je draait mee in een goed draaiend team.
knielen	+	Je werkt veel op je knieën.
knielen	+	Geknield tegels leggen is je vak.
knielen	-	Geen werk op de knieën.
knielen	~	Soms moet je even knielen.
knielen	x	Je krijgt het vak snel onder de knie.
klimmen	+	Je werkt op hoogte, op steigers en daken.
klimmen	+	Je staat geregeld op een ladder.
klimmen	-	Werken op hoogte hoort hier niet bij.
klimmen	-	Geen klimwerk.
klimmen	~	Een enkele keer ga je een ladder op.
klimmen	x	Wij houden je op de hoogte.
klimmen	x	Bij ons kun je opklimmen tot manager.
bovenhands	+	Je werkt vaak boven schouderhoogte.
bovenhands	+	Je schildert plafonds.
bovenhands	-	Je werkt nooit boven schouderhoogte.
bovenhands	~	Soms reik je boven je hoofd.
bovenhands	x	Het resultaat was boven verwachting.
handen	+	Je doet de hele dag dezelfde handeling.
handen	+	Je soldeert kleine onderdelen, fijn montagewerk dus.
handen	-	Geen repeterend werk.
handen	~	Soms pak je producten in.
handen	x	Je bent handig met Excel.
handen	x	Aan de hand van een rapport geef je advies.
toetsenbord	+	Je zit de hele dag achter het scherm te typen.
toetsenbord	+	Je verwerkt facturen in AFAS.
toetsenbord	-	Computerkennis is niet nodig.
toetsenbord	-	Geen beeldschermwerk.
toetsenbord	~	Af en toe wat administratie.
toetsenbord	x	Achter de schermen werken wij aan groei.
hitte	+	Je staat achter de frituur in een hete keuken.
hitte	+	In de kas kan het erg warm worden.
hitte	-	De werkplek is geklimatiseerd.
hitte	x	Je komt in een warm team terecht.
hitte	x	Een warm welkom is bij ons gewoon.
koude	+	Je werkt in de koelcel bij 4 graden.
koude	+	In de vrieshal draag je een vriesjas.
koude	-	Je werkt niet in de koeling.
koude	~	Soms ga je even de koelcel in.
koude	x	Je doet koude acquisitie.
buiten	+	Je werkt het hele jaar buiten, in weer en wind.
buiten	+	Je gaat snoeien en schoffelen.
buiten	-	Je werkt altijd binnen.
buiten	~	Soms werk je buiten.
buiten	x	Je hebt een buitengewoon goede pen.
buiten	x	Buiten kantooruren zijn wij dicht.
huid	+	Je werkt met schoonmaakmiddelen en hebt vaak natte handen.
huid	+	Vieze handen horen erbij.
huid	-	Geen chemische middelen en geen vuil werk.
huid	~	Soms krijg je vieze handen.
huid	x	In je huidige functie leer je veel.
stof	+	Bij het schuren komt veel stof vrij.
stof	+	Je werkt in een stoffige hal.
stof	-	De ruimte is stofvrij.
stof	~	Soms is het stoffig.
stof	x	Je beheerst de lesstof.
stof	x	Wij kopen grondstoffen in.
geluid	+	Gehoorbescherming is verplicht.
geluid	+	Je werkt in een lawaaiige werkplaats.
geluid	-	Je hebt een stille werkplek.
geluid	-	Geen lawaai.
geluid	~	Soms is er lawaai van de hal.
geluid	x	Je laat je stem horen in het overleg.
risico	+	Je werkt met gevaarlijke stoffen.
risico	+	Je bedient een zaagmachine en een slijptol.
risico	-	Geen gevaarlijk werk.
risico	~	Soms loop je tussen de machines.
risico	x	Je schat financiële risico's in.
rijden	+	Je rijdt de hele dag met een bus.
rijden	+	Met de bedrijfsauto ga je dagelijks naar klanten.
rijden	-	Je rijdt niet voor je werk.
rijden	~	Soms rijd je naar een klant.
rijden	x	Wij zijn goed bereikbaar met de auto.
rijden	x	Je bent de drijvende kracht van het team.
aandacht	+	Je kunt je lang concentreren.
aandacht	+	Je werkt nauwkeurig en controleert cijfers.
aandacht	-	Langdurige concentratie is niet nodig.
aandacht	x	Wij hebben aandacht voor jouw ontwikkeling.
aandacht	x	Je brengt het onder de aandacht van de pers.
verdelen	+	Je houdt veel ballen tegelijk in de lucht.
verdelen	+	Multitasken is jouw sterke kant.
verdelen	-	Je doet één taak tegelijk.
verdelen	x	Je verdeelt de taken over het team.
tempo	+	Het tempo ligt hoog.
tempo	+	Je kunt goed tegen werkdruk en werkt stressbestendig.
tempo	+	Je pickt 120 orders per uur.
tempo	-	Je werkt in je eigen tempo.
tempo	-	Geen tijdsdruk.
tempo	~	In december is het druk.
tempo	x	Wij zijn een snelgroeiend bedrijf.
tempo	x	Reageer snel op deze vacature.
deadlines	+	Je werkt met strakke deadlines.
deadlines	+	Deadlines halen geeft jou energie.
deadlines	-	Geen deadlines.
deadlines	~	Soms heb je een deadline.
deadlines	x	De deadline om te solliciteren is 1 mei.
storing	+	Je wordt de hele dag gestoord door telefoontjes.
storing	+	Ad hoc werkzaamheden pak je makkelijk op.
storing	-	Je kunt ongestoord werken.
storing	~	Soms komt er een vraag tussendoor.
storing	x	Als storingsmonteur los je het op.
wisselend	+	Geen dag is hetzelfde.
wisselend	+	Je werkt op wisselende locaties.
wisselend	-	Je hebt vaste taken en een vaste structuur.
wisselend	-	Routinewerk.
wisselend	x	Je wisselt van gedachten met collega's.
zelfstandig	+	Je werkt volledig zelfstandig.
zelfstandig	+	Je neemt initiatief en bepaalt je eigen agenda.
zelfstandig	-	Je werkt onder begeleiding van een werkbegeleider.
zelfstandig	x	Je begeleidt bewoners die zelfstandig wonen.
zelfstandig	x	Als zelfstandige zonder personeel kun je ook reageren.
klant	+	Je staat klanten te woord aan de balie.
klant	+	Je hebt de hele dag klantcontact.
klant	-	Geen klantcontact.
klant	-	Je hebt weinig klantcontact.
klant	~	Soms help je een klant.
klant	x	Onze klanten waarderen ons met een 9.
zorg	+	Je helpt bewoners met wassen en aankleden.
zorg	+	Je verzorgt cliënten met dementie.
zorg	-	Je hebt geen zorgtaken.
zorg	~	Soms maak je een praatje met bewoners.
zorg	x	Je zorgt voor een goede sfeer.
zorg	x	Een goed verzorgde lunch staat klaar.
conflict	+	Je gaat om met agressie en boze klanten.
conflict	+	Je handelt klachten af.
conflict	-	Geen agressie en geen klachten.
conflict	~	Soms heb je een boze klant.
conflict	x	Onze klachtenregeling vind je op de site.
emotie	+	Je bent empathisch en hebt een luisterend oor.
emotie	+	Je begeleidt mensen bij rouw en verlies.
emotie	-	Geen emotioneel zware gesprekken.
emotie	~	Soms heb je een verdrietig gesprek.
emotie	x	Je hebt gevoel voor humor.
samenwerken	+	Je werkt nauw samen met je collega's.
samenwerken	+	Je bent een teamspeler.
samenwerken	-	Je werkt meestal alleen, het is een solistische functie.
samenwerken	~	Soms is er overleg.
samenwerken	x	Elk jaar een leuk teamuitje.
leiding	+	Je stuurt een team van tien mensen aan.
leiding	+	Je geeft leiding aan de afdeling.
leiding	-	Geen leidinggevende taken.
leiding	~	Soms vervang je de teamleider.
leiding	x	Je volgt een opleiding tot monteur.
leiding	x	Wij zijn marktleider in kozijnen.
onregelmatig	+	Je werkt in wisselende diensten.
onregelmatig	+	Onregelmatige werktijden horen erbij.
onregelmatig	-	Vaste werktijden, geen overwerk.
onregelmatig	x	Een weekendje weg met het team.
trap	+	Je loopt veel trappen.
trap	-	Er is een lift aanwezig.
trap	x	Stap voor stap leer je het vak.
trilling	+	Je werkt met een drilboor.
trilling	x	Mijn telefoon trilt.
pbm	+	Veiligheidsschoenen zijn verplicht.
pbm	x	Gegevensbescherming is belangrijk.
`

export interface DimensionCase {
  readonly dim: string
  readonly mark: '+' | '-' | '~' | 'x'
  readonly text: string
}

export const BY_DIMENSION: readonly DimensionCase[] = TEXT.trim()
  .split('\n')
  .map(line => {
    const [dim = '', mark = '', text = ''] = line.split('\t')
    return { dim, mark: mark as DimensionCase['mark'], text }
  })
