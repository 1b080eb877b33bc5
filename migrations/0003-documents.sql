-- Documents, their copies, the two registers, who may know, and the sealed contents.

CREATE TABLE document (
  id uuid PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('own', 'incoming')),
  drafter_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  -- The competent person to whom a proposal was put.
  decider_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  -- Has a line in a register.
  registered boolean NOT NULL,
  created_at timestamptz(3) NOT NULL,
  -- The protection state with its evidence (core/document); the words below are read from it.
  protection jsonb NOT NULL,
  state text NOT NULL GENERATED ALWAYS AS (protection ->> 'state') STORED
    CHECK (state IN (
      'draft', 'proposed', 'returned', 'determined', 'received', 'not-secret', 'void'
    )),
  level text GENERATED ALWAYS AS (
    coalesce(protection ->> 'level', protection -> 'proposal' ->> 'level')
  ) STORED CHECK (level IN ('mat', 'toi-mat', 'tuyet-mat')),
  -- yyyy-MM-dd, the last day of protection.
  protected_until text GENERATED ALWAYS AS (protection ->> 'protectedUntil') STORED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  -- A Tuyệt mật document has no summary anywhere.
  CHECK (level IS DISTINCT FROM 'tuyet-mat'
    OR NOT (protection ? 'summary' OR coalesce(protection -> 'proposal' ? 'summary', false)))
);
CREATE INDEX document_waiting ON document (decider_id, state);
CREATE INDEX document_drafter ON document (drafter_id, created_at);
CREATE INDEX document_state ON document (state, created_at);
CREATE INDEX document_ended ON document (protected_until) WHERE protected_until IS NOT NULL;
CREATE INDEX document_newest ON document (created_at DESC, id DESC);

CREATE TABLE register_line (
  id uuid PRIMARY KEY,
  register text NOT NULL CHECK (register IN ('out', 'in')),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  number integer NOT NULL CHECK (number >= 1),
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  registered_on date NOT NULL,
  -- The other columns of the book (core/numbering, regimes).
  line jsonb NOT NULL,
  -- A voided number stays visible: reason, by whom, when.
  voided jsonb,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (register, year, number),
  CHECK (line ->> 'level' IS DISTINCT FROM 'tuyet-mat' OR NOT line ? 'summary')
);
CREATE INDEX register_line_document ON register_line (document_id);

CREATE TABLE copy (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL CHECK (number >= 1),
  of_total integer NOT NULL CHECK (of_total >= number),
  kind text NOT NULL CHECK (kind IN ('original', 'copy', 'extract', 'photo')),
  -- Custody with its evidence (core/copy).
  custody jsonb NOT NULL,
  state text NOT NULL GENERATED ALWAYS AS (custody ->> 'state') STORED,
  holder_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (document_id, number)
);
CREATE INDEX copy_holder ON copy (holder_id) WHERE holder_id IS NOT NULL;

CREATE TABLE access_grant (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL CHECK (kind IN ('drafter', 'decider', 'reader')),
  from_at timestamptz(3) NOT NULL,
  until_at timestamptz(3) NOT NULL CHECK (until_at > from_at),
  granted_by uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  reason text NOT NULL,
  revoked_at timestamptz(3),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX access_grant_person ON access_grant (person_id, document_id);
CREATE INDEX access_grant_document ON access_grant (document_id);

-- What lies in the vault: names and digests of ciphertext, never a file name that a person gave.
CREATE TABLE vault_object (
  id uuid PRIMARY KEY,
  document_id uuid REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  incident_id uuid,
  kind text NOT NULL CHECK (kind IN ('content', 'text', 'article', 'evidence')),
  version integer NOT NULL CHECK (version >= 1),
  media_kind text NOT NULL,
  pages integer NOT NULL CHECK (pages >= 0),
  object_name text NOT NULL UNIQUE,
  size_bytes bigint NOT NULL,
  plain_size_bytes bigint NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX vault_object_document ON vault_object (document_id, kind, version);
CREATE INDEX vault_object_incident ON vault_object (incident_id);
