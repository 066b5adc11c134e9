/** Forms of the shared file: vacancies, runs, keys. Never edit a step that was released; add one. */
export const SHARED_STEPS: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO meta VALUES ('generation', 0), ('fence', 0);
  CREATE TABLE source (
    source TEXT PRIMARY KEY, current INTEGER NOT NULL, fence INTEGER NOT NULL, run TEXT, staging INTEGER, last_run TEXT
  ) WITHOUT ROWID;
  CREATE TABLE vacancy (
    id TEXT NOT NULL, source TEXT NOT NULL, gen_from INTEGER NOT NULL, gen_to INTEGER, changed_at TEXT NOT NULL,
    fingerprint TEXT NOT NULL, prepared TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (id, gen_from)
  );
  CREATE INDEX vacancy_source ON vacancy (source, gen_to, id);
  CREATE TABLE visible (source TEXT NOT NULL, stamp INTEGER NOT NULL, generation INTEGER NOT NULL, PRIMARY KEY (source, stamp)) WITHOUT ROWID;
  CREATE TABLE staged (source TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
  CREATE TABLE run (id TEXT PRIMARY KEY, started_at TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX run_started ON run (started_at);
  CREATE TABLE row_report (run TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, seq)) WITHOUT ROWID;
  CREATE TABLE api_key (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL, tenant TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL,
    created_at TEXT NOT NULL, expires_at TEXT, revoked_at TEXT
  ) WITHOUT ROWID;
`,
  `
  ALTER TABLE vacancy ADD COLUMN seen TEXT;
  ALTER TABLE staged ADD COLUMN seen TEXT NOT NULL DEFAULT '';
`,
  `
  ALTER TABLE source ADD COLUMN switched_fence INTEGER;
  ALTER TABLE source ADD COLUMN switched_generation INTEGER;
  CREATE TABLE removed (id TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX removed_generation ON removed (generation);
  INSERT INTO meta VALUES ('forgotten', 0);
`
]

/** Forms of the file of one bureau. */
export const BUREAU_STEPS: readonly string[] = [
  `
  CREATE TABLE candidate (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, pseudonym TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, body BLOB NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE erasing (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE audit (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL);
`,
  `
  CREATE TABLE audit_head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL, mac TEXT NOT NULL);
`
]
