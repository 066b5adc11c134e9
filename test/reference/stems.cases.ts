/**
 * Own words of our field and the stems they are found by: a silent switch of the stemmer changes nearly half of them
 * (`toolchain.md` 7). Made once with the pinned stemmer and read through; Porter keeps some plurals apart (`functies`).
 */
const TEXT = `
administratie>administratie administratief>administratief administratieve>administratiev advies>advies adviseur>adviseur adviseurs>adviseur afdeling>afdel
afdelingen>afdel afwas>afwas afwassen>afwass agenda>agenda ambtenaar>ambtenar ambtenaren>ambtenar analyseren>analyser apotheek>apothek assistent>assistent
assistente>assistent assistenten>assistent auto>auto auto's>auto avond>avond avonddienst>avonddienst avonden>avond bakker>bakker bakkerij>bakkerij bakkers>bakker
balie>balie band>band bank>bank bediening>bedien begeleiden>begeleid begeleider>begeleider begeleiders>begeleider begeleiding>begeleid begeleidster>begeleidster
behandelen>behandel beheer>beher beheerder>beheerder beleid>beleid beleidsmedewerker>beleidsmedewerker bestellen>bestell bestelling>bestell bestellingen>bestell
beveiliger>beveiliger beveiliging>beveil bezorgen>bezorg bezorger>bezorger bibliotheek>bibliothek boekhouder>boekhouder boekhouding>boekhoud bouw>bouw bouwen>bouw
bouwplaats>bouwplat bureau>bureau bureau's>bureau bus>bus buurt>buurt café>caf chauffeur>chauffeur chauffeurs>chauffeur cliënt>client cliënten>client coachen>coach
collega>collega collega's>collega computer>computer computers>computer conciërge>concierg conducteur>conducteur contact>contact contracten>contract controle>control
controleren>controler coördinator>coordinator coördineren>coordiner cursus>cursus dag>dag dagen>dag deelnemer>deelnemer deelnemers>deelnemer dienst>dienst diensten>dienst
dieren>dier diploma>diploma directeur>directeur docent>docent docente>docent docenten>docent doos>dos dozen>doz draagt>draagt dragen>drag duwen>duw
elektricien>elektricien elektriciteit>elektriciteit energie>energie ervaren>ervar ervaring>ervar ervaringen>ervar fabriek>fabriek fabrieken>fabriek facturen>factur
factuur>factur fiets>fiet fietsen>fiets fietsenmaker>fietsenmaker filiaal>filiaal flexibel>flexibel functie>functie functies>functies garage>garag gasten>gast
gastvrij>gastvrij gebouw>gebouw gebouwen>gebouw gedragen>gedrag geduld>geduld gemeente>gemeent gemeenten>gemeent gereedschap>gereedschap getild>till gewerkt>werk
gezelschap>gezelschap gezond>gezond groen>groen groente>groent groep>groep groepen>groep hal>hal handen>hand heftruck>heftruck helpen>help helper>helper hotel>hotel
hotels>hotel hovenier>hovenier huis>huis huishoudelijk>huishoud huishouden>huishoud huismeester>huismeester huizen>huis hulp>hulp ijs>ijs inkoop>inkop inkoper>inkoper
inpakken>inpak inpakker>inpakker installateur>installateur installatie>installatie jeugd>jeugd jongeren>jonger juridisch>juridisch jurist>jurist kantoor>kantor
kantoren>kantor kapper>kapper kappers>kapper kas>kas kassa>kassa kassière>kassier keuken>keuk keukens>keuken kind>kind kinderen>kind kinderopvang>kinderopvang klant>klant
klanten>klant klantenservice>klantenservic klas>klas klassen>klass koelcel>koelcel kok>kok koken>kok koks>kok kracht>kracht kwaliteit>kwaliteit laboratorium>laboratorium
laden>lad lassen>lass lasser>lasser leerkracht>leerkracht leerkrachten>leerkracht leerling>leerling leerlingen>leerling leraar>lerar leraren>lerar lerares>lerares
lezen>lez logistiek>logistiek logistieke>logistiek lokaal>lokal loodgieter>loodgieter loopt>lop lopen>lop maaltijd>maaltijd maaltijden>maaltijd machine>machin
machines>machines magazijn>magazijn magazijnen>magazijn maken>mak mechanisch>mechanisch medewerker>medewerker medewerkers>medewerker medewerkster>medewerkster
metselaar>metselar monteur>monteur monteurs>monteur nacht>nacht nachtdienst>nachtdienst nachten>nacht netwerk>netwerk onderhoud>onderhoud onderhouden>onderhoud
ondersteunen>ondersteun ondersteuning>ondersteun onderwijs>onderwijs onderwijsassistent>onderwijsassistent ontwikkelaar>ontwikkelar ontwikkelen>ontwikkel
operator>operator opleiding>opleid opleidingen>opleid ordenen>orden order>order orders>order organisatie>organisatie organiseren>organiser oudere>ouder ouderen>ouder
ouders>ouder pallet>pallet pallets>pallet patiënt>patient patiënten>patient pauze>pauz personeel>personel plannen>plann planner>planner planning>planning ploeg>ploeg
ploegendienst>ploegendienst post>post postbode>postbod praktijk>praktijk producten>product productie>productie project>project projecten>project
projectleider>projectleider receptie>receptie receptionist>receptionist receptioniste>receptionist regelen>regel reparatie>reparatie repareren>reparer
restaurant>restaurant restaurants>restaurant rijbewijs>rijbewijs rijden>rijd rolstoel>rolstoel rooster>rooster roosters>rooster samenwerken>samenwerk schilder>schilder
schilderen>schilder scholen>schol school>schol schoonmaak>schoonmak schoonmaakster>schoonmaakster schoonmaken>schoonmak schoonmaker>schoonmaker schoonmakers>schoonmaker
secretaresse>secretares secretaresses>secretaresses slager>slager software>softwar staan>stan staat>stan steiger>steiger stellingen>stelling student>student
studenten>student supermarkt>supermarkt supermarkten>supermarkt taak>tak taken>tak teamleider>teamleider technicus>technicus techniek>techniek technisch>technisch
technische>technisch telefoniste>telefonist telefoon>telefon tillen>till tilt>till timmerman>timmerman tuin>tuin tuinen>tuin uren>uren uur>uur vaardig>vaardig
vaardigheden>vaardig vacature>vacatur vacatures>vacatur vakken>vak vakkenvuller>vakkenvuller verhuizer>verhuizer verkoop>verkop verkoopster>verkoper verkopen>verkop
verkoper>verkoper verkopers>verkoper verpleegkundige>verpleegkund verpleegkundigen>verpleegkund verpleger>verpleger vervoer>vervoer verwerken>verwerk verzorgen>verzorg
verzorgende>verzorg verzorgenden>verzorg voorraad>voorrad vrachtwagen>vrachtwag vrachtwagens>vrachtwagen vrijwilliger>vrijwilliger vrijwilligers>vrijwilliger wagen>wag
wagens>wagen wassen>wass weekend>weekend weekenden>weekend werken>werk werkplaats>werkplat werkplek>werkplek werkt>werk wijk>wijk wijkverpleegkundige>wijkverpleegkund
winkel>winkel winkels>winkel zelfstandig>zelfstand zelfstandige>zelfstand zieken>ziek ziekenhuis>ziekenhuis ziekenhuizen>ziekenhuiz zitten>zit zittend>zittend zorg>zorg
zorgen>zorg zorgvuldig>zorgvuld zwaar>zwar zware>zwar zwembad>zwembad
`

/** Word and stem. */
export const STEMS: ReadonlyArray<readonly [string, string]> = TEXT.trim()
  .split(/\s+/)
  .map(pair => {
    const [word = '', stem = ''] = pair.split('>')
    return [word, stem]
  })
