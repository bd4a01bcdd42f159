-- How an event passes through its phases.

CREATE OR REPLACE FUNCTION phase_number(phase text) RETURNS integer IMMUTABLE LANGUAGE sql AS $$
  SELECT array_position('{draft,registration,running,judging,review,announced,closed}'::text[], phase)
$$;
COMMENT ON FUNCTION phase_number IS 'The position of a phase in the order of phases, from 1.';

CREATE OR REPLACE FUNCTION guard_phase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF phase_number(NEW.phase) > phase_number(OLD.phase) + 1 THEN
    RAISE EXCEPTION 'a phase is skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_phase_one_step_forward';
  END IF;
  IF phase_number(NEW.phase) < LEAST(phase_number(OLD.phase), phase_number('judging')) AND EXISTS (
    SELECT FROM round AS r WHERE r.event_id = NEW.event_id AND r.state = 'open') THEN
    RAISE EXCEPTION 'a round is open' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_judging_while_round_open';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_phase IS 'Refuses a phase that skips another one, and one before judging while a round is open.';

CREATE OR REPLACE TRIGGER event_phase_one_step_forward BEFORE UPDATE OF phase ON event
  FOR EACH ROW EXECUTE FUNCTION guard_phase();

CREATE OR REPLACE FUNCTION submissions_close_at(of_event event) RETURNS timestamptz STABLE LANGUAGE sql AS $$
  SELECT of_event.submissions_due_at + make_interval(mins => of_event.grace_minutes)
$$;
COMMENT ON FUNCTION submissions_close_at IS 'When submissions close: at the deadline, or after its grace period. Nothing for an event without a deadline.';

CREATE OR REPLACE FUNCTION takes_entries(event bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT phase_number(e.phase) <= phase_number('judging') FROM event AS e WHERE e.event_id = $1
$$;
COMMENT ON FUNCTION takes_entries IS 'Whether an event still takes teams and submissions: until judging ends.';

-- The lock on the event's row makes a change of the phase wait until the added rows are visible.
CREATE OR REPLACE FUNCTION guard_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one bigint;
BEGIN
  FOR one IN SELECT DISTINCT event_id FROM added LOOP
    PERFORM FROM event AS e WHERE e.event_id = one FOR SHARE;
    IF NOT takes_entries(one) THEN
      RAISE EXCEPTION 'judging has ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'entered_before_judging_ends';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION guard_entries IS 'Refuses teams and submissions of an event whose judging has ended.';
