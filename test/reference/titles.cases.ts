/**
 * Own advert titles with the unit group somebody who knows Dutch work expects, written before the classifier was asked.
 * `a|b` where both groups are right for lack of a level or a place of work. Never corrected to what the code answers.
 */
const TEXT = `
Verzorgende IG (m/v), 24 uur > 5321; Verzorgende niveau 3 thuiszorg > 5322|5321; Thuishulp regio Zwolle > 5322|9111; Huishoudelijke hulp > 9111
Hulp in de huishouding Deventer, 12 uur > 9111; Helpende plus ouderenzorg > 5321|5322; Helpende zorg en welzijn > 5321|5322; Verpleegkundige ziekenhuis > 2221|3221
Wijkverpleegkundige HBO > 2221; MBO-verpleegkundige avonddienst > 3221|2221; Operatieassistent > 3221|3259|2221; Doktersassistente huisartsenpraktijk > 3256
Doktersassistent (v/m) 16-24 uur > 3256; Apothekersassistent > 3213; Tandartsassistente > 3251; Mondhygiënist > 3251|2261; Fysiotherapeut > 2264; Ergotherapeut > 2269
Logopedist basisschool > 2266; Diëtist > 2265; Huisarts > 2211; Kraamverzorgende > 5322|5321|3222; Verloskundige > 2222|3222
Begeleider gehandicaptenzorg > 5321|5322|3412; Persoonlijk begeleider wonen > 3412|5321|5322; Woonbegeleider GGZ niveau 4 > 3412|5321|5322
Activiteitenbegeleider verpleeghuis > 3412|3423|2269; Gastvrouw verpleeghuis > 5321|9412|5131; Voedingsassistent ziekenhuis > 9412|5321|5246
Zorgassistent 20 uur per week > 5321|5322|5329; Zorgkundige (niveau 2) > 5321|5322; Medewerker linnenkamer > 8157|9121|4321; Ambulancechauffeur > 3258|8322
Laborant klinische chemie > 3212; Radiologisch laborant MBB'er > 3211; Medisch secretaresse polikliniek > 3344; Maatschappelijk werker > 2635|3412
Jeugdhulpverlener > 3412|2635; Jongerenwerker > 3412|2635; Pedagogisch medewerker kinderdagverblijf > 5311; Pedagogisch medewerker BSO 18 uur > 5311
Groepsleidster kinderopvang > 5311; Gastouder > 5311; Peuterspeelzaalleidster > 5311|2342; Oppas aan huis > 5311; Locatiemanager kinderopvang > 1341; Psycholoog > 2634
Orthopedagoog > 2634|2352|2351; Schuldhulpverlener > 2635|3412|3353; Klantmanager Werk en Inkomen gemeente > 3353|2635; Leerkracht groep 3 > 2341
Leerkracht basisonderwijs (0,6 fte) > 2341; Juf of meester groep 7/8 > 2341; Onderwijsassistent > 5312; Leraarondersteuner basisschool > 5312
Klassenassistent speciaal onderwijs > 5312; Docent Nederlands vmbo > 2330; Docent wiskunde havo/vwo > 2330; Leraar Engels tweedegraads > 2330; Docent techniek mbo > 2320
Docent verpleegkunde roc > 2320; Intern begeleider > 2352|2351; Leerkracht speciaal basisonderwijs > 2352|2341; Directeur basisschool > 1345
Teamleider onderbouw havo > 1345; Conciërge > 5153; Conciërge middelbare school 32 uur > 5153; Remedial teacher > 2352; Pianodocent muziekschool > 2354; NT2-docent > 2353
Rijinstructeur > 5165; Zweminstructeur > 3423|3422; Gymleraar > 2330|2341; Schoonmaker > 9112; Schoonmaker kantoren avond, 10 uur > 9112
Schoonmaakster (ochtenduren) > 9112; Medewerker schoonmaak ziekenhuis > 9112; Interieurverzorgster > 9112|9111; Kamermeisje hotel > 9112
Housekeeping medewerker > 9112|5151; Glazenwasser > 9123; Objectleider schoonmaak > 5151; Teamleider schoonmaak > 5151; Gevelreiniger > 7133; Vaatwasmedewerker > 9412
Afwashulp restaurant > 9412; Keukenhulp > 9412; Medewerker bedrijfsrestaurant > 5246|9412|5131; Cateringmedewerker > 5246|9412|5131; Kok > 5120
Zelfstandig werkend kok > 5120; Chef-kok > 3434; Sous-chef > 3434|5120; Leerling kok > 5120; Pizzabakker > 5120|9411; Medewerker bediening > 5131; Ober > 5131
Serveerster brasserie > 5131; Barista > 5132|5131|5246; Barmedewerker > 5132; Medewerker fastfood > 9411|5246; Friturist snackbar > 9411|5246|5120
Restaurantmanager > 1412; Bedrijfsleider horeca > 1412; Hotelreceptionist > 4224; Front office medewerker hotel > 4224; Nachtreceptionist hotel > 4224
Verkoopmedewerker > 5223; Winkelmedewerker 24 uur > 5223; Verkoper bouwmarkt > 5223; Verkoopster kledingwinkel > 5223; Verkoopadviseur keukens > 5223|3322
Caissière > 5230; Kassamedewerker supermarkt > 5230; Vakkenvuller > 9334; Vulploegmedewerker > 9334; Medewerker vers supermarkt > 5223|9334|5246; Slager > 7511
Bakker > 7512; Banketbakker > 7512; Bloemist > 7549|5223; Drogist > 5223; Winkelmanager > 1420|5222; Filiaalleider > 1420|5222
Assistent-bedrijfsleider supermarkt > 5222|1420; Bedrijfsleider supermarkt > 1420; Marktkoopman > 5211; Pompbediende > 5245; Promotiemedewerker > 5242
Telefonisch verkoper > 5244; Magazijnmedewerker > 4321|9333; Magazijnmedewerker (avonddienst) Tilburg > 4321|9333; Logistiek medewerker 36-40 uur > 4321|9333
Orderpicker > 4321|9333|9321; Orderpickers gezocht! > 4321|9333|9321; Inpakker > 9321; Inpakmedewerker > 9321; Productiemedewerker inpak > 9321|8183|9329
Heftruckchauffeur > 8344; Reachtruckchauffeur > 8344; Medewerker expeditie > 4321|4323|9333; Lader/losser > 9333; Verhuizer > 9333; Teamleider magazijn > 4321|1324
Voorraadbeheerder > 4321; Warehouse employee > 4321|9333; Logistiek manager > 1324; Transportplanner > 4323; Planner transport > 4323; Declarant > 3331; Expediteur > 3331
Postbezorger > 4412; Postsorteerder > 4412; Pakketbezorger > 8322|9621; Krantenbezorger > 9621; Maaltijdbezorger > 9621|8321|8322; Fietskoerier > 9621
Koerier bestelbus > 8322|9621; Besteller > 8322|9621; Vrachtwagenchauffeur CE > 8332; Chauffeur CE internationaal > 8332; Chauffeur C distributie > 8332
Chauffeur vuilniswagen > 8332; Buschauffeur > 8331; Taxichauffeur > 8322; Chauffeur leerlingenvervoer > 8322|8331; Touringcarchauffeur > 8331; Trambestuurder > 8331
Treinmachinist > 8311; Conducteur NS > 5112; Kraanmachinist > 8343|8342; Shovelmachinist > 8342; Trekkerchauffeur > 8341; Matroos binnenvaart > 8350
Administratief medewerker > 4110; Administratief medewerker 20 uur > 4110; Medewerker administratie > 4110; Secretaresse > 4120; Directiesecretaresse > 3343
Managementassistent > 3343; Office manager > 3341|3343|4110; Receptionist > 4226; Receptioniste/telefoniste > 4226; Baliemedewerker gemeente > 4225|4226|3354
Medewerker receptie zorginstelling > 4226; Telefoniste > 4223|4226; Klantenservicemedewerker > 4222; Medewerker klantcontact inbound > 4222; Callcentermedewerker > 4222
Data-entry medewerker > 4132; Archiefmedewerker > 4415; Postkamermedewerker > 4412|4415; Boekhouder > 3313; Assistent-boekhouder > 4311|3313
Medewerker crediteurenadministratie > 4311; Financieel administratief medewerker > 4311|3313; Salarisadministrateur > 4313|3313; Assistent accountant > 3313|2411
Registeraccountant > 2411; Controller > 2411; Assistent controller > 3313|2411; Debiteurenbeheerder > 4214|4311; HR-medewerker > 4416; HR-adviseur > 2423
Recruiter > 2423|3333; Intercedent > 3333|2423; Jobcoach > 2423|3333|2635; Loopbaanadviseur > 2423; Inkoper > 3323; Inkoopmedewerker > 3323
Commercieel medewerker binnendienst > 3322|4222|4110; Accountmanager > 3322|2433; Vertegenwoordiger buitendienst > 3322; Makelaar > 3334; Verzekeringsadviseur > 3321
Hypotheekadviseur > 3312|2412; Beleidsmedewerker sociaal domein > 2422; Beleidsadviseur onderwijs > 2422; Projectleider bouw > 1323|2142|3112
Projectmanager ICT > 1330|2511|2519; Communicatiemedewerker > 2432; Marketingmedewerker > 2431; Online marketeer > 2431; Tekstschrijver > 2641|2431; Journalist > 2642
Grafisch vormgever > 2166; Vertaler > 2643; Bibliotheekmedewerker > 4411; Bibliothecaris > 2622; Advocaat > 2611; Jurist > 2611|2619; Juridisch medewerker > 3411|2619
Juridisch secretaresse > 3342; Griffier > 2619|3411; Boa openbare ruimte > 5414|5419|3359; Beveiliger > 5414; Beveiligingsbeambte objectbeveiliging > 5414
Winkelsurveillant > 5414; Politieagent > 5412; Penitentiair inrichtingswerker > 5413; Brandweerman > 5411; Verkeersregelaar > 5419|9629|5414
Parkeercontroleur > 5419|5414|3359; Softwareontwikkelaar > 2512|2514; Java developer > 2512|2514; Front-end developer > 2513|2512; Full stack developer > 2512|2513
Software tester > 2519; Systeembeheerder > 2522|3513; Netwerkbeheerder > 2523|2522|3513; Helpdeskmedewerker ICT > 3512; Servicedeskmedewerker > 3512
Functioneel beheerder > 2511|3512|2522; Data-analist > 2511|2521|2120; Business analist > 2511|2421; Applicatiebeheerder > 2522|2511|3512; Scrum master > 2511|2421|2519
Security specialist > 2529; Elektromonteur > 7411|7412; Elektricien woningbouw > 7411; Servicemonteur elektrotechniek > 7412|7411; Loodgieter > 7126
CV-monteur > 7126|7127; Installatiemonteur > 7126|7411; Monteur koeltechniek > 7127; Timmerman > 7115; Timmerman onderhoud (32-40 uur) > 7115; Metselaar > 7112
Stukadoor > 7123; Tegelzetter > 7122; Schilder > 7131; Onderhoudsschilder > 7131; Dakdekker > 7121; Glaszetter > 7125; Straatmaker > 9312|7113|7112
Stratenmaker > 9312|7113|7112; Grondwerker > 9312; Bouwvakhelper > 9313; Opperman > 9313; Uitvoerder bouw > 3123; Werkvoorbereider bouw > 3112|3123
Calculator bouw > 3112|2149; Tekenaar constructie > 3118; Stoffeerder > 7534; Vloerenlegger > 7122; Isolatiemonteur > 7124; Steigerbouwer > 7119
Allround onderhoudsmedewerker > 5153|7119|9622; Huismeester > 5153; Facilitair medewerker > 5153|9112|4110; Lasser MIG/MAG > 7212; Constructiebankwerker > 7214
CNC-draaier > 7223; CNC-frezer > 7223; Verspaner > 7223; Plaatwerker > 7213; Bankwerker > 7222|7214|7233; Automonteur > 7231; Autotechnicus > 7231
Vrachtwagenmonteur > 7231; Fietsenmaker > 7234; Onderhoudsmonteur industrie > 7233; Storingsmonteur > 7233|7412; Monteur landbouwmachines > 7233
Servicemonteur liften > 7412|7233; Meubelmaker > 7522; Houtbewerker > 7522|7523; Spuiter autoschade > 7132; Autowasser > 9122; Procesoperator > 3139|3133|8160
Operator voedingsindustrie > 8160; Machineoperator verpakkingen > 8183; Productiemedewerker > 9329|8189; Productiemedewerker voedingsmiddelen > 8160|9329
Assemblagemedewerker elektronica > 8212; Montagemedewerker > 8211|8212|8219; Kwaliteitscontroleur > 7543|3119; Naaister > 7533|8153|7531; Drukker > 7322
Wasserijmedewerker > 8157|9121; Ploegleider productie > 3122; Productieleider > 3122|1321; Hovenier > 6113; Medewerker groenvoorziening > 9214|6113; Tuinman > 6113
Medewerker kwekerij > 9214|6113; Tuinbouwmedewerker kas > 9214|6113; Aardbeienplukker > 9211|9214; Melker > 6121|9212; Medewerker veehouderij > 9212|6121
Boomkweker > 6113; Dierenverzorger > 5164; Dierenartsassistent > 3240; Kapper > 5141; Schoonheidsspecialist > 5142; Medewerker milieustraat > 9612|9611; Vuilnisman > 9611
Straatveger > 9613; Uitvaartverzorger > 5163; Werktuigbouwkundig engineer > 2144; Civiel ingenieur > 2142; Architect > 2161; Landmeter > 2165|3112
Stedenbouwkundige > 2164; Elektrotechnisch engineer > 2151; Chemisch analist > 3111; Laboratoriummedewerker kwaliteit > 3111|3116|3141; Milieuadviseur > 2133|2143
Technisch tekenaar > 3118; Sportinstructeur fitness > 3423; Voetbaltrainer > 3422; Receptionist sportcentrum > 4226; Fotograaf > 3431; Reisadviseur > 4221
Museummedewerker > 5113|3433|5414; Ziekenhuisapotheker > 2262; Dierenarts > 2250; Dominee > 2636; Algemeen directeur > 1120; Verkoopleider > 1221|1420|5222
Servicemonteur Zeeland > 7126|7412|7233; Monteur voertuigen Almelo > 7231; Pricing actuaris schade particulier > 2120; Docent vloggen > 2310|2320|2330|2353
Vpl kliniek ouderen > 2221|3221; Medw. magazijn > 4321|9333
Manager zorg > 1342|1343; Manager bedrijfsvoering > 1219|1211|1213; Financieel manager > 1211; HR manager > 1212
`

/** Title and the groups that are right for it. */
export const TITLE_CASES: ReadonlyArray<readonly [string, readonly string[]]> = TEXT.trim()
  .split(/;\s|\n/)
  .map(entry => {
    const [title = '', codes = ''] = entry.split(' > ')
    return [title, codes.split('|')]
  })
