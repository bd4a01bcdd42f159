-- What imports last wrote, so that a later one sees what was edited by hand since; and the log of many records at once.

CREATE TABLE import_origin (
  event_id bigint NOT NULL REFERENCES event,
  noun text NOT NULL,
  record_id bigint NOT NULL,
  source text NOT NULL,
  source_key text,
  fields jsonb NOT NULL,
  PRIMARY KEY (event_id, noun, record_id, source)
);
COMMENT ON TABLE import_origin IS 'For each record and source: what the other system calls it, and what its file last wrote into each field.';
COMMENT ON COLUMN import_origin.source IS 'The form of the file, such as devpost.';
CREATE UNIQUE INDEX import_origin_by_source_key ON import_origin (event_id, source, noun, source_key) WHERE source_key IS NOT NULL;

-- Which of the given fields an import may write: those that nobody edited since the same source last wrote them. A field
-- that the source never wrote and that holds something is somebody else's, but for what every record holds from its
-- beginning without anybody having said it.
CREATE FUNCTION import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) RETURNS jsonb
IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN overwrites OR last IS NULL THEN given ELSE (
    SELECT COALESCE(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(given) AS f
    WHERE f.value = held -> f.key OR last -> f.key IS NOT DISTINCT FROM held -> f.key
      OR NOT last ? f.key AND (f.key = 'received_at' OR held -> f.key = '"false"'))
  END
$$;

-- {"en": …} of the fields NAME_en, NAME_fr and NAME_es, and back.
CREATE FUNCTION localised_of(fields jsonb, name text) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'en', fields -> (name || '_en'), 'fr', fields -> (name || '_fr'), 'es', fields -> (name || '_es')))
$$;
CREATE FUNCTION fields_of(texts jsonb, name text) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    name || '_en', texts -> 'en', name || '_fr', texts -> 'fr', name || '_es', texts -> 'es'))
$$;

-- How an instant stands among the fields of an import.
CREATE FUNCTION import_time(moment timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

-- What is held of each record, as the fields of an import name it.
CREATE VIEW participant_fields AS
  SELECT p.event_id, p.participant_id, p.key, jsonb_strip_nulls(jsonb_build_object(
    'given_name', NULLIF(p.given_name, ''), 'family_name', NULLIF(p.family_name, ''), 'display_name', p.display_name,
    'email', p.email, 'country', p.country, 'city', p.city, 'affiliation', p.affiliation,
    'languages', NULLIF(p.languages, ''), 'alias', p.alias, 'may_be_named', p.may_be_named::text, 'came_by', p.came_by,
    'received_at', import_time(p.registered_at), 'received_as_written', p.registered_as_written)) AS fields
  FROM participant AS p;

CREATE VIEW team_fields AS
  SELECT t.event_id, t.team_id, t.key, fields_of(t.city, 'city') || fields_of(t.about, 'about')
    || jsonb_strip_nulls(jsonb_build_object(
      'name', t.name, 'country', t.country, 'affiliation', t.affiliation, 'track', k.key,
      'stated_size', t.stated_size::text)) AS fields
  FROM team AS t LEFT JOIN track AS k USING (event_id, track_id);

CREATE VIEW organisation_fields AS
  SELECT o.event_id, o.organisation_id, o.key, fields_of(o.name, 'name') || fields_of(o.acronym, 'acronym')
    || jsonb_strip_nulls(jsonb_build_object('url', o.url, 'logo', o.logo))
    || COALESCE((
      SELECT jsonb_object_agg('order of ' || r.role, r.print_order::text) FROM organisation_role AS r
      WHERE r.event_id = o.event_id AND r.organisation_id = o.organisation_id), '{}') AS fields
  FROM organisation AS o;

CREATE VIEW submission_fields AS
  SELECT s.event_id, s.submission_id, s.team_id, fields_of(s.title, 'title') || fields_of(s.summary, 'summary')
    || jsonb_strip_nulls(jsonb_build_object(
      'url', s.url, 'video_url', s.video_url, 'links', NULLIF(s.links, ''), 'built_with', s.built_with,
      'opted_for', NULLIF(s.opted_for, ''), 'received_at', import_time(s.received_at),
      'received_as_written', s.received_as_written)) AS fields
  FROM submission AS s;

-- Logs many records in entries of a thousand: what is personal stands there as a salted hash only.
-- The records come from the temporary table audit_batch (position from 1 without gaps, key, old, new).
CREATE FUNCTION audit_append_batch(event bigint, actor text, door text, act text, what text, is_personal boolean)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  chunk record;
  last bigint := (SELECT max(position) FROM audit_batch);
BEGIN
  FOR beginning IN 1 .. COALESCE(last, 0) BY 1000 LOOP
    WITH side AS MATERIALIZED (
      SELECT b.key, s.side, s.value, uuid_send(gen_random_uuid()) AS salt
      FROM audit_batch AS b CROSS JOIN LATERAL (VALUES ('old', b.old), ('new', b.new)) AS s (side, value)
      WHERE b.position >= beginning AND b.position < beginning + 1000 AND s.value IS NOT NULL
    ), logged AS (
      SELECT key, jsonb_object_agg(side, CASE
          WHEN is_personal THEN to_jsonb('sha256:' || encode(sha256(salt || convert_to(value::text, 'UTF8')), 'hex'))
          ELSE value END) AS sides
      FROM side GROUP BY key
    ), kept AS (
      SELECT array_agg(key) AS fields, array_agg(side) AS sides, array_agg(salt) AS salts, array_agg(value::text) AS texts
      FROM side WHERE is_personal
    )
    SELECT changes, records, fields, sides, salts, texts INTO chunk
    FROM kept, (SELECT jsonb_object_agg(key, sides) AS changes, count(*) AS records FROM logged) AS entry;
    PERFORM audit_append(event, actor, jsonb_build_object(
        'action', act, 'noun', what, 'key', chunk.records || ' records', 'door', door, 'changes', chunk.changes)::text,
      chunk.fields, chunk.sides, chunk.salts, chunk.texts);
  END LOOP;
END $$;
