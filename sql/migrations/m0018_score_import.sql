-- An organiser who closes a round gets in line. Row locks that are shared let judges who come later pass whoever waits for
-- the round, as long as there is always one; advisory locks are granted in the order in which they were asked for.

CREATE FUNCTION save_sheets_of(round bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(hashtext('datajam round'), round::integer)
$$;
COMMENT ON FUNCTION save_sheets_of IS 'Asked for before the round''s row, by everybody who saves a sheet; held until the unit ends.';

CREATE FUNCTION stop_saving_sheets_of(round bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('datajam round'), round::integer)
$$;
COMMENT ON FUNCTION stop_saving_sheets_of IS 'Waits for sheets under way and lets later ones wait, until the unit ends.';

-- As before, in line with whoever closes the round.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state_now text;
BEGIN
  PERFORM save_sheets_of(NEW.round_id);
  SELECT state INTO state_now FROM round WHERE event_id = NEW.event_id AND round_id = NEW.round_id FOR SHARE;
  IF state_now IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'round is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_is_open';
  END IF;
  IF is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN
    RAISE EXCEPTION 'judge is in conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'judge_without_conflict';
  END IF;
  RETURN NEW;
END $$;

-- In a round that has grown since the tables were last analysed, each score looked its sheet up by this index, among all
-- sheets of the round. Whether a rubric has a sheet is told by the key, which begins with the event.
DROP INDEX sheet_by_rubric;
