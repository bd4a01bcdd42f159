-- Mentors, their time, their sessions with teams, the requests of teams, and notes.

-- Exclusion constraints need its equality of numbers; the extension comes with PostgreSQL.
CREATE EXTENSION IF NOT EXISTS btree_gist;

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
  erased_at timestamptz,
  PRIMARY KEY (event_id, mentor_id),
  CONSTRAINT mentor_once UNIQUE (event_id, key),
  CONSTRAINT mentor_email_once UNIQUE (event_id, email_folded),
  CONSTRAINT mentor_email_folded CHECK ((email IS NULL) = (email_folded IS NULL)),
  CONSTRAINT mentor_erased_is_nobody CHECK (
    erased_at IS NULL OR (email IS NULL AND name = key AND expertise = '{}' AND languages = ''))
);
COMMENT ON TABLE mentor IS 'The people who advise teams.';
COMMENT ON COLUMN mentor.name_folded IS 'The name, folded by the program for comparing it with the names of judges and speakers.';
COMMENT ON COLUMN mentor.email_folded IS 'The address in NFC and lower case, for comparing.';
COMMENT ON COLUMN mentor.expertise IS 'Words by which requests find the mentor; none holds a comma.';
COMMENT ON COLUMN mentor.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';
COMMENT ON COLUMN mentor.time_zone IS 'The IANA zone in which the mentor reads the agenda.';
COMMENT ON COLUMN mentor.slot_minutes IS 'The length of the slots into which the mentor''s time is divided.';
COMMENT ON COLUMN mentor.erased_at IS 'When the mentor''s identity was erased for good; the sessions stay.';

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
COMMENT ON TABLE mentor_availability IS 'When mentors have time, and exceptions from it.';
COMMENT ON COLUMN mentor_availability.is_exception IS 'Whether the mentor has no time then, even if another row says so.';

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
CREATE INDEX mentor_request_by_team ON mentor_request (event_id, team_id);
COMMENT ON TABLE mentor_request IS 'What a team would like to talk about; a booked session that refers to it meets it.';
COMMENT ON COLUMN mentor_request.languages IS 'ISO 639 codes in the order of preference; an empty list accepts any language.';

CREATE TABLE mentor_session (
  event_id bigint NOT NULL,
  session_id bigint GENERATED ALWAYS AS IDENTITY,
  mentor_id bigint NOT NULL,
  team_id bigint NOT NULL,
  request_id bigint,
  room_id bigint,
  during tstzrange NOT NULL CONSTRAINT mentor_session_has_a_length CHECK (
    NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  state text NOT NULL CONSTRAINT mentor_session_state_known CHECK (state IN ('booked', 'waiting', 'cancelled')),
  waiting_since timestamptz CONSTRAINT mentor_session_waits_since_when CHECK ((waiting_since IS NOT NULL) = (state = 'waiting')),
  attended boolean,
  rating integer CONSTRAINT mentor_session_rating_possible CHECK (rating BETWEEN 1 AND 5),
  feedback text CONSTRAINT mentor_session_feedback_short CHECK (feedback ~ '\S' AND length(feedback) <= 500),
  PRIMARY KEY (event_id, session_id),
  FOREIGN KEY (event_id, mentor_id) REFERENCES mentor,
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, request_id) REFERENCES mentor_request,
  FOREIGN KEY (event_id, room_id) REFERENCES room,
  CONSTRAINT mentor_session_judged_when_booked
    CHECK (state = 'booked' OR COALESCE(attended::text, rating::text, feedback) IS NULL),
  CONSTRAINT mentor_free EXCLUDE USING gist (event_id WITH =, mentor_id WITH =, during WITH &&) WHERE (state = 'booked'),
  CONSTRAINT team_free EXCLUDE USING gist (event_id WITH =, team_id WITH =, during WITH &&) WHERE (state = 'booked'),
  CONSTRAINT room_free EXCLUDE USING gist (event_id WITH =, room_id WITH =, during WITH &&) WHERE (state = 'booked')
);
CREATE INDEX mentor_session_by_team ON mentor_session (event_id, team_id);
CREATE INDEX mentor_session_by_mentor ON mentor_session (event_id, mentor_id);
CREATE UNIQUE INDEX mentor_request_met_once ON mentor_session (event_id, request_id) WHERE state <> 'cancelled';
COMMENT ON TABLE mentor_session IS 'Sessions of a mentor with a team: booked, waiting for the mentor to be free, or cancelled.';
COMMENT ON COLUMN mentor_session.request_id IS 'The request that the session meets.';
COMMENT ON COLUMN mentor_session.during IS 'From its start until just before its end.';
COMMENT ON COLUMN mentor_session.waiting_since IS 'The waiting list is in the order of this time.';
COMMENT ON COLUMN mentor_session.attended IS 'Whether the team came; missing until somebody says so.';
COMMENT ON COLUMN mentor_session.rating IS 'The team''s rating, from 1 (worst) to 5 (best).';

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
CREATE INDEX mentor_note_by_team ON mentor_note (event_id, team_id);
COMMENT ON TABLE mentor_note IS 'Notes on teams, for organisers only.';
COMMENT ON COLUMN mentor_note.mentor_id IS 'The mentor who wrote it; missing when an organiser did.';
