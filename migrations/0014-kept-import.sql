-- Files of articles brought in by hand: kept sealed for the agency's days like parcels, so that a
-- document registered later is searched in them too.

CREATE TABLE kept_import (
  id uuid PRIMARY KEY,
  -- Of the file: brought in again, it is not kept again, nor for longer.
  sha256 text NOT NULL UNIQUE CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- From here on its articles were compared: a text stored later was not among those compared.
  begun_at timestamptz(3) NOT NULL,
  taken_at timestamptz(3) NOT NULL,
  articles integer NOT NULL,
  -- The file and the texts read from it, until the agency's days are over.
  content_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  texts_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  CHECK ((content_object_id IS NULL) = (texts_object_id IS NULL))
);
CREATE INDEX kept_import_kept ON kept_import (taken_at) WHERE content_object_id IS NOT NULL;
CREATE INDEX kept_import_content ON kept_import (content_object_id);
CREATE INDEX kept_import_texts ON kept_import (texts_object_id);

ALTER TABLE kept_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON kept_import FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()) OR (SELECT has_duty('administrator')));

GRANT SELECT ON kept_import TO niemphong_app;
CALL generate_write_rows();
