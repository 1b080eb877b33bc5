-- Public articles, matches, incidents and evidence. Of an article that matches nothing only its
-- address, hash and moment stay; no text, no author.

CREATE TABLE article (
  id uuid PRIMARY KEY,
  source text NOT NULL,
  url text,
  -- Null unless the article matched.
  title text,
  published_at timestamptz(3),
  captured_at timestamptz(3) NOT NULL,
  sha256 text NOT NULL UNIQUE CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  matched boolean NOT NULL,
  -- Raw bytes and text, in the vault, only when matched.
  raw_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  text_object_id uuid REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  CHECK (matched OR (title IS NULL AND raw_object_id IS NULL AND text_object_id IS NULL))
);

CREATE TABLE match (
  id uuid PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  -- Thousandths, of the best span.
  score integer NOT NULL CHECK (score BETWEEN 0 AND 1000),
  -- Offsets only, in UTF-16 units of the two texts; the words stay in the vault.
  spans jsonb NOT NULL,
  -- Open, confirmed or dismissed, with who, when, why.
  verdict jsonb NOT NULL,
  state text NOT NULL GENERATED ALWAYS AS (verdict ->> 'state') STORED,
  found_at timestamptz(3) NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  UNIQUE (article_id, document_id)
);
CREATE INDEX match_queue ON match (state, score DESC, found_at);
CREATE INDEX match_document ON match (document_id);

CREATE TABLE incident (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('exposure', 'loss', 'both')),
  document_id uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  match_id uuid REFERENCES match DEFERRABLE INITIALLY DEFERRED,
  opened_at timestamptz(3) NOT NULL,
  opened_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  -- Who was told when, measures, closing (core does not judge them).
  progress jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX incident_document ON incident (document_id);
ALTER TABLE vault_object ADD FOREIGN KEY (incident_id) REFERENCES incident
  DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident DEFERRABLE INITIALLY DEFERRED,
  article_id uuid NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  source text NOT NULL,
  url text,
  captured_at timestamptz(3) NOT NULL,
  -- Of the original bytes, as captured.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  original_object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  spans jsonb NOT NULL,
  -- Who held a copy or read the document until the capture: ids, ways, moments.
  holders jsonb NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX evidence_incident ON evidence (incident_id);
