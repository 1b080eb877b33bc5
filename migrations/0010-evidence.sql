-- Evidence kept apart from the copy that people work with, the hands that it went through, and the
-- packages in which it left the house.

CREATE TABLE evidence_item (
  id uuid PRIMARY KEY,
  evidence_id uuid NOT NULL REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL CHECK (kind IN ('original', 'warc', 'page-image', 'sums', 'time-stamp')),
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  -- Of the bytes themselves, as they go into a package.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- Of a time-stamp: the moment that the authority names.
  made_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (evidence_id, kind)
);

CREATE TABLE evidence_step (
  id uuid PRIMARY KEY,
  evidence_id uuid NOT NULL REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
  -- From 1, without a gap.
  step integer NOT NULL CHECK (step >= 1),
  kind text NOT NULL CHECK (kind IN ('kept', 'offered', 'accepted', 'declined', 'packaged')),
  at timestamptz(3) NOT NULL,
  by_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  to_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  -- What was said at it; of the first step, what could not be made.
  words jsonb NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  CHECK ((kind = 'offered') = (to_id IS NOT NULL)),
  UNIQUE (evidence_id, step)
);

CREATE TABLE evidence_package (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident DEFERRABLE INITIALLY DEFERRED,
  made_at timestamptz(3) NOT NULL,
  made_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  -- Of its tag manifest, which stands for every byte.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- To whom, by which minutes.
  receiver jsonb NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX evidence_package_incident ON evidence_package (incident_id);

ALTER TABLE evidence_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON evidence_item FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE evidence_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON evidence_step FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE evidence_package ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON evidence_package FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

GRANT SELECT ON evidence_item, evidence_step, evidence_package TO niemphong_app;
CALL generate_write_rows();
