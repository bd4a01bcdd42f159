-- The agenda: rooms, sessions, who speaks, and what was published of it.

CREATE TABLE room (
  event_id bigint NOT NULL REFERENCES event,
  room_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT room_key_is_key CHECK (is_key(key)),
  name jsonb NOT NULL CONSTRAINT room_name_localised CHECK (is_localised(name) AND name <> '{}'),
  capacity integer CONSTRAINT room_capacity_positive CHECK (capacity > 0),
  url text CONSTRAINT room_url_form CHECK (url ~ '^https?://[^\s]+$'),
  PRIMARY KEY (event_id, room_id),
  CONSTRAINT room_once UNIQUE (event_id, key)
);
COMMENT ON COLUMN room.url IS 'Where one joins, when the room is a virtual one.';

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
  url text CONSTRAINT agenda_session_url_form CHECK (url ~ '^https?://[^\s]+$'),
  register_url text CONSTRAINT agenda_session_register_url_form CHECK (register_url ~ '^https?://[^\s]+$'),
  capacity integer CONSTRAINT agenda_session_capacity_positive CHECK (capacity > 0),
  is_cancelled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (event_id, session_id),
  CONSTRAINT agenda_session_once UNIQUE (event_id, key),
  CONSTRAINT agenda_session_room FOREIGN KEY (event_id, room_id) REFERENCES room
);
COMMENT ON COLUMN agenda_session.languages IS 'ISO 639 codes with spaces between them: a session in two languages is one session.';
COMMENT ON COLUMN agenda_session.during IS 'From its start until before its end; given as local time in its own zone.';
COMMENT ON COLUMN agenda_session.is_cancelled IS 'Stays in the agenda, so that calendars that hold it hear of it.';
CREATE INDEX agenda_session_by_room ON agenda_session (event_id, room_id);

CREATE TABLE agenda_speaker (
  event_id bigint NOT NULL,
  session_id bigint NOT NULL,
  position integer NOT NULL CONSTRAINT agenda_speaker_position_positive CHECK (position > 0),
  honorific text,
  name text CONSTRAINT agenda_speaker_name_not_blank CHECK (name ~ '\S'),
  role text,
  organisation text,
  second_role text,
  second_organisation text,
  is_public boolean NOT NULL DEFAULT true,
  PRIMARY KEY (event_id, session_id, position),
  FOREIGN KEY (event_id, session_id) REFERENCES agenda_session,
  CONSTRAINT agenda_speaker_public_has_name CHECK (name IS NOT NULL OR NOT is_public)
);
COMMENT ON COLUMN agenda_speaker.name IS 'Missing for somebody who speaks without being named.';
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
COMMENT ON COLUMN agenda_version.sessions IS 'Those that were cancelled or taken out stay in it, so that calendars hear of them.';
COMMENT ON TABLE agenda_version IS 'What was published when: the sessions as they were then, and how they differ from the version before.';
CREATE TRIGGER agenda_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agenda_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What clocks show: asked of the database alone, which holds the zones.

CREATE FUNCTION minutes_ahead(instant timestamptz, zone text) RETURNS integer STABLE LANGUAGE sql AS $$
  SELECT (EXTRACT(epoch FROM (instant AT TIME ZONE zone) - (instant AT TIME ZONE 'UTC')) / 60)::integer
$$;
COMMENT ON FUNCTION minutes_ahead IS 'How far the clocks of a zone are ahead of UTC at an instant.';

CREATE FUNCTION clock_word(instant timestamptz, zone text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  zone_before text := current_setting('TimeZone');
  word text;
BEGIN
  PERFORM set_config('TimeZone', zone, true);
  word := to_char(instant, 'TZ');
  PERFORM set_config('TimeZone', zone_before, true);
  RETURN word;
END $$;
COMMENT ON FUNCTION clock_word IS 'What the clocks of a zone are called at an instant, such as EDT; to be shown and never to be read as a time.';

CREATE FUNCTION clock_changes(zone text, since timestamptz, until timestamptz)
RETURNS TABLE (at timestamptz, before integer, after integer) STABLE LANGUAGE sql AS $$
  WITH day AS (
    SELECT instant, minutes_ahead(instant, zone) AS ahead,
      lag(minutes_ahead(instant, zone)) OVER (ORDER BY instant) AS ahead_before
    FROM generate_series(date_trunc('minute', since), until, interval '24 hours') AS instant)
  SELECT minute, minutes_ahead(minute - interval '1 minute', zone), minutes_ahead(minute, zone)
  FROM day
  CROSS JOIN LATERAL generate_series(instant - interval '1439 minutes', instant, interval '1 minute') AS minute
  WHERE ahead <> ahead_before AND minutes_ahead(minute, zone) <> minutes_ahead(minute - interval '1 minute', zone)
  ORDER BY minute
$$;
COMMENT ON FUNCTION clock_changes IS 'When the clocks of a zone are put forward or back, to the minute.';
