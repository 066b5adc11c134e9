/** Own sentences with the licences and certificates they demand; `-` = none. A wish, an offer or a denial demands nothing. */
const TEXT = `
Een voorman met rijbewijs brengt je naar het werk.	-
Je rijdt mee met de chauffeur (die heeft rijbewijs C).	-
Hun rijbewijs C en code 95 houd jij in de gaten.	-
De monteurs komen met hun eigen rijbewijs.	-
Van onze collega's in de loods vragen we een heftruckcertificaat, van jou niets.	-
Wij zoeken chauffeurs met code 95.	CODE95
Chauffeurs met rijbewijs C gezocht.	C
Jij en je collega's hebben allemaal een VCA.	VCA-B
Het bedrijf is VCA** gecertificeerd.	-
Je bent VCA-gecertificeerd.	VCA-B
Het team telt tien consulenten (mbo, SKJ-geregistreerd).	-
Je leest veel termen als 'rijbewijs CE'.	-
Een rijbewijs hoef je dus niet te hebben.	-
Een VCA hoef je hier nog niet te hebben.	-
Een reachtruckcertificaat wordt door ons geregeld.	-
De chauffeurskaart voor de taxi doe je bij ons in werktijd.	-
VCA volgt in de eerste weken.	-
Handig: VCA, BHV, EHBO.	-
Ons kantoor telt zes intercedenten, allemaal vrolijk, met een rijbewijs.	-
Een van ons heeft rijbewijs BE (hoef jij niet te hebben).	-
Nog geen rijbewijs? Wij betalen je lessen (rijbewijs D en code 95).	-
Na twee jaar heb je je BIG-registratie.	-
Een onderwijsbevoegdheid heb je nog niet.	-
Met rijbewijs en eigen vervoer? Dan krijg je 40 cent per kilometer.	-
Afhangen doet onze montageploeg (die heeft VCA, jij hoeft dat niet).	-
Niet vereist: een diploma, een rijbewijs, verstand van fietsen.	-
Wat mag: rijbewijs (BE nog liever).	-
VCA is alleen nodig op grote bouwplaatsen.	-
NEN 3140 en VCA laten we je halen.	-
De opleiding tot boa volg je in het eerste jaar.	-
Monsternemers halen de flessen op met een bus (rijbewijs B, vanaf vijf uur).	-
Chauffeurs halen de post op (rijbewijs C, vanaf vijf uur).	-
Het bedrijf telt 600 pedagogisch medewerkers (mbo, kinder-EHBO, rijbewijs).	-
Ben je al jaren stukadoor en heb je rijbewijs B, dan moeten we praten.	B
Heb je rijbewijs B, dan mag je de bus meenemen.	-
Je mag een rijbewijs hebben, de fiets kan ook.	-
Onze hijskranen rijden met een C-rijbewijs.	-
- VCA\\n- BE\\n- 5 jaar ervaring	BE VCA-B
Wensen:\\n- VCA\\n- rijbewijs BE	-
Niet vereist\\n- VCA\\n- rijbewijs C	-
Eisen\\n- rijbewijs C\\n\\nWensen\\n- VCA\\n\\nBij ons moet je een VOG hebben.	C VOG
Heftruckcertificaat als je dat wilt.	-
Daarna ga je door voor je VCA. Dat betalen wij.	-
Geen ervaring/diploma/rijbewijs nodig.	-
Je bent een hbo-opgeleide arts met BIG-registratie.	BIG
Je wordt door ons opgeleid voor je VCA.	-
Certificaten: NEN 3140 (VCA niet nodig).	NEN3140
Je hebt rijbewijs B.	B
Je bent in het bezit van een geldig rijbewijs.	B
Rijbewijs B is een pré.	-
In bezit van rijbewijs BE.	BE
Een geldig rijbewijs CE is nodig.	CE
Heb je geen rijbewijs? Dan kunnen we helaas niet verder.	B
Heb je geen rijbewijs? Geen probleem, de bus stopt voor de deur.	-
Zonder rijbewijs kun je dit werk niet doen.	B
Zonder VCA kom je het terrein niet op.	VCA-B
No driving licence required.	-
You do not need a driving licence.	-
VCA halen we samen; je hebt het nog niet nodig.	-
Je kan je rijbewijs B gratis behalen via ons kantoor.	-
Een rijbewijs is een pré, geen must.	-
Een rijbewijs is niet nodig.	-
Rijbewijs niet vereist.	-
Een telefoon heb je nodig, een rijbewijs niet.	-
Een rijbewijs is niet per se nodig.	-
Rijbewijs BE geeft je een streepje voor.	-
Je hebt geen rijbewijs nodig voor dit werk.	-
Rijbewijs CE en code 95.	CE CODE95
Rijbewijs C is een vereiste.	C
Groot rijbewijs gewenst.	-
Je hebt een groot rijbewijs.	C
Je hebt rijbewijs BE en een trekkerrijbewijs.	BE T
Je beschikt over een eigen auto.	-
Je bent BIG-geregistreerd.	BIG
BIG-registratie vereist.	BIG
VCA is verplicht.	VCA-B
In bezit van VCA of bereid dit te behalen.	-
VOL-VCA verplicht.	VCA-VOL
Wij vragen een VOG.	VOG
Een Verklaring Omtrent het Gedrag is verplicht.	VOG
De kosten van de VOG betalen wij.	VOG
Een VOG vragen wij voor je aan.	VOG
Een VOG is niet nodig.	-
Rijbewijs B, een goed humeur en een diploma of bereidheid.	B
Rijbewijs B en liefst BE.	B
VCA-basis in bezit, VCA-VOL wordt vergoed.	VCA-B
Je hebt een BIG-registratie.	BIG
Hbo-v en BIG.	BIG
A big team.	-
We zijn BIG on safety.	-
Je hebt een heftruckcertificaat en een reachtruckcertificaat.	HEFTRUCK REACHTRUCK
Heftruckcertificaat is mooi meegenomen.	-
Bij ons kun je je heftruckcertificaat halen.	-
Je bent in bezit van een EHBO-diploma.	EHBO
BHV-diploma of bereidheid om dit te halen.	-
Verklaring sociale hygiëne vereist.	SOCHYG
Je hebt een lesbevoegdheid voor het basisonderwijs.	LESBEVOEGD
SKJ-registratie is een vereiste.	SKJ
Je hebt NEN 3140.	NEN3140
Boa-bevoegdheid domein 1.	BOA
Je hebt een chauffeurskaart en rijbewijs B.	B
Je hebt een chauffeurskaart voor het taxivervoer.	TAXIPAS
Een heftruckcertificaat strekt tot aanbeveling.	-
VCA? Behaal je in de eerste maand.	-
EHBO (kun je ook bij ons volgen).	-
Rijbewijs B; C en code 95 haal je op onze kosten.	B
BHV (verplicht, de cursus betalen wij).	BHV
BHV is niet verplicht.	-
Rijbewijs: niet van belang.	-
Een rijbewijs is geen voorwaarde.	-
Forklift certificate (preferred).	-
Een bevoegdheid voor het basisonderwijs.	LESBEVOEGD
VCA is niet nodig, een rijbewijs ook niet en een diploma evenmin.	-
Rijbewijs B, en je bent handig.	B
Je regelt de coördinatie van de BHV en de brandoefeningen.	-
Ervaring met de BHV is nodig, want je stuurt de ploeg aan.	-
Je leidt het BHV-team.	-
Je hebt een BHV-diploma en een VOG.	BHV VOG
`

export const PAPERS: ReadonlyArray<readonly [string, string]> = TEXT.trim()
  .split('\n')
  .map(line => {
    const [text = '', wanted = ''] = line.split('\t')
    return [text.replaceAll('\\n', '\n'), wanted]
  })
