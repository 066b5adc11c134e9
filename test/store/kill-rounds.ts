export const KILL_SOURCE = 'ronde'
export const KILL_TENANT = 'dode'
export const ROUND_SIZE = 600

/** One round of the import under fire: every row names its round, and one row belongs to this round only. */
export function roundFile(round: number): string {
  const row = (sourceId: string): string =>
    JSON.stringify({
      sourceId,
      title: `Medewerker ronde ${round}`,
      locations: [{ place: 'Zwolle' }],
      hours: { min: 16, max: 24 },
      description: `Werk in ronde ${round}. Je tilt dozen tot 10 kg.`
    })
  const rows = [...Array.from({ length: ROUND_SIZE - 1 }, (_, i) => row(`vast-${i}`)), row(`eigen-${round}`)]
  const head = { kind: 'passendwerk-vacancies', version: 1, mode: 'full', source: KILL_SOURCE, generatedAt: '2026-11-24', count: rows.length }
  return `${[JSON.stringify(head), ...rows, JSON.stringify({ kind: 'end', count: rows.length })].join('\n')}\n`
}
