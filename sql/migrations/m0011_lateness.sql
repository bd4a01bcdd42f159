-- How long teams are added and hand in; and what an import may write, told more strictly.

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

-- As before, but a field that the source never wrote and that holds something is somebody else's. Only what every record
-- holds from its beginning, without anybody having said it, is nobody's.
CREATE OR REPLACE FUNCTION import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) RETURNS jsonb
IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN overwrites OR last IS NULL THEN given ELSE (
    SELECT COALESCE(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(given) AS f
    WHERE f.value = held -> f.key OR last -> f.key IS NOT DISTINCT FROM held -> f.key
      OR NOT last ? f.key AND (f.key = 'received_at' OR held -> f.key = '"false"'))
  END
$$;

-- Of two people who exchange their addresses in one statement, one has both for a moment.
ALTER TABLE participant DROP CONSTRAINT participant_email_once,
  ADD CONSTRAINT participant_email_once UNIQUE (event_id, email_folded) DEFERRABLE INITIALLY IMMEDIATE;
