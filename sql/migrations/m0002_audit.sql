-- The append-only log of every change: one hash chain for each principal of an event, tied together by checkpoints.

CREATE TABLE audit_chain (
  event_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  length bigint NOT NULL DEFAULT 0,
  head bytea NOT NULL DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000',
  touched_by xid8,
  PRIMARY KEY (event_id, principal_id),
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE audit_chain IS 'The end of each chain; its row is locked while an entry is appended, so numbers have no gaps.';
COMMENT ON COLUMN audit_chain.touched_by IS 'The last transaction that appended; length and head follow at its end, once, because a row with thousands of versions is slow to lock.';

CREATE TABLE audit_entry (
  event_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  number bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  details text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (event_id, principal_id, number),
  FOREIGN KEY (event_id, principal_id) REFERENCES audit_chain
);
COMMENT ON COLUMN audit_entry.details IS 'Canonical JSON: action, noun, key, door and the fields with their old and new values.';
COMMENT ON COLUMN audit_entry.hash IS 'sha256(hash of the entry before || number || " " || recorded_at || " " || details); 32 zero bytes stand before the first.';

CREATE TABLE audit_personal_value (
  event_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  number bigint NOT NULL,
  field text NOT NULL,
  side text NOT NULL CONSTRAINT audit_personal_side_known CHECK (side IN ('old', 'new')),
  salt bytea NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (event_id, principal_id, number, field, side),
  FOREIGN KEY (event_id, principal_id, number) REFERENCES audit_entry
);
COMMENT ON TABLE audit_personal_value IS 'What an entry holds only as sha256(salt || value), so that it can be erased and the chain stays whole.';

CREATE TABLE audit_checkpoint (
  event_id bigint NOT NULL REFERENCES event,
  number bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  details text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (event_id, number)
);
COMMENT ON COLUMN audit_checkpoint.details IS 'Canonical JSON: the reason, who asked, and the length and head of every chain at that moment.';
COMMENT ON COLUMN audit_checkpoint.hash IS 'As audit_entry.hash, over the checkpoints of the event.';

CREATE FUNCTION audit_time(moment timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
COMMENT ON FUNCTION audit_time IS 'The form in which a time is hashed.';

CREATE FUNCTION audit_hash(previous bytea, number bigint, moment timestamptz, details text) RETURNS bytea STABLE LANGUAGE sql AS $$
  SELECT sha256(previous || convert_to(number || ' ' || audit_time(moment) || ' ' || details, 'UTF8'))
$$;

-- The number of who acts; a name that the event does not know is refused.
CREATE FUNCTION audit_actor(event bigint, actor text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  actor_id bigint;
BEGIN
  SELECT p.principal_id INTO actor_id FROM principal AS p WHERE p.event_id = event AND p.name = actor;
  IF actor_id IS NULL THEN
    RAISE EXCEPTION 'unknown principal' USING ERRCODE = 'DJ002';
  END IF;
  RETURN actor_id;
END $$;

-- Appends one entry under the lock of its chain's end.
CREATE FUNCTION audit_append(
  event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  actor_id bigint := audit_actor(event, actor);
  chain audit_chain;
  last audit_entry;
  moment timestamptz;
BEGIN
  INSERT INTO audit_chain AS c (event_id, principal_id) VALUES (event, actor_id) ON CONFLICT DO NOTHING;
  SELECT * INTO chain FROM audit_chain AS c WHERE c.event_id = event AND c.principal_id = actor_id FOR UPDATE;
  IF chain.touched_by IS DISTINCT FROM pg_current_xact_id() THEN
    UPDATE audit_chain AS c SET touched_by = pg_current_xact_id() WHERE c.event_id = event AND c.principal_id = actor_id;
  END IF;
  SELECT * INTO last FROM audit_entry AS e
    WHERE e.event_id = event AND e.principal_id = actor_id ORDER BY e.number DESC LIMIT 1;
  last.number := COALESCE(last.number, 0) + 1;
  moment := clock_timestamp();
  INSERT INTO audit_entry (event_id, principal_id, number, recorded_at, details, hash)
    VALUES (event, actor_id, last.number, moment, details,
      audit_hash(COALESCE(last.hash, decode(repeat('00', 32), 'hex')), last.number, moment, details));
  INSERT INTO audit_personal_value (event_id, principal_id, number, field, side, salt, value)
    SELECT event, actor_id, last.number, personal.field, personal.side, personal.salt, personal.value
    FROM unnest(fields, sides, salts, personal_values) AS personal (field, side, salt, value);
  RETURN last.number;
END $$;

CREATE FUNCTION audit_settle_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit_chain AS c SET length = e.number, head = e.hash
  FROM (
    SELECT number, hash FROM audit_entry
    WHERE event_id = NEW.event_id AND principal_id = NEW.principal_id ORDER BY number DESC LIMIT 1) AS e
  WHERE c.event_id = NEW.event_id AND c.principal_id = NEW.principal_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION audit_settle_chain IS 'At the end of a transaction that appended, notes where the chain ends now.';
CREATE CONSTRAINT TRIGGER audit_chain_settled AFTER UPDATE ON audit_chain DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.touched_by IS DISTINCT FROM NEW.touched_by) EXECUTE FUNCTION audit_settle_chain();

-- Ties all chains of the event together: nobody can append to one while their ends are read.
CREATE FUNCTION audit_seal(event bigint, actor text, reason text) RETURNS bytea LANGUAGE plpgsql AS $$
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

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_never_shorter BEFORE DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_personal_value_only_erased BEFORE UPDATE OR TRUNCATE ON audit_personal_value
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
