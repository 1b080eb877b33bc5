-- The queue between the house and its matcher processes, where these are set up.

-- Technical state, no act of its own: texts on their way to the matchers, and what is found in
-- them. Bodies are sealed under a key that no disk holds. Rows go when all shards have answered; a
-- new opening of the vault begins with none. No foreign keys: every text would pay for them.
CREATE TABLE question (
  id uuid PRIMARY KEY,
  body bytea NOT NULL
);

-- What a shard has still to answer.
CREATE TABLE question_task (
  question_id uuid NOT NULL,
  shard smallint NOT NULL CHECK (shard >= 0),
  number bigint GENERATED ALWAYS AS IDENTITY,
  -- Until when the matcher that took it has it for itself.
  leased_until timestamptz(3),
  PRIMARY KEY (question_id, shard)
);
CREATE INDEX question_task_next ON question_task (shard, number);

CREATE TABLE question_answer (
  question_id uuid NOT NULL,
  shard smallint NOT NULL CHECK (shard >= 0),
  body bytea NOT NULL,
  PRIMARY KEY (question_id, shard)
);

-- Sealed bytes do not compress, and an article mostly fits into its row.
ALTER TABLE question ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE question SET (toast_tuple_target = 8160);
ALTER TABLE question_answer ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE question_answer SET (toast_tuple_target = 8160);

-- Rows live for a moment: what they leave must not pile up until a share of the table is dead.
DO $$
DECLARE queue text;
BEGIN
  FOREACH queue IN ARRAY ARRAY['question', 'question_task', 'question_answer'] LOOP
    EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0)', queue);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON question, question_task TO niemphong_app;
GRANT SELECT, DELETE ON question_answer TO niemphong_app;
