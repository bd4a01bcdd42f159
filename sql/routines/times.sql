-- Local times and the clocks of time zones. The database computes them, because it has the list of zones.

CREATE OR REPLACE FUNCTION instants_of(local timestamp, zone text) RETURNS SETOF timestamptz STABLE LANGUAGE sql AS $$
  SELECT DISTINCT instant
  FROM (VALUES (interval '-48 hours'), (interval '48 hours')) AS around (shift)
  CROSS JOIN LATERAL (SELECT (local AT TIME ZONE 'UTC') + shift AS near) AS neighbour
  CROSS JOIN LATERAL (SELECT (near AT TIME ZONE zone) - (near AT TIME ZONE 'UTC') AS ahead) AS clock
  CROSS JOIN LATERAL (SELECT (local - ahead) AT TIME ZONE 'UTC' AS instant) AS candidate
  WHERE instant AT TIME ZONE zone = local
  ORDER BY instant
$$;
COMMENT ON FUNCTION instants_of IS 'The instants at which the clocks of a zone show this time: none where they skip it, two where they are set back.';

CREATE OR REPLACE FUNCTION local_text(moment timestamptz, zone text) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT to_char(moment AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI')
$$;
COMMENT ON FUNCTION local_text IS 'The time that the clocks of a zone show at an instant, to the minute.';

CREATE OR REPLACE FUNCTION minutes_ahead(instant timestamptz, zone text) RETURNS integer STABLE LANGUAGE sql AS $$
  SELECT (EXTRACT(epoch FROM (instant AT TIME ZONE zone) - (instant AT TIME ZONE 'UTC')) / 60)::integer
$$;
COMMENT ON FUNCTION minutes_ahead IS 'By how many minutes the clocks of a zone are ahead of UTC at an instant.';

CREATE OR REPLACE FUNCTION clock_word(instant timestamptz, zone text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  zone_before text := current_setting('TimeZone');
  word text;
BEGIN
  PERFORM set_config('TimeZone', zone, true);
  word := to_char(instant, 'TZ');
  PERFORM set_config('TimeZone', zone_before, true);
  RETURN word;
END $$;
COMMENT ON FUNCTION clock_word IS 'The abbreviation of a zone''s time at an instant, such as EDT; it is for people and is never read as a time.';

CREATE OR REPLACE FUNCTION clock_changes(zone text, since timestamptz, until timestamptz)
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
COMMENT ON FUNCTION clock_changes IS 'When the clocks of a zone are set forward or back, to the minute.';
