-- Copy marks: documents whose copies are marked, the copies that were, and the readings of suspect
-- pictures, each asked for by one officer and made by another.

ALTER TABLE vault_object DROP CONSTRAINT vault_object_kind_check;
ALTER TABLE vault_object ADD CHECK (kind IN (
  'content', 'text', 'article', 'evidence', 'wording', 'variant', 'mark-secret', 'suspect'
));

CREATE TABLE copy_marking (
  -- That of the document.
  id uuid PRIMARY KEY REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  -- The secret that its codes come from.
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  decided_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  decided_at timestamptz(3) NOT NULL,
  -- By whom, when; null while copies are marked.
  ended jsonb,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

-- A copy that was shown with its mark: one of the numbered copies, or one on the screen alone,
-- which stands for the need-to-know that it was shown by.
CREATE TABLE marked_copy (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  copy_id uuid UNIQUE REFERENCES copy DEFERRABLE INITIALLY DEFERRED,
  grant_id uuid UNIQUE REFERENCES access_grant DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL CHECK (number >= 1),
  first_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  CHECK ((copy_id IS NULL) <> (grant_id IS NULL)),
  UNIQUE (document_id, number)
);

CREATE TABLE mark_request (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident DEFERRABLE INITIALLY DEFERRED,
  page integer NOT NULL CHECK (page >= 1),
  -- The suspect picture, and the hash of its bytes.
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  requested_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  requested_at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  progress jsonb NOT NULL,
  state text NOT NULL GENERATED ALWAYS AS (progress ->> 'state') STORED
    CHECK (state IN ('requested', 'declined', 'read')),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  -- Two officers: who asked never reads.
  CHECK (state <> 'read' OR progress ->> 'by' <> requested_by::text)
);
CREATE INDEX mark_request_incident ON mark_request (incident_id);

ALTER TABLE copy_marking ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON copy_marking FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = copy_marking.id));

ALTER TABLE marked_copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON marked_copy FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

ALTER TABLE mark_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON mark_request FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

GRANT SELECT ON copy_marking, marked_copy, mark_request TO niemphong_app;
CALL generate_write_rows();
