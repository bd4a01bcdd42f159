-- The time of mentors, and booking their sessions.

CREATE OR REPLACE VIEW mentor_hours AS
  SELECT event_id, mentor_id,
    COALESCE(range_agg(during) FILTER (WHERE NOT is_exception), '{}')
      - COALESCE(range_agg(during) FILTER (WHERE is_exception), '{}') AS during
  FROM mentor_availability
  GROUP BY event_id, mentor_id;
COMMENT ON VIEW mentor_hours IS 'When each mentor has time, without the exceptions.';

CREATE OR REPLACE VIEW mentor_slot AS
  SELECT m.event_id, m.mentor_id, tstzrange(start, start + make_interval(mins => m.slot_minutes)) AS during
  FROM mentor AS m
  JOIN mentor_hours AS h USING (event_id, mentor_id)
  CROSS JOIN LATERAL unnest(h.during) AS slot
  CROSS JOIN LATERAL generate_series(
    lower(slot), upper(slot) - make_interval(mins => m.slot_minutes), make_interval(mins => m.slot_minutes)) AS start;
COMMENT ON VIEW mentor_slot IS 'The slots into which each mentor''s hours are divided, free or taken.';

-- Every caller locks mentors first, then teams, then rooms, each by number, so that no two wait for each other. A
-- caller may lock mentors in one call and the others in a second one.
CREATE OR REPLACE FUNCTION lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  FOR one IN
    SELECT kind || ' ' || number
    FROM (
      SELECT 1 AS lock_order, 'mentor' AS kind, unnest(mentors) AS number
      UNION SELECT 2, 'team', unnest(teams)
      UNION SELECT 3, 'room', unnest(rooms)) AS wanted
    WHERE number IS NOT NULL
    ORDER BY lock_order, number
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(one, event));
  END LOOP;
END $$;
COMMENT ON FUNCTION lock_mentoring IS 'Waits for every other transaction that books one of these mentors, teams or rooms.';

-- The mentor's other sessions come last: a team that finds only this rule broken may join the waiting list.
CREATE OR REPLACE FUNCTION booking_conflict(
  event bigint, session bigint, mentor bigint, team bigint, room bigint, slot tstzrange
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  team_status text;
  zone text;
  most integer;
BEGIN
  PERFORM lock_mentoring(event, ARRAY[mentor], ARRAY[team], ARRAY[room]);
  SELECT t.status INTO team_status FROM team AS t WHERE t.event_id = event AND t.team_id = team FOR SHARE;
  IF team_status <> 'active' THEN RETURN 'team_is_active'; END IF;
  IF NOT EXISTS (
    SELECT FROM mentor_hours AS h WHERE h.event_id = event AND h.mentor_id = mentor AND h.during @> slot)
  THEN
    RETURN 'mentor_is_available';
  END IF;
  IF EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = team AND s.during && slot AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'team_free';
  END IF;
  SELECT e.time_zone, e.mentor_sessions_per_day INTO zone, most FROM event AS e WHERE e.event_id = event;
  IF (
    SELECT count(*) FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = team AND s.state = 'booked' AND s.session_id IS DISTINCT FROM session
      AND (lower(s.during) AT TIME ZONE zone)::date = (lower(slot) AT TIME ZONE zone)::date) >= most
  THEN
    RETURN 'team_within_daily_limit';
  END IF;
  IF room IS NOT NULL AND EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.room_id = room AND s.during && slot AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'room_free';
  END IF;
  IF EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.mentor_id = mentor AND s.during && slot AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'mentor_free';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION booking_conflict IS 'The name of the first rule that a booking would break, or nothing. The answer holds until the transaction ends.';

CREATE OR REPLACE FUNCTION guard_mentor_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken_rule text := booking_conflict(
    NEW.event_id, NEW.session_id, NEW.mentor_id, NEW.team_id, NEW.room_id, NEW.during);
BEGIN
  -- Two sessions at once are what the exclusion constraints refuse.
  IF broken_rule NOT IN ('mentor_free', 'team_free', 'room_free') THEN
    RAISE EXCEPTION 'session cannot be booked' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_mentor_session IS 'Refuses to book a session against a rule, whichever statement books it.';

CREATE OR REPLACE TRIGGER mentor_session_guarded
  BEFORE INSERT OR UPDATE OF state, mentor_id, team_id, room_id, during ON mentor_session
  FOR EACH ROW WHEN (NEW.state = 'booked') EXECUTE FUNCTION guard_mentor_session();

CREATE OR REPLACE VIEW mentored_team AS
  SELECT s.event_id, s.team_id, s.mentor_id, m.key, m.name, m.name_folded, m.email_folded, count(*) AS sessions
  FROM mentor_session AS s JOIN mentor AS m USING (event_id, mentor_id)
  WHERE s.state = 'booked' AND s.attended IS DISTINCT FROM false
  GROUP BY s.event_id, s.team_id, s.mentor_id, m.key, m.name, m.name_folded, m.email_folded;
COMMENT ON VIEW mentored_team IS 'Which mentor advises which team: a conflict of interest for judging it.';

CREATE OR REPLACE FUNCTION merge_team_mentoring(event bigint, merged bigint, kept bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  UPDATE mentor_request AS r SET team_id = kept WHERE r.event_id = event AND r.team_id = merged;
  UPDATE mentor_note AS n SET team_id = kept WHERE n.event_id = event AND n.team_id = merged;
  FOR one IN
    SELECT s.session_id, s.mentor_id, s.room_id, s.during, s.state FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = merged ORDER BY s.mentor_id, s.session_id
  LOOP
    IF one.state = 'booked' AND booking_conflict(
      event, one.session_id, one.mentor_id, kept, one.room_id, one.during) IS NOT NULL
    THEN
      UPDATE mentor_session AS s SET team_id = kept, state = 'cancelled', attended = NULL, rating = NULL, feedback = NULL
        WHERE s.event_id = event AND s.session_id = one.session_id;
    ELSE
      UPDATE mentor_session AS s SET team_id = kept WHERE s.event_id = event AND s.session_id = one.session_id;
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION merge_team_mentoring IS 'Moves sessions, requests and notes of a team to the team into which it is merged. A session that breaks a rule there is cancelled.';
