/**
 * Own sentences with the education that is demanded: range, then `strict` (the paper itself) or `level`, then the track
 * when academic; `-` = no demand. Read as an item among the demands.
 */
const TEXT = `
Een bevoegdheid voor het basisonderwijs (pabo).	6-6 strict
Een hbo-opgeleide oefentherapeut.\\n- Een master (sport, ouderen) is een pré, geen eis.	6-6 level
Vmbo of mbo niveau 2.	2-3 level
Na een jaar heb je een mbo 2-diploma, daarna kun je door voor niveau 3.	-
Zelf een drogistendiploma halen? Dat betalen wij.	-
Je hebt mbo 4 en kunt bij ons een hbo-opleiding volgen.	5-5 level
Veel jongeren verlaten de school zonder diploma.	-
Zonder diploma ben je ook welkom.	1-1
Je hebt een bachelor- of masterdiploma (richting speelt geen rol).	6-7 strict
Het college leidt op tot verzorgende (niveau 3).	-
Wij leiden je op tot monteur mbo niveau 2.	-
Hbo rechten, (bijna) afgerond.\\n- Of: mbo 4 met ervaring.	5-6 strict
Mbo installatietechniek of elektrotechniek, niveau 3.	4-4 level
Onze oprichter is gepromoveerd econometrist.	-
Onze recruiters hebben vrijwel allemaal hbo gedaan.	-
We verwachten hbo-niveau (zorg is passend, niet noodzakelijk).	6-6 level
Wij verwachten dat je hbo of wo hebt gedaan, drie jaar ervaring meebrengt, houdt van een stevige uitdaging en dat je zelfstandig je weg vindt.	6-7 level
Je bent pas afgestudeerd met een wo-master (maakt niet uit welke).	7-7 strict wo
BSc/MSc in food technology.	6-7 strict
MBO College Noord leidt op tot kok (niveau 2) en chef (niveau 4).	-
Hbo'er, of een mbo'er die laat zien dat hij het kan.	3-6 level
Mbo 4 (leidinggevende keuken) of koksopleiding niveau 4.	5-5 strict
Bij twijfel roep je een gediplomeerd drogist.	-
Een diploma is overbodig.	1-1
Een lesbevoegdheid (hbo) of je rondt die dit jaar af.	6-6 level
Diploma: geen.	1-1
Een opleiding is niet van belang.	1-1
Je hebt een afgeronde mbo-opleiding niveau 4.	5-5 strict
Minimaal mbo 4 werk- en denkniveau.	5-5 level
Je hebt mbo 4 of hbo.	5-6 level
Hbo werk- en denkniveau, een diploma is niet nodig.	6-6 level
Een diploma is geen must, wel hbo-niveau.	6-6 level
Een diploma is niet nodig. Mbo 4 werk- en denkniveau wel.	5-5 level
Je hebt een universitaire bèta opleiding afgerond.	7-7 strict wo
Minimaal een afgeronde mbo niv. 4 opleiding in de ict.	5-5 strict
Een wo- of hbo-opleiding in de hydrologie.	6-7 level
Een diploma is niet nodig.	1-1
Diploma's hoeven niet.	1-1
You don't need a degree.	1-1
Een geldig certificaat, mbo 3 (HTV), rijbewijs B en een goede conditie.	4-4 level
Diploma's maken niet uit.	1-1
Je hebt een pabodiploma.	6-6 strict
Dit phd-traject valt onder een groot onderzoek.	-
Een phd is vereist.	8-8 strict wo
Je bent afgestudeerd arts.	7-7 strict wo
Vereist: technisch secundair onderwijs.	4-5 level
Je bent hbo'er.	6-6 level
Je hebt een diploma PW-4.	5-5 strict
Je hebt een diploma doktersassistent.	5-5 strict
Een opleiding tot verpleegkundige heb je afgerond.	5-6 strict
Een diploma Beveiliger 2.	3-3 strict
Mbo 3 of 4, blind typen is prettig.	4-5 level
Een afgeronde hbo social work, een certificaat is niet nodig.	6-6 strict
Je hebt geen diploma nodig om te starten.	1-1
Ervaring of diploma's zijn niet vereist.	1-1
Hbo werk- en denkniveau.	6-6 level
Een afgeronde hbo-opleiding verpleegkunde.	6-6 strict
In bezit van een diploma pabo.	6-6 strict
Je hebt de pabo afgerond.	6-6 strict
Hbo is een pré.	-
Een mbo-diploma is mooi meegenomen.	-
Minimaal een vmbo-diploma.	2-3 strict
Vmbo basis is genoeg.	2-2 level
Vmbo werk- en denkniveau.	2-3 level
Diploma mbo 3 of mbo 4 voertuigtechniek.	4-5 strict
Je hebt het kappersdiploma niveau 3.	4-4 strict
Een schildersdiploma (niveau 2) is genoeg.	3-3 strict
Een afgeronde opleiding maatschappelijke zorg niveau 4 of sph.	5-6 strict
No experience or diploma needed.	1-1
Qualifications: a PhD in hydrology.	8-8 strict wo
Je beschikt over mbo 4 of hbo, minimaal een jaar ervaring en een goede beheersing van het Nederlands, het Duits en het Engels in woord en geschrift.	5-6 level
Je hebt minimaal mbo-niveau 2.	3-3 level
Mbo niveau 3 of 4 in de richting van zorg.	4-5 level
Diploma verzorgende niveau 3.	4-4 strict
Je hebt een startkwalificatie.	3-3 level
Academisch werk- en denkniveau.	7-7 level wo
Een afgeronde wo-opleiding rechten.	7-7 strict wo
Je hebt een masterdiploma op het gebied van economie.	7-7 strict
Hbo/wo werk- en denkniveau.	6-7 level
Mbo+ niveau.	5-5 level
Je begeleidt studenten van het mbo.	-
Onze leerlingen zitten in klas 4 havo.	-
Docenten van de universiteit komen langs.	-
Je hebt minimaal havo-niveau.	5-5 level
Mbo 3/4 niveau.	4-5 level
Je bent gepromoveerd.	8-8 strict wo
Mbo, minimaal niveau 2.	3-3 level
Een afgeronde hbo- of wo-opleiding.	6-7 strict
Een opleiding op vmbo- of mbo-niveau.	2-5 level
Je hebt een koksopleiding op niveau 2 of 3.	3-4 strict
Een mbo 4- of hbo-diploma sport.	5-6 strict
Havo of mbo-4, je spreekt Nederlands en Engels.	5-5 level
Je hebt vmbo-niveau en je bent handig.	2-3 level
Wo-master orthopedagogiek, plus twee jaar ervaring.	7-7 strict wo
Je hebt praktijkonderwijs gedaan of alleen de basisschool afgemaakt.	1-2 level
Een rijbewijs is niet nodig en een diploma evenmin.	1-1
A bachelor's or master's degree in science.	6-7 strict
A care diploma at mbo level 2.	3-3 strict
No diploma needed.	1-1
Je hebt een bacheloropleiding afgerond.	6-6 strict
Een diploma mbo 2 of 3 schilderen.	3-4 strict
Een diploma mbo 2 of 3 jaar ervaring.	3-3 strict
Een diploma of rijbewijs heb je hier niet nodig.	1-1
No specific diploma.	1-1
Een afgeronde universitaire studie. Je bent ook gepromoveerd.	8-8 strict wo
Geen specifieke studievereisten.	1-1
Er zijn geen opleidingseisen.	1-1
Heb jij je master gehaald en wil je nu aan de slag?	7-7 strict
Mbo met vier jaar ervaring, hbo met drie jaar ervaring of wo met een jaar ervaring.	3-7 level
Algemeen secundair onderwijs (ASO), professionele bachelor, of een master.	5-7 level
Leerling hovenier in het groenteam van onze vestiging in Breda | vmbo | 32 uur | Wij zoeken een leerling die van buiten zijn houdt en elke dag met ons op pad wil.	2-3 level
`

export const EDUCATION: ReadonlyArray<readonly [string, string]> = TEXT.trim()
  .split('\n')
  .map(line => {
    const [text = '', wanted = ''] = line.split('\t')
    return [text.replaceAll('\\n', '\n'), wanted]
  })

/** A sentence, the section it stands in, and the fields of study it asks. */
export const STUDY: ReadonlyArray<readonly [string, string, string]> = [
  ['Een afgeronde hbo-opleiding verpleegkunde.', 'Wat vragen wij?', 'strict verpleegkunde'],
  ['Een afgeronde mbo-opleiding richting techniek of vergelijkbaar.', 'Functie-eisen', 'open'],
  ['Hbo werk- en denkniveau.', 'Wie ben jij?', 'level'],
  ['Wij bieden een opleiding tot verpleegkundige op hbo-niveau.', 'Wat bieden wij?', '-'],
  ['Meer dan de helft van ons team heeft een hbo-diploma.', 'Over ons', '-'],
  ['Stuur je cv en je mbo-diploma mee.', 'Solliciteren', '-']
]
