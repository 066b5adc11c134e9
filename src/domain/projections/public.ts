import { z } from 'zod'
import type { Vacancy } from '../vacancy.ts'

/** `Public`: what a bureau's public site shows of a vacancy. Nothing from a candidate record can be in it. */
export const PublicVacancySchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    employer: z.string().nullable(),
    employerKind: z.enum(['direct', 'agency', 'unknown']),
    places: z.array(z.string()),
    remote: z.enum(['none', 'hybrid', 'full']).nullable(),
    hours: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
    sector: z.string().nullable(),
    postedAt: z.string().nullable(),
    closesAt: z.string().nullable(),
    lastSeenAt: z.string(),
    status: z.enum(['open', 'missed', 'expired', 'closed']),
    url: z.string().nullable(),
    source: z.string()
  })
  .meta({ id: 'VacancySummary' })
export type PublicVacancy = z.infer<typeof PublicVacancySchema>

export const toPublic = (v: Vacancy): PublicVacancy => ({
  id: v.id,
  title: v.titleClean,
  employer: v.employer.kind === 'agency' ? (v.employer.client ?? v.employer.name) : v.employer.name,
  employerKind: v.employer.kind,
  places: v.locations.flatMap(l => l.place ?? []),
  remote: v.remote,
  hours: v.hours === null ? null : { min: v.hours.min, max: v.hours.max },
  sector: v.sector?.sbi2 ?? null,
  postedAt: v.postedAt,
  closesAt: v.closesAt,
  lastSeenAt: v.lastSeenAt,
  status: v.status,
  url: v.url,
  source: v.source
})
