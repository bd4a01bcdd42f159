-- An event that goes with all its rows, and the proof that is kept of it.

CREATE OR REPLACE TRIGGER removed_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON removed_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER removed_event_never_removed BEFORE DELETE ON removed_event
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

-- A table is deeper than every table to which it refers.
CREATE OR REPLACE FUNCTION tables_of_events() RETURNS TABLE (name regclass, depth integer) STABLE LANGUAGE sql AS $$
  WITH RECURSIVE found AS (
    SELECT c.oid AS name, 0 AS depth
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    WHERE c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'event'::regclass)
      AND c.relkind IN ('r', 'p') AND a.attname = 'event_id' AND NOT a.attisdropped
    UNION
    SELECT k.conrelid, f.depth + 1
    FROM found AS f JOIN pg_constraint AS k ON k.confrelid = f.name AND k.contype = 'f' AND k.conrelid <> k.confrelid
  )
  SELECT name::regclass, max(depth) FROM found GROUP BY name
$$;
COMMENT ON FUNCTION tables_of_events IS 'Every table with rows of events, read from the catalogue, with how deep its references lie.';

-- A client that changes something of the event waits for one of these rows, and finds it gone.
CREATE OR REPLACE FUNCTION hold_event(event bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM event AS e WHERE e.event_id = event FOR UPDATE;
  PERFORM FROM principal AS p WHERE p.event_id = event ORDER BY p.principal_id FOR UPDATE;
  PERFORM FROM round AS r WHERE r.event_id = event ORDER BY r.round_id FOR UPDATE;
  PERFORM FROM result AS r WHERE r.event_id = event ORDER BY r.number FOR UPDATE;
  PERFORM FROM audit_chain AS c WHERE c.event_id = event ORDER BY c.principal_id FOR UPDATE;
END $$;
COMMENT ON FUNCTION hold_event IS 'Locks an event against every change of what belongs to it.';

CREATE OR REPLACE FUNCTION keep_proof_of_event(event bigint, remover text, seal bytea) RETURNS void LANGUAGE sql AS $$
  INSERT INTO removed_event (slug, name, removed_by, log_sha256, chains)
  SELECT e.slug, e.name, remover, seal, COALESCE(jsonb_agg(
    jsonb_build_array(l.principal_id, l.number, encode(l.hash, 'hex')) ORDER BY l.principal_id), '[]')
  FROM event AS e JOIN (
    SELECT DISTINCT ON (principal_id) principal_id, number, hash FROM audit_entry
    WHERE event_id = event ORDER BY principal_id, number DESC) AS l ON true
  WHERE e.event_id = event
  GROUP BY e.event_id
$$;
COMMENT ON FUNCTION keep_proof_of_event IS 'Writes down that an event existed, and where its log ended.';

CREATE OR REPLACE FUNCTION remove_event(event bigint, remover text, seal bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one regclass;
BEGIN
  PERFORM hold_event(event);
  IF EXISTS (SELECT FROM result_step AS s WHERE s.event_id = event AND s.kind = 'announced') THEN
    RAISE EXCEPTION 'a result was announced' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'removed_event_never_announced';
  END IF;
  PERFORM keep_proof_of_event(event, remover, seal);
  PERFORM set_config('datajam.removed_event', event::text, true);
  FOR one IN SELECT t.name FROM tables_of_events() AS t ORDER BY t.depth DESC, t.name LOOP
    EXECUTE format('DELETE FROM %s WHERE event_id = $1', one) USING event;
  END LOOP;
  PERFORM set_config('datajam.removed_event', '', true);
END $$;
COMMENT ON FUNCTION remove_event IS 'Removes an event with all its rows, append-only ones too, unless a result of it was ever announced.';

-- Who was removed is known by the log alone.
CREATE OR REPLACE VIEW event_with_people AS
  SELECT e.event_id FROM event AS e
  WHERE EXISTS (SELECT FROM participant AS p WHERE p.event_id = e.event_id AND p.erased_at IS NULL)
    OR EXISTS (SELECT FROM judge AS j WHERE j.event_id = e.event_id AND j.erased_at IS NULL)
    OR EXISTS (SELECT FROM mentor AS m WHERE m.event_id = e.event_id AND m.erased_at IS NULL)
    OR EXISTS (
      SELECT FROM audit_entry AS a JOIN audit_personal_value AS v USING (event_id, principal_id, number)
      WHERE a.event_id = e.event_id AND a.details::jsonb ->> 'action' = 'removed'
        AND a.details::jsonb ->> 'noun' IN ('participant', 'judge', 'mentor'));
COMMENT ON VIEW event_with_people IS 'The events that still know participants, judges or mentors, removed ones too.';
