-- The list of public law and forms: texts that anyone may quote, who listed them, and what is in
-- force version by version.

CREATE TABLE public_text (
  id uuid PRIMARY KEY,
  -- As it is cited, and where anyone can read it.
  name text NOT NULL,
  published text NOT NULL,
  -- Of the text in UTF-8, hexadecimal.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  characters integer NOT NULL CHECK (characters > 0),
  object_id uuid NOT NULL REFERENCES vault_object DEFERRABLE INITIALLY DEFERRED,
  added_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  added_at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  -- It repeated protected wording when it was listed: then a second officer has to agree.
  touches boolean NOT NULL,
  -- By whom and when; null while nobody else has agreed.
  confirmed jsonb,
  -- By whom, when, why; null while it is listed.
  removed jsonb,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

-- The newest is in force.
CREATE TABLE public_list (
  id uuid PRIMARY KEY,
  version integer NOT NULL UNIQUE CHECK (version >= 1),
  made_at timestamptz(3) NOT NULL,
  made_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  texts integer NOT NULL CHECK (texts >= 0),
  -- Of the texts' own hashes, sorted, a line each.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- The text by which it differs from the version before.
  text_id uuid NOT NULL REFERENCES public_text DEFERRABLE INITIALLY DEFERRED,
  change text NOT NULL CHECK (change IN ('added', 'removed')),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

ALTER TABLE public_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON public_text FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE public_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON public_list FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

GRANT SELECT ON public_text, public_list TO niemphong_app;
CALL generate_write_rows();
