/**
 * Own sentences with the hours of a week and of a day that stand in them (`feeds.md` 4): `min-max`, `-` = none. Text, week, day.
 * Sentences are cleaned first, as on import.
 */
const TEXT = `
Een functie voor 0,8 fte, 32 uur.	32-32	-
In dat rooster werk je 20 uur.	20-20	-
Wisseldienst: 6-14 en 14-22 uur, 40 uur.	40-40	-
Jij kiest: minimaal 8, maximaal 30 per week.	-	-
Jij kiest je uren: minimaal 8, maximaal 30 per week.	8-30	-
Schaal 4: € 2.350 - € 2.910 (1 fte).	-	-
Je werkt 36 uur bij 1,0 fte.	36-36	-
Schaal 5, € 2.480 - € 3.100 bij 1 fte. De functie is 0,5 fte.	18-20	-
Onze vrachtchauffeurs werken soms 55 uur per week.	-	-
Een vaste baan voor 40 uur per week, parttime (32 uur) is bespreekbaar.	32-40	-
Een baan van 40 uur (32-36 bespreekbaar).	32-40	-
40 hours a week (32 is fine too).	32-40	-
Je krijgt € 3.100 tot € 3.900 (38 uur)\\n28 uur kan ook	28-38	-
Winkeltijden: 10-20 uur.	-	-
Ons spreekuur op zaterdag is 10-12 uur.	-	-
Je werkt van 9 tot 14 of van 13 tot 18 uur.	-	-
Vanaf 6 uur per week, maximaal 25.	6-25	-
Salaris op basis van 40 uur, 24 tot 32 uur per week, reiskosten.	24-32	-
lasser - Almelo - 38/40u - 18 euro	38-40	-
- 40 u, ma-vr	40-40	-
Het gaat om een functie voor 24 tot 32 uur per week.	24-32	-
32\\-40 uur per week, in overleg.	32-40	-
Aantal uren: 16 - 24 uur	16-24	-
Je werkt 36 uur per week.	36-36	-
Je start om 05:15 uur.	-	-
Bel ons tussen 08:00 en 17:30 uur.	-	-
Vrijdag om 14:24 uur ben je vrij.	-	-
20 uur per week, na inwerken 32 uur.	20-32	-
20 uur, met uitloop naar 32 uur in december.	20-32	-
Je begint met 16 uur per week, later 24.	16-24	-
24 uur per week, daarna volgt een gesprek over 2 jaar.	24-24	-
Geen 40 uur per week, maar 20 uur.	20-20	-
Een 40-urige werkweek is bij ons niet nodig.	-	-
De functie heeft een omvang van 0,8 fte. Je bent hoofdzakelijk (0,6 fte) secretaris.	28.8-32	-
De functie is 0,8 fte. Je verdient bij een fulltime aanstelling (38 uur) € 3.200.	30.4-30.4	-
Een functie voor minstens 0,8 fte.	28.8-40	-
Het gaat om 0,83 fte bij een fulltime week van 38 uur.	31.5-31.5	-
Een functie voor minstens 0,8 fte. Bij een voltijdse 38-urige werkweek hoort vakantie.	30.4-38	-
Het gaat om 0,5 fte. Loon op basis van 36 uur. Vakantie bij een 40-urige werkweek.	18-20	-
Gemiddeld maak je 52 uur.	52-52	-
Een uurtje of 22 per week.	22-22	-
(voltijd 38 uur, minimaal 24)	24-38	-
Aantal uur: 16, 24 of 32.	16-32	-
18, 26 of 34 uur p.w.	18-34	-
36 uur p/w.	36-36	-
Hengelo | 28-36 upw | cao	28-36	-
Totaal 25 uur.	25-25	-
Verwacht aantal uur: 24 per week	24-24	-
Het aantal uur zon is hier hoog.	-	-
Elke vrijdagavond van 17 tot 21 uur, dat is 4 uur per week.	4-4	-
Een kracht voor 20 uur (vier ochtenden).	20-20	-
32 uur over vier dagen.	32-32	-
Dagdienst - Uren: 40 - Start direct.	40-40	-
Uren: 28-36	28-36	-
Uren: parttime (12-20) of fulltime (38).	12-38	-
Voor een volle week van 38 uur.	38-38	-
Wij bieden 30 uur, schaal 6.	30-30	-
Je loopt gemiddeld 6 uur per dag.	-	-
Een baan van 20 uur p.w. in een klein team.	20-20	-
Minimaal 16 uur per week beschikbaar.	16-40	-
Maximaal 24 uur per week.	8-24	-
Functie voor 0,8 - 1,0 fte	28.8-40	-
De omvang is 0,6 fte.	21.6-24	-
Het betreft een aanstelling van 0,5 fte.	18-20	-
De werktijdfactor is 0,8, wtf 0,8.	28.8-32	-
Je werkt 4 dagen van 9 uur.	36-36	9-9
Drie dagen van 8 uur, in overleg te kiezen.	24-24	8-8
Je draait diensten van 4 uur.	-	4-4
De diensten duren 6 uur.	-	6-6
Je krijgt binnen 24 uur reactie.	-	-
Wij reageren binnen 24 uur op je sollicitatie.	-	-
Een salaris van 2400 euro op basis van 38 uur.	-	-
Het salaris is € 2.600 bruto per maand op basis van 38 uur per week.	-	-
Bij een 40-urige werkweek verdien je 3.000 euro.	-	-
We hebben een 36-urige werkweek.	36-36	-
Je hebt recht op 200 vakantie-uren bij een fulltime dienstverband.	-	-
Onze locatie is 24 uur per dag open.	-	-
De winkel is 7 dagen per week 24 uur open.	-	-
Je werkt 40 uur per maand.	-	-
Contract voor 400 uur per jaar.	-	-
Je werkt 4 uur per dag.	-	4-4
Vijf ochtenden van 3 uur.	15-15	3-3
6 uur per dag achter een scherm zitten is normaal.	-	-
Fulltime (40 uur).	40-40	-
Parttime, 12 uur.	12-12	-
Er zijn contracten van 16, 20 of 24 uur.	16-24	-
24-32u per week	24-32	-
Voor 28,5 uur per week zoeken wij een collega.	28.5-28.5	-
40 jaar ervaring in de bouw.	-	-
Je hebt 25 dagen verlof op fulltime basis.	-	-
Dienstverband: 32 uur	32-32	-
You will work 32 to 40 hours per week.	32-40	-
Elke week 3 uur bijscholing in werktijd.	-	-
De cliënt krijgt 24 uur zorg en begeleiding.	-	-
Minstens 32 en hooguit 36 uur per week.	32-36	-
Je uurloon is 14,50 per uur.	-	-
Werken van 9 tot 5 uur.	-	-
Een werkweek van 28, 32 of 36 uur.	28-36	-
Drie nachten van 8 uur per week.	24-24	-
€ 2.500 tot € 2.950 bruto per maand voor 32 tot 38 uur.	32-38	-
- 34 uur	34-34	-
- 30 uur gemiddeld	30-30	-
- 36 hours	36-36	-
- 24 or 32 hours	24-32	-
28 uur op drie vaste dagen, 9.15 - 18.45 uur	28-28	-
Een 36- of 38-urige werkweek.	36-38	-
- 32 uur (28 kan ook)	28-32	-
20 uur in een contract voor een half jaar	20-20	-
Kok | 24 uur | Venlo	24-24	-
De eerste trein gaat om 4.40 uur.	-	-
Je pauze is van 12.30 - 13 uur.	-	-
Werktijden: 7.45 - 16.15 uur	-	-
Je begint om 8 uur.	-	-
Het gaat om 24 uur.	24-24	-
Je woont op een uur van huis, binnen 48 uur hoor je van ons.	-	-
Wij bieden 24-uurs zorg.	-	-
Tussen de 30-34 uur beschikbaar (24 uur is ook bespreekbaar)	24-34	-
Een 38-urige werkweek - 30 uur kan ook - op ons kantoor.	30-38	-
Een 36-urige werkweek, reiskosten en 25 vakantiedagen.	36-36	-
`

export const HOURS: ReadonlyArray<readonly [string, string, string]> = TEXT.trim()
  .split('\n')
  .map(line => {
    const [text = '', week = '', day = ''] = line.split('\t')
    return [text.replaceAll('\\n', '\n'), week, day]
  })
