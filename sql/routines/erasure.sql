-- How people who asked to be erased are found again, though nothing of them is kept in the clear.

CREATE OR REPLACE TRIGGER erased_person_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erased_person
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER erased_person_never_removed BEFORE DELETE ON erased_person
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

-- Not strict and no more volatile than what it calls, so that the planner writes it into the statement.
CREATE OR REPLACE FUNCTION erased_person_hash(secret bytea, kind text, field text, value text) RETURNS bytea STABLE LANGUAGE sql AS $$
  SELECT sha256(secret || convert_to('person ' || kind || ' ' || field || ' ' || value, 'UTF8'))
$$;
COMMENT ON FUNCTION erased_person_hash IS 'The hash by which an erased person is known. Kinds: participant, mentor, judge. Fields: key, e-mail (folded), name (folded), or source and the name of a form of file.';

CREATE OR REPLACE FUNCTION event_secret(event bigint) RETURNS bytea LANGUAGE sql AS $$
  INSERT INTO announcement AS a (event_id, certificate_secret)
  VALUES (event, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
  ON CONFLICT (event_id) DO UPDATE SET certificate_secret = COALESCE(a.certificate_secret, EXCLUDED.certificate_secret)
  RETURNING certificate_secret
$$;
COMMENT ON FUNCTION event_secret IS 'The secret of the event: its certificates and the hashes of erased people are keyed with it. It is made once and kept.';

CREATE OR REPLACE FUNCTION keep_erased_people(event bigint, kind text, fields text[], identities text[]) RETURNS void LANGUAGE sql AS $$
  WITH key AS MATERIALIZED (
    SELECT event_secret(event) AS secret
  )
  INSERT INTO erased_person (event_id, sha256)
  SELECT DISTINCT event, erased_person_hash(key.secret, kind, i.field, i.value)
  FROM key CROSS JOIN unnest(fields, identities) AS i (field, value)
  ON CONFLICT DO NOTHING
$$;
COMMENT ON FUNCTION keep_erased_people IS 'Keeps the hashes of what identifies people, before the values go.';
