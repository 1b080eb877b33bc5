-- The ledger: an RFC 6962 Merkle tree in tables. Entries and hashes are only ever added, and only
-- by append_act (0005), which the app's role may call but not bypass.

CREATE TABLE ledger_entry (
  index bigint PRIMARY KEY CHECK (index >= 0),
  body bytea NOT NULL CHECK (octet_length(body) BETWEEN 2 AND 65535),
  -- Copies of body members for look-ups; `fsck` compares them with the body.
  at timestamptz(3) NOT NULL,
  verb text NOT NULL,
  actor text NOT NULL,
  document_id uuid
);
CREATE INDEX ledger_entry_document ON ledger_entry (document_id, index)
  WHERE document_id IS NOT NULL;
CREATE INDEX ledger_entry_actor ON ledger_entry (actor, index);

-- Hashes of complete subtrees: level 0 are leaf hashes, level n covers 2^n leaves.
CREATE TABLE ledger_hash (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 62),
  index bigint NOT NULL CHECK (index >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, index)
);

CREATE TABLE ledger_head (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  size bigint NOT NULL,
  root bytea NOT NULL CHECK (octet_length(root) = 32)
);
-- The root of the empty tree is SHA-256 of nothing.
INSERT INTO ledger_head (size, root)
VALUES (0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
