-- The intake of parcels from outside collectors: which keys are trusted, which parcels came, what
-- of them is kept sealed for the agency's days, and which documents were searched in it.

CREATE TABLE collector (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Hexadecimal SHA-256 of the raw key: what a manifest names.
  key_sha256 text NOT NULL UNIQUE CHECK (key_sha256 ~ '^[0-9a-f]{64}$'),
  -- Raw Ed25519 key in base64.
  public_key text NOT NULL,
  registered_at timestamptz(3) NOT NULL,
  registered_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  withdrawn_at timestamptz(3),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

CREATE TABLE taken_parcel (
  id uuid PRIMARY KEY,
  collector_id uuid NOT NULL REFERENCES collector DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL CHECK (number >= 1),
  manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz(3) NOT NULL,
  -- From here on its articles were compared: a text stored later was not among those compared.
  begun_at timestamptz(3) NOT NULL,
  taken_at timestamptz(3) NOT NULL,
  articles integer NOT NULL,
  matched integer NOT NULL,
  -- Parcels before it that were given up.
  missing integer NOT NULL,
  -- How each source did, as the signed manifest says.
  sources jsonb NOT NULL,
  -- The WARC file and the texts read from it, until the agency's days are over.
  content_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  texts_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (collector_id, number),
  CHECK ((content_object_id IS NULL) = (texts_object_id IS NULL))
);
CREATE INDEX taken_parcel_kept ON taken_parcel (taken_at) WHERE content_object_id IS NOT NULL;
CREATE INDEX taken_parcel_content ON taken_parcel (content_object_id);
CREATE INDEX taken_parcel_texts ON taken_parcel (texts_object_id);

-- One row: how many days the raw texts of what did not match are kept.
CREATE TABLE raw_retention (
  id uuid PRIMARY KEY,
  days integer NOT NULL CHECK (days BETWEEN 0 AND 3650),
  set_at timestamptz(3) NOT NULL,
  set_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

-- `id` is the document's id: the text of it that was searched last in what had been taken before.
CREATE TABLE retro_search (
  id uuid PRIMARY KEY REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  searched_at timestamptz(3) NOT NULL,
  articles integer NOT NULL,
  found integer NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX vault_object_text_stored ON vault_object (stored_at)
  WHERE kind = 'text' AND document_id IS NOT NULL;

-- Keys and parcels are no secret of any document: for those who watch, and who trusts the keys.
ALTER TABLE collector ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON collector FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()) OR (SELECT has_duty('administrator')));

ALTER TABLE taken_parcel ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON taken_parcel FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()) OR (SELECT has_duty('administrator')));

ALTER TABLE raw_retention ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON raw_retention FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()) OR (SELECT has_duty('administrator')));

ALTER TABLE retro_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON retro_search FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = retro_search.id));

GRANT SELECT ON collector, taken_parcel, raw_retention, retro_search TO niemphong_app;
CALL generate_write_rows();
