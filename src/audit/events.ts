/** Every event the audit log knows. A route names one or says `false`. */
export const AUDIT_EVENTS = {
  'candidate.created': 'Kandidaat aangemaakt',
  'candidate.read': 'Dossier bekeken',
  'candidate.replaced': 'Dossier gewijzigd',
  'candidate.erased': 'Dossier gewist',
  'document.added': 'Document over belastbaarheid toegevoegd',
  'wishes.replaced': 'Wensen en reizen gewijzigd',
  'profile.replaced': 'Persoonsprofiel gewijzigd',
  'matches.read': 'Matches bekeken',
  'match.explained': 'Uitleg van een match bekeken',
  'why-not.read': 'Waarom niet bekeken',
  'what-if.read': 'Wat als bekeken',
  'overstap.read': 'Overstap naar ander werk bekeken',
  'candidates.matched': 'Kandidaat bij een vacature bekeken',
  'audit.read': 'Logboek bekeken',
  'import.started': 'Import gestart',
  'reindex.started': 'Opnieuw indexeren gestart',
  'key.created': 'Sleutel gemaakt',
  'key.revoked': 'Sleutel ingetrokken',
  'diagnosis.refused': 'Invoer geweigerd: diagnose, oorzaak of behandeling'
} as const
export type AuditEvent = keyof typeof AUDIT_EVENTS
