-- The agenda: rooms, sessions, speakers, and its published versions.

CREATE TABLE room (
  event_id bigint NOT NULL REFERENCES event,
  room_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT room_key_is_key CHECK (is_key(key)),
  name jsonb NOT NULL CONSTRAINT room_name_localised CHECK (is_localised(name) AND name <> '{}'),
  capacity integer CONSTRAINT room_capacity_positive CHECK (capacity > 0),
  url text CONSTRAINT room_url_form CHECK (is_address(url)),
  PRIMARY KEY (event_id, room_id),
  CONSTRAINT room_once UNIQUE (event_id, key)
);
COMMENT ON TABLE room IS 'The rooms of an event, real or virtual.';
COMMENT ON COLUMN room.capacity IS 'How many people fit in.';
COMMENT ON COLUMN room.url IS 'The address of a virtual room.';

CREATE TABLE agenda_session (
  event_id bigint NOT NULL REFERENCES event,
  session_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT agenda_session_key_is_key CHECK (is_key(key)),
  kind text NOT NULL DEFAULT 'talk' CONSTRAINT agenda_session_kind_known
    CHECK (kind IN ('talk', 'panel', 'workshop', 'ceremony', 'social', 'other')),
  title jsonb NOT NULL DEFAULT '{}' CONSTRAINT agenda_session_title_localised CHECK (is_localised(title)),
  objective jsonb NOT NULL DEFAULT '{}' CONSTRAINT agenda_session_objective_localised CHECK (is_localised(objective)),
  languages text NOT NULL DEFAULT '' CONSTRAINT agenda_session_languages_form
    CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  audience text NOT NULL DEFAULT 'participants' CONSTRAINT agenda_session_audience_known
    CHECK (audience IN ('public', 'participants')),
  during tstzrange NOT NULL CONSTRAINT agenda_session_has_a_length CHECK (
    NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  time_zone text NOT NULL CONSTRAINT agenda_session_zone_is_no_abbreviation CHECK (time_zone = 'UTC' OR time_zone LIKE '%/%'),
  room_id bigint,
  url text CONSTRAINT agenda_session_url_form CHECK (is_address(url)),
  register_url text CONSTRAINT agenda_session_register_url_form CHECK (is_address(register_url)),
  capacity integer CONSTRAINT agenda_session_capacity_positive CHECK (capacity > 0),
  is_cancelled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (event_id, session_id),
  CONSTRAINT agenda_session_once UNIQUE (event_id, key),
  CONSTRAINT agenda_session_room FOREIGN KEY (event_id, room_id) REFERENCES room
);
CREATE INDEX agenda_session_by_room ON agenda_session (event_id, room_id);
COMMENT ON TABLE agenda_session IS 'The draft of the agenda: talks, panels, workshops and ceremonies.';
COMMENT ON COLUMN agenda_session.objective IS 'What the session is for.';
COMMENT ON COLUMN agenda_session.languages IS 'ISO 639 codes with spaces between them: a session in two languages is one session.';
COMMENT ON COLUMN agenda_session.during IS 'From its start until just before its end; organisers give local times of its own zone.';
COMMENT ON COLUMN agenda_session.time_zone IS 'An IANA name, never an abbreviation.';
COMMENT ON COLUMN agenda_session.url IS 'The address at which people join or watch.';
COMMENT ON COLUMN agenda_session.register_url IS 'The address at which people register for the session.';
COMMENT ON COLUMN agenda_session.is_cancelled IS 'A cancelled session stays in the agenda, so that subscribed calendars are told.';

CREATE TABLE agenda_speaker (
  event_id bigint NOT NULL,
  session_id bigint NOT NULL,
  position integer NOT NULL CONSTRAINT agenda_speaker_position_positive CHECK (position > 0),
  honorific text,
  name text CONSTRAINT agenda_speaker_name_not_blank CHECK (name ~ '\S'),
  is_public boolean NOT NULL DEFAULT true,
  role text,
  organisation text,
  second_role text,
  second_organisation text,
  PRIMARY KEY (event_id, session_id, position),
  FOREIGN KEY (event_id, session_id) REFERENCES agenda_session,
  CONSTRAINT agenda_speaker_public_has_name CHECK (name IS NOT NULL OR NOT is_public)
);
COMMENT ON TABLE agenda_speaker IS 'The speakers of each session, in the order in which they are printed.';
COMMENT ON COLUMN agenda_speaker.name IS 'Missing for a speaker who is not named.';
COMMENT ON COLUMN agenda_speaker.is_public IS 'Whether the name may be published; otherwise only the role is.';

CREATE TABLE agenda_version (
  event_id bigint NOT NULL REFERENCES event,
  number integer NOT NULL CONSTRAINT agenda_version_number_positive CHECK (number > 0),
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  note text,
  sessions jsonb NOT NULL,
  changes jsonb NOT NULL,
  PRIMARY KEY (event_id, number)
);
COMMENT ON TABLE agenda_version IS 'What was published of the agenda, and when; never changed.';
COMMENT ON COLUMN agenda_version.note IS 'What the organisers say of this version.';
COMMENT ON COLUMN agenda_version.sessions IS 'The sessions at that time. Cancelled and removed ones stay in it, so that subscribed calendars are told.';
COMMENT ON COLUMN agenda_version.changes IS 'The differences from the version before.';
