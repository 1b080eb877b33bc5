-- Copying by permission, each copy numbered when it is printed; and suspect pictures as evidence.

-- The copies made of a document count apart from its originals: bản số, bản sao số.
ALTER TABLE copy DROP CONSTRAINT copy_document_id_number_key;
ALTER TABLE copy ADD UNIQUE (document_id, kind, number);

CREATE TABLE copying_permit (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  allowed_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  -- The post or delegation by which (core/authority).
  authority jsonb NOT NULL,
  allowed_at timestamptz(3) NOT NULL,
  -- Who makes the copies.
  executor_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  copies integer NOT NULL CHECK (copies >= 1),
  recipient text NOT NULL,
  -- The last day.
  until_on date NOT NULL,
  -- Each copy made by it, once: which, when.
  made jsonb NOT NULL,
  -- By whom it was withdrawn, when; null while it was not.
  withdrawn jsonb,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  -- Who makes copies never allows them; only the permitted number is made.
  CHECK (executor_id <> allowed_by),
  CHECK (jsonb_array_length(made) <= copies)
);
CREATE INDEX copying_permit_document ON copying_permit (document_id);
CREATE INDEX copying_permit_executor ON copying_permit (executor_id);

ALTER TABLE copying_permit ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON copying_permit FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));
GRANT SELECT ON copying_permit TO niemphong_app;

-- Of a suspect picture there is no article: the evidence has the id of the request that it came by.
ALTER TABLE evidence ALTER COLUMN article_id DROP NOT NULL;
ALTER TABLE evidence_item DROP CONSTRAINT evidence_item_kind_check;
ALTER TABLE evidence_item ADD CHECK (kind IN (
  'original', 'warc', 'page-image', 'sums', 'time-stamp', 'mark-reading'
));
CALL generate_write_rows();
