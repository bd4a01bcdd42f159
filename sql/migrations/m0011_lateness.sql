-- How long teams are added and hand in.

-- Whether an event still takes teams and submissions: until judging ends.
CREATE FUNCTION takes_entries(event bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT phase_number(e.phase) <= phase_number('judging') FROM event AS e WHERE e.event_id = $1
$$;

-- The event's lock makes whoever moves the phase wait until what is added is there to be seen.
CREATE FUNCTION guard_entries() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER team_added_in_time AFTER INSERT ON team
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();
CREATE TRIGGER submission_added_in_time AFTER INSERT ON submission
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

-- Of two people who exchange their addresses in one statement, one has both for a moment.
ALTER TABLE participant DROP CONSTRAINT participant_email_once,
  ADD CONSTRAINT participant_email_once UNIQUE (event_id, email_folded) DEFERRABLE INITIALLY IMMEDIATE;
