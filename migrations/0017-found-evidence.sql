-- Files that somebody of the agency found and gave to an incident by hand: where one was found
-- stands in the row of the evidence, here by whom, what it is, and what can be shown of it.

CREATE TABLE evidence_find (
  -- That of the evidence.
  id uuid PRIMARY KEY REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
  found_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  what text NOT NULL,
  added_by uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  added_at timestamptz(3) NOT NULL,
  -- That can be shown on a screen; 0 where none can, and `unread` says why.
  pages integer NOT NULL CHECK (pages >= 0),
  unread text,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  CHECK ((pages = 0) = (unread IS NOT NULL))
);

ALTER TABLE evidence_find ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON evidence_find FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

GRANT SELECT ON evidence_find TO niemphong_app;
CALL generate_write_rows();
