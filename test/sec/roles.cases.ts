import type { Role } from '../../src/domain/tenant.ts'

/**
 * Who may call what, checked in by hand: a route that is added or changes hands must change here too (T02). a
 * arbeidsdeskundige, c consulent, j jobhunter, b beheerder, i import; `*` = also without a key.
 */
export const ACCESS: Readonly<Record<string, string>> = {
  'GET /v1/candidates': 'acj',
  'POST /v1/candidates': 'ac',
  'GET /v1/candidates/:id': 'acj',
  'PUT /v1/candidates/:id': 'a',
  'DELETE /v1/candidates/:id': 'a',
  'POST /v1/candidates/:id/documents': 'ac',
  'PUT /v1/candidates/:id/profile': 'acj',
  'PUT /v1/candidates/:id/wishes': 'acj',
  'GET /v1/candidates/:id/overstap': 'acj',
  'POST /v1/candidates/:id/matches': 'acj',
  'GET /v1/candidates/:id/matches/:vacancy': 'acj',
  'POST /v1/candidates/:id/why-not': 'acj',
  'POST /v1/candidates/:id/what-if': 'acj',
  'GET /v1/vacancies/:id': 'acjbi',
  'POST /v1/vacancies/search': 'acjbi',
  'POST /v1/vacancies/:id/candidates': 'acj',
  'POST /v1/imports': 'bi',
  'GET /v1/imports': 'acjbi',
  'GET /v1/imports/:run': 'acjbi',
  'GET /v1/imports/:run/rows': 'acjbi',
  'GET /v1/imports/:run/rows.csv': 'acjbi',
  'POST /v1/keys': 'b',
  'GET /v1/keys': 'b',
  'DELETE /v1/keys/:id': 'b',
  'GET /v1/audit': 'ab',
  'GET /v1/audit/verify': 'b',
  'POST /v1/reindex': 'b',
  'GET /v1/reindex': 'b',
  'GET /v1/metrics': 'b',
  'GET /healthz': '*',
  'GET /readyz': '*',
  'GET /v1/openapi.json': '*'
}

export const ROLES: Readonly<Record<string, Role>> = { a: 'arbeidsdeskundige', c: 'consulent', j: 'jobhunter', b: 'beheerder', i: 'import' }
