-- Records in the form of import files, and which fields an import may write.

-- A field that the source never wrote and that holds something belongs to somebody else, unless every record holds that
-- value from its beginning.
CREATE OR REPLACE FUNCTION import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) RETURNS jsonb
IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN overwrites OR last IS NULL THEN given ELSE (
    SELECT COALESCE(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(given) AS f
    WHERE f.value = held -> f.key OR last -> f.key IS NOT DISTINCT FROM held -> f.key
      OR NOT last ? f.key AND (f.key = 'received_at' OR held -> f.key = '"false"'))
  END
$$;
COMMENT ON FUNCTION import_writable IS 'Which of the given fields an import may write: those that nobody edited since the same source last wrote them.';

CREATE OR REPLACE FUNCTION localised_of(fields jsonb, name text) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'en', fields -> (name || '_en'), 'fr', fields -> (name || '_fr'), 'es', fields -> (name || '_es')))
$$;
COMMENT ON FUNCTION localised_of IS '{"en": text, …} of the fields NAME_en, NAME_fr and NAME_es.';

CREATE OR REPLACE FUNCTION fields_of(texts jsonb, name text) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    name || '_en', texts -> 'en', name || '_fr', texts -> 'fr', name || '_es', texts -> 'es'))
$$;
COMMENT ON FUNCTION fields_of IS 'The fields NAME_en, NAME_fr and NAME_es of {"en": text, …}.';

CREATE OR REPLACE FUNCTION import_time(moment timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;
COMMENT ON FUNCTION import_time IS 'The form of an instant in the fields of an import.';

CREATE OR REPLACE VIEW participant_fields AS
  SELECT p.event_id, p.participant_id, p.key, jsonb_strip_nulls(jsonb_build_object(
    'given_name', NULLIF(p.given_name, ''), 'family_name', NULLIF(p.family_name, ''), 'display_name', p.display_name,
    'email', p.email, 'country', p.country, 'city', p.city, 'affiliation', p.affiliation,
    'languages', NULLIF(p.languages, ''), 'alias', p.alias, 'may_be_named', p.may_be_named::text, 'registration_source', p.registration_source,
    'received_at', import_time(p.registered_at), 'received_as_written', p.registered_as_written)) AS fields
  FROM participant AS p;
COMMENT ON VIEW participant_fields IS 'The participants with the field names of imports.';

CREATE OR REPLACE VIEW team_fields AS
  SELECT t.event_id, t.team_id, t.key, fields_of(t.city, 'city') || fields_of(t.about, 'about')
    || jsonb_strip_nulls(jsonb_build_object(
      'name', t.name, 'country', t.country, 'affiliation', t.affiliation, 'track', k.key,
      'declared_size', t.declared_size::text, 'table', t.table_label, 'room', t.room)) AS fields
  FROM team AS t LEFT JOIN track AS k USING (event_id, track_id);
COMMENT ON VIEW team_fields IS 'The teams with the field names of imports.';

CREATE OR REPLACE VIEW organisation_fields AS
  SELECT o.event_id, o.organisation_id, o.key, fields_of(o.name, 'name') || fields_of(o.acronym, 'acronym')
    || jsonb_strip_nulls(jsonb_build_object('url', o.url, 'logo', o.logo))
    || COALESCE((
      SELECT jsonb_object_agg('order of ' || r.role, r.print_order::text) FROM organisation_role AS r
      WHERE r.event_id = o.event_id AND r.organisation_id = o.organisation_id), '{}') AS fields
  FROM organisation AS o;
COMMENT ON VIEW organisation_fields IS 'The organisations with the field names of imports.';

CREATE OR REPLACE VIEW submission_fields AS
  SELECT s.event_id, s.submission_id, s.team_id, fields_of(s.title, 'title') || fields_of(s.summary, 'summary')
    || jsonb_strip_nulls(jsonb_build_object(
      'url', s.url, 'video_url', s.video_url, 'links', NULLIF(s.links, ''), 'built_with', s.built_with,
      'opted_for', NULLIF(s.opted_for, ''), 'received_at', import_time(s.received_at),
      'received_as_written', s.received_as_written)) AS fields
  FROM submission AS s;
COMMENT ON VIEW submission_fields IS 'The submissions with the field names of imports.';

CREATE OR REPLACE FUNCTION forget_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM import_origin AS o
    WHERE o.event_id = OLD.event_id AND o.noun = TG_TABLE_NAME
      AND o.record_id = (to_jsonb(OLD) ->> (TG_TABLE_NAME || '_id'))::bigint;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION forget_import IS 'Forgets what files said of a record that is removed, so that a later import adds it anew.';

CREATE OR REPLACE TRIGGER organisation_forgets_imports AFTER DELETE ON organisation
  FOR EACH ROW EXECUTE FUNCTION forget_import();
CREATE OR REPLACE TRIGGER participant_forgets_imports AFTER DELETE ON participant
  FOR EACH ROW EXECUTE FUNCTION forget_import();
CREATE OR REPLACE TRIGGER submission_forgets_imports AFTER DELETE ON submission
  FOR EACH ROW EXECUTE FUNCTION forget_import();
CREATE OR REPLACE TRIGGER team_forgets_imports AFTER DELETE ON team
  FOR EACH ROW EXECUTE FUNCTION forget_import();
