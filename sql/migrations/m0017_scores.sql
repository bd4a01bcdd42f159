-- What else stands on a sheet, who saved it, and who looked at it a second time.

ALTER TABLE sheet
  DROP CONSTRAINT sheet_status_known,
  ADD CONSTRAINT sheet_status_known CHECK (status IN ('draft', 'ready', 'recused')),
  ADD comment text NOT NULL DEFAULT '' CONSTRAINT sheet_comment_length CHECK (length(comment) <= 10000),
  ADD feedback text NOT NULL DEFAULT '' CONSTRAINT sheet_feedback_length CHECK (length(feedback) <= 10000),
  ADD recusal_reason text,
  ADD saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD saved_by bigint,
  ADD confirmed_at timestamptz,
  ADD confirmed_by bigint,
  ADD CONSTRAINT sheet_recused_with_reason CHECK ((status = 'recused') = (recusal_reason IS NOT NULL)),
  ADD CONSTRAINT sheet_confirmed_by_another CHECK (confirmed_by IS DISTINCT FROM saved_by OR confirmed_by IS NULL),
  ADD CONSTRAINT sheet_confirmed_when_ready CHECK (confirmed_by IS NULL OR status = 'ready'),
  ADD CONSTRAINT sheet_saved_by_somebody FOREIGN KEY (event_id, saved_by) REFERENCES principal,
  ADD CONSTRAINT sheet_confirmed_by_somebody FOREIGN KEY (event_id, confirmed_by) REFERENCES principal;
COMMENT ON COLUMN sheet.comment IS 'For the organisers only.';
COMMENT ON COLUMN sheet.feedback IS 'For the team, after the announcement and if the event allows it.';
COMMENT ON COLUMN sheet.confirmed_by IS 'Somebody else than who saved it, who found it right; a further save takes it away.';

ALTER TABLE sheet_revision
  ADD comment text NOT NULL DEFAULT '',
  ADD feedback text NOT NULL DEFAULT '',
  ADD reason text;
COMMENT ON COLUMN sheet_revision.reason IS 'Why the judge recused, or why the sheet was reopened.';

-- A judge who recused has no scores until an organiser reopens the sheet, which makes it a draft.
CREATE FUNCTION guard_recused_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'judge recused' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_recused_until_reopened';
END $$;
CREATE TRIGGER sheet_recused_until_reopened BEFORE UPDATE ON sheet
  FOR EACH ROW WHEN (OLD.status = 'recused' AND NEW.status = 'ready') EXECUTE FUNCTION guard_recused_sheet();

CREATE FUNCTION guard_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fault text;
BEGIN
  SELECT CASE WHEN s.status = 'recused' THEN 'sheet_recused_until_reopened'
      ELSE points_fault(NEW.points, c.minimum, c.maximum, c.step) END INTO fault
    FROM criterion AS c JOIN sheet AS s USING (event_id, rubric_id)
    WHERE c.event_id = NEW.event_id AND c.rubric_id = NEW.rubric_id AND c.criterion_id = NEW.criterion_id
      AND s.round_id = NEW.round_id AND s.judge_id = NEW.judge_id AND s.team_id = NEW.team_id;
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'score cannot be given' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER score_within_scale ON score;
CREATE TRIGGER score_within_scale BEFORE INSERT OR UPDATE ON score FOR EACH ROW EXECUTE FUNCTION guard_score();

COMMENT ON COLUMN round.asks_confirmation IS 'Whether what somebody entered for a judge waits for the eyes of somebody else.';
CREATE OR REPLACE VIEW unconfirmed_sheet AS
  SELECT s.event_id, s.round_id, s.judge_id, s.team_id
  FROM sheet AS s JOIN judge AS j USING (event_id, judge_id)
  WHERE s.status = 'ready' AND s.saved_by IS DISTINCT FROM j.principal_id AND s.confirmed_by IS NULL;
COMMENT ON VIEW unconfirmed_sheet IS 'Ready sheets that somebody entered for the judge and nobody else found right.';
