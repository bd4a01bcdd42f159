-- Many records are logged in half the time: texts are made once, and salts only where something is personal.

CREATE OR REPLACE FUNCTION audit_append_batch(event bigint, actor text, door text, act text, what text, is_personal boolean)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  chunk record;
  last bigint := (SELECT max(position) FROM audit_batch);
BEGIN
  FOR beginning IN 1 .. COALESCE(last, 0) BY 1000 LOOP
    IF is_personal THEN
      WITH side AS MATERIALIZED (
        SELECT b.key, s.side, s.value::text AS text, uuid_send(gen_random_uuid()) AS salt
        FROM audit_batch AS b CROSS JOIN LATERAL (VALUES ('old', b.old), ('new', b.new)) AS s (side, value)
        WHERE b.position >= beginning AND b.position < beginning + 1000 AND s.value IS NOT NULL
      ), logged AS (
        SELECT key, jsonb_object_agg(side, 'sha256:' || encode(sha256(salt || convert_to(text, 'UTF8')), 'hex')) AS sides
        FROM side GROUP BY key
      ), kept AS (
        SELECT array_agg(key) AS fields, array_agg(side) AS sides, array_agg(salt) AS salts, array_agg(text) AS texts
        FROM side
      )
      SELECT changes, records, fields, sides, salts, texts INTO chunk
      FROM kept, (SELECT jsonb_object_agg(key, sides) AS changes, count(*) AS records FROM logged) AS entry;
    ELSE
      SELECT jsonb_object_agg(key, CASE
          WHEN old IS NULL THEN jsonb_build_object('new', new) ELSE jsonb_build_object('old', old, 'new', new) END) AS changes,
        count(*) AS records, NULL::text[] AS fields, NULL::text[] AS sides, NULL::bytea[] AS salts, NULL::text[] AS texts
      INTO chunk
      FROM audit_batch WHERE position >= beginning AND position < beginning + 1000;
    END IF;
    PERFORM audit_append(event, actor, jsonb_build_object(
        'action', act, 'noun', what, 'key', chunk.records || ' records', 'door', door, 'changes', chunk.changes)::text,
      chunk.fields, chunk.sides, chunk.salts, chunk.texts);
  END LOOP;
END $$;
