-- Mentors: who they are, when they have time, their sessions with teams, what teams ask for, and notes.

-- Equality of numbers in an exclusion constraint; an extension of PostgreSQL's own.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE event ADD COLUMN mentor_sessions_per_day integer NOT NULL DEFAULT 2
  CONSTRAINT event_mentor_sessions_per_day_positive CHECK (mentor_sessions_per_day > 0);
COMMENT ON COLUMN event.mentor_sessions_per_day IS 'The most mentor sessions that a team may have on a day of the event''s zone.';

-- What the clocks of a zone show at an instant, to the minute.
CREATE FUNCTION local_text(moment timestamptz, zone text) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT to_char(moment AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI')
$$;

CREATE TABLE mentor (
  event_id bigint NOT NULL REFERENCES event,
  mentor_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT mentor_key_is_key CHECK (is_key(key)),
  name text NOT NULL CONSTRAINT mentor_has_name CHECK (name ~ '\S'),
  name_folded text NOT NULL,
  email text,
  email_folded text,
  expertise text[] NOT NULL DEFAULT '{}' CONSTRAINT mentor_expertise_form CHECK (strpos(array_to_string(expertise, ' '), ',') = 0),
  languages text NOT NULL DEFAULT '' CONSTRAINT mentor_languages_form CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  time_zone text NOT NULL,
  slot_minutes integer NOT NULL DEFAULT 30 CONSTRAINT mentor_slot_minutes_possible CHECK (slot_minutes BETWEEN 5 AND 480),
  PRIMARY KEY (event_id, mentor_id),
  CONSTRAINT mentor_once UNIQUE (event_id, key),
  CONSTRAINT mentor_email_once UNIQUE (event_id, email_folded),
  CONSTRAINT mentor_email_folded CHECK ((email IS NULL) = (email_folded IS NULL))
);
COMMENT ON COLUMN mentor.name_folded IS 'The name without case and accents, for comparing it with a judge''s or a speaker''s.';
COMMENT ON COLUMN mentor.expertise IS 'Words by which requests find the mentor; none holds a comma.';
COMMENT ON COLUMN mentor.time_zone IS 'The IANA zone in which the mentor reads the agenda.';
COMMENT ON COLUMN mentor.slot_minutes IS 'How long the slots are that are cut from the mentor''s time.';

CREATE TABLE mentor_availability (
  event_id bigint NOT NULL,
  availability_id bigint GENERATED ALWAYS AS IDENTITY,
  mentor_id bigint NOT NULL,
  during tstzrange NOT NULL CONSTRAINT mentor_availability_has_a_length CHECK (
    NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  is_exception boolean NOT NULL DEFAULT false,
  PRIMARY KEY (event_id, availability_id),
  CONSTRAINT mentor_availability_once UNIQUE (event_id, mentor_id, is_exception, during),
  FOREIGN KEY (event_id, mentor_id) REFERENCES mentor
);
COMMENT ON COLUMN mentor_availability.is_exception IS 'Whether the mentor has no time then, whatever else is said.';

CREATE VIEW mentor_hours AS
  SELECT event_id, mentor_id,
    COALESCE(range_agg(during) FILTER (WHERE NOT is_exception), '{}')
      - COALESCE(range_agg(during) FILTER (WHERE is_exception), '{}') AS during
  FROM mentor_availability
  GROUP BY event_id, mentor_id;
COMMENT ON VIEW mentor_hours IS 'When each mentor has time, exceptions taken out.';

CREATE VIEW mentor_slot AS
  SELECT m.event_id, m.mentor_id, tstzrange(start, start + make_interval(mins => m.slot_minutes)) AS during
  FROM mentor AS m
  JOIN mentor_hours AS h USING (event_id, mentor_id)
  CROSS JOIN LATERAL unnest(h.during) AS stretch
  CROSS JOIN LATERAL generate_series(
    lower(stretch), upper(stretch) - make_interval(mins => m.slot_minutes), make_interval(mins => m.slot_minutes)) AS start;
COMMENT ON VIEW mentor_slot IS 'The slots cut from each mentor''s hours, taken or not.';

CREATE TABLE mentor_request (
  event_id bigint NOT NULL,
  request_id bigint GENERATED ALWAYS AS IDENTITY,
  team_id bigint NOT NULL,
  topics text[] NOT NULL DEFAULT '{}' CONSTRAINT mentor_request_topics_form CHECK (strpos(array_to_string(topics, ' '), ',') = 0),
  languages text NOT NULL DEFAULT ''
    CONSTRAINT mentor_request_languages_form CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  is_withdrawn boolean NOT NULL DEFAULT false,
  PRIMARY KEY (event_id, request_id),
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE mentor_request IS 'What a team would like to talk about; it is met by a booked session that refers to it.';
COMMENT ON COLUMN mentor_request.languages IS 'ISO 639 codes by preference; none takes any.';
CREATE INDEX mentor_request_by_team ON mentor_request (event_id, team_id);

CREATE TABLE mentor_session (
  event_id bigint NOT NULL,
  session_id bigint GENERATED ALWAYS AS IDENTITY,
  mentor_id bigint NOT NULL,
  team_id bigint NOT NULL,
  room_id bigint,
  request_id bigint,
  state text NOT NULL CONSTRAINT mentor_session_state_known CHECK (state IN ('booked', 'waiting', 'cancelled')),
  during tstzrange NOT NULL CONSTRAINT mentor_session_has_a_length CHECK (
    NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  waiting_since timestamptz CONSTRAINT mentor_session_waits_since_when CHECK ((waiting_since IS NOT NULL) = (state = 'waiting')),
  attended boolean,
  rating integer CONSTRAINT mentor_session_rating_from_1_to_5 CHECK (rating BETWEEN 1 AND 5),
  feedback text CONSTRAINT mentor_session_feedback_short CHECK (feedback ~ '\S' AND length(feedback) <= 500),
  PRIMARY KEY (event_id, session_id),
  FOREIGN KEY (event_id, mentor_id) REFERENCES mentor,
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, room_id) REFERENCES room,
  FOREIGN KEY (event_id, request_id) REFERENCES mentor_request,
  CONSTRAINT mentor_session_judged_when_booked
    CHECK (state = 'booked' OR COALESCE(attended::text, rating::text, feedback) IS NULL),
  CONSTRAINT mentor_free EXCLUDE USING gist (event_id WITH =, mentor_id WITH =, during WITH &&) WHERE (state = 'booked'),
  CONSTRAINT team_free EXCLUDE USING gist (event_id WITH =, team_id WITH =, during WITH &&) WHERE (state = 'booked'),
  CONSTRAINT room_free EXCLUDE USING gist (event_id WITH =, room_id WITH =, during WITH &&) WHERE (state = 'booked')
);
COMMENT ON COLUMN mentor_session.during IS 'From its start until before its end.';
COMMENT ON COLUMN mentor_session.attended IS 'Whether the team came; unknown until somebody says so.';
CREATE INDEX mentor_session_by_team ON mentor_session (event_id, team_id);
CREATE INDEX mentor_session_by_mentor ON mentor_session (event_id, mentor_id);
CREATE UNIQUE INDEX mentor_request_met_once ON mentor_session (event_id, request_id) WHERE state <> 'cancelled';

CREATE TABLE mentor_note (
  event_id bigint NOT NULL,
  note_id bigint GENERATED ALWAYS AS IDENTITY,
  team_id bigint NOT NULL,
  mentor_id bigint,
  text text NOT NULL CONSTRAINT mentor_note_not_blank CHECK (text ~ '\S'),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, note_id),
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, mentor_id) REFERENCES mentor
);
COMMENT ON TABLE mentor_note IS 'For organisers only.';
CREATE INDEX mentor_note_by_team ON mentor_note (event_id, team_id);

-- Waits for everybody else who books one of these. All who lock begin with mentors, then teams, then rooms, each by number,
-- so that nobody waits in a circle; a caller may take mentors first and the others in a second call.
CREATE FUNCTION lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  FOR one IN
    SELECT kind || ' ' || number
    FROM (
      SELECT 1 AS place, 'mentor' AS kind, unnest(mentors) AS number
      UNION SELECT 2, 'team', unnest(teams)
      UNION SELECT 3, 'room', unnest(rooms)) AS wanted
    WHERE number IS NOT NULL
    ORDER BY place, number
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(one, event));
  END LOOP;
END $$;

-- The first rule that a booking would break, by the name of its constraint; nothing when it breaks none. What it says
-- stays true until the transaction ends. The last one asked for is the mentor's other sessions: whoever meets only that one
-- may wait.
CREATE FUNCTION mentoring_obstacle(
  event bigint, session bigint, mentor bigint, team bigint, room bigint, stretch tstzrange
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  standing text;
  zone text;
  most integer;
BEGIN
  PERFORM lock_mentoring(event, ARRAY[mentor], ARRAY[team], ARRAY[room]);
  SELECT state INTO standing FROM team AS t WHERE t.event_id = event AND t.team_id = team FOR SHARE;
  IF standing <> 'active' THEN RETURN 'team_is_active'; END IF;
  IF NOT EXISTS (
    SELECT FROM mentor_hours AS h WHERE h.event_id = event AND h.mentor_id = mentor AND h.during @> stretch)
  THEN
    RETURN 'mentor_is_available';
  END IF;
  IF EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = team AND s.during && stretch AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'team_free';
  END IF;
  SELECT e.time_zone, e.mentor_sessions_per_day INTO zone, most FROM event AS e WHERE e.event_id = event;
  IF (
    SELECT count(*) FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = team AND s.state = 'booked' AND s.session_id IS DISTINCT FROM session
      AND (lower(s.during) AT TIME ZONE zone)::date = (lower(stretch) AT TIME ZONE zone)::date) >= most
  THEN
    RETURN 'team_within_daily_limit';
  END IF;
  IF room IS NOT NULL AND EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.room_id = room AND s.during && stretch AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'room_free';
  END IF;
  IF EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.mentor_id = mentor AND s.during && stretch AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'mentor_free';
  END IF;
  RETURN NULL;
END $$;

-- Every way into a booked state comes through here, whoever takes it.
CREATE FUNCTION guard_mentor_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  obstacle text := mentoring_obstacle(
    NEW.event_id, NEW.session_id, NEW.mentor_id, NEW.team_id, NEW.room_id, NEW.during);
BEGIN
  -- Two sessions at once are what the exclusion constraints refuse.
  IF obstacle NOT IN ('mentor_free', 'team_free', 'room_free') THEN
    RAISE EXCEPTION 'session cannot be booked' USING ERRCODE = 'check_violation', CONSTRAINT = obstacle;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mentor_session_guarded
  BEFORE INSERT OR UPDATE OF state, mentor_id, team_id, room_id, during ON mentor_session
  FOR EACH ROW WHEN (NEW.state = 'booked') EXECUTE FUNCTION guard_mentor_session();

CREATE VIEW mentored_team AS
  SELECT s.event_id, s.team_id, s.mentor_id, m.key, m.name, m.name_folded, m.email_folded, count(*) AS sessions
  FROM mentor_session AS s JOIN mentor AS m USING (event_id, mentor_id)
  WHERE s.state = 'booked' AND s.attended IS DISTINCT FROM false
  GROUP BY s.event_id, s.team_id, s.mentor_id, m.key, m.name, m.name_folded, m.email_folded;
COMMENT ON VIEW mentored_team IS 'Who mentors which team: a conflict of interest for judging it.';

-- As before, and: mentor sessions, requests and notes follow the team. A session that the other team cannot have beside its
-- own is cancelled.
CREATE FUNCTION hand_over_mentoring(event bigint, gone bigint, stays bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  UPDATE mentor_request AS r SET team_id = stays WHERE r.event_id = event AND r.team_id = gone;
  UPDATE mentor_note AS n SET team_id = stays WHERE n.event_id = event AND n.team_id = gone;
  FOR one IN
    SELECT s.session_id, s.mentor_id, s.room_id, s.during, s.state FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = gone ORDER BY s.mentor_id, s.session_id
  LOOP
    IF one.state = 'booked' AND mentoring_obstacle(
      event, one.session_id, one.mentor_id, stays, one.room_id, one.during) IS NOT NULL
    THEN
      UPDATE mentor_session AS s SET team_id = stays, state = 'cancelled', attended = NULL, rating = NULL, feedback = NULL
        WHERE s.event_id = event AND s.session_id = one.session_id;
    ELSE
      UPDATE mentor_session AS s SET team_id = stays WHERE s.event_id = event AND s.session_id = one.session_id;
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION hand_over_team(event bigint, gone bigint, stays bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE submission SET team_id = stays WHERE event_id = event AND team_id = gone;
  INSERT INTO judge_conflict (event_id, judge_id, team_id, reason)
    SELECT event_id, judge_id, stays, reason FROM judge_conflict WHERE event_id = event AND team_id = gone
    ON CONFLICT DO NOTHING;
  DELETE FROM judge_conflict WHERE event_id = event AND team_id = gone;
  PERFORM hand_over_mentoring(event, gone, stays);
  UPDATE team_former_name SET team_id = stays WHERE event_id = event AND team_id = gone;
  INSERT INTO team_former_name (event_id, name, team_id)
    SELECT event, n.name, stays
    FROM (
      SELECT key AS name FROM team WHERE event_id = event AND team_id = gone
      UNION SELECT name_folded FROM team WHERE event_id = event AND team_id = gone
      UNION SELECT source_key FROM import_origin
        WHERE event_id = event AND noun = 'team' AND record_id = gone AND source_key IS NOT NULL) AS n
    ON CONFLICT (event_id, name) DO UPDATE SET team_id = EXCLUDED.team_id;
  DELETE FROM import_origin WHERE event_id = event AND noun = 'team' AND record_id = gone;
END $$;
