import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a made file in a published format; the names and figures are ours. */
export function made(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const ESCO =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code'
const esco = (isco: string, label: string, alt = '', status = 'released'): string =>
  `Occupation,http://voorbeeld/1,${isco},${label},"${alt}",,${status},2024-01-01,,,,,"Een zin, met komma",1`

export const OCCUPATIONS: readonly string[] = [
  ESCO,
  esco('2341', 'zonnebloemmeester', 'zonnebloemjuf\nzonnebloembegeleider'),
  esco('9112', 'schoonmaker'),
  esco('5153', 'schoonmaker'),
  esco('110', '"kapitein ""blauw"""'),
  esco('9999', 'iets onbekends'),
  esco('2341', 'oude naam', '', 'draft'),
  esco('2341', 'zonnebloemmeester')
]

const geo = (pc4: string, town: string, lat: string, lon: string): string => `NL\t${pc4}\t${town}\tX\t09\tX\t0344\t\t\t${lat}\t${lon}\t6`

export const GEONAMES: readonly string[] = [
  geo('3511', 'Utrecht', '52.0938', '5.1186'),
  geo('3581', 'Utrecht', '52.0853', '5.1400'),
  geo('3523', 'Utrecht', '51.5000', '5.9000'),
  geo('3524', 'Utrecht', '52.2000', '5.3000'),
  geo('1000', 'Amsterdam', '10', '20'),
  geo('35', 'Utrecht', '52.09', '5.12'),
  geo('3511', 'Utrecht', '52.0900', '5.1100')
]

/** Metres of the Dutch grid, comma as decimal sign. */
export const CBS: readonly string[] = ['PC4;Woonplaats;RD_X;RD_Y', '3818;Amersfoort;155000,0;463000,0', '3811;Amersfoort;154800;463200']

const onet = (soc: string, element: string, scale: string, value: string, suppress = 'N'): string =>
  `${soc}\t${element}\tnaam\t${scale}\t${value}\t8\t0.1\t1.0\t2.0\t${suppress}\tn/a\t07/2024\tAnalyst`

/** Static strength of made occupations: the movers lift more than the clerks, the teachers least. */
export const ABILITIES: readonly string[] = [
  'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source',
  onet('53-7062.00', '1.A.3.a.1', 'LV', '3.9'),
  onet('53-7062.01', '1.A.3.a.1', 'LV', '4.1'),
  onet('37-2011.00', '1.A.3.a.1', 'LV', '2.5'),
  onet('43-9061.00', '1.A.3.a.1', 'LV', '0.6'),
  onet('25-2021.00', '1.A.3.a.1', 'LV', '0.9'),
  onet('43-9061.00', '1.A.3.a.1', 'IM', '2'),
  onet('43-9061.00', '1.A.1.a.1', 'LV', '4'),
  onet('43-3031.00', '1.A.3.a.1', 'LV', '0.1', 'Y'),
  onet('00-0000', '1.A.3.a.1', 'LV', '1'),
  onet('43-4051.00', '1.A.3.a.1', 'LV', 'n/a')
]

/** A title line of a spreadsheet above the header, as the published file has. */
export const CROSSWALK: readonly string[] = [
  'Bureau of Labor Statistics,,,,,',
  'ISCO-08 Code,ISCO-08 Title EN,part,2010 SOC Code,2010 SOC Title,',
  '9333,x,*,53-7062 ,x,',
  '9112,x,,37-2011,x,',
  '4110,x,,43-9061,x,',
  '2341,x,,25-2020,x,',
  '9999,x,,25-2021,x,',
  ',,,,,'
]
export const EDITIONS: readonly string[] = ['2010 SOC Code,2010 SOC Title,2018 SOC Code,2018 SOC Title', '25-2020,x,25-2021,x', '53-7062,x,53-7062,x']

export const ORS: readonly string[] = [
  'SERIES ID,2018 SOC CODE,OCCUPATION,REQUIREMENT,CATEGORY,ADDITIVE,ESTIMATE TEXT,ESTIMATE,STANDARD ERROR',
  'A1,000000,All workers,Physical demands,Sitting,,"Percent of day, sitting is required, mean",44,1',
  'A2,537062,x,Physical demands,Sitting,,"Percent of day, sitting is required, mean",20,1',
  'A3,372011,x,Physical demands,Sitting,,"Percent of day, sitting is required, mean",6,1',
  'A4,439061,x,Physical demands,Sitting,,"Percent of day, sitting is required, mean",<90,1',
  'A5,252021,x,Physical demands,Sitting,,"Percent of day, sitting is required, mean",,',
  'A6,252021,x,Physical demands,Sitting,,"Percent of day, sitting is required, mean",-1,',
  'A7,439061,x,Physical demands,Lifting,,"Maximum weight lifted or carried in pounds, mean",10,1',
  'A8,439061,x,Education,Degree,,"Percent of workers, degree",10,1'
]

export const SKILL_FILE: readonly string[] = [
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
  'KnowledgeSkillCompetence,http://voorbeeld/2,skill/competence,sector-specific,Heftruck rijden,"heftruck besturen\nrijden met een heftruck",,released,,,,,x',
  'KnowledgeSkillCompetence,http://voorbeeld/3,knowledge,cross-sector,zeppelinkunde,,,released,,,,,x',
  'KnowledgeSkillCompetence,http://voorbeeld/4,knowledge,cross-sector,vervallen kunde,,,obsolete,,,,,x'
]
