-- Requests to publish with their texts and records, and the release calendar. The words of a text
-- are in the vault; here stand its hash, its length and whether it touches anything protected.

-- Material under embargo that is no secret is a document too: read by need, found by comparison.
ALTER TABLE document DROP CONSTRAINT document_state_check;
ALTER TABLE document ADD CHECK (state IN (
  'draft', 'proposed', 'returned', 'determined', 'received', 'not-secret', 'embargoed', 'void'
));

CREATE TABLE publication_request (
  id uuid PRIMARY KEY,
  submitter_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  medium text NOT NULL CHECK (medium IN (
    'press-statement', 'web-article', 'speech', 'reply', 'slides', 'web-site', 'other'
  )),
  title text NOT NULL,
  wanted_on date,
  created_at timestamptz(3) NOT NULL,
  -- The request's state with its evidence (core/publication).
  progress jsonb NOT NULL,
  state text NOT NULL GENERATED ALWAYS AS (progress ->> 'state') STORED
    CHECK (state IN (
      'submitted', 'cleared', 'cleared-amended', 'objected', 'appealed', 'upheld', 'withdrawn'
    )),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX publication_request_newest ON publication_request (created_at DESC, id DESC);
CREATE INDEX publication_request_submitter ON publication_request (submitter_id, created_at);

CREATE TABLE publication_text (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES publication_request DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL CHECK (kind IN ('submitted', 'amended', 'published')),
  version integer NOT NULL CHECK (version >= 1),
  -- Of the text in UTF-8.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  characters integer NOT NULL CHECK (characters >= 0),
  -- Kind of the file that it was read from; null when it was typed.
  media_kind text,
  warnings jsonb NOT NULL,
  -- At that moment, with the eyes of the house.
  touches boolean NOT NULL,
  text_object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  content_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  added_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  added_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (request_id, version)
);
CREATE INDEX publication_text_object ON publication_text (text_object_id);
CREATE INDEX publication_content_object ON publication_text (content_object_id);

-- What was published where, beside what was cleared.
CREATE TABLE publication_record (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES publication_request DEFERRABLE INITIALLY DEFERRED,
  text_id uuid NOT NULL REFERENCES publication_text DEFERRABLE INITIALLY DEFERRED,
  outlet text NOT NULL,
  url text,
  published_at timestamptz(3) NOT NULL,
  comparison text NOT NULL CHECK (comparison IN ('same', 'differs')),
  removed_words integer NOT NULL,
  added_words integer NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  recorded_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX publication_record_request ON publication_record (request_id);

CREATE TABLE release_item (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  -- The material; null while only the date is known.
  document_id uuid REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  -- The row of the regime's calendar that it was computed from, and the day it was computed for.
  template_code text,
  template_day date,
  -- The decision that publication rests on; needed for a document still protected.
  basis text NOT NULL,
  releaser_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  planned_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  planned_at timestamptz(3) NOT NULL,
  progress jsonb NOT NULL,
  state text NOT NULL GENERATED ALWAYS AS (progress ->> 'state') STORED
    CHECK (state IN ('planned', 'released', 'cancelled')),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX release_item_document ON release_item (document_id) WHERE document_id IS NOT NULL;

-- Who submitted, who decides; what was cleared, also everybody who speaks to the press.
ALTER TABLE publication_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON publication_request FOR SELECT USING (
  (SELECT is_system())
  OR (SELECT may_see_any()) AND (
    submitter_id = (SELECT me())
    OR (SELECT has_duty('head', 'registrar'))
    OR state IN ('cleared', 'cleared-amended') AND (SELECT has_duty('press-officer'))
  )
);

ALTER TABLE publication_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON publication_text FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM publication_request r WHERE r.id = request_id));

ALTER TABLE publication_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON publication_record FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM publication_request r WHERE r.id = request_id));

-- A date without material is everybody's whose duty the calendar is; with it, the document rules.
ALTER TABLE release_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON release_item FOR SELECT USING (
  (SELECT is_system())
  OR document_id IS NULL AND (SELECT may_see_any()) AND (SELECT has_duty(
    'head', 'press-officer', 'watch-officer', 'drafter', 'registrar', 'inspector'))
  OR document_id IS NOT NULL AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

CREATE POLICY see_publication ON vault_object FOR SELECT USING (
  document_id IS NULL AND EXISTS (
    SELECT 1 FROM publication_text t
    WHERE t.text_object_id = vault_object.id OR t.content_object_id = vault_object.id));

GRANT SELECT ON publication_request, publication_text, publication_record, release_item
  TO niemphong_app;
CALL generate_write_rows();
