-- People, posts, duties and what a person must have before reading. Every accountable table has
-- `id`, the entry that wrote the row last, and the secret salt of the row's digest.

CREATE TABLE agency (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  superior_name text NOT NULL,
  place text NOT NULL,
  symbol text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  parent_id uuid REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE,
  full_name text NOT NULL,
  position_title text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  legal_post text,
  status text NOT NULL CHECK (status IN ('active', 'moved', 'retired', 'dead')),
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

-- `id` is the person's id.
CREATE TABLE credential (
  id uuid PRIMARY KEY REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  password_hash text NOT NULL,
  must_change boolean NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);

CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  duty text NOT NULL CHECK (duty IN (
    'head', 'registry-clerk', 'drafter', 'keeper', 'press-officer', 'watch-officer', 'inspector',
    'administrator', 'registrar', 'key-custodian'
  )),
  decision_no text NOT NULL,
  from_on date NOT NULL,
  until_on date,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX assignment_person ON assignment (person_id);

CREATE TABLE clearance (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  level text NOT NULL CHECK (level IN ('mat', 'toi-mat', 'tuyet-mat')),
  decision_no text NOT NULL,
  from_on date NOT NULL,
  until_on date,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX clearance_person ON clearance (person_id);

-- Cam kết bảo vệ bí mật nhà nước.
CREATE TABLE commitment (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  signed_on date NOT NULL,
  until_on date NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX commitment_person ON commitment (person_id);

CREATE TABLE training (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  course text NOT NULL,
  passed_on date NOT NULL,
  until_on date NOT NULL,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16)
);
CREATE INDEX training_person ON training (person_id);

CREATE TABLE delegation (
  id uuid PRIMARY KEY,
  from_person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  to_person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  power text NOT NULL CHECK (power IN ('determine', 'allow-copying', 'provide', 'destroy')),
  level text NOT NULL CHECK (level IN ('mat', 'toi-mat', 'tuyet-mat')),
  document_no text NOT NULL,
  scope text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  revoked_on date,
  entry_index bigint NOT NULL REFERENCES ledger_entry DEFERRABLE INITIALLY DEFERRED,
  row_salt bytea NOT NULL CHECK (octet_length(row_salt) = 16),
  CHECK (from_person_id <> to_person_id)
);
CREATE INDEX delegation_to ON delegation (to_person_id);

-- Technical state, no act of its own: sign-ins in progress and the brake on guessing.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  person_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE TABLE sign_in_failure (
  login text PRIMARY KEY,
  tries integer NOT NULL,
  locked_until timestamptz(3)
);
