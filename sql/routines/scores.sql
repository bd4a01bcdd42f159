-- Saving sheets and scores.

-- A save and the end of a round take an advisory lock before they lock the round's row. Advisory locks are granted in
-- the order in which they are asked for. Shared row locks are not: judges who keep saving would pass an organiser who
-- waits to close the round.

CREATE OR REPLACE FUNCTION save_sheets_of(round bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(hashtext('datajam round'), round::integer)
$$;
COMMENT ON FUNCTION save_sheets_of IS 'Called before the round''s row is locked by every transaction that saves a sheet; it holds until the transaction ends.';

CREATE OR REPLACE FUNCTION stop_saving_sheets_of(round bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('datajam round'), round::integer)
$$;
COMMENT ON FUNCTION stop_saving_sheets_of IS 'Waits for sheets that are being saved and makes later ones wait, until the transaction ends.';

CREATE OR REPLACE FUNCTION has_scores(event bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM sheet_revision AS r WHERE r.event_id = event AND r.points <> '{}')
$$;
COMMENT ON FUNCTION has_scores IS 'Whether any score was ever saved in the event.';

CREATE OR REPLACE FUNCTION save_first_sheets_of(event bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT has_scores(event) THEN
    PERFORM pg_advisory_xact_lock_shared(hashtext('datajam first score'), event::integer);
  END IF;
END $$;
COMMENT ON FUNCTION save_first_sheets_of IS 'Called by every transaction that saves a sheet while the event has no score; it holds until the transaction ends.';

CREATE OR REPLACE FUNCTION stop_first_sheets_of(event bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('datajam first score'), event::integer)
$$;
COMMENT ON FUNCTION stop_first_sheets_of IS 'Waits for first scores that are being saved and makes later ones wait, until the transaction ends.';

CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state_now text;
BEGIN
  PERFORM save_first_sheets_of(NEW.event_id);
  PERFORM save_sheets_of(NEW.round_id);
  SELECT state INTO state_now FROM round WHERE event_id = NEW.event_id AND round_id = NEW.round_id FOR SHARE;
  IF state_now IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'round is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_is_open';
  END IF;
  IF NEW.status <> 'recused' AND is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN
    RAISE EXCEPTION 'judge is in conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'judge_without_conflict';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_sheet IS 'Refuses a sheet of a round that is not open, or of a judge in conflict. Such a judge may still recuse, which ends the conflict.';

CREATE OR REPLACE TRIGGER sheet_guarded BEFORE INSERT OR UPDATE ON sheet
  FOR EACH ROW EXECUTE FUNCTION guard_sheet();

CREATE OR REPLACE FUNCTION guard_recused_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'judge recused' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_recused_until_reopened';
END $$;
COMMENT ON FUNCTION guard_recused_sheet IS 'Refuses to make a recused sheet ready: an organiser reopens it first, which makes it a draft.';

CREATE OR REPLACE TRIGGER sheet_recused_until_reopened BEFORE UPDATE ON sheet
  FOR EACH ROW WHEN (OLD.status = 'recused' AND NEW.status = 'ready') EXECUTE FUNCTION guard_recused_sheet();

CREATE OR REPLACE FUNCTION guard_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fault text;
BEGIN
  SELECT CASE WHEN s.status = 'recused' THEN 'sheet_recused_until_reopened'
      WHEN r.state = 'frozen' THEN 'frozen_round_stays'
      ELSE points_fault(NEW.points, c.minimum, c.maximum, c.step) END INTO fault
    FROM criterion AS c JOIN sheet AS s USING (event_id, rubric_id) JOIN round AS r USING (event_id, round_id)
    WHERE c.event_id = NEW.event_id AND c.rubric_id = NEW.rubric_id AND c.criterion_id = NEW.criterion_id
      AND s.round_id = NEW.round_id AND s.judge_id = NEW.judge_id AND s.team_id = NEW.team_id;
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'score cannot be given' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_score IS 'Refuses points off the scale, points of a recused judge, and points in a frozen round.';

CREATE OR REPLACE TRIGGER score_within_scale BEFORE INSERT OR UPDATE ON score FOR EACH ROW EXECUTE FUNCTION guard_score();

-- All saves of a statement are looked at together: row by row, a plan that was made while the table was empty reads
-- the whole table for each.
CREATE OR REPLACE FUNCTION guard_sheet_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM saved AS s
    WHERE NOT EXISTS (
        SELECT FROM principal AS p
        WHERE p.event_id = s.event_id AND p.principal_id = s.principal_id AND p.role = 'organiser')
      AND NOT EXISTS (
        SELECT FROM judge AS j
        WHERE j.event_id = s.event_id AND j.judge_id = s.judge_id AND j.principal_id = s.principal_id))
  THEN
    RAISE EXCEPTION 'sheet of another judge' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_by_its_judge';
  END IF;
  IF EXISTS (
    SELECT FROM saved AS s JOIN sheet_revision AS r
      ON r.event_id = s.event_id AND r.round_id = s.round_id AND r.judge_id = s.judge_id
        AND r.team_id = s.team_id AND r.revision = s.revision - 1
    WHERE s.reason IS NULL AND r.status = 'ready')
  THEN
    RAISE EXCEPTION 'ready sheet' USING ERRCODE = 'check_violation', CONSTRAINT = 'ready_sheet_changed_with_reason';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION guard_sheet_author IS 'Refuses a save by anybody but the judge and organisers, and a change of a ready sheet without a reason.';

CREATE OR REPLACE TRIGGER sheet_by_its_judge AFTER INSERT ON sheet_revision
  REFERENCING NEW TABLE AS saved FOR EACH STATEMENT EXECUTE FUNCTION guard_sheet_author();
CREATE OR REPLACE TRIGGER sheet_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sheet_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER sheet_revision_never_removed BEFORE DELETE ON sheet_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER sheet_of_frozen_round_stays BEFORE DELETE ON sheet
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE OR REPLACE TRIGGER score_of_frozen_round_stays BEFORE DELETE ON score
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

CREATE OR REPLACE VIEW unconfirmed_sheet AS
  SELECT s.event_id, s.round_id, s.judge_id, s.team_id
  FROM sheet AS s JOIN judge AS j USING (event_id, judge_id)
  WHERE s.status = 'ready' AND s.saved_by IS DISTINCT FROM j.principal_id AND s.confirmed_by IS NULL;
COMMENT ON VIEW unconfirmed_sheet IS 'Ready sheets that somebody entered for the judge and no second person confirmed.';
