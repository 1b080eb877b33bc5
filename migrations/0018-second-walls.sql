-- What two persons must do stands in the tables too, and what grows without end is found by index.

-- A missing name satisfied the first form of this rule.
ALTER TABLE mark_request DROP CONSTRAINT mark_request_check;
ALTER TABLE mark_request ADD CONSTRAINT mark_request_two_officers
  CHECK (state <> 'read' OR coalesce(progress ->> 'by' <> requested_by::text, false));

-- Nobody clears, refuses or reviews what they handed in.
ALTER TABLE publication_request ADD CONSTRAINT publication_request_two_persons CHECK (CASE
  WHEN state IN ('cleared', 'cleared-amended', 'upheld')
    THEN coalesce(progress ->> 'decidedBy' <> submitter_id::text, false)
  WHEN state IN ('objected', 'appealed')
    THEN coalesce(progress -> 'objection' ->> 'decidedBy' <> submitter_id::text, false)
  ELSE true END);

-- Nobody agrees to a public text that they listed.
ALTER TABLE public_text ADD CONSTRAINT public_text_two_officers
  CHECK (confirmed IS NULL OR coalesce(confirmed ->> 'by' <> added_by::text, false));

-- Of the articles taken in, few matched; most rows name no object.
CREATE INDEX article_matched ON article (id) WHERE matched;
CREATE INDEX article_raw_object ON article (raw_object_id) WHERE raw_object_id IS NOT NULL;
CREATE INDEX article_text_object ON article (text_object_id) WHERE text_object_id IS NOT NULL;

-- Dismissed, and places or reasons are still in the row. Moments are written in one form, in UTC,
-- so their texts sort as they do.
CREATE INDEX match_to_forget ON match ((verdict ->> 'at'))
  WHERE state = 'dismissed'
    AND (verdict ->> 'reason' <> '' OR jsonb_array_length(spans -> 'passages') > 0);

-- Cleared and published nowhere yet, for whoever handed it in.
CREATE INDEX publication_request_state ON publication_request (submitter_id, state, created_at);
DROP INDEX publication_request_submitter;
