-- The desk of the press watch: rank and story of a match, wording found common, who knows of a
-- bait, and what a single copy says.

-- Both are read from the places that the matcher found; the words stay in the vault.
ALTER TABLE match ADD COLUMN bits integer
  GENERATED ALWAYS AS (coalesce((spans ->> 'bits')::integer, score / 10)) STORED;
ALTER TABLE match ADD COLUMN story_id uuid NOT NULL
  GENERATED ALWAYS AS (coalesce((spans ->> 'story')::uuid, id)) STORED;
CREATE INDEX match_story ON match (story_id);

ALTER TABLE vault_object DROP CONSTRAINT vault_object_kind_check;
ALTER TABLE vault_object ADD CHECK (kind IN (
  'content', 'text', 'article', 'evidence', 'wording', 'variant'
));

-- An officer's word that the wording of one match is common.
CREATE TABLE wording_judgement (
  id uuid PRIMARY KEY,
  match_id uuid NOT NULL REFERENCES match DEFERRABLE INITIALLY DEFERRED,
  article_id uuid NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  judged_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  judged_at timestamptz(3) NOT NULL,
  -- The passages: as secret as the document that they stand in.
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  -- By whom, when, why; null while it counts.
  withdrawn jsonb,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

-- What the judgements make common together, version by version. The newest is in force.
CREATE TABLE wording_list (
  id uuid PRIMARY KEY,
  version integer NOT NULL UNIQUE CHECK (version >= 1),
  made_at timestamptz(3) NOT NULL,
  judgements integer NOT NULL CHECK (judgements >= 0),
  pieces integer NOT NULL CHECK (pieces >= 0),
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

-- Who knows that a document is a bait. To everybody else it is a document like any other.
CREATE TABLE bait (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  told_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  told_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (document_id, person_id)
);

-- The words of one copy where copies differ: an extract, its numbering, the recipients named on it.
CREATE TABLE copy_variant (
  -- That of the copy.
  id uuid PRIMARY KEY REFERENCES copy DEFERRABLE INITIALLY DEFERRED,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  kept_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  kept_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX copy_variant_document ON copy_variant (document_id);

ALTER TABLE wording_judgement ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON wording_judgement FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE wording_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON wording_list FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE bait ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON bait FOR SELECT USING (
  (SELECT is_system()) OR person_id = (SELECT me()));

ALTER TABLE copy_variant ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON copy_variant FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

GRANT SELECT ON wording_judgement, wording_list, bait, copy_variant TO niemphong_app;
CALL generate_write_rows();
