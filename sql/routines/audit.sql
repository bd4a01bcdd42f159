-- The log: how entries are appended and chained, and what keeps them from being changed.

-- While an event is removed, refuse_removal asks for each row.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND COALESCE(current_setting('datajam.removed_event', true), '') <> '' THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'DJ001';
END $$;
COMMENT ON FUNCTION refuse_change IS 'Refuses every change; for tables to which rows are only added.';

CREATE OR REPLACE FUNCTION is_being_removed(event bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT COALESCE(current_setting('datajam.removed_event', true) = event::text, false)
$$;
COMMENT ON FUNCTION is_being_removed IS 'Whether this transaction is removing the event with all its rows.';

CREATE OR REPLACE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_being_removed((to_jsonb(OLD) ->> 'event_id')::bigint) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'DJ001';
END $$;
COMMENT ON FUNCTION refuse_removal IS 'Refuses to delete a row, unless its whole event is being removed.';

CREATE OR REPLACE FUNCTION audit_time(moment timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
COMMENT ON FUNCTION audit_time IS 'The form in which a time is hashed.';

CREATE OR REPLACE FUNCTION audit_hash(previous bytea, number bigint, moment timestamptz, details text) RETURNS bytea STABLE LANGUAGE sql AS $$
  SELECT sha256(previous || convert_to(number || ' ' || audit_time(moment) || ' ' || details, 'UTF8'))
$$;
COMMENT ON FUNCTION audit_hash IS 'The hash of an entry or a checkpoint, which includes the hash of the one before.';

CREATE OR REPLACE FUNCTION audit_actor(event bigint, actor text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  actor_id bigint;
BEGIN
  SELECT p.principal_id INTO actor_id FROM principal AS p WHERE p.event_id = event AND p.name = actor AND p.removed_at IS NULL;
  IF actor_id IS NULL THEN
    RAISE EXCEPTION 'unknown principal' USING ERRCODE = 'DJ002';
  END IF;
  RETURN actor_id;
END $$;
COMMENT ON FUNCTION audit_actor IS 'The number of a principal; a name that the event does not know, or whose rights ended, is refused.';

-- The row of the chain stays locked until the transaction ends, so that numbers have no gaps.
CREATE OR REPLACE FUNCTION audit_append_as(
  event bigint, actor_id bigint, details text, fields text[], sides text[], salts bytea[], personal_values text[]
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  chain audit_chain;
  last audit_entry;
  moment timestamptz;
  held record;
BEGIN
  INSERT INTO audit_chain AS c (event_id, principal_id) VALUES (event, actor_id) ON CONFLICT DO NOTHING;
  SELECT * INTO chain FROM audit_chain AS c WHERE c.event_id = event AND c.principal_id = actor_id FOR UPDATE;
  IF chain.touched_by IS DISTINCT FROM pg_current_xact_id() THEN
    UPDATE audit_chain AS c SET touched_by = pg_current_xact_id() WHERE c.event_id = event AND c.principal_id = actor_id;
  END IF;
  SELECT * INTO last FROM audit_entry AS e
    WHERE e.event_id = event AND e.principal_id = actor_id ORDER BY e.number DESC LIMIT 1;
  last.number := COALESCE(last.number, 0) + 1;
  SELECT * INTO held FROM untied_records(event);
  moment := clock_timestamp();
  INSERT INTO audit_entry (event_id, principal_id, number, recorded_at, details, hash, first_record, last_record, records_sha256)
    VALUES (event, actor_id, last.number, moment, details,
      audit_hash(COALESCE(last.hash, decode(repeat('00', 32), 'hex')), last.number, moment,
        details || audit_records(held.first, held.last, held.sha256)),
      held.first, held.last, held.sha256);
  INSERT INTO audit_personal_value (event_id, principal_id, number, field, side, salt, value)
    SELECT event, actor_id, last.number, personal.field, personal.side, personal.salt, personal.value
    FROM unnest(fields, sides, salts, personal_values) AS personal (field, side, salt, value);
  RETURN last.number;
END $$;
COMMENT ON FUNCTION audit_append_as IS 'Appends one entry to a principal''s chain and returns its number. The entry holds the records that the transaction wrote since its last entry.';

CREATE OR REPLACE FUNCTION audit_append(
  event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]
) RETURNS bigint LANGUAGE sql AS $$
  SELECT audit_append_as(event, audit_actor(event, actor), details, fields, sides, salts, personal_values)
$$;
COMMENT ON FUNCTION audit_append IS 'Appends one entry to the actor''s chain and returns its number.';

CREATE OR REPLACE FUNCTION audit_records(first bigint, last bigint, sha256 bytea) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT COALESCE(' ' || first || ' ' || last || ' ' || encode(sha256, 'hex'), '')
$$;
COMMENT ON FUNCTION audit_records IS 'The records that an entry holds, as they are hashed with it.';

CREATE OR REPLACE FUNCTION audit_append_batch(event bigint, actor text, channel text, act text, what text, is_personal boolean)
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
        'action', act, 'noun', what, 'key', chunk.records || ' records', 'channel', channel, 'changes', chunk.changes)::text,
      chunk.fields, chunk.sides, chunk.salts, chunk.texts);
  END LOOP;
END $$;
COMMENT ON FUNCTION audit_append_batch IS 'Logs many records in entries of a thousand. They come from the temporary table audit_batch (position from 1 without gaps, key, old, new); personal values are logged as salted hashes.';

CREATE OR REPLACE FUNCTION audit_settle(event bigint, actor_id bigint) RETURNS void LANGUAGE sql AS $$
  UPDATE audit_chain AS c SET length = e.number, head = e.hash
  FROM (
    SELECT l.number, l.hash FROM audit_entry AS l
    WHERE l.event_id = event AND l.principal_id = actor_id ORDER BY l.number DESC LIMIT 1) AS e
  WHERE c.event_id = event AND c.principal_id = actor_id
$$;
COMMENT ON FUNCTION audit_settle IS 'Records the end of a chain.';

CREATE OR REPLACE FUNCTION audit_settle_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_settle(NEW.event_id, NEW.principal_id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION audit_settle_chain IS 'At the end of a transaction that appended, records the new end of the chain.';

-- All chains are locked, so that nobody appends while their ends are read.
CREATE OR REPLACE FUNCTION audit_seal(event bigint, actor text, reason text) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
  last audit_checkpoint;
  heads jsonb;
  moment timestamptz;
  body text;
  seal bytea;
BEGIN
  PERFORM FROM event AS e WHERE e.event_id = event FOR UPDATE;
  PERFORM FROM audit_chain AS c WHERE c.event_id = event ORDER BY c.principal_id FOR UPDATE;
  SELECT * INTO last FROM audit_checkpoint AS k WHERE k.event_id = event ORDER BY k.number DESC LIMIT 1;
  SELECT jsonb_agg(jsonb_build_array(e.principal_id, e.number, encode(e.hash, 'hex')) ORDER BY e.principal_id) INTO heads
    FROM (
      SELECT DISTINCT ON (principal_id) principal_id, number, hash FROM audit_entry
      WHERE event_id = event ORDER BY principal_id, number DESC) AS e;
  body := jsonb_build_object('reason', reason, 'by', audit_actor(event, actor), 'chains', COALESCE(heads, '[]'))::text;
  moment := clock_timestamp();
  seal := audit_hash(COALESCE(last.hash, decode(repeat('00', 32), 'hex')), COALESCE(last.number, 0) + 1, moment, body);
  INSERT INTO audit_checkpoint (event_id, number, recorded_at, details, hash)
    VALUES (event, COALESCE(last.number, 0) + 1, moment, body, seal);
  RETURN seal;
END $$;
COMMENT ON FUNCTION audit_seal IS 'Adds a checkpoint that ties all chains of the event together, and returns its hash.';

CREATE OR REPLACE FUNCTION audit_personal_values_of(event bigint, numbers bigint[], keys text[])
RETURNS TABLE (principal_id bigint, number bigint, field text, side text) STABLE LANGUAGE sql AS $$
  WITH who AS MATERIALIZED (
    SELECT DISTINCT n::text AS name FROM unnest(numbers) AS n
  ), called AS MATERIALIZED (
    SELECT name FROM who UNION SELECT k FROM unnest(keys) AS k
  ), held AS MATERIALIZED (
    SELECT DISTINCT v.principal_id, v.number FROM audit_personal_value AS v WHERE v.event_id = event
  ), entry AS MATERIALIZED (
    SELECT e.principal_id, e.number, e.details::jsonb ->> 'key' AS name
    FROM audit_entry AS e JOIN held USING (principal_id, number)
    WHERE e.event_id = event AND e.details::jsonb ->> 'noun' = 'participant'
  )
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN entry AS e USING (principal_id, number) JOIN called AS c ON c.name = e.name
  WHERE v.event_id = event
  UNION ALL
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN entry AS e USING (principal_id, number) JOIN who AS w ON w.name = v.field
  WHERE v.event_id = event AND e.name LIKE '% records'
$$;
COMMENT ON FUNCTION audit_personal_values_of IS 'The personal values that the log holds of some participants. It finds entries about one of them, by number or key, and entries about many records, whose fields are the numbers of participants.';

CREATE OR REPLACE FUNCTION audit_personal_values_under(event bigint, what text, keys text[])
RETURNS TABLE (principal_id bigint, number bigint, field text, side text) STABLE LANGUAGE sql AS $$
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN audit_entry AS e USING (event_id, principal_id, number)
  WHERE v.event_id = event AND e.details::jsonb ->> 'noun' = what AND split_part(e.details::jsonb ->> 'key', ' ', 1) = ANY (keys)
$$;
COMMENT ON FUNCTION audit_personal_values_under IS 'The personal values that the log holds under some keys of one kind. A key also finds entries whose key begins with it as a word.';

CREATE OR REPLACE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_entry_never_removed BEFORE DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_checkpoint_never_removed BEFORE DELETE ON audit_checkpoint
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER audit_chain_never_shorter BEFORE DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_chain_never_removed BEFORE DELETE ON audit_chain
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER audit_personal_value_only_erased BEFORE UPDATE OR TRUNCATE ON audit_personal_value
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- CREATE OR REPLACE does not exist for constraint triggers.
DROP TRIGGER IF EXISTS audit_chain_settled ON audit_chain;
CREATE CONSTRAINT TRIGGER audit_chain_settled AFTER UPDATE ON audit_chain DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.touched_by IS DISTINCT FROM NEW.touched_by) EXECUTE FUNCTION audit_settle_chain();
