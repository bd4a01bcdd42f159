-- The whole schema, written by scripts/schema with PostgreSQL 15.
-- Names without a schema are in the schema datajam.

CREATE SCHEMA datajam;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA datajam;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE FUNCTION adds_only_texts(old jsonb, new jsonb) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    AS $$
BEGIN
  IF old = new THEN RETURN true; END IF;
  IF jsonb_typeof(old) <> jsonb_typeof(new) THEN RETURN false; END IF;
  IF jsonb_typeof(old) = 'array' THEN
    RETURN jsonb_array_length(old) = jsonb_array_length(new) AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(old) WITH ORDINALITY AS o (value, position)
      JOIN jsonb_array_elements(new) WITH ORDINALITY AS n (value, position) USING (position)
      WHERE NOT adds_only_texts(o.value, n.value));
  END IF;
  IF jsonb_typeof(old) <> 'object' THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT FROM jsonb_object_keys(new) AS k (key) WHERE k.key NOT IN ('en', 'fr', 'es')) THEN
    RETURN new @> old;
  END IF;
  RETURN (SELECT count(*) FROM jsonb_object_keys(old)) = (SELECT count(*) FROM jsonb_object_keys(new))
    AND NOT EXISTS (
      SELECT FROM jsonb_each(old) AS o LEFT JOIN jsonb_each(new) AS n USING (key)
      WHERE n.value IS NULL OR NOT adds_only_texts(o.value, n.value));
END $$;

COMMENT ON FUNCTION adds_only_texts(old jsonb, new jsonb) IS 'Whether facts differ by nothing but texts in languages that had none.';

CREATE FUNCTION audit_actor(event bigint, actor text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE
  actor_id bigint;
BEGIN
  SELECT p.principal_id INTO actor_id FROM principal AS p WHERE p.event_id = event AND p.name = actor AND p.removed_at IS NULL;
  IF actor_id IS NULL THEN
    RAISE EXCEPTION 'unknown principal' USING ERRCODE = 'DJ002';
  END IF;
  RETURN actor_id;
END $$;

COMMENT ON FUNCTION audit_actor(event bigint, actor text) IS 'The number of a principal; a name that the event does not know, or whose rights ended, is refused.';

CREATE FUNCTION audit_append(event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]) RETURNS bigint
    LANGUAGE sql
    AS $$
  SELECT audit_append_as(event, audit_actor(event, actor), details, fields, sides, salts, personal_values)
$$;

COMMENT ON FUNCTION audit_append(event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]) IS 'Appends one entry to the actor''s chain and returns its number.';

CREATE FUNCTION audit_append_as(event bigint, actor_id bigint, details text, fields text[], sides text[], salts bytea[], personal_values text[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION audit_append_as(event bigint, actor_id bigint, details text, fields text[], sides text[], salts bytea[], personal_values text[]) IS 'Appends one entry to a principal''s chain and returns its number. The entry holds the records that the transaction wrote since its last entry.';

CREATE FUNCTION audit_append_batch(event bigint, actor text, channel text, act text, what text, is_personal boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION audit_append_batch(event bigint, actor text, channel text, act text, what text, is_personal boolean) IS 'Logs many records in entries of a thousand. They come from the temporary table audit_batch (position from 1 without gaps, key, old, new); personal values are logged as salted hashes.';

CREATE FUNCTION audit_hash(previous bytea, number bigint, moment timestamp with time zone, details text) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
  SELECT sha256(previous || convert_to(number || ' ' || audit_time(moment) || ' ' || details, 'UTF8'))
$$;

COMMENT ON FUNCTION audit_hash(previous bytea, number bigint, moment timestamp with time zone, details text) IS 'The hash of an entry or a checkpoint, which includes the hash of the one before.';

CREATE FUNCTION audit_personal_values_of(event bigint, numbers bigint[], keys text[]) RETURNS TABLE(principal_id bigint, number bigint, field text, side text)
    LANGUAGE sql STABLE
    AS $$
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

COMMENT ON FUNCTION audit_personal_values_of(event bigint, numbers bigint[], keys text[]) IS 'The personal values that the log holds of some participants. It finds entries about one of them, by number or key, and entries about many records, whose fields are the numbers of participants.';

CREATE FUNCTION audit_personal_values_under(event bigint, what text, keys text[]) RETURNS TABLE(principal_id bigint, number bigint, field text, side text)
    LANGUAGE sql STABLE
    AS $$
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN audit_entry AS e USING (event_id, principal_id, number)
  WHERE v.event_id = event AND e.details::jsonb ->> 'noun' = what AND split_part(e.details::jsonb ->> 'key', ' ', 1) = ANY (keys)
$$;

COMMENT ON FUNCTION audit_personal_values_under(event bigint, what text, keys text[]) IS 'The personal values that the log holds under some keys of one kind. A key also finds entries whose key begins with it as a word.';

CREATE FUNCTION audit_records(first bigint, last bigint, sha256 bytea) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT COALESCE(' ' || first || ' ' || last || ' ' || encode(sha256, 'hex'), '')
$$;

COMMENT ON FUNCTION audit_records(first bigint, last bigint, sha256 bytea) IS 'The records that an entry holds, as they are hashed with it.';

CREATE FUNCTION audit_seal(event bigint, actor text, reason text) RETURNS bytea
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION audit_seal(event bigint, actor text, reason text) IS 'Adds a checkpoint that ties all chains of the event together, and returns its hash.';

CREATE FUNCTION audit_settle(event bigint, actor_id bigint) RETURNS void
    LANGUAGE sql
    AS $$
  UPDATE audit_chain AS c SET length = e.number, head = e.hash
  FROM (
    SELECT l.number, l.hash FROM audit_entry AS l
    WHERE l.event_id = event AND l.principal_id = actor_id ORDER BY l.number DESC LIMIT 1) AS e
  WHERE c.event_id = event AND c.principal_id = actor_id
$$;

COMMENT ON FUNCTION audit_settle(event bigint, actor_id bigint) IS 'Records the end of a chain.';

CREATE FUNCTION audit_settle_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM audit_settle(NEW.event_id, NEW.principal_id);
  RETURN NULL;
END $$;

COMMENT ON FUNCTION audit_settle_chain() IS 'At the end of a transaction that appended, records the new end of the chain.';

CREATE FUNCTION audit_time(moment timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

COMMENT ON FUNCTION audit_time(moment timestamp with time zone) IS 'The form in which a time is hashed.';

CREATE FUNCTION booking_conflict(event bigint, session bigint, mentor bigint, team bigint, room bigint, slot tstzrange) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  team_status text;
  zone text;
  most integer;
BEGIN
  PERFORM lock_mentoring(event, ARRAY[mentor], ARRAY[team], ARRAY[room]);
  SELECT t.status INTO team_status FROM team AS t WHERE t.event_id = event AND t.team_id = team FOR SHARE;
  IF team_status <> 'active' THEN RETURN 'team_is_active'; END IF;
  IF NOT EXISTS (
    SELECT FROM mentor_hours AS h WHERE h.event_id = event AND h.mentor_id = mentor AND h.during @> slot)
  THEN
    RETURN 'mentor_is_available';
  END IF;
  IF EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = team AND s.during && slot AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'team_free';
  END IF;
  SELECT e.time_zone, e.mentor_sessions_per_day INTO zone, most FROM event AS e WHERE e.event_id = event;
  IF (
    SELECT count(*) FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = team AND s.state = 'booked' AND s.session_id IS DISTINCT FROM session
      AND (lower(s.during) AT TIME ZONE zone)::date = (lower(slot) AT TIME ZONE zone)::date) >= most
  THEN
    RETURN 'team_within_daily_limit';
  END IF;
  IF room IS NOT NULL AND EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.room_id = room AND s.during && slot AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'room_free';
  END IF;
  IF EXISTS (
    SELECT FROM mentor_session AS s
    WHERE s.event_id = event AND s.mentor_id = mentor AND s.during && slot AND s.state = 'booked'
      AND s.session_id IS DISTINCT FROM session)
  THEN
    RETURN 'mentor_free';
  END IF;
  RETURN NULL;
END $$;

COMMENT ON FUNCTION booking_conflict(event bigint, session bigint, mentor bigint, team bigint, room bigint, slot tstzrange) IS 'The name of the first rule that a booking would break, or nothing. The answer holds until the transaction ends.';

CREATE FUNCTION clock_changes(zone text, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(at timestamp with time zone, before integer, after integer)
    LANGUAGE sql STABLE
    AS $$
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

COMMENT ON FUNCTION clock_changes(zone text, since timestamp with time zone, until timestamp with time zone) IS 'When the clocks of a zone are set forward or back, to the minute.';

CREATE FUNCTION clock_word(instant timestamp with time zone, zone text) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  zone_before text := current_setting('TimeZone');
  word text;
BEGIN
  PERFORM set_config('TimeZone', zone, true);
  word := to_char(instant, 'TZ');
  PERFORM set_config('TimeZone', zone_before, true);
  RETURN word;
END $$;

COMMENT ON FUNCTION clock_word(instant timestamp with time zone, zone text) IS 'The abbreviation of a zone''s time at an instant, such as EDT; it is for people and is never read as a time.';

CREATE FUNCTION conflict_evidence(event bigint, providers text[]) RETURNS TABLE(judge_id bigint, team_id bigint, kind text, reason text)
    LANGUAGE sql STABLE
    AS $$
  WITH spelling AS MATERIALIZED (
    SELECT n.key, n.folded FROM organisation_spelling AS n WHERE n.event_id = event
  ), person AS MATERIALIZED (
    SELECT j.judge_id, j.name_folded AS name, j.affiliation, j.affiliation_folded AS organisation, j.email_folded AS email,
      split_part(j.email_folded, '@', 2) AS domain
    FROM judge AS j WHERE j.event_id = event
  ), member AS MATERIALIZED (
    SELECT m.team_id, p.name_folded AS name, p.affiliation_folded AS organisation, p.email_folded AS email,
      split_part(p.email_folded, '@', 2) AS domain
    FROM team_member AS m JOIN participant AS p USING (event_id, participant_id)
    WHERE m.event_id = event
  ), judge_organisation AS (
    SELECT p.judge_id, p.organisation, p.affiliation AS shown FROM person AS p WHERE p.organisation <> ''
    UNION SELECT p.judge_id, '#' || s.key, s.key FROM person AS p JOIN spelling AS s ON s.folded = p.organisation
  ), team_written AS (
    SELECT t.team_id, t.affiliation_folded AS organisation FROM team AS t WHERE t.event_id = event
    UNION SELECT m.team_id, m.organisation FROM member AS m
  ), team_organisation AS (
    SELECT t.team_id, t.organisation FROM team_written AS t WHERE t.organisation <> ''
    UNION SELECT t.team_id, '#' || s.key FROM team_written AS t JOIN spelling AS s ON s.folded = t.organisation
  ), evidence AS (
    SELECT j.judge_id, t.team_id, 'organisation' AS kind, 'both belong to ' || min(j.shown COLLATE "C") AS reason
    FROM judge_organisation AS j JOIN team_organisation AS t USING (organisation) GROUP BY j.judge_id, t.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'domain', 'both write from ' || min(p.domain)
    FROM person AS p JOIN member AS m USING (domain)
    WHERE p.domain <> '' AND p.domain <> ALL (providers) GROUP BY p.judge_id, m.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'mentored', 'mentors the team (' || sum(m.sessions) || ' booked)'
    FROM person AS p JOIN mentored_team AS m ON m.event_id = event
      AND (m.email_folded = p.email OR p.name <> '' AND m.name_folded = p.name)
    GROUP BY p.judge_id, m.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'member',
      CASE WHEN bool_or(m.email = p.email) THEN 'has the e-mail address of a member' ELSE 'has the name of a member' END
    FROM person AS p JOIN member AS m ON m.email = p.email OR p.name <> '' AND m.name = p.name
    GROUP BY p.judge_id, m.team_id
  )
  SELECT g.judge_id, g.team_id, g.kind, g.reason FROM evidence AS g
$$;

COMMENT ON FUNCTION conflict_evidence(event bigint, providers text[]) IS 'Why judges should not judge teams, as far as the database knows: the same organisation by any of its names, the same e-mail domain unless it is one of the providers, sessions as a mentor, membership in the team.';

CREATE FUNCTION erased_person_hash(secret bytea, kind text, field text, value text) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
  SELECT sha256(secret || convert_to('person ' || kind || ' ' || field || ' ' || value, 'UTF8'))
$$;

COMMENT ON FUNCTION erased_person_hash(secret bytea, kind text, field text, value text) IS 'The hash by which an erased person is known. Kinds: participant, mentor, judge. Fields: key, e-mail (folded), name (folded), or source and the name of a form of file.';

CREATE FUNCTION event_secret(event bigint) RETURNS bytea
    LANGUAGE sql
    AS $$
  INSERT INTO announcement AS a (event_id, certificate_secret)
  VALUES (event, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
  ON CONFLICT (event_id) DO UPDATE SET certificate_secret = COALESCE(a.certificate_secret, EXCLUDED.certificate_secret)
  RETURNING certificate_secret
$$;

COMMENT ON FUNCTION event_secret(event bigint) IS 'The secret of the event: its certificates and the hashes of erased people are keyed with it. It is made once and kept.';

CREATE FUNCTION fields_of(texts jsonb, name text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    name || '_en', texts -> 'en', name || '_fr', texts -> 'fr', name || '_es', texts -> 'es'))
$$;

COMMENT ON FUNCTION fields_of(texts jsonb, name text) IS 'The fields NAME_en, NAME_fr and NAME_es of {"en": text, …}.';

CREATE FUNCTION forget_import() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM import_origin AS o
    WHERE o.event_id = OLD.event_id AND o.noun = TG_TABLE_NAME
      AND o.record_id = (to_jsonb(OLD) ->> (TG_TABLE_NAME || '_id'))::bigint;
  RETURN NULL;
END $$;

COMMENT ON FUNCTION forget_import() IS 'Forgets what files said of a record that is removed, so that a later import adds it anew.';

CREATE FUNCTION guard_announcement_approval() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  broken_rule text;
BEGIN
  PERFORM FROM announcement_edition AS e
    WHERE e.event_id = NEW.event_id AND e.edition = NEW.edition FOR NO KEY UPDATE;
  broken_rule := CASE
    WHEN NOT EXISTS (
      SELECT FROM principal AS p
      WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
      THEN 'announcement_approval_by_organisers'
    WHEN EXISTS (
      SELECT FROM announcement_edition AS e WHERE e.event_id = NEW.event_id AND e.edition > NEW.edition)
      THEN 'announcement_approval_of_newest'
  END;
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'edition cannot be approved' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_announcement_approval() IS 'Lets organisers approve the newest edition and no other.';

CREATE FUNCTION guard_announcement_edition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  earlier jsonb;
  broken_rule text;
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(OLD.event_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.redacted_at IS NOT NULL
    AND to_jsonb(NEW) - 'facts' - 'redacted_at' = to_jsonb(OLD) - 'facts' - 'redacted_at' THEN
    RETURN NEW;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'announcement_edition is kept' USING ERRCODE = 'DJ001';
  END IF;
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number FOR NO KEY UPDATE;
  SELECT f.facts::jsonb INTO earlier FROM announced_facts AS f
    WHERE f.event_id = NEW.event_id AND f.number = NEW.number;
  broken_rule := CASE
    WHEN NOT EXISTS (
      SELECT FROM principal AS p
      WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
      THEN 'announcement_edition_by_organisers'
    WHEN NEW.edition <> 1 + (
      SELECT COALESCE(max(e.edition), 0) FROM announcement_edition AS e WHERE e.event_id = NEW.event_id)
      THEN 'announcement_edition_in_order'
    WHEN NOT EXISTS (
      SELECT FROM result_step AS s
      WHERE s.event_id = NEW.event_id AND s.number = NEW.number AND s.kind = 'announced')
      THEN 'announcement_edition_of_announced_result'
    WHEN NEW.origin = 'announced' AND NOT EXISTS (
      SELECT FROM result_step AS s
      WHERE s.event_id = NEW.event_id AND s.number = NEW.number AND s.kind = 'announced'
        AND s.taken_at >= transaction_timestamp())
      THEN 'announcement_edition_with_its_step'
  END;
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'edition cannot be kept' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  NEW.needs_approval := NEW.origin = 'corrected' AND (earlier IS NULL OR NOT adds_only_texts(
    earlier - '{corrections,edition,proof}'::text[], NEW.facts::jsonb - '{corrections,edition,proof}'::text[]));
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_announcement_edition() IS 'Keeps editions as they are, except that a name may be removed, and says which have to be approved.';

CREATE FUNCTION guard_assignment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  broken_rule text := CASE
    WHEN is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN 'judge_without_conflict'
    WHEN NOT EXISTS (
      SELECT FROM round_team AS t
      WHERE t.event_id = NEW.event_id AND t.round_id = NEW.round_id AND t.team_id = NEW.team_id)
      THEN 'assigned_team_is_entrant'
    WHEN NOT EXISTS (
      SELECT FROM round_panel AS p
      WHERE p.event_id = NEW.event_id AND p.round_id = NEW.round_id AND p.judge_id = NEW.judge_id)
      THEN 'assigned_judge_is_of_panel'
  END;
BEGIN
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_assignment() IS 'Refuses an assignment of a judge in conflict, of a team that the round does not judge, or of a judge who is not in the round.';

CREATE FUNCTION guard_conflict() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = NEW.event_id AND j.judge_id = NEW.judge_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_conflict() IS 'Makes a new conflict wait for sheets and assignments of the judge that are being saved.';

CREATE FUNCTION guard_correction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(OLD.event_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.text @> OLD.text
    AND (NEW.event_id, NEW.number, NEW.noted_at, NEW.edition) IS NOT DISTINCT FROM
      (OLD.event_id, OLD.number, OLD.noted_at, OLD.edition) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'announcement_correction only grows' USING ERRCODE = 'DJ001';
END $$;

COMMENT ON FUNCTION guard_correction() IS 'Refuses changes of a correction, except a text in a further language and the removal of its event.';

CREATE FUNCTION guard_eligibility_point() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  event bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.event_id ELSE NEW.event_id END;
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(event) THEN RETURN OLD; END IF;
  PERFORM FROM round WHERE event_id = event FOR SHARE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = event) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'eligibility_point_before_judging',
      MESSAGE = 'what makes a team eligible is declared before judging';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

COMMENT ON FUNCTION guard_eligibility_point() IS 'Refuses changes of the points once a sheet exists: they are declared before anybody can know whom they favour.';

CREATE FUNCTION guard_entries() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  one bigint;
BEGIN
  FOR one IN SELECT DISTINCT event_id FROM added LOOP
    PERFORM FROM event AS e WHERE e.event_id = one FOR SHARE;
    IF NOT takes_entries(one) THEN
      RAISE EXCEPTION 'judging has ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'entered_before_judging_ends';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

COMMENT ON FUNCTION guard_entries() IS 'Refuses teams and submissions of an event whose judging has ended.';

CREATE FUNCTION guard_frozen_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(OLD.event_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'DELETE' OR NEW.state NOT IN ('frozen', 'open') OR (to_jsonb(NEW) - 'state') <> (to_jsonb(OLD) - 'state') THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  IF NEW.state = 'open' AND EXISTS (
    SELECT FROM result AS r JOIN current_result AS t USING (event_id, number)
    JOIN result_step AS s USING (event_id, number)
    WHERE r.event_id = OLD.event_id AND r.round_id = OLD.round_id)
  THEN
    RAISE EXCEPTION 'round has an approved result' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'frozen_round_of_approved_result';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_frozen_round() IS 'Refuses changes of a frozen round, and reopening it once a result of it was approved.';

CREATE FUNCTION guard_level_points() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  asked criterion;
  fault text;
BEGIN
  SELECT * INTO asked FROM criterion
    WHERE event_id = NEW.event_id AND rubric_id = NEW.rubric_id AND criterion_id = NEW.criterion_id;
  fault := points_fault(NEW.points, asked.minimum, asked.maximum, asked.step);
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'points outside the scale' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_level_points() IS 'Refuses a level that is not on the scale of its criterion.';

CREATE FUNCTION guard_mentor_session() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  broken_rule text := booking_conflict(
    NEW.event_id, NEW.session_id, NEW.mentor_id, NEW.team_id, NEW.room_id, NEW.during);
BEGIN
  -- Two sessions at once are what the exclusion constraints refuse.
  IF broken_rule NOT IN ('mentor_free', 'team_free', 'room_free') THEN
    RAISE EXCEPTION 'session cannot be booked' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_mentor_session() IS 'Refuses to book a session against a rule, whichever statement books it.';

CREATE FUNCTION guard_objection() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number FOR NO KEY UPDATE;
  IF NOT EXISTS (
    SELECT FROM objection_window AS w
    WHERE w.event_id = NEW.event_id AND w.number = NEW.number AND w.closes_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'objection is late' USING ERRCODE = 'check_violation', CONSTRAINT = 'objection_in_time';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_objection() IS 'Takes an objection only until its window closes.';

CREATE FUNCTION guard_objection_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  one objection;
  broken_rule text;
BEGIN
  SELECT o.* INTO one FROM objection AS o WHERE o.event_id = NEW.event_id AND o.objection = NEW.objection;
  PERFORM FROM result AS r WHERE r.event_id = one.event_id AND r.number = one.number FOR NO KEY UPDATE;
  broken_rule := CASE
    WHEN NOT EXISTS (
      SELECT FROM principal AS p
      WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
      THEN 'objection_decided_by_organisers'
    WHEN one.principal_id = NEW.principal_id THEN 'objection_decided_by_another'
    WHEN EXISTS (
      SELECT FROM principal AS p
      JOIN judge AS j ON j.event_id = p.event_id AND lower(p.name) IN (lower(j.code), lower(j.name), lower(j.email))
      WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id
        AND (
          EXISTS (
            SELECT FROM judge_conflict AS c
            WHERE c.event_id = j.event_id AND c.judge_id = j.judge_id AND c.team_id = one.team_id)
          OR EXISTS (
            SELECT FROM sheet AS s
            WHERE s.event_id = j.event_id AND s.judge_id = j.judge_id AND s.team_id = one.team_id)))
      THEN 'objection_decided_without_conflict'
  END;
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'objection cannot be decided' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_objection_decision() IS 'Lets an organiser decide who did not record the objection, did not judge the team and has no conflict with it.';

CREATE FUNCTION guard_objection_window() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  broken_rule text;
BEGIN
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number FOR NO KEY UPDATE;
  broken_rule := CASE
    WHEN NOT EXISTS (SELECT FROM current_result AS c WHERE c.event_id = NEW.event_id AND c.number = NEW.number)
      THEN 'objection_window_of_current_result'
    WHEN EXISTS (
      SELECT FROM result_step AS s WHERE s.event_id = NEW.event_id AND s.number = NEW.number)
      THEN 'objection_window_before_approval'
  END;
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'window cannot be opened' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_objection_window() IS 'Opens objections to a version that was neither retracted nor approved by anybody.';

CREATE FUNCTION guard_override() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
  THEN
    RAISE EXCEPTION 'no organiser' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_overridden_by_organisers';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_override() IS 'Refuses an override by anybody but an organiser.';

CREATE FUNCTION guard_part_of_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  event bigint := COALESCE(NEW.event_id, OLD.event_id);
  round bigint := COALESCE(NEW.round_id, OLD.round_id);
  state_now text;
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(event) THEN RETURN OLD; END IF;
  SELECT r.state INTO state_now FROM round AS r WHERE r.event_id = event AND r.round_id = round FOR SHARE;
  IF state_now = 'frozen' THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

COMMENT ON FUNCTION guard_part_of_round() IS 'Refuses changes of what belongs to a frozen round.';

CREATE FUNCTION guard_phase() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF phase_number(NEW.phase) > phase_number(OLD.phase) + 1 THEN
    RAISE EXCEPTION 'a phase is skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_phase_one_step_forward';
  END IF;
  IF phase_number(NEW.phase) < LEAST(phase_number(OLD.phase), phase_number('judging')) AND EXISTS (
    SELECT FROM round AS r WHERE r.event_id = NEW.event_id AND r.state = 'open') THEN
    RAISE EXCEPTION 'a round is open' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_judging_while_round_open';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_phase() IS 'Refuses a phase that skips another one, and one before judging while a round is open.';

CREATE FUNCTION guard_prize_rules() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM round WHERE event_id = NEW.event_id FOR SHARE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = NEW.event_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_rules_before_judging',
      MESSAGE = 'the rules for prizes are declared before judging';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_prize_rules() IS 'Refuses changes of the rules once a sheet exists: they are declared before anybody can know whom they favour.';

CREATE FUNCTION guard_recused_sheet() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'judge recused' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_recused_until_reopened';
END $$;

COMMENT ON FUNCTION guard_recused_sheet() IS 'Refuses to make a recused sheet ready: an organiser reopens it first, which makes it a draft.';

CREATE FUNCTION guard_result_step() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  round_state text;
  broken_rule text;
BEGIN
  SELECT o.state INTO round_state FROM round AS o
    WHERE (o.event_id, o.round_id) = (
      SELECT r.event_id, r.round_id FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number)
    FOR SHARE;
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number FOR NO KEY UPDATE;
  broken_rule := CASE
    WHEN NOT EXISTS (
      SELECT FROM principal AS p
      WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
      THEN 'result_step_by_organisers'
    WHEN NEW.kind = 'retracted' THEN NULL
    WHEN EXISTS (
      SELECT FROM result_step AS s
      WHERE s.event_id = NEW.event_id AND s.number = NEW.number AND s.kind = 'retracted')
      THEN 'result_not_retracted'
    WHEN round_state <> 'frozen' THEN 'result_of_frozen_round'
    WHEN round_state IS NOT NULL AND EXISTS (
      SELECT FROM result_rank AS p JOIN team_eligibility AS y USING (event_id, team_id)
      WHERE p.event_id = NEW.event_id AND p.number = NEW.number AND y.obstacle IS NOT NULL)
      THEN 'result_of_eligible_teams'
    WHEN NEW.kind = 'approved' THEN NULL
    WHEN NOT EXISTS (
      SELECT FROM current_result AS s
      WHERE s.event_id = NEW.event_id AND s.number = NEW.number AND s.is_approved)
      THEN 'result_approved_by_two'
    WHEN EXISTS (
      SELECT FROM published_result AS p WHERE p.event_id = NEW.event_id AND p.number = NEW.number)
      THEN 'result_stays_public'
  END;
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'step cannot be taken' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_result_step() IS 'Refuses a step out of order. Organisers approve a result whose round is frozen; one that two approved is announced; a public one stays until it is retracted.';

CREATE FUNCTION guard_rubric() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  touched criterion := COALESCE(NEW, OLD);
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(touched.event_id) THEN RETURN touched; END IF;
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;

COMMENT ON FUNCTION guard_rubric() IS 'Refuses changes of the criteria of a rubric version that has a sheet.';

CREATE FUNCTION guard_rubric_levels() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  touched criterion_level := COALESCE(NEW, OLD);
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(touched.event_id) THEN RETURN touched; END IF;
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;

COMMENT ON FUNCTION guard_rubric_levels() IS 'Refuses changes of the words of levels in the same case: they are part of the version.';

CREATE FUNCTION guard_score() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  fault text;
BEGIN
  SELECT CASE WHEN s.status = 'recused' THEN 'sheet_recused_until_reopened'
      WHEN r.state = 'frozen' THEN 'frozen_round_stays'
      ELSE points_fault(NEW.points, c.minimum, c.maximum, c.step) END INTO fault
    FROM criterion AS c JOIN sheet AS s USING (event_id, rubric_id) JOIN round AS r USING (event_id, round_id)
    WHERE c.event_id = NEW.event_id AND c.rubric_id = NEW.rubric_id AND c.criterion_id = NEW.criterion_id
      AND s.round_id = NEW.round_id AND s.judge_id = NEW.judge_id AND s.team_id = NEW.team_id;
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'score cannot be given' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_score() IS 'Refuses points off the scale, points of a recused judge, and points in a frozen round.';

CREATE FUNCTION guard_sheet() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  state_now text;
BEGIN
  PERFORM save_first_sheets_of(NEW.event_id);
  PERFORM save_sheets_of(NEW.round_id);
  SELECT state INTO state_now FROM round WHERE event_id = NEW.event_id AND round_id = NEW.round_id FOR SHARE;
  IF state_now IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'round is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_is_open';
  END IF;
  IF NEW.status <> 'recused' AND is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN
    RAISE EXCEPTION 'judge is in conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'judge_without_conflict';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_sheet() IS 'Refuses a sheet of a round that is not open, or of a judge in conflict. Such a judge may still recuse, which ends the conflict.';

CREATE FUNCTION guard_sheet_author() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (
    SELECT FROM saved AS s
    WHERE NOT EXISTS (
        SELECT FROM principal AS p
        WHERE p.event_id = s.event_id AND p.principal_id = s.principal_id AND p.role = 'organiser')
      AND NOT EXISTS (
        SELECT FROM judge AS j
        WHERE j.event_id = s.event_id AND j.judge_id = s.judge_id AND j.principal_id = s.principal_id))
  THEN
    RAISE EXCEPTION 'sheet of another judge' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_by_its_judge';
  END IF;
  IF EXISTS (
    SELECT FROM saved AS s JOIN sheet_revision AS r
      ON r.event_id = s.event_id AND r.round_id = s.round_id AND r.judge_id = s.judge_id
        AND r.team_id = s.team_id AND r.revision = s.revision - 1
    WHERE s.reason IS NULL AND r.status = 'ready')
  THEN
    RAISE EXCEPTION 'ready sheet' USING ERRCODE = 'check_violation', CONSTRAINT = 'ready_sheet_changed_with_reason';
  END IF;
  RETURN NULL;
END $$;

COMMENT ON FUNCTION guard_sheet_author() IS 'Refuses a save by anybody but the judge and organisers, and a change of a ready sheet without a reason.';

CREATE FUNCTION guard_step_against_objections() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  -- Waits for an objection that is being recorded.
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id ORDER BY r.number FOR NO KEY UPDATE;
  IF NEW.kind <> 'retracted' AND EXISTS (
    SELECT FROM objection_obstacle AS b
    WHERE b.event_id = NEW.event_id AND (b.result = NEW.number OR b.obstacle = 'undecided')) THEN
    RAISE EXCEPTION 'objections are open' USING ERRCODE = 'check_violation', CONSTRAINT = 'result_step_after_objections';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_step_against_objections() IS 'Refuses to approve or announce a result while objections are open.';

CREATE FUNCTION guard_submission_time() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  closes_at timestamptz;
BEGIN
  SELECT submissions_close_at(e) INTO closes_at
    FROM event AS e WHERE e.event_id = NEW.event_id FOR SHARE;
  NEW.received_at := clock_timestamp();
  NEW.recorded_at := NEW.received_at;
  IF NEW.received_at > closes_at THEN
    RAISE EXCEPTION 'the deadline is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_before_deadline';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_submission_time() IS 'Receives a participant''s version now, whatever time the statement gives, and refuses it after the grace period.';

CREATE FUNCTION guard_team_size() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
DECLARE
  seats integer;
  team_status text;
  is_withdrawn boolean;
BEGIN
  SELECT status INTO team_status FROM team WHERE event_id = NEW.event_id AND team_id = NEW.team_id FOR NO KEY UPDATE;
  IF team_status <> 'active' THEN
    RAISE EXCEPTION 'team is not active' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_is_active';
  END IF;
  SELECT withdrawn_at IS NOT NULL INTO is_withdrawn FROM participant
    WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id FOR SHARE;
  IF is_withdrawn THEN
    RAISE EXCEPTION 'participant withdrew' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_not_withdrawn';
  END IF;
  SELECT team_size INTO seats FROM event WHERE event_id = NEW.event_id;
  IF (SELECT count(*) FROM team_member WHERE event_id = NEW.event_id AND team_id = NEW.team_id) >= seats THEN
    RAISE EXCEPTION 'team is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_not_above_size';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_team_size() IS 'Refuses a member above the size, a member of a team that is not active, and a member who withdrew.';

CREATE FUNCTION guard_waiver() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
  THEN
    RAISE EXCEPTION 'no organiser' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_waived_by_organisers';
  END IF;
  PERFORM stop_first_sheets_of(NEW.event_id);
  IF has_scores(NEW.event_id) THEN
    RAISE EXCEPTION 'scores were given' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_waived_before_scores';
  END IF;
  RETURN NEW;
END $$;

COMMENT ON FUNCTION guard_waiver() IS 'Refuses a waiver by anybody but an organiser, and any after the first score of the event; it waits for first scores that are being saved.';

CREATE FUNCTION has_scores(event bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT EXISTS (SELECT FROM sheet_revision AS r WHERE r.event_id = event AND r.points <> '{}')
$$;

COMMENT ON FUNCTION has_scores(event bigint) IS 'Whether any score was ever saved in the event.';

CREATE FUNCTION hold_event(event bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM event AS e WHERE e.event_id = event FOR UPDATE;
  PERFORM FROM principal AS p WHERE p.event_id = event ORDER BY p.principal_id FOR UPDATE;
  PERFORM FROM round AS r WHERE r.event_id = event ORDER BY r.round_id FOR UPDATE;
  PERFORM FROM result AS r WHERE r.event_id = event ORDER BY r.number FOR UPDATE;
  PERFORM FROM audit_chain AS c WHERE c.event_id = event ORDER BY c.principal_id FOR UPDATE;
END $$;

COMMENT ON FUNCTION hold_event(event bigint) IS 'Locks an event against every change of what belongs to it.';

CREATE FUNCTION import_time(moment timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

COMMENT ON FUNCTION import_time(moment timestamp with time zone) IS 'The form of an instant in the fields of an import.';

CREATE FUNCTION import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE WHEN overwrites OR last IS NULL THEN given ELSE (
    SELECT COALESCE(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(given) AS f
    WHERE f.value = held -> f.key OR last -> f.key IS NOT DISTINCT FROM held -> f.key
      OR NOT last ? f.key AND (f.key = 'received_at' OR held -> f.key = '"false"'))
  END
$$;

COMMENT ON FUNCTION import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) IS 'Which of the given fields an import may write: those that nobody edited since the same source last wrote them.';

CREATE FUNCTION instants_of(local timestamp without time zone, zone text) RETURNS SETOF timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
  SELECT DISTINCT instant
  FROM (VALUES (interval '-48 hours'), (interval '48 hours')) AS around (shift)
  CROSS JOIN LATERAL (SELECT (local AT TIME ZONE 'UTC') + shift AS near) AS neighbour
  CROSS JOIN LATERAL (SELECT (near AT TIME ZONE zone) - (near AT TIME ZONE 'UTC') AS ahead) AS clock
  CROSS JOIN LATERAL (SELECT (local - ahead) AT TIME ZONE 'UTC' AS instant) AS candidate
  WHERE instant AT TIME ZONE zone = local
  ORDER BY instant
$$;

COMMENT ON FUNCTION instants_of(local timestamp without time zone, zone text) IS 'The instants at which the clocks of a zone show this time: none where they skip it, two where they are set back.';

CREATE FUNCTION is_address(address text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  SELECT address ~* '^https?://[^\s/]+\S*$'
$_$;

COMMENT ON FUNCTION is_address(address text) IS 'Whether this has the form of a page''s address: http or https, a host, no spaces. Whether the page exists is not checked.';

CREATE FUNCTION is_being_removed(event bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT COALESCE(current_setting('datajam.removed_event', true) = event::text, false)
$$;

COMMENT ON FUNCTION is_being_removed(event bigint) IS 'Whether this transaction is removing the event with all its rows.';

CREATE FUNCTION is_in_conflict(event bigint, judge bigint, team bigint) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = event AND j.judge_id = judge FOR SHARE;
  RETURN EXISTS (
    SELECT FROM open_conflict AS c WHERE c.event_id = event AND c.judge_id = judge AND c.team_id = team);
END $$;

COMMENT ON FUNCTION is_in_conflict(event bigint, judge bigint, team bigint) IS 'Whether a conflict keeps the judge from the team; the answer holds until the transaction ends.';

CREATE FUNCTION is_key(word text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  SELECT length(word) BETWEEN 1 AND 60 AND word ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
$_$;

COMMENT ON FUNCTION is_key(word text) IS 'Whether this is a readable key: a-z and 0-9 with single dashes between words, 60 at most.';

CREATE FUNCTION is_localised(texts jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE
    WHEN jsonb_typeof(texts) <> 'object' THEN false
    ELSE NOT EXISTS (
      SELECT FROM jsonb_each(texts) AS entry
      WHERE entry.key NOT IN ('en', 'fr', 'es') OR jsonb_typeof(entry.value) <> 'string' OR entry.value #>> '{}' !~ '\S')
  END
$$;

COMMENT ON FUNCTION is_localised(texts jsonb) IS 'Whether this is {"en": text, "fr": text, "es": text}: any of them may be missing, none may be blank.';

CREATE FUNCTION is_recorded_so(relation text, left_out text[], hashed text[]) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT EXISTS (
    SELECT FROM pg_trigger AS t CROSS JOIN LATERAL (
      SELECT convert_to(left_out::text, 'UTF8') || '\x00' || convert_to(hashed::text, 'UTF8') || '\x00' AS lists) AS l
    WHERE t.tgrelid = relation::regclass AND t.tgname = 'zz_rows_added'
      -- Migration 25 gave the triggers no list of columns.
      AND (t.tgargs = l.lists OR t.tgargs = l.lists || convert_to(recorded_columns(relation), 'UTF8') || '\x00'))
$$;

COMMENT ON FUNCTION is_recorded_so(relation text, left_out text[], hashed text[]) IS 'Whether the rows of a table are recorded with these lists and all columns that it has now.';

CREATE FUNCTION keep_erased_people(event bigint, kind text, fields text[], identities text[]) RETURNS void
    LANGUAGE sql
    AS $$
  WITH key AS MATERIALIZED (
    SELECT event_secret(event) AS secret
  )
  INSERT INTO erased_person (event_id, sha256)
  SELECT DISTINCT event, erased_person_hash(key.secret, kind, i.field, i.value)
  FROM key CROSS JOIN unnest(fields, identities) AS i (field, value)
  ON CONFLICT DO NOTHING
$$;

COMMENT ON FUNCTION keep_erased_people(event bigint, kind text, fields text[], identities text[]) IS 'Keeps the hashes of what identifies people, before the values go.';

CREATE FUNCTION keep_proof_of_event(event bigint, remover text, seal bytea) RETURNS void
    LANGUAGE sql
    AS $$
  INSERT INTO removed_event (slug, name, removed_by, log_sha256, chains)
  SELECT e.slug, e.name, remover, seal, COALESCE(jsonb_agg(
    jsonb_build_array(l.principal_id, l.number, encode(l.hash, 'hex')) ORDER BY l.principal_id), '[]')
  FROM event AS e JOIN (
    SELECT DISTINCT ON (principal_id) principal_id, number, hash FROM audit_entry
    WHERE event_id = event ORDER BY principal_id, number DESC) AS l ON true
  WHERE e.event_id = event
  GROUP BY e.event_id
$$;

COMMENT ON FUNCTION keep_proof_of_event(event bigint, remover text, seal bytea) IS 'Writes down that an event existed, and where its log ended.';

CREATE FUNCTION leave_team_on_withdrawal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM team_member WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id;
  RETURN NULL;
END $$;

COMMENT ON FUNCTION leave_team_on_withdrawal() IS 'Removes a participant who withdraws from the team in the same statement.';

CREATE FUNCTION local_text(moment timestamp with time zone, zone text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT to_char(moment AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI')
$$;

COMMENT ON FUNCTION local_text(moment timestamp with time zone, zone text) IS 'The time that the clocks of a zone show at an instant, to the minute.';

CREATE FUNCTION localised_of(fields jsonb, name text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'en', fields -> (name || '_en'), 'fr', fields -> (name || '_fr'), 'es', fields -> (name || '_es')))
$$;

COMMENT ON FUNCTION localised_of(fields jsonb, name text) IS '{"en": text, …} of the fields NAME_en, NAME_fr and NAME_es.';

CREATE FUNCTION lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
  one text;
BEGIN
  FOR one IN
    SELECT kind || ' ' || number
    FROM (
      SELECT 1 AS lock_order, 'mentor' AS kind, unnest(mentors) AS number
      UNION SELECT 2, 'team', unnest(teams)
      UNION SELECT 3, 'room', unnest(rooms)) AS wanted
    WHERE number IS NOT NULL
    ORDER BY lock_order, number
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(one, event));
  END LOOP;
END $$;

COMMENT ON FUNCTION lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]) IS 'Waits for every other transaction that books one of these mentors, teams or rooms.';

CREATE FUNCTION merge_team_conflicts(event bigint, merged bigint, kept bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM conflict_override AS o
    WHERE o.event_id = event AND o.team_id = kept
      AND EXISTS (
        SELECT FROM judge_conflict AS c
        WHERE c.event_id = event AND c.team_id = merged AND c.judge_id = o.judge_id AND c.kind = o.kind)
      AND NOT EXISTS (
        SELECT FROM conflict_override AS p
        WHERE p.event_id = event AND p.team_id = merged AND p.judge_id = o.judge_id AND p.kind = o.kind
          AND p.principal_id = o.principal_id);
  WITH moved AS (
    INSERT INTO judge_conflict AS c (event_id, judge_id, team_id, kind, reason, is_pinned)
    SELECT g.event_id, g.judge_id, kept, g.kind, g.reason, g.is_pinned
    FROM judge_conflict AS g
    WHERE g.event_id = event AND g.team_id = merged
    ORDER BY g.judge_id, g.kind
    ON CONFLICT DO NOTHING
    RETURNING c.judge_id, c.kind)
  INSERT INTO conflict_override (event_id, judge_id, team_id, kind, principal_id, token_id, reason, said_at)
    SELECT o.event_id, o.judge_id, kept, o.kind, o.principal_id, o.token_id, o.reason, o.said_at
    FROM conflict_override AS o JOIN moved AS m USING (judge_id, kind)
    WHERE o.event_id = event AND o.team_id = merged;
  UPDATE judge_conflict AS c SET is_pinned = true, reason = g.reason
    FROM judge_conflict AS g
    WHERE c.event_id = event AND c.team_id = kept AND NOT c.is_pinned
      AND g.event_id = event AND g.team_id = merged AND g.is_pinned AND g.judge_id = c.judge_id AND g.kind = c.kind;
  DELETE FROM judge_conflict WHERE event_id = event AND team_id = merged;
END $$;

COMMENT ON FUNCTION merge_team_conflicts(event bigint, merged bigint, kept bigint) IS 'Moves the conflicts of a team to the team into which it is merged, with their kinds, pins and overrides. Where both teams have one of a kind, an override stays only of organisers who overrode both.';

CREATE FUNCTION merge_team_mentoring(event bigint, merged bigint, kept bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
  one record;
BEGIN
  UPDATE mentor_request AS r SET team_id = kept WHERE r.event_id = event AND r.team_id = merged;
  UPDATE mentor_note AS n SET team_id = kept WHERE n.event_id = event AND n.team_id = merged;
  FOR one IN
    SELECT s.session_id, s.mentor_id, s.room_id, s.during, s.state FROM mentor_session AS s
    WHERE s.event_id = event AND s.team_id = merged ORDER BY s.mentor_id, s.session_id
  LOOP
    IF one.state = 'booked' AND booking_conflict(
      event, one.session_id, one.mentor_id, kept, one.room_id, one.during) IS NOT NULL
    THEN
      UPDATE mentor_session AS s SET team_id = kept, state = 'cancelled', attended = NULL, rating = NULL, feedback = NULL
        WHERE s.event_id = event AND s.session_id = one.session_id;
    ELSE
      UPDATE mentor_session AS s SET team_id = kept WHERE s.event_id = event AND s.session_id = one.session_id;
    END IF;
  END LOOP;
END $$;

COMMENT ON FUNCTION merge_team_mentoring(event bigint, merged bigint, kept bigint) IS 'Moves sessions, requests and notes of a team to the team into which it is merged. A session that breaks a rule there is cancelled.';

CREATE FUNCTION merge_team_references(event bigint, merged bigint, kept bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE submission SET team_id = kept WHERE event_id = event AND team_id = merged;
  PERFORM merge_team_conflicts(event, merged, kept);
  PERFORM merge_team_mentoring(event, merged, kept);
  UPDATE team_former_name SET team_id = kept WHERE event_id = event AND team_id = merged;
  INSERT INTO team_former_name (event_id, name, team_id)
    SELECT event, n.name, kept
    FROM (
      SELECT key AS name FROM team WHERE event_id = event AND team_id = merged
      UNION SELECT name_folded FROM team WHERE event_id = event AND team_id = merged
      UNION SELECT source_key FROM import_origin
        WHERE event_id = event AND noun = 'team' AND record_id = merged AND source_key IS NOT NULL) AS n
    ON CONFLICT (event_id, name) DO UPDATE SET team_id = EXCLUDED.team_id;
  DELETE FROM import_origin WHERE event_id = event AND noun = 'team' AND record_id = merged;
END $$;

COMMENT ON FUNCTION merge_team_references(event bigint, merged bigint, kept bigint) IS 'Moves what other tables hold of a team to the team into which it is merged: submission, conflicts, mentoring, and the names by which files call it.';

CREATE FUNCTION minutes_ahead(instant timestamp with time zone, zone text) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
  SELECT (EXTRACT(epoch FROM (instant AT TIME ZONE zone) - (instant AT TIME ZONE 'UTC')) / 60)::integer
$$;

COMMENT ON FUNCTION minutes_ahead(instant timestamp with time zone, zone text) IS 'By how many minutes the clocks of a zone are ahead of UTC at an instant.';

CREATE FUNCTION note_untied() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM set_config('datajam.untied_' || NEW.event_id, NEW.record_id::text, true);
  RETURN NULL;
END $$;

COMMENT ON FUNCTION note_untied() IS 'Remembers until the transaction ends which record is the first that no entry holds yet.';

CREATE FUNCTION overrides_needed() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT 2 $$;

COMMENT ON FUNCTION overrides_needed() IS 'How many organisers have to override a conflict before it keeps nobody from a team.';

CREATE FUNCTION phase_now(event bigint, phase text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE
    WHEN phase_number(phase) < phase_number('announced')
      AND EXISTS (SELECT FROM published_result AS p WHERE p.event_id = event) THEN 'announced'
    ELSE phase
  END
$$;

COMMENT ON FUNCTION phase_now(event bigint, phase text) IS 'The phase that applies to an event whose row says this one: announced from the hour of its result.';

CREATE FUNCTION phase_number(phase text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT array_position('{draft,registration,running,judging,review,announced,closed}'::text[], phase)
$$;

COMMENT ON FUNCTION phase_number(phase text) IS 'The position of a phase in the order of phases, from 1.';

CREATE FUNCTION points_fault(points bigint, minimum bigint, maximum bigint, step bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE
    WHEN (points BETWEEN minimum AND maximum) IS NOT TRUE THEN 'score_within_scale'
    WHEN (points - minimum) % step <> 0 THEN 'score_on_step'
  END
$$;

COMMENT ON FUNCTION points_fault(points bigint, minimum bigint, maximum bigint, step bigint) IS 'The rule that points break: they lie on the criterion''s scale and on one of its steps. Nothing when they break none.';

CREATE FUNCTION record_changes_of(relation text, left_out text[], hashed text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
  calls text := format('FOR EACH STATEMENT EXECUTE FUNCTION record_rows(%L, %L, %L)', left_out, hashed, recorded_columns(relation));
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER zz_rows_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed %s', relation, calls);
  EXECUTE format('CREATE OR REPLACE TRIGGER zz_rows_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS former NEW TABLE AS changed %s', relation, calls);
  EXECUTE format('CREATE OR REPLACE TRIGGER zz_rows_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS changed %s', relation, calls);
END $$;

COMMENT ON FUNCTION record_changes_of(relation text, left_out text[], hashed text[]) IS 'Gives a table the triggers that record its rows. They come last by name, after every rule.';

CREATE FUNCTION record_erased_values() RETURNS void
    LANGUAGE sql
    AS $_$
  INSERT INTO row_record (event_id, transaction, relation, contents, is_removed, opens)
  SELECT e.event_id, pg_current_xact_id(), 'audit_personal_value', jsonb_build_object(
    'principal_id', e.principal_id, 'number', e.number, 'field', f.key, 'side', s.key), true, false
  FROM audit_entry AS e
  CROSS JOIN LATERAL jsonb_each(e.details::jsonb -> 'changes') AS f
  CROSS JOIN LATERAL jsonb_each(f.value) AS s
  WHERE s.value #>> '{}' ~ '^sha256:[0-9a-f]{64}$' AND NOT EXISTS (
    SELECT FROM audit_personal_value AS v
    WHERE (v.event_id, v.principal_id, v.number, v.field, v.side) = (e.event_id, e.principal_id, e.number, f.key, s.key))
$_$;

COMMENT ON FUNCTION record_erased_values() IS 'Records the personal values that were erased before removals were recorded.';

CREATE FUNCTION record_found_rows(relation text, left_out text[], hashed text[]) RETURNS void
    LANGUAGE plpgsql
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO row_record (event_id, transaction, relation, contents, is_removed, opens)
     SELECT t.event_id, pg_current_xact_id(), %L, row_image(to_jsonb(t), %L, %L), false, false FROM %I AS t',
    relation, left_out, hashed, relation);
END $$;

COMMENT ON FUNCTION record_found_rows(relation text, left_out text[], hashed text[]) IS 'Records the rows that a table has when it begins to be recorded, or when another part of them does.';

CREATE FUNCTION record_rows() RETURNS trigger
    LANGUAGE plpgsql
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    AS $$
DECLARE
  left_out text[] := TG_ARGV[0];
  hashed text[] := TG_ARGV[1];
BEGIN
  IF COALESCE(current_setting('datajam.removed_event', true), '') <> '' THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO row_record (event_id, transaction, relation, contents, is_removed, opens)
    SELECT r.event_id, pg_current_xact_id(), TG_TABLE_NAME, r.contents, false,
      row_number() OVER (PARTITION BY r.event_id) = 1 AND untied_from(r.event_id) IS NULL
    FROM (
      SELECT c.event_id, row_image(to_jsonb(c), left_out, hashed) AS contents FROM changed AS c
      EXCEPT
      SELECT f.event_id, row_image(to_jsonb(f), left_out, hashed) FROM former AS f) AS r;
  ELSE
    INSERT INTO row_record (event_id, transaction, relation, contents, is_removed, opens)
    SELECT r.event_id, pg_current_xact_id(), TG_TABLE_NAME, row_image(to_jsonb(r), left_out, hashed), TG_OP = 'DELETE',
      row_number() OVER (PARTITION BY r.event_id) = 1 AND untied_from(r.event_id) IS NULL
    FROM changed AS r;
  END IF;
  RETURN NULL;
END $$;

COMMENT ON FUNCTION record_rows() IS 'Records what the rows of a statement became.';

CREATE FUNCTION recorded_columns(relation text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT string_agg(a.attname, ' ' ORDER BY a.attnum) FROM pg_attribute AS a
  WHERE a.attrelid = relation::regclass AND a.attnum > 0 AND NOT a.attisdropped
$$;

COMMENT ON FUNCTION recorded_columns(relation text) IS 'The columns of a table, by which a column that was added since is noticed.';

CREATE FUNCTION recorded_key(relation text, left_out text[], OUT of_record text, OUT as_json text) RETURNS record
    LANGUAGE sql STABLE
    AS $_$
  SELECT COALESCE('ROW(' || string_agg(format('r.contents ->> %L', a.attname), ', ' ORDER BY a.attname) || ')::text', ''''''),
    COALESCE(
      'jsonb_build_object(' || string_agg(format('%1$L, r.contents -> %1$L', a.attname), ', ' ORDER BY a.attname) || ')',
      $empty$'{}'::jsonb$empty$)
  FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = relation::regclass AND i.indisprimary AND NOT a.attname = ANY (left_out)
$_$;

COMMENT ON FUNCTION recorded_key(relation text, left_out text[], OUT of_record text, OUT as_json text) IS 'The expressions that give the key of a recorded row, by its primary key without the event: as a text and as JSON.';

CREATE FUNCTION recorded_row(relation text, left_out text[], hashed text[], OUT of_record text, OUT of_table text) RETURNS record
    LANGUAGE sql STABLE
    AS $_$
  SELECT 'ROW(' || string_agg(format('r.contents ->> %L', c.name), ', ' ORDER BY c.position) || ')::text',
    'ROW(' || string_agg(
      CASE WHEN c.name = ANY (hashed)
        THEN format($part$'sha256:' || encode(sha256(convert_to(%s, 'UTF8')), 'hex')$part$, c.as_text) ELSE c.as_text END,
      ', ' ORDER BY c.position) || ')::text'
  FROM (
    SELECT a.attnum AS position, a.attname::text AS name, CASE
        WHEN a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'text'::regtype, 'bool'::regtype, 'bytea'::regtype)
          THEN format('t.%I::text', a.attname)
        ELSE format($part$to_jsonb(t.%I) #>> '{}'$part$, a.attname) END AS as_text
    FROM pg_attribute AS a
    WHERE a.attrelid = relation::regclass AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attname = ANY (left_out)) AS c
$_$;

COMMENT ON FUNCTION recorded_row(relation text, left_out text[], hashed text[], OUT of_record text, OUT of_table text) IS 'The expressions that give a recorded row as one text: from its record, and from its table.';

CREATE FUNCTION recorded_tables() RETURNS TABLE(relation text, left_out text[], hashed text[])
    LANGUAGE sql STABLE
    AS $$
  SELECT t.relation, array_append(COALESCE(c.left_out, '{}'), 'event_id'), COALESCE(c.hashed, '{}')
  FROM (SELECT c.relname::text AS relation FROM tables_of_events() AS e JOIN pg_class AS c ON c.oid = e.name) AS t
  LEFT JOIN (
    SELECT u.relation, array_agg(u.name) FILTER (WHERE NOT u.is_hashed) AS left_out,
      array_agg(u.name) FILTER (WHERE u.is_hashed) AS hashed
    FROM unrecorded_columns() AS u GROUP BY u.relation) AS c USING (relation)
  WHERE t.relation NOT IN (SELECT u.relation FROM unrecorded_tables() AS u)
  ORDER BY t.relation
$$;

COMMENT ON FUNCTION recorded_tables() IS 'The tables whose rows are recorded, with the columns that records leave out and those that they hold by hash.';

CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND COALESCE(current_setting('datajam.removed_event', true), '') <> '' THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'DJ001';
END $$;

COMMENT ON FUNCTION refuse_change() IS 'Refuses every change; for tables to which rows are only added.';

CREATE FUNCTION refuse_removal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF is_being_removed((to_jsonb(OLD) ->> 'event_id')::bigint) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'DJ001';
END $$;

COMMENT ON FUNCTION refuse_removal() IS 'Refuses to delete a row, unless its whole event is being removed.';

CREATE FUNCTION remove_event(event bigint, remover text, seal bytea) RETURNS void
    LANGUAGE plpgsql
    AS $_$
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
END $_$;

COMMENT ON FUNCTION remove_event(event bigint, remover text, seal bytea) IS 'Removes an event with all its rows, append-only ones too, unless a result of it was ever announced.';

CREATE FUNCTION row_image(contents jsonb, left_out text[], hashed text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE WHEN hashed = '{}' THEN contents - left_out ELSE contents - left_out || (
    SELECT jsonb_object_agg(h, 'sha256:' || encode(sha256(convert_to(contents ->> h, 'UTF8')), 'hex')) FROM unnest(hashed) AS h) END
$$;

COMMENT ON FUNCTION row_image(contents jsonb, left_out text[], hashed text[]) IS 'A row as it is recorded: without left out columns, and with hashes in the place of hashed ones.';

CREATE TABLE row_record (
    event_id bigint NOT NULL,
    record_id bigint NOT NULL,
    transaction xid8 NOT NULL,
    relation text NOT NULL,
    contents jsonb NOT NULL,
    is_removed boolean NOT NULL,
    opens boolean NOT NULL
);

COMMENT ON TABLE row_record IS 'What a row of a recorded table became, with each change. The schema writes it; the log is compared with the tables by it.';

COMMENT ON COLUMN row_record.event_id IS 'No foreign key: it would lock the event for every change of a row.';

COMMENT ON COLUMN row_record.transaction IS 'The transaction that wrote it, which tells it from those that were written at the same time.';

COMMENT ON COLUMN row_record.contents IS 'The row without its event, without left out columns, and with hashes in the place of long texts (unrecorded_columns).';

COMMENT ON COLUMN row_record.is_removed IS 'The row was removed; contents are those that it had.';

COMMENT ON COLUMN row_record.opens IS 'The first record that no entry of its transaction holds yet.';

CREATE FUNCTION row_record_hash(record row_record) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
  SELECT sha256(convert_to(record.record_id || ' ' || record.relation || ' ' || record.is_removed || ' ' || record.contents, 'UTF8'))
$$;

COMMENT ON FUNCTION row_record_hash(record row_record) IS 'The hash of a record, as entries of the log hold it.';

CREATE FUNCTION rows_that_differ(event bigint, relations text[]) RETURNS TABLE(relation text, key jsonb, recorded jsonb, found jsonb)
    LANGUAGE plpgsql STABLE
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    SET work_mem TO '64MB'
    AS $_$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT t.relation, t.left_out, t.hashed, e.of_record, e.of_table, k.of_record AS key, k.as_json AS json_key
    FROM recorded_tables() AS t
    CROSS JOIN LATERAL recorded_row(t.relation, t.left_out, t.hashed) AS e
    CROSS JOIN LATERAL recorded_key(t.relation, t.left_out) AS k
    WHERE relations IS NULL OR t.relation = ANY (relations)
  LOOP
    RETURN QUERY EXECUTE format($query$
      WITH written AS MATERIALIZED (
        SELECT r.record_id, r.is_removed, %2$s AS key, %3$s AS contents
        FROM row_record AS r WHERE r.event_id = $1 AND r.relation = %1$L
      ), newest AS (
        SELECT DISTINCT ON (w.key COLLATE "C") w.record_id, w.is_removed, w.contents
        FROM written AS w ORDER BY w.key COLLATE "C", w.record_id DESC
      ), last AS (
        SELECT n.record_id, n.contents FROM newest AS n WHERE NOT n.is_removed
      ), stands AS (
        SELECT t.ctid AS place, %4$s AS contents FROM %1$I AS t WHERE t.event_id = $1
      ), other AS MATERIALIZED (
        SELECT l.record_id, s.place FROM last AS l FULL JOIN stands AS s USING (contents)
        WHERE l.record_id IS NULL OR s.place IS NULL
      )
      SELECT %1$L::text, key, l.contents, f.contents
      FROM (
        SELECT %5$s AS key, r.contents
        FROM (
          SELECT (SELECT r.contents FROM row_record AS r WHERE r.event_id = $1 AND r.record_id = o.record_id) AS contents
          FROM other AS o WHERE o.record_id IS NOT NULL) AS r) AS l
      FULL JOIN (
        SELECT %5$s AS key, r.contents
        FROM (
          SELECT (SELECT row_image(to_jsonb(t), %6$L, %7$L) FROM %1$I AS t WHERE t.ctid = o.place) AS contents
          FROM other AS o WHERE o.place IS NOT NULL) AS r) AS f USING (key)
      ORDER BY key
      $query$, one.relation, one.key, one.of_record, one.of_table, one.json_key, one.left_out, one.hashed) USING event;
  END LOOP;
END $_$;

COMMENT ON FUNCTION rows_that_differ(event bigint, relations text[]) IS 'The rows of some tables, or of all, that are not what their last record says; nothing on a side where there is no row.';

CREATE FUNCTION save_first_sheets_of(event bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT has_scores(event) THEN
    PERFORM pg_advisory_xact_lock_shared(hashtext('datajam first score'), event::integer);
  END IF;
END $$;

COMMENT ON FUNCTION save_first_sheets_of(event bigint) IS 'Called by every transaction that saves a sheet while the event has no score; it holds until the transaction ends.';

CREATE FUNCTION save_sheets_of(round bigint) RETURNS void
    LANGUAGE sql
    AS $$
  SELECT pg_advisory_xact_lock_shared(hashtext('datajam round'), round::integer)
$$;

COMMENT ON FUNCTION save_sheets_of(round bigint) IS 'Called before the round''s row is locked by every transaction that saves a sheet; it holds until the transaction ends.';

CREATE FUNCTION stop_first_sheets_of(event bigint) RETURNS void
    LANGUAGE sql
    AS $$
  SELECT pg_advisory_xact_lock(hashtext('datajam first score'), event::integer)
$$;

COMMENT ON FUNCTION stop_first_sheets_of(event bigint) IS 'Waits for first scores that are being saved and makes later ones wait, until the transaction ends.';

CREATE FUNCTION stop_saving_sheets_of(round bigint) RETURNS void
    LANGUAGE sql
    AS $$
  SELECT pg_advisory_xact_lock(hashtext('datajam round'), round::integer)
$$;

COMMENT ON FUNCTION stop_saving_sheets_of(round bigint) IS 'Waits for sheets that are being saved and makes later ones wait, until the transaction ends.';

CREATE FUNCTION submission_obstacle(event bigint, team bigint) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM judged_submission AS j WHERE j.event_id = event AND j.team_id = team) THEN NULL
    WHEN EXISTS (
      SELECT FROM submission AS d WHERE d.event_id = event AND d.team_id = team AND d.withdrawn_at IS NOT NULL)
      THEN 'submission withdrawn'
    WHEN EXISTS (
      SELECT FROM submission AS d JOIN submission_version AS v USING (event_id, submission_id)
      WHERE d.event_id = event AND d.team_id = team) THEN 'late submission, not accepted'
    ELSE 'no submission'
  END
$$;

COMMENT ON FUNCTION submission_obstacle(event bigint, team bigint) IS 'Why no version of a team''s submission is judged; nothing where one is.';

CREATE TABLE event (
    event_id bigint NOT NULL,
    slug text NOT NULL,
    name jsonb NOT NULL,
    theme jsonb DEFAULT '{}'::jsonb NOT NULL,
    purpose jsonb DEFAULT '{}'::jsonb NOT NULL,
    notice jsonb DEFAULT '{}'::jsonb NOT NULL,
    languages text[] NOT NULL,
    mode text NOT NULL,
    time_zone text NOT NULL,
    phase text DEFAULT 'draft'::text NOT NULL,
    registration_from date,
    registration_to date,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    submissions_due_at timestamp with time zone,
    grace_minutes integer DEFAULT 0 NOT NULL,
    judging_from date,
    judging_to date,
    announced_on date,
    keep_people_until date,
    team_minimum integer DEFAULT 1 NOT NULL,
    team_size integer DEFAULT 6 NOT NULL,
    mentor_sessions_per_day integer DEFAULT 2 NOT NULL,
    stated_participants integer,
    stated_nationalities integer,
    CONSTRAINT event_announced_after_end CHECK ((announced_on >= ends_on)),
    CONSTRAINT event_ends_after_start CHECK ((ends_on >= starts_on)),
    CONSTRAINT event_grace_minutes_possible CHECK (((grace_minutes >= 0) AND (grace_minutes <= 10080))),
    CONSTRAINT event_judging_ends_after_it_starts CHECK ((judging_to >= judging_from)),
    CONSTRAINT event_judging_ends_after_start CHECK ((judging_to >= starts_on)),
    CONSTRAINT event_judging_ends_before_announcement CHECK ((judging_to <= announced_on)),
    CONSTRAINT event_judging_starts_after_start CHECK ((judging_from >= starts_on)),
    CONSTRAINT event_judging_starts_before_announcement CHECK ((judging_from <= announced_on)),
    CONSTRAINT event_languages_known CHECK (((languages <@ '{en,fr,es}'::text[]) AND (cardinality(languages) > 0))),
    CONSTRAINT event_mentor_sessions_per_day_positive CHECK ((mentor_sessions_per_day > 0)),
    CONSTRAINT event_mode_known CHECK ((mode = ANY (ARRAY['online'::text, 'on-site'::text, 'hybrid'::text]))),
    CONSTRAINT event_name_localised CHECK ((is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT event_notice_localised CHECK (is_localised(notice)),
    CONSTRAINT event_phase_known CHECK ((phase = ANY (ARRAY['draft'::text, 'registration'::text, 'running'::text, 'judging'::text, 'review'::text, 'announced'::text, 'closed'::text]))),
    CONSTRAINT event_purpose_localised CHECK (is_localised(purpose)),
    CONSTRAINT event_registration_ends_after_start CHECK ((registration_to >= registration_from)),
    CONSTRAINT event_registration_ends_before_end CHECK ((registration_to <= ends_on)),
    CONSTRAINT event_registration_starts_before_end CHECK ((registration_from <= ends_on)),
    CONSTRAINT event_slug_is_key CHECK (is_key(slug)),
    CONSTRAINT event_stated_nationalities_positive CHECK ((stated_nationalities > 0)),
    CONSTRAINT event_stated_participants_positive CHECK ((stated_participants > 0)),
    CONSTRAINT event_submissions_due_after_start CHECK ((((submissions_due_at AT TIME ZONE time_zone))::date >= starts_on)),
    CONSTRAINT event_submissions_due_before_announcement CHECK ((((submissions_due_at AT TIME ZONE time_zone))::date <= announced_on)),
    CONSTRAINT event_submissions_due_before_judging_ends CHECK ((((submissions_due_at AT TIME ZONE time_zone))::date <= judging_to)),
    CONSTRAINT event_team_minimum_within_size CHECK (((team_minimum >= 1) AND (team_minimum <= team_size))),
    CONSTRAINT event_team_size_positive CHECK ((team_size > 0)),
    CONSTRAINT event_theme_localised CHECK (is_localised(theme))
);

COMMENT ON TABLE event IS 'One edition of a hackathon.';

COMMENT ON COLUMN event.slug IS 'The readable key of the event, such as datajam-2021.';

COMMENT ON COLUMN event.purpose IS 'What the event is for, as the end of a sentence: "to turn data against human trafficking in Canada".';

COMMENT ON COLUMN event.notice IS 'A line at the foot of what is published in a language, such as the name of its translator.';

COMMENT ON COLUMN event.languages IS 'The languages in which the event publishes.';

COMMENT ON COLUMN event.time_zone IS 'An IANA name such as America/Toronto, never an abbreviation.';

COMMENT ON COLUMN event.phase IS 'The phase that an organiser set; phase_now tells the phase that applies.';

COMMENT ON COLUMN event.submissions_due_at IS 'The deadline for submissions; organisers give it as local time of the event''s zone.';

COMMENT ON COLUMN event.grace_minutes IS 'For how many minutes after submissions_due_at submissions are still taken.';

COMMENT ON COLUMN event.announced_on IS 'The day on which the winners are announced.';

COMMENT ON COLUMN event.keep_people_until IS 'The last day on which people''s identities are kept; "person erase --due" erases them afterwards.';

COMMENT ON COLUMN event.team_minimum IS 'The fewest members that a team may have when the event starts running.';

COMMENT ON COLUMN event.team_size IS 'The most members that a team may have.';

COMMENT ON COLUMN event.mentor_sessions_per_day IS 'The most mentor sessions that a team may have on one day of the event''s zone.';

COMMENT ON COLUMN event.stated_participants IS 'The number of participants that was published; it is shown beside the counted one.';

COMMENT ON COLUMN event.stated_nationalities IS 'The number of nationalities that was published; it is shown beside the counted one.';

CREATE FUNCTION submissions_close_at(of_event event) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
  SELECT of_event.submissions_due_at + make_interval(mins => of_event.grace_minutes)
$$;

COMMENT ON FUNCTION submissions_close_at(of_event event) IS 'When submissions close: at the deadline, or after its grace period. Nothing for an event without a deadline.';

CREATE FUNCTION tables_of_events() RETURNS TABLE(name regclass, depth integer)
    LANGUAGE sql STABLE
    AS $$
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

COMMENT ON FUNCTION tables_of_events() IS 'Every table with rows of events, read from the catalogue, with how deep its references lie.';

CREATE FUNCTION tables_of_results() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT '{assignment,conflict_override,criterion,criterion_level,eligibility_finding,eligibility_point,judge,objection,
    objection_decision,objection_window,prize,prize_award,result,result_rank,result_step,round,round_entrant,round_judge,rubric,
    score,sheet,submission_late_acceptance,submission_version,team,team_allowance}'::text[]
$$;

COMMENT ON FUNCTION tables_of_results() IS 'The tables that a result is made of and announced with. Its steps compare them with the log.';

CREATE FUNCTION takes_entries(event bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $_$
  SELECT phase_number(e.phase) <= phase_number('judging') FROM event AS e WHERE e.event_id = $1
$_$;

COMMENT ON FUNCTION takes_entries(event bigint) IS 'Whether an event still takes teams and submissions: until judging ends.';

CREATE FUNCTION team_topics(event bigint) RETURNS TABLE(team_id bigint, languages text[], topics text[])
    LANGUAGE sql STABLE
    AS $$
  WITH judged AS MATERIALIZED (
    SELECT submission_id, number FROM judged_submission WHERE event_id = event
  ), submitted AS MATERIALIZED (
    SELECT v.submission_id, v.contents
    FROM judged AS j JOIN submission_version AS v ON v.event_id = event AND v.submission_id = j.submission_id
      AND v.number = j.number
  ), work AS MATERIALIZED (
    SELECT s.team_id,
      COALESCE(NULLIF(t.summary, '{}'), NULLIF(t.title, '{}'), '{}') AS written,
      COALESCE(h.contents -> 'tracks', CASE WHEN h.submission_id IS NULL THEN (
        SELECT jsonb_agg(k.key) FROM submission_track AS r JOIN track AS k USING (event_id, track_id)
        WHERE r.event_id = event AND r.submission_id = s.submission_id) END) AS tracks
    FROM submission AS s LEFT JOIN submitted AS h USING (submission_id)
    CROSS JOIN LATERAL (
      SELECT CASE WHEN h.submission_id IS NULL THEN s.summary ELSE h.contents -> 'summary' END AS summary,
        CASE WHEN h.submission_id IS NULL THEN s.title ELSE h.contents -> 'title' END AS title) AS t
    WHERE s.event_id = event AND s.withdrawn_at IS NULL
  ), written AS MATERIALIZED (
    SELECT w.team_id, array_agg(l.code ORDER BY l.code) AS languages
    FROM work AS w CROSS JOIN LATERAL jsonb_object_keys(w.written) AS l (code) GROUP BY w.team_id
  ), spoken AS MATERIALIZED (
    SELECT m.team_id, array_agg(DISTINCT l.code ORDER BY l.code) AS languages
    FROM team_member AS m JOIN participant AS p USING (event_id, participant_id)
    CROSS JOIN LATERAL string_to_table(p.languages, ' ') AS l (code)
    WHERE m.event_id = event GROUP BY m.team_id
  ), named AS MATERIALIZED (
    SELECT t.team_id, k.key, k.name FROM team AS t JOIN track AS k USING (event_id, track_id) WHERE t.event_id = event
    UNION
    SELECT w.team_id, k.key, k.name FROM work AS w JOIN track AS k ON k.event_id = event AND w.tracks ? k.key
  ), topic AS MATERIALIZED (
    SELECT x.team_id, array_agg(x.name ORDER BY x.name) AS topics
    FROM (
      SELECT n.team_id, n.key AS name FROM named AS n
      UNION SELECT n.team_id, v.value FROM named AS n CROSS JOIN LATERAL jsonb_each_text(n.name) AS v
      UNION SELECT q.team_id, unnest(q.topics) FROM mentor_request AS q
        WHERE q.event_id = event AND NOT q.is_withdrawn) AS x
    GROUP BY x.team_id
  )
  SELECT t.team_id, COALESCE(w.languages, s.languages, '{}'), COALESCE(x.topics, '{}')
  FROM team AS t LEFT JOIN written AS w USING (team_id) LEFT JOIN spoken AS s USING (team_id)
  LEFT JOIN topic AS x USING (team_id)
  WHERE t.event_id = event
$$;

COMMENT ON FUNCTION team_topics(event bigint) IS 'What a judge of each team reads: the languages and topics of its work. Without a written work the languages are those of its members. Topics are tracks and what the team asked mentors about.';

CREATE FUNCTION tie_found_rows() RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT r.event_id, min(r.record_id) AS first,
      (SELECT min(c.principal_id) FROM audit_chain AS c WHERE c.event_id = r.event_id) AS actor_id
    FROM row_record AS r WHERE r.transaction = pg_current_xact_id() GROUP BY r.event_id ORDER BY r.event_id
  LOOP
    CONTINUE WHEN one.actor_id IS NULL;
    PERFORM set_config('datajam.untied_' || one.event_id, one.first::text, true);
    PERFORM audit_append_as(one.event_id, one.actor_id, '{"action":"recorded","changes":{},"channel":"schema","key":"rows found by the upgrade","noun":"rows"}',
      '{}', '{}', '{}', '{}');
  END LOOP;
END $$;

COMMENT ON FUNCTION tie_found_rows() IS 'Has an entry of each event''s log hold the rows that were found.';

CREATE FUNCTION tie_records() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  actor_id bigint;
BEGIN
  IF untied_from(NEW.event_id) IS NULL THEN RETURN NULL; END IF;
  SELECT c.principal_id INTO actor_id FROM audit_chain AS c
    WHERE c.event_id = NEW.event_id AND c.touched_by = pg_current_xact_id() ORDER BY c.principal_id LIMIT 1;
  IF actor_id IS NULL THEN
    IF NEW.relation = ANY ('{result_step,prize_award,access_token,agenda_version,announcement_edition}') THEN
      RAISE EXCEPTION 'a change of % without an entry of the log', NEW.relation USING ERRCODE = 'DJ003';
    END IF;
    RETURN NULL;
  END IF;
  PERFORM audit_append_as(NEW.event_id, actor_id, '{"action":"recorded","changes":{},"channel":"schema","key":"rows","noun":"rows"}',
    '{}', '{}', '{}', '{}');
  PERFORM audit_settle(NEW.event_id, actor_id);
  RETURN NULL;
END $$;

COMMENT ON FUNCTION tie_records() IS 'At the end of a transaction, has an entry of the log hold each record. A step of a result, an award, a token or a publication without any entry is refused.';

CREATE FUNCTION unrecorded_columns() RETURNS TABLE(relation text, name text, is_hashed boolean, reason text)
    LANGUAGE sql IMMUTABLE
    AS $$
  VALUES
    ('access_token', 'last_used_at', false, 'changes with each use'),
    ('principal', 'name', true, 'the name of a person'),
    ('judge', 'name', false, 'personal'),
    ('judge', 'name_folded', false, 'personal'),
    ('judge', 'email', false, 'personal'),
    ('judge', 'email_folded', false, 'personal'),
    ('judge', 'affiliation', false, 'personal'),
    ('judge', 'affiliation_folded', false, 'personal'),
    ('judge', 'languages', false, 'personal'),
    ('judge', 'expertise', false, 'personal'),
    ('judge', 'erased_at', false, 'tells about a person'),
    ('judge_conflict', 'reason', false, 'may name a person, and is erased on request'),
    ('conflict_waiver', 'subject', true, 'may name a person'),
    ('objection', 'file_name', true, 'may name a person'),
    ('announcement', 'contact', true, 'may name a person'),
    ('announcement', 'certificate_secret', true, 'secret'),
    ('announcement_edition', 'facts', true, 'long'),
    ('agenda_version', 'sessions', true, 'long'),
    ('agenda_version', 'changes', true, 'long'),
    ('result', 'snapshot', true, 'long'),
    ('sheet', 'comment', true, 'what a judge wrote'),
    ('sheet', 'feedback', true, 'what a judge wrote'),
    ('sheet', 'recusal_reason', true, 'what a judge wrote'),
    ('sheet_revision', 'reason', true, 'what somebody wrote'),
    ('sheet_revision', 'comment', true, 'what a judge wrote'),
    ('sheet_revision', 'feedback', true, 'what a judge wrote'),
    ('submission', 'title', true, 'long'),
    ('submission', 'summary', true, 'long'),
    ('submission_version', 'contents', true, 'long'),
    ('team', 'about', true, 'long'),
    ('team', 'affiliation', true, 'may name a person'),
    ('team', 'affiliation_folded', true, 'may name a person'),
    ('team', 'status_reason', true, 'may name a person'),
    ('winner_confirmation', 'participant_id', false, 'tells about a person')
$$;

COMMENT ON FUNCTION unrecorded_columns() IS 'The columns of recorded tables that records leave out, or hold by their hash only, each with its reason.';

CREATE FUNCTION unrecorded_tables() RETURNS TABLE(relation text, reason text)
    LANGUAGE sql IMMUTABLE
    AS $$
  VALUES
    ('row_record', 'holds the records'),
    ('audit_entry', 'the log itself, which its hashes prove'),
    ('audit_chain', 'the log itself, which its hashes prove'),
    ('audit_checkpoint', 'the log itself, which its hashes prove'),
    ('audit_personal_value', 'the log itself, which its hashes prove; values are erased on request'),
    ('participant', 'personal data, which are erased on request; the log has salted hashes'),
    ('import_origin', 'where imported rows came from; nothing counts or is published from it'),
    ('mentor', 'personal data, which are erased on request'),
    ('mentor_availability', 'nothing of a result or an announcement comes from it'),
    ('mentor_note', 'free text about teams, which is erased on request'),
    ('mentor_request', 'nothing of a result or an announcement comes from it'),
    ('mentor_session', 'nothing of a result or an announcement comes from it'),
    ('agenda_session', 'a draft; published versions are recorded'),
    ('agenda_speaker', 'a draft with personal data; published versions are recorded'),
    ('room', 'a draft; published versions are recorded'),
    ('team_former_name', 'old names, by which imports find a team'),
    ('team_invitation', 'codes that end after days'),
    ('judge_invitation', 'codes that end after days'),
    ('certificate', 'hashes of codes; a certificate is rendered from the announced facts'),
    ('submission_track', 'part of the draft; judged versions are recorded'),
    ('erased_name', 'hashes of the names of erased people'),
    ('erased_person', 'hashes of what identified erased people'),
    ('organisation_alias', 'other spellings, by which imports find an organisation')
$$;

COMMENT ON FUNCTION unrecorded_tables() IS 'The tables of an event whose rows are not recorded, each with its reason. Every other table is.';

CREATE FUNCTION untied_from(event bigint) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
  SELECT NULLIF(current_setting('datajam.untied_' || event, true), '')::bigint
$$;

COMMENT ON FUNCTION untied_from(event bigint) IS 'The first record of this transaction that no entry holds yet, or nothing.';

CREATE FUNCTION untied_records(event bigint, OUT first bigint, OUT last bigint, OUT sha256 bytea) RETURNS record
    LANGUAGE plpgsql
    AS $$
DECLARE
  beginning bigint := untied_from(event);
BEGIN
  IF beginning IS NULL THEN RETURN; END IF;
  SELECT min(r.record_id), max(r.record_id), sha256(string_agg(row_record_hash(r), ''::bytea ORDER BY r.record_id))
    INTO first, last, sha256
    FROM row_record AS r
    WHERE r.event_id = event AND r.record_id >= beginning AND r.transaction = pg_current_xact_id();
  PERFORM set_config('datajam.untied_' || event, '', true);
END $$;

COMMENT ON FUNCTION untied_records(event bigint, OUT first bigint, OUT last bigint, OUT sha256 bytea) IS 'The records of this transaction that no entry holds yet, with their hash; from now on one does.';

CREATE FUNCTION waiver_concerns(event bigint, kind text, subject text, email text, affiliation text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT COALESCE(CASE kind
    WHEN 'domain' THEN subject = split_part(email, '@', 2)
    WHEN 'organisation' THEN subject = affiliation OR EXISTS (
      SELECT FROM organisation_spelling AS a JOIN organisation_spelling AS b USING (event_id, organisation_id)
      WHERE a.event_id = event AND a.folded = affiliation AND b.folded = subject)
  END, false)
$$;

COMMENT ON FUNCTION waiver_concerns(event bigint, kind text, subject text, email text, affiliation text) IS 'Whether a waiver is about a judge with this folded address and affiliation; an organisation counts under each of its names.';

CREATE TABLE access_token (
    event_id bigint NOT NULL,
    token_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    prefix text NOT NULL,
    hash bytea NOT NULL,
    scope text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT access_token_hash_is_sha256 CHECK ((length(hash) = 32)),
    CONSTRAINT access_token_prefix_form CHECK ((prefix ~ '^[a-z0-9]{10}$'::text)),
    CONSTRAINT access_token_scope_known CHECK ((scope = ANY (ARRAY['full'::text, 'read'::text])))
);

COMMENT ON TABLE access_token IS 'Tokens that prove who acts.';

COMMENT ON COLUMN access_token.prefix IS 'The part of a token by which people speak of it; it grants no access.';

COMMENT ON COLUMN access_token.hash IS 'sha256 of the whole token, which is shown once and stored nowhere.';

COMMENT ON COLUMN access_token.scope IS 'full: everything that the principal may do; read: only reading.';

COMMENT ON COLUMN access_token.last_used_at IS 'To within a minute.';

ALTER TABLE access_token ALTER COLUMN token_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME access_token_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agenda_session (
    event_id bigint NOT NULL,
    session_id bigint NOT NULL,
    key text NOT NULL,
    kind text DEFAULT 'talk'::text NOT NULL,
    title jsonb DEFAULT '{}'::jsonb NOT NULL,
    objective jsonb DEFAULT '{}'::jsonb NOT NULL,
    languages text DEFAULT ''::text NOT NULL,
    audience text DEFAULT 'participants'::text NOT NULL,
    during tstzrange NOT NULL,
    time_zone text NOT NULL,
    room_id bigint,
    url text,
    register_url text,
    capacity integer,
    is_cancelled boolean DEFAULT false NOT NULL,
    CONSTRAINT agenda_session_audience_known CHECK ((audience = ANY (ARRAY['public'::text, 'participants'::text]))),
    CONSTRAINT agenda_session_capacity_positive CHECK ((capacity > 0)),
    CONSTRAINT agenda_session_has_a_length CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))),
    CONSTRAINT agenda_session_key_is_key CHECK (is_key(key)),
    CONSTRAINT agenda_session_kind_known CHECK ((kind = ANY (ARRAY['talk'::text, 'panel'::text, 'workshop'::text, 'ceremony'::text, 'social'::text, 'other'::text]))),
    CONSTRAINT agenda_session_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT agenda_session_objective_localised CHECK (is_localised(objective)),
    CONSTRAINT agenda_session_register_url_form CHECK (is_address(register_url)),
    CONSTRAINT agenda_session_title_localised CHECK (is_localised(title)),
    CONSTRAINT agenda_session_url_form CHECK (is_address(url)),
    CONSTRAINT agenda_session_zone_is_no_abbreviation CHECK (((time_zone = 'UTC'::text) OR (time_zone ~~ '%/%'::text)))
);

COMMENT ON TABLE agenda_session IS 'The draft of the agenda: talks, panels, workshops and ceremonies.';

COMMENT ON COLUMN agenda_session.objective IS 'What the session is for.';

COMMENT ON COLUMN agenda_session.languages IS 'ISO 639 codes with spaces between them: a session in two languages is one session.';

COMMENT ON COLUMN agenda_session.during IS 'From its start until just before its end; organisers give local times of its own zone.';

COMMENT ON COLUMN agenda_session.time_zone IS 'An IANA name, never an abbreviation.';

COMMENT ON COLUMN agenda_session.url IS 'The address at which people join or watch.';

COMMENT ON COLUMN agenda_session.register_url IS 'The address at which people register for the session.';

COMMENT ON COLUMN agenda_session.is_cancelled IS 'A cancelled session stays in the agenda, so that subscribed calendars are told.';

ALTER TABLE agenda_session ALTER COLUMN session_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agenda_session_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agenda_speaker (
    event_id bigint NOT NULL,
    session_id bigint NOT NULL,
    "position" integer NOT NULL,
    honorific text,
    name text,
    is_public boolean DEFAULT true NOT NULL,
    role jsonb DEFAULT '{}'::jsonb NOT NULL,
    organisation jsonb DEFAULT '{}'::jsonb NOT NULL,
    second_role jsonb DEFAULT '{}'::jsonb NOT NULL,
    second_organisation jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT agenda_speaker_name_not_blank CHECK ((name ~ '\S'::text)),
    CONSTRAINT agenda_speaker_organisation_localised CHECK (is_localised(organisation)),
    CONSTRAINT agenda_speaker_position_positive CHECK (("position" > 0)),
    CONSTRAINT agenda_speaker_public_has_name CHECK (((name IS NOT NULL) OR (NOT is_public))),
    CONSTRAINT agenda_speaker_role_localised CHECK (is_localised(role)),
    CONSTRAINT agenda_speaker_second_organisation_localised CHECK (is_localised(second_organisation)),
    CONSTRAINT agenda_speaker_second_role_localised CHECK (is_localised(second_role))
);

COMMENT ON TABLE agenda_speaker IS 'The speakers of each session, in the order in which they are printed.';

COMMENT ON COLUMN agenda_speaker.name IS 'Missing for a speaker who is not named.';

COMMENT ON COLUMN agenda_speaker.is_public IS 'Whether the name may be published; otherwise only the role is.';

COMMENT ON COLUMN agenda_speaker.organisation IS 'A proper name: where it has none in a language, its name in another one is used.';

CREATE TABLE agenda_version (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    published_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    note text,
    sessions jsonb NOT NULL,
    changes jsonb NOT NULL,
    CONSTRAINT agenda_version_number_positive CHECK ((number > 0))
);

COMMENT ON TABLE agenda_version IS 'What was published of the agenda, and when; never changed.';

COMMENT ON COLUMN agenda_version.note IS 'What the organisers say of this version.';

COMMENT ON COLUMN agenda_version.sessions IS 'The sessions at that time. Cancelled and removed ones stay in it, so that subscribed calendars are told.';

COMMENT ON COLUMN agenda_version.changes IS 'The differences from the version before.';

CREATE TABLE overlap_allowance (
    event_id bigint NOT NULL,
    first_session text NOT NULL,
    second_session text NOT NULL,
    shared text NOT NULL,
    number integer NOT NULL,
    is_allowed boolean NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    decided_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT overlap_allowance_first_is_key CHECK (is_key(first_session)),
    CONSTRAINT overlap_allowance_from_one CHECK ((number > 0)),
    CONSTRAINT overlap_allowance_in_order CHECK (((first_session COLLATE "C") < (second_session COLLATE "C"))),
    CONSTRAINT overlap_allowance_reason_given CHECK (((reason ~ '\S'::text) AND (length(reason) <= 500))),
    CONSTRAINT overlap_allowance_second_is_key CHECK (is_key(second_session)),
    CONSTRAINT overlap_allowance_shared_known CHECK ((shared = ANY (ARRAY['speaker'::text, 'room'::text])))
);

COMMENT ON TABLE overlap_allowance IS 'Decisions that two sessions may take place at once, such as one talk in two rooms, or to end that. The newest counts; rows are only added.';

COMMENT ON COLUMN overlap_allowance.first_session IS 'The key of the session that comes first by its key. No foreign key: a session may leave the draft, its decisions stay.';

COMMENT ON COLUMN overlap_allowance.shared IS 'What both may have at once. A clash of the other kind is not allowed by it.';

COMMENT ON COLUMN overlap_allowance.number IS 'Counts the decisions about two sessions and what they share from 1.';

COMMENT ON COLUMN overlap_allowance.principal_id IS 'Who decided.';

CREATE VIEW allowed_overlap AS
 SELECT newest.event_id,
    newest.first_session,
    newest.second_session,
    newest.shared,
    newest.reason,
    newest.principal_id
   FROM ( SELECT DISTINCT ON (overlap_allowance.event_id, overlap_allowance.first_session, overlap_allowance.second_session, overlap_allowance.shared) overlap_allowance.event_id,
            overlap_allowance.first_session,
            overlap_allowance.second_session,
            overlap_allowance.shared,
            overlap_allowance.number,
            overlap_allowance.is_allowed,
            overlap_allowance.reason,
            overlap_allowance.principal_id,
            overlap_allowance.decided_at
           FROM overlap_allowance
          ORDER BY overlap_allowance.event_id, overlap_allowance.first_session, overlap_allowance.second_session, overlap_allowance.shared, overlap_allowance.number DESC) newest
  WHERE newest.is_allowed;

COMMENT ON VIEW allowed_overlap IS 'What two sessions may share although they take place at once, and why.';

CREATE TABLE announcement_approval (
    event_id bigint NOT NULL,
    edition integer NOT NULL,
    principal_id bigint NOT NULL,
    token_id bigint NOT NULL,
    approved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON TABLE announcement_approval IS 'Who approved an edition that corrects announced facts. Two organisers have to.';

COMMENT ON COLUMN announcement_approval.token_id IS 'The token that proved who approved.';

CREATE TABLE announcement_edition (
    event_id bigint NOT NULL,
    edition integer NOT NULL,
    number integer NOT NULL,
    origin text NOT NULL,
    facts text NOT NULL,
    sha256 bytea NOT NULL,
    needs_approval boolean DEFAULT true NOT NULL,
    principal_id bigint NOT NULL,
    kept_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    redacted_at timestamp with time zone,
    CONSTRAINT announcement_edition_from_one CHECK ((edition > 0)),
    CONSTRAINT announcement_edition_hash_of_facts CHECK (((redacted_at IS NOT NULL) OR (sha256 = sha256(convert_to(facts, 'UTF8'::name))))),
    CONSTRAINT announcement_edition_origin_known CHECK ((origin = ANY (ARRAY['announced'::text, 'corrected'::text, 'redacted'::text])))
);

COMMENT ON TABLE announcement_edition IS 'The facts of an announcement as they were announced or corrected. Each text is rendered from one of these editions.';

COMMENT ON COLUMN announcement_edition.edition IS 'Counts the editions of the event, from 1.';

COMMENT ON COLUMN announcement_edition.number IS 'The version of the result that it announces.';

COMMENT ON COLUMN announcement_edition.origin IS 'announced: the facts at that step; corrected: facts with a dated correction; redacted: a person''s name was removed.';

COMMENT ON COLUMN announcement_edition.facts IS 'Canonical JSON in every language.';

COMMENT ON COLUMN announcement_edition.sha256 IS 'The hash of the facts before any name was removed from them.';

COMMENT ON COLUMN announcement_edition.needs_approval IS 'Whether two organisers have to approve it: where a correction changes more than notes and missing texts.';

COMMENT ON COLUMN announcement_edition.principal_id IS 'Who announced or corrected.';

COMMENT ON COLUMN announcement_edition.redacted_at IS 'When the name of an erased person was removed from the facts.';

CREATE VIEW effective_edition AS
 SELECT e.event_id,
    e.edition,
    e.number,
    e.facts,
    e.sha256,
    e.redacted_at
   FROM announcement_edition e
  WHERE ((NOT e.needs_approval) OR (( SELECT count(*) AS count
           FROM announcement_approval a
          WHERE ((a.event_id = e.event_id) AND (a.edition = e.edition))) >= 2));

COMMENT ON VIEW effective_edition IS 'The editions that need no approval or have it.';

CREATE VIEW announced_facts AS
 SELECT DISTINCT ON (effective_edition.event_id, effective_edition.number) effective_edition.event_id,
    effective_edition.number,
    effective_edition.edition,
    effective_edition.facts,
    effective_edition.sha256,
    effective_edition.redacted_at
   FROM effective_edition
  ORDER BY effective_edition.event_id, effective_edition.number, effective_edition.edition DESC;

COMMENT ON VIEW announced_facts IS 'The facts from which each announced version of a result is rendered: the newest effective edition.';

CREATE TABLE prize (
    event_id bigint NOT NULL,
    prize_id bigint NOT NULL,
    key text NOT NULL,
    "position" integer NOT NULL,
    basis text DEFAULT 'rank'::text NOT NULL,
    rank integer,
    track_id bigint,
    kind text NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    amount bigint,
    currency text,
    is_undisclosed boolean DEFAULT false NOT NULL,
    label jsonb DEFAULT '{}'::jsonb NOT NULL,
    giver text,
    target text,
    target_when text,
    CONSTRAINT prize_amount_has_currency CHECK (((amount IS NULL) = (currency IS NULL))),
    CONSTRAINT prize_amount_only_of_money CHECK (((kind = 'money'::text) OR ((amount IS NULL) AND (NOT is_undisclosed)))),
    CONSTRAINT prize_amount_or_undisclosed CHECK (((amount IS NULL) OR (NOT is_undisclosed))),
    CONSTRAINT prize_amount_positive CHECK ((amount > 0)),
    CONSTRAINT prize_amount_possible CHECK ((amount <= '1000000000000000'::bigint)),
    CONSTRAINT prize_basis_known CHECK ((basis = ANY (ARRAY['rank'::text, 'track'::text, 'special-award'::text, 'choice'::text]))),
    CONSTRAINT prize_currency_form CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT prize_key_is_key CHECK (is_key(key)),
    CONSTRAINT prize_kind_known CHECK ((kind = ANY (ARRAY['money'::text, 'seat'::text, 'invitation'::text, 'promotion'::text, 'goods'::text]))),
    CONSTRAINT prize_label_localised CHECK (is_localised(label)),
    CONSTRAINT prize_quantity_possible CHECK (((quantity >= 1) AND (quantity <= 1000))),
    CONSTRAINT prize_rank_only_of_ranks CHECK (((basis = 'rank'::text) = (rank IS NOT NULL))),
    CONSTRAINT prize_rank_positive CHECK ((rank > 0)),
    CONSTRAINT prize_target_only_of_invitations CHECK (((kind = 'invitation'::text) OR ((target IS NULL) AND (target_when IS NULL)))),
    CONSTRAINT prize_track_only_of_tracks CHECK (((basis = 'track'::text) = (track_id IS NOT NULL)))
);

COMMENT ON TABLE prize IS 'What teams can win.';

COMMENT ON COLUMN prize."position" IS 'The order of prizes that are given for the same reason.';

COMMENT ON COLUMN prize.basis IS 'What it is given for: a rank, the best ranks within a track, a special award that a person decides, or the votes of the public.';

COMMENT ON COLUMN prize.quantity IS 'How many of it there are: the team of a rank receives all of them, otherwise each team one.';

COMMENT ON COLUMN prize.amount IS 'In the minor unit of the currency (cents); missing while it is not known, or undisclosed.';

COMMENT ON COLUMN prize.currency IS 'ISO 4217.';

COMMENT ON COLUMN prize.is_undisclosed IS 'Whether the amount is known and not published.';

COMMENT ON COLUMN prize.label IS 'The name of the prize where its kind and amount do not say it.';

COMMENT ON COLUMN prize.giver IS 'Who gives it.';

COMMENT ON COLUMN prize.target IS 'The event to which it is an invitation.';

COMMENT ON COLUMN prize.target_when IS 'The date of that event in the organisers'' words: "2021-10", "fall 2021".';

CREATE TABLE prize_award (
    event_id bigint NOT NULL,
    award_id bigint NOT NULL,
    prize_id bigint NOT NULL,
    team_id bigint NOT NULL,
    number integer NOT NULL,
    amount bigint,
    shares integer DEFAULT 1 NOT NULL,
    reason text,
    principal_id bigint NOT NULL,
    awarded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    accepted_at timestamp with time zone,
    delivered_at timestamp with time zone,
    delivery_note text,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    CONSTRAINT prize_award_amount_not_negative CHECK ((amount >= 0)),
    CONSTRAINT prize_award_shares_positive CHECK ((shares > 0)),
    CONSTRAINT prize_award_withdrawn_with_reason CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);

COMMENT ON TABLE prize_award IS 'Which team won which prize. An award is never deleted, only withdrawn.';

COMMENT ON COLUMN prize_award.number IS 'The version of the result from which it follows.';

COMMENT ON COLUMN prize_award.amount IS 'The team''s share of the money, in the minor unit of the prize''s currency.';

COMMENT ON COLUMN prize_award.shares IS 'How many teams share the prize.';

COMMENT ON COLUMN prize_award.reason IS 'Why this team, where a person decided; missing where the ranking or the votes did.';

COMMENT ON COLUMN prize_award.principal_id IS 'Who awarded it.';

CREATE TABLE result_rank (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    team_id bigint NOT NULL,
    rank integer NOT NULL,
    CONSTRAINT result_rank_positive CHECK ((rank > 0))
);

COMMENT ON TABLE result_rank IS 'The ranks of a version; teams that tie share one.';

CREATE VIEW announced_prize AS
 SELECT a.event_id,
    a.number,
    a.prize_id,
    a.team_id,
    a.amount,
    a.shares,
    (a.accepted_at IS NOT NULL) AS is_accepted,
    true AS is_awarded
   FROM prize_award a
  WHERE (a.withdrawn_at IS NULL)
UNION ALL
 SELECT p.event_id,
    r.number,
    p.prize_id,
    r.team_id,
    p.amount,
    1 AS shares,
    false AS is_accepted,
    false AS is_awarded
   FROM (result_rank r
     JOIN prize p ON (((p.event_id = r.event_id) AND (p.rank = r.rank))))
  WHERE (NOT (EXISTS ( SELECT
           FROM prize_award a
          WHERE ((a.event_id = r.event_id) AND (a.number = r.number)))));

COMMENT ON VIEW announced_prize IS 'Which team receives which prize by each result: the awards, or the prizes of the ranks while nothing was awarded.';

CREATE TABLE announcement (
    event_id bigint NOT NULL,
    addresses jsonb DEFAULT '{}'::jsonb NOT NULL,
    contact text,
    certificate_secret bytea,
    CONSTRAINT announcement_addresses_form CHECK ((is_address(COALESCE((addresses ->> 'en'::text), 'http://x'::text)) AND is_address(COALESCE((addresses ->> 'fr'::text), 'http://x'::text)) AND is_address(COALESCE((addresses ->> 'es'::text), 'http://x'::text)))),
    CONSTRAINT announcement_addresses_localised CHECK (is_localised(addresses)),
    CONSTRAINT announcement_contact_form CHECK (((contact ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$'::text) OR is_address(contact))),
    CONSTRAINT announcement_secret_long CHECK ((length(certificate_secret) >= 32))
);

COMMENT ON TABLE announcement IS 'What an announcement says beside the results.';

COMMENT ON COLUMN announcement.addresses IS 'The page of the announcement in each language.';

COMMENT ON COLUMN announcement.contact IS 'Whom to ask: an e-mail address or a page.';

COMMENT ON COLUMN announcement.certificate_secret IS 'The codes of certificates are derived from it; it never leaves the database.';

CREATE TABLE announcement_correction (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    noted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    text jsonb NOT NULL,
    edition integer,
    CONSTRAINT announcement_correction_localised CHECK ((is_localised(text) AND (text <> '{}'::jsonb)))
);

COMMENT ON TABLE announcement_correction IS 'Dated notes on what was corrected after the announcement; only further languages are added to a note.';

COMMENT ON COLUMN announcement_correction.edition IS 'The edition with which the note becomes public; missing where no edition was kept yet.';

CREATE TABLE assignment (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL
);

COMMENT ON TABLE assignment IS 'Which judge is to score which team in which round.';

CREATE TABLE participant (
    event_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    key text NOT NULL,
    given_name text DEFAULT ''::text NOT NULL,
    family_name text DEFAULT ''::text NOT NULL,
    display_name text NOT NULL,
    name_folded text DEFAULT ''::text NOT NULL,
    alias text,
    may_be_named boolean DEFAULT false NOT NULL,
    email text,
    email_folded text,
    country text,
    city text,
    affiliation text,
    affiliation_folded text,
    languages text DEFAULT ''::text NOT NULL,
    registration_source text,
    registered_at timestamp with time zone,
    registered_as_written text,
    checked_in_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    erased_at timestamp with time zone,
    CONSTRAINT participant_affiliation_folded CHECK (((affiliation IS NULL) = (affiliation_folded IS NULL))),
    CONSTRAINT participant_alias_not_blank CHECK ((alias ~ '\S'::text)),
    CONSTRAINT participant_country_form CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT participant_email_folded CHECK (((email IS NULL) = (email_folded IS NULL))),
    CONSTRAINT participant_erased_is_nobody CHECK (((erased_at IS NULL) OR ((given_name = ''::text) AND (family_name = ''::text) AND (display_name = key) AND (name_folded = ''::text) AND (NOT may_be_named) AND (COALESCE(email, country, city, affiliation, alias, registration_source, registered_as_written) IS NULL) AND (languages = ''::text)))),
    CONSTRAINT participant_has_name CHECK ((display_name ~ '\S'::text)),
    CONSTRAINT participant_key_is_key CHECK (is_key(key)),
    CONSTRAINT participant_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT participant_registration_source_not_blank CHECK ((registration_source ~ '\S'::text)),
    CONSTRAINT participant_withdrawn_is_not_present CHECK (((withdrawn_at IS NULL) OR (checked_in_at IS NULL)))
);

COMMENT ON TABLE participant IS 'The people who registered for an event.';

COMMENT ON COLUMN participant.display_name IS 'The whole name in the order in which the person writes it.';

COMMENT ON COLUMN participant.name_folded IS 'display_name, folded by the program for comparing.';

COMMENT ON COLUMN participant.alias IS 'A name to be called by in public, in place of the person''s own.';

COMMENT ON COLUMN participant.may_be_named IS 'Whether the person agreed to be named in public.';

COMMENT ON COLUMN participant.email_folded IS 'The address in NFC and lower case, for comparing; the program writes it.';

COMMENT ON COLUMN participant.country IS 'Nationality, ISO 3166-1 alpha-2.';

COMMENT ON COLUMN participant.affiliation_folded IS 'affiliation, folded by the program for comparing.';

COMMENT ON COLUMN participant.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';

COMMENT ON COLUMN participant.registration_source IS 'How the person registered: a type of ticket, the name of a form.';

COMMENT ON COLUMN participant.registered_as_written IS 'The time of registration in the spelling of the other system.';

COMMENT ON COLUMN participant.checked_in_at IS 'When the person arrived at the event.';

COMMENT ON COLUMN participant.erased_at IS 'When the person''s identity was erased for good; scores and counts stay.';

CREATE VIEW attendance AS
 SELECT participant.event_id,
    count(*) AS people,
    count(DISTINCT participant.country) AS nationalities
   FROM participant
  WHERE (participant.withdrawn_at IS NULL)
  GROUP BY participant.event_id;

COMMENT ON VIEW attendance IS 'How many people take part, and of how many nationalities; people who withdrew do not count.';

CREATE TABLE audit_chain (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    length bigint DEFAULT 0 NOT NULL,
    head bytea DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea NOT NULL,
    touched_by xid8
);

COMMENT ON TABLE audit_chain IS 'The end of each chain. Its row is locked while an entry is appended, so numbers have no gaps.';

COMMENT ON COLUMN audit_chain.length IS 'The number of the last entry.';

COMMENT ON COLUMN audit_chain.head IS 'The hash of the last entry; 32 zero bytes in an empty chain.';

COMMENT ON COLUMN audit_chain.touched_by IS 'The last transaction that appended. It writes length and head once, at its end: a row with thousands of versions is slow to lock.';

CREATE TABLE audit_checkpoint (
    event_id bigint NOT NULL,
    number bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    details text NOT NULL,
    hash bytea NOT NULL
);

COMMENT ON TABLE audit_checkpoint IS 'The ends of all chains of an event at one moment, in a hash chain of their own.';

COMMENT ON COLUMN audit_checkpoint.details IS 'Canonical JSON: the reason, who asked, and the length and head of every chain at that moment.';

COMMENT ON COLUMN audit_checkpoint.hash IS 'Computed as audit_entry.hash is, over the checkpoints of the event.';

CREATE TABLE audit_entry (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    number bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    details text NOT NULL,
    hash bytea NOT NULL,
    first_record bigint,
    last_record bigint,
    records_sha256 bytea,
    CONSTRAINT audit_entry_records_in_order CHECK ((first_record <= last_record)),
    CONSTRAINT audit_entry_records_whole CHECK ((num_nulls(first_record, last_record, records_sha256) = ANY (ARRAY[0, 3])))
);

COMMENT ON TABLE audit_entry IS 'The changes, each by one principal.';

COMMENT ON COLUMN audit_entry.number IS 'Counts the entries of the chain, from 1 without gaps.';

COMMENT ON COLUMN audit_entry.details IS 'Canonical JSON: action, noun, key, channel (the client) and the fields with their old and new values.';

COMMENT ON COLUMN audit_entry.hash IS 'sha256(hash of the entry before || number || " " || recorded_at || " " || details), and where the entry holds records || " " || first_record || " " || last_record || " " || records_sha256; the first entry follows 32 zero bytes.';

COMMENT ON COLUMN audit_entry.first_record IS 'The records that the transaction wrote before this entry: the first and the last, others'' between them left out.';

COMMENT ON COLUMN audit_entry.records_sha256 IS 'sha256 over the hashes of these records, in order (row_record_hash). It is hashed with the entry.';

CREATE TABLE audit_personal_value (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    number bigint NOT NULL,
    field text NOT NULL,
    side text NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    CONSTRAINT audit_personal_side_known CHECK ((side = ANY (ARRAY['old'::text, 'new'::text])))
);

COMMENT ON TABLE audit_personal_value IS 'Personal values of entries. An entry holds only sha256(salt || value), so the value can be erased and the chain stays whole.';

CREATE TABLE certificate (
    event_id bigint NOT NULL,
    certificate_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    team_id bigint NOT NULL,
    participant_id bigint,
    rank integer,
    issued_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT certificate_rank_positive CHECK ((rank > 0))
);

COMMENT ON TABLE certificate IS 'What a certificate says, found by the hash of its code. It holds no name, so erasing a person leaves it as it is.';

COMMENT ON COLUMN certificate.code_hash IS 'sha256 of the code that is printed on the certificate.';

COMMENT ON COLUMN certificate.participant_id IS 'The person whom it names; missing where it belongs to the whole team.';

COMMENT ON COLUMN certificate.rank IS 'The rank that it attests; missing where it attests taking part.';

ALTER TABLE certificate ALTER COLUMN certificate_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME certificate_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE result_step (
    event_id bigint NOT NULL,
    step_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    principal_id bigint NOT NULL,
    token_id bigint,
    taken_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    publish_at timestamp with time zone,
    reason text,
    CONSTRAINT result_approved_with_token CHECK (((kind <> 'approved'::text) OR (token_id IS NOT NULL))),
    CONSTRAINT result_step_announced_at_an_hour CHECK (((kind = 'announced'::text) = (publish_at IS NOT NULL))),
    CONSTRAINT result_step_kind_known CHECK ((kind = ANY (ARRAY['approved'::text, 'announced'::text, 'retracted'::text]))),
    CONSTRAINT result_step_retracted_with_reason CHECK (((kind = 'retracted'::text) = (COALESCE(reason, ''::text) ~ '\S'::text)))
);

COMMENT ON TABLE result_step IS 'Who approved, announced or retracted a version, and when.';

COMMENT ON COLUMN result_step.number IS 'The version.';

COMMENT ON COLUMN result_step.token_id IS 'The token that proved who acted; an approval needs one, other steps trust the name.';

COMMENT ON COLUMN result_step.publish_at IS 'From when the result is public; no program has to run at that hour.';

CREATE VIEW once_public_result AS
 SELECT a.event_id,
    a.number
   FROM (( SELECT DISTINCT ON (s.event_id, s.number) s.event_id,
            s.number,
            GREATEST(s.publish_at, s.taken_at) AS public_at
           FROM result_step s
          WHERE (s.kind = 'announced'::text)
          ORDER BY s.event_id, s.number, s.step_id DESC) a
     LEFT JOIN result_step r ON (((r.event_id = a.event_id) AND (r.number = a.number) AND (r.kind = 'retracted'::text))))
  WHERE ((a.public_at <= clock_timestamp()) AND ((r.taken_at IS NULL) OR (r.taken_at > a.public_at)));

COMMENT ON VIEW once_public_result IS 'The versions that are or were public.';

CREATE VIEW published_result AS
 SELECT l.event_id,
    l.number,
    l.publish_at
   FROM ( SELECT DISTINCT ON (a.event_id) a.event_id,
            a.number,
            a.publish_at,
            r.taken_at AS retracted_at
           FROM (( SELECT DISTINCT ON (s.event_id, s.number) s.event_id,
                    s.number,
                    s.step_id,
                    s.publish_at,
                    GREATEST(s.publish_at, s.taken_at) AS public_at
                   FROM result_step s
                  WHERE (s.kind = 'announced'::text)
                  ORDER BY s.event_id, s.number, s.step_id DESC) a
             LEFT JOIN result_step r ON (((r.event_id = a.event_id) AND (r.number = a.number) AND (r.kind = 'retracted'::text))))
          WHERE ((a.public_at <= clock_timestamp()) AND ((r.taken_at IS NULL) OR (r.taken_at > a.public_at)))
          ORDER BY a.event_id, a.step_id DESC) l
  WHERE (l.retracted_at IS NULL);

COMMENT ON VIEW published_result IS 'The one version that is public now. Every reader computes it, so no program has to run at the hour.';

CREATE TABLE team (
    event_id bigint NOT NULL,
    team_id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    name_folded text DEFAULT ''::text NOT NULL,
    about jsonb DEFAULT '{}'::jsonb NOT NULL,
    city jsonb DEFAULT '{}'::jsonb NOT NULL,
    country text,
    affiliation text,
    affiliation_folded text,
    track_id bigint,
    declared_size integer,
    join_code_hash bytea,
    status text DEFAULT 'active'::text NOT NULL,
    status_reason text,
    table_label text,
    room text,
    CONSTRAINT team_about_localised CHECK (is_localised(about)),
    CONSTRAINT team_affiliation_folded CHECK (((affiliation IS NULL) = (affiliation_folded IS NULL))),
    CONSTRAINT team_affiliation_not_blank CHECK ((affiliation ~ '\S'::text)),
    CONSTRAINT team_city_localised CHECK (is_localised(city)),
    CONSTRAINT team_country_form CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT team_declared_size_positive CHECK ((declared_size > 0)),
    CONSTRAINT team_disqualified_with_reason CHECK (((status <> 'disqualified'::text) OR (COALESCE(status_reason, ''::text) ~ '\S'::text))),
    CONSTRAINT team_has_name CHECK ((name ~ '\S'::text)),
    CONSTRAINT team_key_is_key CHECK (is_key(key)),
    CONSTRAINT team_room_given CHECK ((room ~ '\S'::text)),
    CONSTRAINT team_status_known CHECK ((status = ANY (ARRAY['active'::text, 'withdrawn'::text, 'disqualified'::text]))),
    CONSTRAINT team_table_label_given CHECK ((table_label ~ '\S'::text))
);

COMMENT ON TABLE team IS 'The teams of an event, also those that withdrew or were disqualified.';

COMMENT ON COLUMN team.name IS 'In the team''s own spelling, in every language.';

COMMENT ON COLUMN team.name_folded IS 'The name, folded by the program for finding the team again.';

COMMENT ON COLUMN team.about IS 'One sentence on the team for the announcement.';

COMMENT ON COLUMN team.country IS 'ISO 3166-1 alpha-2.';

COMMENT ON COLUMN team.affiliation IS 'In the team''s own spelling; never cut at commas.';

COMMENT ON COLUMN team.affiliation_folded IS 'affiliation, folded by the program for comparing.';

COMMENT ON COLUMN team.declared_size IS 'How many members another system counts, where some are not registered here.';

COMMENT ON COLUMN team.join_code_hash IS 'sha256 of the code by which participants join; the code itself is shown once.';

COMMENT ON COLUMN team.table_label IS 'The team''s table or stand, such as 4 or B-12.';

COMMENT ON COLUMN team.room IS 'The room or building where the table is.';

CREATE TABLE team_member (
    event_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    team_id bigint NOT NULL,
    is_captain boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE team_member IS 'Which participant belongs to which team.';

CREATE VIEW certificate_standing AS
 SELECT c.event_id,
    c.code_hash,
    c.team_id,
    c.participant_id,
    c.rank,
    c.issued_at,
    ((t.status = 'active'::text) AND ((c.participant_id IS NULL) OR (EXISTS ( SELECT
           FROM team_member m
          WHERE ((m.event_id = c.event_id) AND (m.participant_id = c.participant_id) AND (m.team_id = c.team_id))))) AND ((c.rank IS NULL) OR (EXISTS ( SELECT
           FROM (published_result r
             JOIN result_rank p USING (event_id, number))
          WHERE ((r.event_id = c.event_id) AND (p.team_id = c.team_id) AND (p.rank = c.rank)))))) AS is_valid,
    (EXISTS ( SELECT
           FROM once_public_result o
          WHERE (o.event_id = c.event_id))) AS is_public
   FROM (certificate c
     JOIN team t USING (event_id, team_id));

COMMENT ON VIEW certificate_standing IS 'Whether what each certificate says is still true, and whether anything of it may be told.';

CREATE TABLE conflict_override (
    event_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    kind text NOT NULL,
    principal_id bigint NOT NULL,
    token_id bigint NOT NULL,
    reason text NOT NULL,
    said_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT conflict_override_has_reason CHECK ((reason ~ '\S'::text))
);

COMMENT ON TABLE conflict_override IS 'Organisers who hold that a conflict does not matter; it takes two of them.';

COMMENT ON COLUMN conflict_override.token_id IS 'The token that proved who the organiser is.';

CREATE TABLE conflict_waiver (
    event_id bigint NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    principal_id bigint NOT NULL,
    token_id bigint NOT NULL,
    reason text NOT NULL,
    said_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT conflict_waiver_has_reason CHECK (((reason ~ '\S'::text) AND (length(reason) <= 500))),
    CONSTRAINT conflict_waiver_kind_known CHECK ((kind = ANY (ARRAY['domain'::text, 'organisation'::text]))),
    CONSTRAINT conflict_waiver_subject_given CHECK (((subject ~ '\S'::text) AND (length(subject) <= 500)))
);

COMMENT ON TABLE conflict_waiver IS 'Organisers who hold that sharing a domain or an organisation is no conflict of interest; it takes two of them. Rows are only added.';

COMMENT ON COLUMN conflict_waiver.subject IS 'The domain in lower case, or a name of the organisation as the program folded it.';

COMMENT ON COLUMN conflict_waiver.token_id IS 'The token that proved who the organiser is.';

CREATE TABLE criterion (
    event_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    criterion_id bigint NOT NULL,
    key text NOT NULL,
    "position" integer NOT NULL,
    name jsonb NOT NULL,
    description jsonb DEFAULT '{}'::jsonb NOT NULL,
    weight bigint NOT NULL,
    minimum bigint NOT NULL,
    maximum bigint NOT NULL,
    step bigint DEFAULT 1 NOT NULL,
    is_required boolean DEFAULT true NOT NULL,
    CONSTRAINT criterion_description_localised CHECK (is_localised(description)),
    CONSTRAINT criterion_key_is_key CHECK (is_key(key)),
    CONSTRAINT criterion_name_localised CHECK ((is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT criterion_scale_in_steps CHECK ((((maximum - minimum) % step) = 0)),
    CONSTRAINT criterion_scale_not_empty CHECK ((maximum > minimum)),
    CONSTRAINT criterion_step_positive CHECK ((step > 0)),
    CONSTRAINT criterion_weight_positive CHECK ((weight > 0))
);

COMMENT ON TABLE criterion IS 'The criteria of a rubric version, with their scales.';

COMMENT ON COLUMN criterion."position" IS 'The order in which judges see the criteria.';

COMMENT ON COLUMN criterion.weight IS 'In thousandths.';

COMMENT ON COLUMN criterion.minimum IS 'The fewest points, in thousandths.';

COMMENT ON COLUMN criterion.maximum IS 'The most points, in thousandths.';

COMMENT ON COLUMN criterion.step IS 'The distance of neighbouring points from the minimum on, in thousandths.';

COMMENT ON COLUMN criterion.is_required IS 'Whether a sheet without it cannot be ready.';

ALTER TABLE criterion ALTER COLUMN criterion_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME criterion_criterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE criterion_level (
    event_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    criterion_id bigint NOT NULL,
    points bigint NOT NULL,
    text jsonb NOT NULL,
    CONSTRAINT criterion_level_localised CHECK ((is_localised(text) AND (text <> '{}'::jsonb)))
);

COMMENT ON TABLE criterion_level IS 'What some points mean, in words for the judges.';

COMMENT ON COLUMN criterion_level.points IS 'In thousandths.';

CREATE TABLE result (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    round_id bigint,
    method text NOT NULL,
    computed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    snapshot text NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT result_hash_of_snapshot CHECK ((sha256 = sha256(convert_to(snapshot, 'UTF8'::name))))
);

COMMENT ON TABLE result IS 'Versions of rankings; a change is a new version.';

COMMENT ON COLUMN result.number IS 'Counts the versions of the event, from 1.';

COMMENT ON COLUMN result.round_id IS 'Missing where ranks were decided elsewhere and are only stated.';

COMMENT ON COLUMN result.snapshot IS 'Canonical JSON: the rubric, the sheets and the ranking; teams by key, judges by code, never a person.';

CREATE VIEW current_result AS
 SELECT r.event_id,
    r.number,
    (( SELECT count(*) AS count
           FROM result_step s
          WHERE ((s.event_id = r.event_id) AND (s.number = r.number) AND (s.kind = 'approved'::text))) >= 2) AS is_approved,
    ( SELECT s.publish_at
           FROM result_step s
          WHERE ((s.event_id = r.event_id) AND (s.number = r.number) AND (s.kind = 'announced'::text))
          ORDER BY s.step_id DESC
         LIMIT 1) AS publish_at
   FROM result r
  WHERE (NOT (EXISTS ( SELECT
           FROM result_step s
          WHERE ((s.event_id = r.event_id) AND (s.number = r.number) AND (s.kind = 'retracted'::text)))));

COMMENT ON VIEW current_result IS 'The versions that were not retracted.';

CREATE TABLE eligibility_finding (
    event_id bigint NOT NULL,
    team_id bigint NOT NULL,
    key text NOT NULL,
    number integer NOT NULL,
    is_met boolean NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    found_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT eligibility_finding_from_one CHECK ((number > 0)),
    CONSTRAINT eligibility_finding_has_reason CHECK (((reason ~ '\S'::text) AND (length(reason) <= 500)))
);

COMMENT ON TABLE eligibility_finding IS 'Whether a team meets a stated point. The newest finding counts; rows are only added.';

COMMENT ON COLUMN eligibility_finding.number IS 'Counts the findings on one point of one team, from 1.';

COMMENT ON COLUMN eligibility_finding.principal_id IS 'Who found it.';

CREATE TABLE eligibility_point (
    event_id bigint NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    text jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT eligibility_point_key_is_key CHECK (is_key(key)),
    CONSTRAINT eligibility_point_kind_known CHECK ((kind = ANY (ARRAY['submitted'::text, 'members'::text, 'confirmed'::text, 'project-link'::text, 'stated'::text]))),
    CONSTRAINT eligibility_point_stated_has_text CHECK (((kind <> 'stated'::text) OR (text <> '{}'::jsonb))),
    CONSTRAINT eligibility_point_text_localised CHECK (is_localised(text))
);

COMMENT ON TABLE eligibility_point IS 'What a team has to meet to be ranked. An event that declares nothing asks for a submission in time.';

COMMENT ON COLUMN eligibility_point.kind IS 'submitted: a judged version; members: the sizes of the event; confirmed: each member confirmed; project-link: an address; stated: an organiser finds it.';

COMMENT ON COLUMN eligibility_point.text IS 'What the point asks, in words, such as consent to the terms.';

CREATE TABLE erased_name (
    event_id bigint NOT NULL,
    sha256 bytea NOT NULL,
    words integer NOT NULL,
    CONSTRAINT erased_name_is_hash CHECK ((length(sha256) = 32)),
    CONSTRAINT erased_name_of_several_words CHECK ((words > 1))
);

COMMENT ON TABLE erased_name IS 'Hashes of the names of erased people. Texts of the announcement are rendered without these names.';

COMMENT ON COLUMN erased_name.sha256 IS 'sha256 of the certificate secret of the event and the words of the name in lower case.';

COMMENT ON COLUMN erased_name.words IS 'How many words the name has. A name of one word is not kept, because it may be an ordinary word.';

CREATE TABLE erased_person (
    event_id bigint NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT erased_person_is_hash CHECK ((length(sha256) = 32))
);

COMMENT ON TABLE erased_person IS 'Hashes of what identified erased people. Imports leave such people out, and nobody adds them unawares.';

COMMENT ON COLUMN erased_person.sha256 IS 'erased_person_hash of the certificate secret of the event, the kind of person, a field and its value.';

ALTER TABLE event ALTER COLUMN event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME event_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE event_relation (
    event_id bigint NOT NULL,
    relation_id bigint NOT NULL,
    kind text NOT NULL,
    other_event_id bigint,
    other_name text,
    held_precision text,
    held_year integer,
    held_season text,
    held_month integer,
    held_day integer,
    CONSTRAINT event_relation_date_as_precise_as_said CHECK ((((held_year IS NOT NULL) = (held_precision IS NOT NULL)) AND ((held_month IS NOT NULL) = (COALESCE(held_precision, ''::text) = ANY (ARRAY['day'::text, 'month'::text]))) AND ((held_day IS NOT NULL) = (COALESCE(held_precision, ''::text) = 'day'::text)) AND ((held_season IS NOT NULL) = (COALESCE(held_precision, ''::text) = 'season'::text)))),
    CONSTRAINT event_relation_day_possible CHECK (((held_day >= 1) AND (held_day <= 31))),
    CONSTRAINT event_relation_kind_known CHECK ((kind = ANY (ARRAY['follow-up'::text, 'sister'::text]))),
    CONSTRAINT event_relation_month_possible CHECK (((held_month >= 1) AND (held_month <= 12))),
    CONSTRAINT event_relation_name_not_blank CHECK (((other_name ~ '\S'::text) AND (length(other_name) <= 200))),
    CONSTRAINT event_relation_not_to_itself CHECK ((other_event_id <> event_id)),
    CONSTRAINT event_relation_precision_known CHECK ((held_precision = ANY (ARRAY['day'::text, 'month'::text, 'season'::text, 'year'::text]))),
    CONSTRAINT event_relation_season_known CHECK ((held_season = ANY (ARRAY['winter'::text, 'spring'::text, 'summer'::text, 'fall'::text]))),
    CONSTRAINT event_relation_to_one_edition CHECK ((num_nonnulls(other_event_id, other_name) = 1)),
    CONSTRAINT event_relation_year_possible CHECK (((held_year >= 1) AND (held_year <= 9999)))
);

COMMENT ON TABLE event_relation IS 'The follow-up and sister editions of an event, as the event itself states them.';

COMMENT ON COLUMN event_relation.other_event_id IS 'No foreign key: it would lead out of the event''s own range of rows.';

COMMENT ON COLUMN event_relation.other_name IS 'The name of an edition that is not in this database.';

COMMENT ON COLUMN event_relation.held_precision IS 'How exactly the date of the other edition is known.';

COMMENT ON COLUMN event_relation.held_season IS 'The season in the organisers'' words; its months depend on the hemisphere and are not guessed.';

ALTER TABLE event_relation ALTER COLUMN relation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME event_relation_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE judge (
    event_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    code text NOT NULL,
    principal_id bigint,
    name text NOT NULL,
    name_folded text DEFAULT ''::text NOT NULL,
    email text,
    email_folded text,
    affiliation text,
    affiliation_folded text,
    languages text DEFAULT ''::text NOT NULL,
    expertise text[] DEFAULT '{}'::text[] NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT judge_affiliation_folded CHECK (((affiliation IS NULL) = (affiliation_folded IS NULL))),
    CONSTRAINT judge_code_form CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'::text)),
    CONSTRAINT judge_email_folded CHECK (((email IS NULL) = (email_folded IS NULL))),
    CONSTRAINT judge_erased_is_nobody CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (affiliation IS NULL) AND (name = code) AND (name_folded = ''::text) AND (expertise = '{}'::text[]) AND (languages = ''::text)))),
    CONSTRAINT judge_expertise_form CHECK ((strpos(array_to_string(expertise, ' '::text), ','::text) = 0)),
    CONSTRAINT judge_has_name CHECK ((name ~ '\S'::text)),
    CONSTRAINT judge_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text))
);

COMMENT ON TABLE judge IS 'The people who score teams.';

COMMENT ON COLUMN judge.code IS 'Names the judge in published results, such as J-03.';

COMMENT ON COLUMN judge.principal_id IS 'The principal in whose name the judge acts; missing until an invitation is accepted.';

COMMENT ON COLUMN judge.name_folded IS 'The name, folded by the program for comparing.';

COMMENT ON COLUMN judge.email_folded IS 'The address in NFC and lower case, for comparing.';

COMMENT ON COLUMN judge.affiliation_folded IS 'affiliation, folded by the program for comparing.';

COMMENT ON COLUMN judge.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';

COMMENT ON COLUMN judge.expertise IS 'Topics that the judge knows; none holds a comma.';

COMMENT ON COLUMN judge.erased_at IS 'When the judge''s identity was erased for good; the sheets stay under the code.';

CREATE TABLE mentor (
    event_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    email text,
    email_folded text,
    expertise text[] DEFAULT '{}'::text[] NOT NULL,
    languages text DEFAULT ''::text NOT NULL,
    time_zone text NOT NULL,
    slot_minutes integer DEFAULT 30 NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT mentor_email_folded CHECK (((email IS NULL) = (email_folded IS NULL))),
    CONSTRAINT mentor_erased_is_nobody CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (name = key) AND (expertise = '{}'::text[]) AND (languages = ''::text)))),
    CONSTRAINT mentor_expertise_form CHECK ((strpos(array_to_string(expertise, ' '::text), ','::text) = 0)),
    CONSTRAINT mentor_has_name CHECK ((name ~ '\S'::text)),
    CONSTRAINT mentor_key_is_key CHECK (is_key(key)),
    CONSTRAINT mentor_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT mentor_slot_minutes_possible CHECK (((slot_minutes >= 5) AND (slot_minutes <= 480)))
);

COMMENT ON TABLE mentor IS 'The people who advise teams.';

COMMENT ON COLUMN mentor.name_folded IS 'The name, folded by the program for comparing it with the names of judges and speakers.';

COMMENT ON COLUMN mentor.email_folded IS 'The address in NFC and lower case, for comparing.';

COMMENT ON COLUMN mentor.expertise IS 'Words by which requests find the mentor; none holds a comma.';

COMMENT ON COLUMN mentor.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';

COMMENT ON COLUMN mentor.time_zone IS 'The IANA zone in which the mentor reads the agenda.';

COMMENT ON COLUMN mentor.slot_minutes IS 'The length of the slots into which the mentor''s time is divided.';

COMMENT ON COLUMN mentor.erased_at IS 'When the mentor''s identity was erased for good; the sessions stay.';

CREATE VIEW event_with_people AS
 SELECT e.event_id
   FROM event e
  WHERE ((EXISTS ( SELECT
           FROM participant p
          WHERE ((p.event_id = e.event_id) AND (p.erased_at IS NULL)))) OR (EXISTS ( SELECT
           FROM judge j
          WHERE ((j.event_id = e.event_id) AND (j.erased_at IS NULL)))) OR (EXISTS ( SELECT
           FROM mentor m
          WHERE ((m.event_id = e.event_id) AND (m.erased_at IS NULL)))) OR (EXISTS ( SELECT
           FROM (audit_entry a
             JOIN audit_personal_value v USING (event_id, principal_id, number))
          WHERE ((a.event_id = e.event_id) AND (((a.details)::jsonb ->> 'action'::text) = 'removed'::text) AND (((a.details)::jsonb ->> 'noun'::text) = ANY (ARRAY['participant'::text, 'judge'::text, 'mentor'::text]))))));

COMMENT ON VIEW event_with_people IS 'The events that still know participants, judges or mentors, removed ones too.';

CREATE TABLE feedback_policy (
    event_id bigint NOT NULL,
    shares text NOT NULL,
    CONSTRAINT feedback_policy_known CHECK ((shares = ANY (ARRAY['nothing'::text, 'comments'::text, 'scores'::text, 'everything'::text])))
);

COMMENT ON TABLE feedback_policy IS 'What teams are told of how they were judged, once the result is public.';

COMMENT ON COLUMN feedback_policy.shares IS 'Comments are what judges wrote for the team; scores are means by criterion. Judges stay unnamed.';

CREATE TABLE import_origin (
    event_id bigint NOT NULL,
    noun text NOT NULL,
    record_id bigint NOT NULL,
    source text NOT NULL,
    source_key text,
    fields jsonb NOT NULL
);

COMMENT ON TABLE import_origin IS 'For each record and source: the record''s name in the other system, and what its file last wrote into each field.';

COMMENT ON COLUMN import_origin.noun IS 'The kind of record, such as team.';

COMMENT ON COLUMN import_origin.record_id IS 'The record''s number in the table of its kind.';

COMMENT ON COLUMN import_origin.source IS 'The form of the file, such as devpost.';

COMMENT ON COLUMN import_origin.source_key IS 'The record''s name in the other system.';

COMMENT ON COLUMN import_origin.fields IS '{field: value that the file last wrote}.';

CREATE TABLE judge_conflict (
    event_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    kind text DEFAULT 'declared'::text NOT NULL,
    reason text NOT NULL,
    is_pinned boolean DEFAULT true NOT NULL,
    CONSTRAINT judge_conflict_has_reason CHECK ((reason ~ '\S'::text)),
    CONSTRAINT judge_conflict_kind_known CHECK ((kind = ANY (ARRAY['declared'::text, 'organisation'::text, 'domain'::text, 'mentored'::text, 'member'::text])))
);

COMMENT ON TABLE judge_conflict IS 'Why a judge should not judge a team: declared by somebody, or found by the program.';

COMMENT ON COLUMN judge_conflict.is_pinned IS 'Whether a person stated it; then it stays when the program no longer finds it.';

CREATE TABLE judge_invitation (
    event_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);

COMMENT ON TABLE judge_invitation IS 'The last code for each judge, good for one token until it expires.';

COMMENT ON COLUMN judge_invitation.code_hash IS 'sha256 of the code, which is shown once.';

ALTER TABLE judge ALTER COLUMN judge_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME judge_judge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW judge_waiver AS
 SELECT j.event_id,
    j.judge_id,
    w.kind,
    (count(DISTINCT w.principal_id))::integer AS organisers
   FROM (judge j
     JOIN conflict_waiver w USING (event_id))
  WHERE waiver_concerns(w.event_id, w.kind, w.subject, j.email_folded, j.affiliation_folded)
  GROUP BY j.event_id, j.judge_id, w.kind;

COMMENT ON VIEW judge_waiver IS 'How many organisers waived the conflicts of a judge''s domain or organisation.';

CREATE TABLE submission (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    team_id bigint NOT NULL,
    title jsonb DEFAULT '{}'::jsonb NOT NULL,
    summary jsonb DEFAULT '{}'::jsonb NOT NULL,
    url text,
    video_url text,
    links text DEFAULT ''::text NOT NULL,
    built_with text,
    opted_for text DEFAULT ''::text NOT NULL,
    is_entered_by_organiser boolean DEFAULT true NOT NULL,
    received_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    received_as_written text,
    withdrawn_at timestamp with time zone,
    CONSTRAINT submission_summary_localised CHECK (is_localised(summary)),
    CONSTRAINT submission_title_localised CHECK (is_localised(title)),
    CONSTRAINT submission_url_form CHECK (is_address(url)),
    CONSTRAINT submission_video_url_form CHECK (is_address(video_url))
);

COMMENT ON TABLE submission IS 'The draft on which a team works; submission_version holds what it submitted.';

COMMENT ON COLUMN submission.summary IS 'What the project does, in one or two sentences for the announcement.';

COMMENT ON COLUMN submission.links IS 'Addresses, one a line.';

COMMENT ON COLUMN submission.built_with IS 'The tools and data that the team used, in its own words.';

COMMENT ON COLUMN submission.opted_for IS 'Names of the prizes that the team competes for, one a line.';

COMMENT ON COLUMN submission.received_at IS 'When the last version was received; until there is one, when the draft was begun.';

COMMENT ON COLUMN submission.received_as_written IS 'received_at in the spelling of the other system.';

COMMENT ON COLUMN submission.withdrawn_at IS 'Since when the team no longer wants it judged.';

CREATE TABLE submission_late_acceptance (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    accepted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT submission_late_acceptance_with_reason CHECK ((reason ~ '\S'::text))
);

COMMENT ON TABLE submission_late_acceptance IS 'Late versions that are judged all the same, each with the reason.';

COMMENT ON COLUMN submission_late_acceptance.number IS 'The number of the version.';

COMMENT ON COLUMN submission_late_acceptance.principal_id IS 'Who accepted it.';

CREATE TABLE submission_version (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    number integer NOT NULL,
    contents jsonb NOT NULL,
    submitted_by_role text NOT NULL,
    principal_id bigint,
    received_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT submission_version_from_one CHECK ((number > 0)),
    CONSTRAINT submission_version_role_known CHECK ((submitted_by_role = ANY (ARRAY['organiser'::text, 'participant'::text])))
);

COMMENT ON TABLE submission_version IS 'What a team submitted, whole, each time; never changed.';

COMMENT ON COLUMN submission_version.contents IS 'What submission_contents showed at that time.';

COMMENT ON COLUMN submission_version.principal_id IS 'Who handed it in; missing where that is not known.';

COMMENT ON COLUMN submission_version.received_at IS 'When it came: by the database''s clock for a participant, otherwise as the organiser states.';

CREATE VIEW submission_version_standing AS
 SELECT v.event_id,
    v.submission_id,
    v.number,
    v.received_at,
    (v.received_at - c.closes_at) AS after_closing,
    ((v.submitted_by_role = 'organiser'::text) AND COALESCE((v.received_at > c.closes_at), false)) AS is_late,
    a.reason AS accepted_because
   FROM (((submission_version v
     JOIN event e USING (event_id))
     CROSS JOIN LATERAL ( SELECT submissions_close_at(e.*) AS closes_at) c)
     LEFT JOIN submission_late_acceptance a USING (event_id, submission_id, number));

COMMENT ON VIEW submission_version_standing IS 'Whether each version was in time. A participant''s version was in time when it was taken and stays so; an organiser''s version follows the present deadline.';

COMMENT ON COLUMN submission_version_standing.after_closing IS 'How long after the end of the grace period it came; negative when it came before.';

CREATE VIEW judged_submission AS
 SELECT DISTINCT ON (p.event_id, p.submission_id) p.event_id,
    s.team_id,
    p.submission_id,
    p.number,
    p.received_at,
    p.is_late,
    p.accepted_because
   FROM (submission_version_standing p
     JOIN submission s USING (event_id, submission_id))
  WHERE ((s.withdrawn_at IS NULL) AND ((NOT p.is_late) OR (p.accepted_because IS NOT NULL)))
  ORDER BY p.event_id, p.submission_id, p.received_at DESC, p.number DESC;

COMMENT ON VIEW judged_submission IS 'The version of each submission that is judged: the last one that came in time or was accepted late.';

CREATE TABLE track (
    event_id bigint NOT NULL,
    track_id bigint NOT NULL,
    key text NOT NULL,
    name jsonb NOT NULL,
    names_folded text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT track_key_is_key CHECK (is_key(key)),
    CONSTRAINT track_name_localised CHECK ((is_localised(name) AND (name <> '{}'::jsonb)))
);

COMMENT ON TABLE track IS 'The challenges or themes among which teams choose.';

COMMENT ON COLUMN track.names_folded IS 'The names, folded by the program for comparing.';

CREATE VIEW listed_prize AS
 SELECT p.event_id,
    p.prize_id,
    p.key,
    p."position",
    p.basis,
    p.rank,
    p.track_id,
    p.kind,
    p.quantity,
    p.amount,
    p.currency,
    p.is_undisclosed,
    p.label,
    p.giver,
    p.target,
    p.target_when,
    t.key AS track,
    row_number() OVER (PARTITION BY p.event_id ORDER BY p.rank, (array_position('{track,special-award,choice}'::text[], p.basis)), t.key, p."position", p.key) AS listing
   FROM (prize p
     LEFT JOIN track t USING (event_id, track_id));

COMMENT ON VIEW listed_prize IS 'Prizes in the order in which people read them: by rank, then those of tracks, special awards, and the votes of the public.';

CREATE TABLE mentor_availability (
    event_id bigint NOT NULL,
    availability_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    during tstzrange NOT NULL,
    is_exception boolean DEFAULT false NOT NULL,
    CONSTRAINT mentor_availability_has_a_length CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))
);

COMMENT ON TABLE mentor_availability IS 'When mentors have time, and exceptions from it.';

COMMENT ON COLUMN mentor_availability.is_exception IS 'Whether the mentor has no time then, even if another row says so.';

ALTER TABLE mentor_availability ALTER COLUMN availability_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mentor_availability_availability_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW mentor_hours AS
 SELECT mentor_availability.event_id,
    mentor_availability.mentor_id,
    (COALESCE(range_agg(mentor_availability.during) FILTER (WHERE (NOT mentor_availability.is_exception)), '{}'::tstzmultirange) - COALESCE(range_agg(mentor_availability.during) FILTER (WHERE mentor_availability.is_exception), '{}'::tstzmultirange)) AS during
   FROM mentor_availability
  GROUP BY mentor_availability.event_id, mentor_availability.mentor_id;

COMMENT ON VIEW mentor_hours IS 'When each mentor has time, without the exceptions.';

ALTER TABLE mentor ALTER COLUMN mentor_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mentor_mentor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mentor_note (
    event_id bigint NOT NULL,
    note_id bigint NOT NULL,
    team_id bigint NOT NULL,
    mentor_id bigint,
    text text NOT NULL,
    written_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT mentor_note_not_blank CHECK ((text ~ '\S'::text))
);

COMMENT ON TABLE mentor_note IS 'Notes on teams, for organisers only.';

COMMENT ON COLUMN mentor_note.mentor_id IS 'The mentor who wrote it; missing when an organiser did.';

ALTER TABLE mentor_note ALTER COLUMN note_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mentor_note_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mentor_request (
    event_id bigint NOT NULL,
    request_id bigint NOT NULL,
    team_id bigint NOT NULL,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    languages text DEFAULT ''::text NOT NULL,
    is_withdrawn boolean DEFAULT false NOT NULL,
    CONSTRAINT mentor_request_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT mentor_request_topics_form CHECK ((strpos(array_to_string(topics, ' '::text), ','::text) = 0))
);

COMMENT ON TABLE mentor_request IS 'What a team would like to talk about; a booked session that refers to it meets it.';

COMMENT ON COLUMN mentor_request.languages IS 'ISO 639 codes in the order of preference; an empty list accepts any language.';

ALTER TABLE mentor_request ALTER COLUMN request_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mentor_request_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mentor_session (
    event_id bigint NOT NULL,
    session_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    team_id bigint NOT NULL,
    request_id bigint,
    room_id bigint,
    during tstzrange NOT NULL,
    state text NOT NULL,
    waiting_since timestamp with time zone,
    attended boolean,
    rating integer,
    feedback text,
    CONSTRAINT mentor_session_feedback_short CHECK (((feedback ~ '\S'::text) AND (length(feedback) <= 500))),
    CONSTRAINT mentor_session_has_a_length CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))),
    CONSTRAINT mentor_session_judged_when_booked CHECK (((state = 'booked'::text) OR (COALESCE((attended)::text, (rating)::text, feedback) IS NULL))),
    CONSTRAINT mentor_session_rating_possible CHECK (((rating >= 1) AND (rating <= 5))),
    CONSTRAINT mentor_session_state_known CHECK ((state = ANY (ARRAY['booked'::text, 'waiting'::text, 'cancelled'::text]))),
    CONSTRAINT mentor_session_waits_since_when CHECK (((waiting_since IS NOT NULL) = (state = 'waiting'::text)))
);

COMMENT ON TABLE mentor_session IS 'Sessions of a mentor with a team: booked, waiting for the mentor to be free, or cancelled.';

COMMENT ON COLUMN mentor_session.request_id IS 'The request that the session meets.';

COMMENT ON COLUMN mentor_session.during IS 'From its start until just before its end.';

COMMENT ON COLUMN mentor_session.waiting_since IS 'The waiting list is in the order of this time.';

COMMENT ON COLUMN mentor_session.attended IS 'Whether the team came; missing until somebody says so.';

COMMENT ON COLUMN mentor_session.rating IS 'The team''s rating, from 1 (worst) to 5 (best).';

ALTER TABLE mentor_session ALTER COLUMN session_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mentor_session_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW mentor_slot AS
 SELECT m.event_id,
    m.mentor_id,
    tstzrange(start.start, (start.start + make_interval(mins => m.slot_minutes))) AS during
   FROM (((mentor m
     JOIN mentor_hours h USING (event_id, mentor_id))
     CROSS JOIN LATERAL unnest(h.during) slot(slot))
     CROSS JOIN LATERAL generate_series(lower(slot.slot), (upper(slot.slot) - make_interval(mins => m.slot_minutes)), make_interval(mins => m.slot_minutes)) start(start));

COMMENT ON VIEW mentor_slot IS 'The slots into which each mentor''s hours are divided, free or taken.';

CREATE VIEW mentored_team AS
 SELECT s.event_id,
    s.team_id,
    s.mentor_id,
    m.key,
    m.name,
    m.name_folded,
    m.email_folded,
    count(*) AS sessions
   FROM (mentor_session s
     JOIN mentor m USING (event_id, mentor_id))
  WHERE ((s.state = 'booked'::text) AND (s.attended IS DISTINCT FROM false))
  GROUP BY s.event_id, s.team_id, s.mentor_id, m.key, m.name, m.name_folded, m.email_folded;

COMMENT ON VIEW mentored_team IS 'Which mentor advises which team: a conflict of interest for judging it.';

CREATE TABLE objection (
    event_id bigint NOT NULL,
    objection integer NOT NULL,
    number integer NOT NULL,
    team_id bigint NOT NULL,
    claim text NOT NULL,
    evidence text,
    file_name text,
    file_sha256 bytea,
    principal_id bigint NOT NULL,
    raised_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT objection_evidence_said CHECK (((evidence ~ '\S'::text) AND (length(evidence) <= 4000))),
    CONSTRAINT objection_file_with_hash CHECK (((file_name IS NULL) = (file_sha256 IS NULL))),
    CONSTRAINT objection_from_one CHECK ((objection > 0)),
    CONSTRAINT objection_has_claim CHECK (((claim ~ '\S'::text) AND (length(claim) <= 4000)))
);

COMMENT ON TABLE objection IS 'What a team says against a provisional result.';

COMMENT ON COLUMN objection.objection IS 'Counts the objections of the event, from 1.';

COMMENT ON COLUMN objection.number IS 'The version of the result.';

COMMENT ON COLUMN objection.file_sha256 IS 'The hash of the evidence; the file stays with the organisers.';

COMMENT ON COLUMN objection.principal_id IS 'Who recorded it.';

CREATE TABLE objection_decision (
    event_id bigint NOT NULL,
    objection integer NOT NULL,
    is_accepted boolean NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    token_id bigint NOT NULL,
    decided_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT objection_decision_has_reason CHECK (((reason ~ '\S'::text) AND (length(reason) <= 4000)))
);

COMMENT ON TABLE objection_decision IS 'What an organiser without a conflict decided on an objection, and why.';

COMMENT ON COLUMN objection_decision.is_accepted IS 'Whether the result has to be computed again.';

CREATE TABLE objection_window (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    principal_id bigint NOT NULL,
    CONSTRAINT objection_window_closes_later CHECK ((closes_at > opened_at))
);

COMMENT ON TABLE objection_window IS 'Until when teams may object to a version of the result, which is provisional until then.';

COMMENT ON COLUMN objection_window.principal_id IS 'Who opened it.';

CREATE VIEW objection_obstacle AS
 SELECT w.event_id,
    w.number AS result,
    NULL::integer AS objection,
    'window open'::text AS obstacle
   FROM objection_window w
  WHERE ((w.closes_at > clock_timestamp()) AND (EXISTS ( SELECT
           FROM current_result c
          WHERE ((c.event_id = w.event_id) AND (c.number = w.number)))))
UNION ALL
 SELECT o.event_id,
    o.number AS result,
    o.objection,
        CASE
            WHEN (d.objection IS NULL) THEN 'undecided'::text
            ELSE 'accepted'::text
        END AS obstacle
   FROM (objection o
     LEFT JOIN objection_decision d USING (event_id, objection))
  WHERE ((d.objection IS NULL) OR (d.is_accepted AND (EXISTS ( SELECT
           FROM current_result c
          WHERE ((c.event_id = o.event_id) AND (c.number = o.number))))));

COMMENT ON VIEW objection_obstacle IS 'What keeps results from being approved: an open window, an undecided objection of any version, and an accepted one of its own version.';

CREATE VIEW open_conflict AS
 SELECT c.event_id,
    c.judge_id,
    c.team_id,
    c.kind,
    c.reason,
    c.is_pinned
   FROM judge_conflict c
  WHERE ((( SELECT count(*) AS count
           FROM conflict_override o
          WHERE ((o.event_id = c.event_id) AND (o.judge_id = c.judge_id) AND (o.team_id = c.team_id) AND (o.kind = c.kind))) < overrides_needed()) AND (c.is_pinned OR (NOT (EXISTS ( SELECT
           FROM judge_waiver w
          WHERE ((w.event_id = c.event_id) AND (w.judge_id = c.judge_id) AND (w.kind = c.kind) AND (w.organisers >= overrides_needed())))))));

COMMENT ON VIEW open_conflict IS 'The conflicts that keep a judge from a team: those that too few organisers overrode or waived. What somebody declared is not waived.';

CREATE TABLE organisation (
    event_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    key text NOT NULL,
    name jsonb NOT NULL,
    acronym jsonb DEFAULT '{}'::jsonb NOT NULL,
    url text,
    names_folded text[] DEFAULT '{}'::text[] NOT NULL,
    logo text,
    CONSTRAINT organisation_acronym_localised CHECK (is_localised(acronym)),
    CONSTRAINT organisation_key_is_key CHECK (is_key(key)),
    CONSTRAINT organisation_logo_form CHECK (is_address(logo)),
    CONSTRAINT organisation_name_localised CHECK ((is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT organisation_url_form CHECK (is_address(url))
);

COMMENT ON TABLE organisation IS 'Organisations that support an event or that people belong to.';

COMMENT ON COLUMN organisation.url IS 'The page to which the organisation''s name links.';

COMMENT ON COLUMN organisation.names_folded IS 'Its key, names and acronyms, folded by the program for comparing.';

COMMENT ON COLUMN organisation.logo IS 'The address of its logo.';

CREATE TABLE organisation_alias (
    event_id bigint NOT NULL,
    folded text NOT NULL,
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT organisation_alias_not_blank CHECK ((folded ~ '\S'::text))
);

COMMENT ON TABLE organisation_alias IS 'Other spellings of an organisation, such as the names of one that was merged into it.';

COMMENT ON COLUMN organisation_alias.folded IS 'The name, folded by the program for comparing.';

COMMENT ON COLUMN organisation_alias.name IS 'The name with the spelling of its source.';

CREATE TABLE organisation_role (
    event_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    role text NOT NULL,
    print_order integer NOT NULL,
    CONSTRAINT organisation_role_known CHECK ((role = ANY (ARRAY['funder'::text, 'partner'::text, 'co-organiser'::text, 'sponsor'::text, 'prize-giver'::text, 'affiliation'::text]))),
    CONSTRAINT organisation_role_print_order_positive CHECK ((print_order > 0))
);

COMMENT ON TABLE organisation_role IS 'What an organisation is for the event; it may have several roles.';

COMMENT ON COLUMN organisation_role.print_order IS 'The position of the organisation among those of its role, from 1.';

CREATE VIEW organisation_fields AS
 SELECT o.event_id,
    o.organisation_id,
    o.key,
    (((fields_of(o.name, 'name'::text) || fields_of(o.acronym, 'acronym'::text)) || jsonb_strip_nulls(jsonb_build_object('url', o.url, 'logo', o.logo))) || COALESCE(( SELECT jsonb_object_agg(('order of '::text || r.role), (r.print_order)::text) AS jsonb_object_agg
           FROM organisation_role r
          WHERE ((r.event_id = o.event_id) AND (r.organisation_id = o.organisation_id))), '{}'::jsonb)) AS fields
   FROM organisation o;

COMMENT ON VIEW organisation_fields IS 'The organisations with the field names of imports.';

ALTER TABLE organisation ALTER COLUMN organisation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME organisation_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW organisation_spelling AS
 SELECT o.event_id,
    o.organisation_id,
    o.key,
    n.folded
   FROM (organisation o
     CROSS JOIN LATERAL ( SELECT unnest(o.names_folded) AS folded
        UNION
         SELECT a.folded
           FROM organisation_alias a
          WHERE ((a.event_id = o.event_id) AND (a.organisation_id = o.organisation_id))) n)
  WHERE (n.folded <> ''::text);

COMMENT ON VIEW organisation_spelling IS 'Every folded name of every organisation: its key, names, acronyms and other names.';

CREATE VIEW participant_fields AS
 SELECT p.event_id,
    p.participant_id,
    p.key,
    jsonb_strip_nulls(jsonb_build_object('given_name', NULLIF(p.given_name, ''::text), 'family_name', NULLIF(p.family_name, ''::text), 'display_name', p.display_name, 'email', p.email, 'country', p.country, 'city', p.city, 'affiliation', p.affiliation, 'languages', NULLIF(p.languages, ''::text), 'alias', p.alias, 'may_be_named', (p.may_be_named)::text, 'registration_source', p.registration_source, 'received_at', import_time(p.registered_at), 'received_as_written', p.registered_as_written)) AS fields
   FROM participant p;

COMMENT ON VIEW participant_fields IS 'The participants with the field names of imports.';

ALTER TABLE participant ALTER COLUMN participant_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME participant_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE principal (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT principal_name_not_blank CHECK (((name ~ '\S'::text) AND (length(name) <= 200))),
    CONSTRAINT principal_role_known CHECK ((role = ANY (ARRAY['organiser'::text, 'judge'::text, 'mentor'::text, 'participant'::text])))
);

COMMENT ON TABLE principal IS 'Everybody in whose name something is changed.';

COMMENT ON COLUMN principal.role IS 'It decides what the principal may do.';

COMMENT ON COLUMN principal.removed_at IS 'Since when the principal may not act any more; the log still names them.';

ALTER TABLE principal ALTER COLUMN principal_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME principal_principal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE prize_award ALTER COLUMN award_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME prize_award_award_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE prize ALTER COLUMN prize_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME prize_prize_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE prize_refusal (
    event_id bigint NOT NULL,
    prize_id bigint NOT NULL,
    team_id bigint NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    refused_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT prize_refusal_has_reason CHECK ((reason ~ '\S'::text))
);

COMMENT ON TABLE prize_refusal IS 'Teams that declined a prize or may not have it; the next team moves up.';

COMMENT ON COLUMN prize_refusal.principal_id IS 'Who recorded it.';

CREATE TABLE prize_rules (
    event_id bigint NOT NULL,
    ties text DEFAULT 'pool'::text NOT NULL,
    most_per_team integer,
    CONSTRAINT prize_rules_most_positive CHECK ((most_per_team > 0)),
    CONSTRAINT prize_rules_ties_known CHECK ((ties = ANY (ARRAY['pool'::text, 'full'::text])))
);

COMMENT ON TABLE prize_rules IS 'How prizes are shared out in an event.';

COMMENT ON COLUMN prize_rules.ties IS 'pool: teams that share ranks share their prizes; full: each receives the prize of the best of these ranks.';

COMMENT ON COLUMN prize_rules.most_per_team IS 'The most prizes that one team may receive; missing where there is no limit.';

CREATE TABLE prize_vote (
    event_id bigint NOT NULL,
    prize_id bigint NOT NULL,
    team_id bigint NOT NULL,
    source text NOT NULL,
    votes bigint NOT NULL,
    CONSTRAINT prize_vote_has_source CHECK ((source ~ '\S'::text)),
    CONSTRAINT prize_vote_not_negative CHECK ((votes >= 0))
);

COMMENT ON TABLE prize_vote IS 'The votes of the public, counted elsewhere.';

COMMENT ON COLUMN prize_vote.source IS 'Where the votes were cast.';

CREATE TABLE round (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    key text NOT NULL,
    kind text DEFAULT 'preliminary'::text NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    rubric_id bigint NOT NULL,
    entrants text DEFAULT 'all'::text NOT NULL,
    track_id bigint,
    from_round_id bigint,
    minimum_sheets integer DEFAULT 1 NOT NULL,
    asks_confirmation boolean DEFAULT false NOT NULL,
    method text,
    CONSTRAINT round_entrants_known CHECK ((entrants = ANY (ARRAY['all'::text, 'track'::text, 'finalists'::text]))),
    CONSTRAINT round_from_only_of_finalists CHECK (((entrants = 'finalists'::text) = (from_round_id IS NOT NULL))),
    CONSTRAINT round_key_is_key CHECK (is_key(key)),
    CONSTRAINT round_kind_known CHECK ((kind = ANY (ARRAY['preliminary'::text, 'final'::text]))),
    CONSTRAINT round_method_not_blank CHECK ((method ~ '\S'::text)),
    CONSTRAINT round_minimum_sheets_positive CHECK ((minimum_sheets > 0)),
    CONSTRAINT round_not_from_itself CHECK ((from_round_id <> round_id)),
    CONSTRAINT round_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'frozen'::text]))),
    CONSTRAINT round_track_only_of_track CHECK (((entrants = 'track'::text) = (track_id IS NOT NULL)))
);

COMMENT ON TABLE round IS 'Rounds of judging. Sheets are saved while a round is open; a frozen round does not change.';

COMMENT ON COLUMN round.entrants IS 'Which teams are judged: all, those of a track, or the finalists of an earlier round.';

COMMENT ON COLUMN round.from_round_id IS 'The round whose result named the finalists.';

COMMENT ON COLUMN round.minimum_sheets IS 'How many complete sheets without conflict a team needs before the round closes.';

COMMENT ON COLUMN round.asks_confirmation IS 'Whether a second person has to confirm a sheet that somebody entered for a judge.';

COMMENT ON COLUMN round.method IS 'How the round is ranked unless the ranking names a method; missing where the scores decide it.';

CREATE TABLE sheet (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    status text NOT NULL,
    recusal_reason text,
    comment text DEFAULT ''::text NOT NULL,
    feedback text DEFAULT ''::text NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    saved_by bigint,
    confirmed_at timestamp with time zone,
    confirmed_by bigint,
    CONSTRAINT sheet_comment_length CHECK ((length(comment) <= 10000)),
    CONSTRAINT sheet_confirmed_by_another CHECK (((confirmed_by IS DISTINCT FROM saved_by) OR (confirmed_by IS NULL))),
    CONSTRAINT sheet_confirmed_when_ready CHECK (((confirmed_by IS NULL) OR (status = 'ready'::text))),
    CONSTRAINT sheet_feedback_length CHECK ((length(feedback) <= 10000)),
    CONSTRAINT sheet_recused_with_reason CHECK (((status = 'recused'::text) = (recusal_reason IS NOT NULL))),
    CONSTRAINT sheet_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'ready'::text, 'recused'::text])))
);

COMMENT ON TABLE sheet IS 'What a judge says of a team in a round: the score sheet, with its points in score.';

COMMENT ON COLUMN sheet.comment IS 'For the organisers only.';

COMMENT ON COLUMN sheet.feedback IS 'For the team, after the announcement and if the event allows it.';

COMMENT ON COLUMN sheet.revision IS 'Counts the saves, from 1; a save names the revision from which it was made.';

COMMENT ON COLUMN sheet.saved_by IS 'The principal of the last save.';

COMMENT ON COLUMN sheet.confirmed_by IS 'Another principal, who found the last save right; a further save removes it.';

CREATE VIEW released_feedback AS
 SELECT s.event_id,
    s.round_id,
    s.team_id,
    p.shares,
        CASE
            WHEN (p.shares = ANY (ARRAY['comments'::text, 'everything'::text])) THEN ( SELECT COALESCE(array_agg(x.feedback ORDER BY (sha256(convert_to(x.feedback, 'UTF8'::name)))), '{}'::text[]) AS "coalesce"
               FROM sheet x
              WHERE ((x.event_id = s.event_id) AND (x.round_id = s.round_id) AND (x.team_id = s.team_id) AND (x.status = 'ready'::text) AND (x.feedback ~ '\S'::text)))
            ELSE '{}'::text[]
        END AS comments,
    s.sheets
   FROM ((( SELECT sheet.event_id,
            sheet.round_id,
            sheet.team_id,
            count(*) AS sheets
           FROM sheet
          WHERE (sheet.status = 'ready'::text)
          GROUP BY sheet.event_id, sheet.round_id, sheet.team_id) s
     JOIN round r USING (event_id, round_id))
     JOIN feedback_policy p USING (event_id))
  WHERE ((p.shares <> 'nothing'::text) AND (r.state = ANY (ARRAY['closed'::text, 'frozen'::text])) AND (EXISTS ( SELECT
           FROM ((once_public_result q
             JOIN result x USING (event_id, number))
             LEFT JOIN round o ON (((o.event_id = x.event_id) AND (o.round_id = x.round_id))))
          WHERE ((q.event_id = s.event_id) AND ((x.round_id IS NULL) OR ((s.round_id = x.round_id) OR (s.round_id = o.from_round_id))) AND (EXISTS ( SELECT
                   FROM current_result t
                  WHERE ((t.event_id = q.event_id) AND (t.number = q.number))))))));

COMMENT ON VIEW released_feedback IS 'What teams may be told now: nothing of a round before its own result is public or that of the final to which it led, and nothing that the event does not share.';

CREATE TABLE removed_event (
    removal_id bigint NOT NULL,
    slug text NOT NULL,
    name jsonb NOT NULL,
    removed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    removed_by text NOT NULL,
    log_sha256 bytea NOT NULL,
    chains jsonb NOT NULL,
    CONSTRAINT removed_event_by_somebody CHECK ((removed_by ~ '\S'::text)),
    CONSTRAINT removed_event_log_is_sha256 CHECK ((length(log_sha256) = 32)),
    CONSTRAINT removed_event_name_localised CHECK ((is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT removed_event_slug_is_key CHECK (is_key(slug))
);

COMMENT ON TABLE removed_event IS 'Events that were removed with all their rows: the proof that each existed. Rows are only added.';

COMMENT ON COLUMN removed_event.slug IS 'The key that the event had; a later event may have it again.';

COMMENT ON COLUMN removed_event.removed_by IS 'The name of the organiser who removed it.';

COMMENT ON COLUMN removed_event.log_sha256 IS 'The hash of the log''s last checkpoint, which tied all chains together.';

COMMENT ON COLUMN removed_event.chains IS '[[number of the principal, number of entries, hash of the last entry as hex]].';

ALTER TABLE removed_event ALTER COLUMN removal_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME removed_event_removal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW required_point AS
 SELECT eligibility_point.event_id,
    eligibility_point.key,
    eligibility_point.kind,
    eligibility_point.text
   FROM eligibility_point
UNION ALL
 SELECT e.event_id,
    'submitted'::text AS key,
    'submitted'::text AS kind,
    '{}'::jsonb AS text
   FROM event e
  WHERE ((NOT (EXISTS ( SELECT
           FROM eligibility_point p
          WHERE (p.event_id = e.event_id)))) AND ((e.submissions_due_at IS NOT NULL) OR (EXISTS ( SELECT
           FROM submission_version v
          WHERE (v.event_id = e.event_id)))));

COMMENT ON VIEW required_point IS 'What each event asks of its teams: what it declares, otherwise a submission where it has a deadline or any submission.';

ALTER TABLE result_step ALTER COLUMN step_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME result_step_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW result_to_announce AS
 SELECT DISTINCT ON (current_result.event_id) current_result.event_id,
    current_result.number,
    current_result.is_approved,
    current_result.publish_at
   FROM current_result
  ORDER BY current_result.event_id, current_result.is_approved DESC, current_result.number DESC;

COMMENT ON VIEW result_to_announce IS 'The version from which the announcement is written: the newest that two organisers approved, otherwise the newest.';

CREATE TABLE room (
    event_id bigint NOT NULL,
    room_id bigint NOT NULL,
    key text NOT NULL,
    name jsonb NOT NULL,
    capacity integer,
    url text,
    CONSTRAINT room_capacity_positive CHECK ((capacity > 0)),
    CONSTRAINT room_key_is_key CHECK (is_key(key)),
    CONSTRAINT room_name_localised CHECK ((is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT room_url_form CHECK (is_address(url))
);

COMMENT ON TABLE room IS 'The rooms of an event, real or virtual.';

COMMENT ON COLUMN room.capacity IS 'How many people fit in.';

COMMENT ON COLUMN room.url IS 'The address of a virtual room.';

ALTER TABLE room ALTER COLUMN room_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME room_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE round_entrant (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    team_id bigint NOT NULL
);

COMMENT ON TABLE round_entrant IS 'The finalists of a round; secret until the announcement.';

CREATE TABLE round_judge (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL
);

COMMENT ON TABLE round_judge IS 'The judges of a round; a round without any row has all judges of the event.';

CREATE VIEW round_panel AS
 SELECT r.event_id,
    r.round_id,
    j.judge_id,
    j.code
   FROM (round r
     JOIN judge j USING (event_id))
  WHERE ((EXISTS ( SELECT
           FROM round_judge p
          WHERE ((p.event_id = r.event_id) AND (p.round_id = r.round_id) AND (p.judge_id = j.judge_id)))) OR (NOT (EXISTS ( SELECT
           FROM round_judge p
          WHERE ((p.event_id = r.event_id) AND (p.round_id = r.round_id))))));

COMMENT ON VIEW round_panel IS 'The judges of a round.';

ALTER TABLE round ALTER COLUMN round_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME round_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE submission_track (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    track_id bigint NOT NULL
);

COMMENT ON TABLE submission_track IS 'The tracks for which the draft is entered.';

CREATE VIEW team_track AS
 SELECT t.event_id,
    t.team_id,
    t.track_id
   FROM team t
  WHERE (t.track_id IS NOT NULL)
UNION
 SELECT s.event_id,
    s.team_id,
    e.track_id
   FROM (submission s
     JOIN submission_track e USING (event_id, submission_id))
  WHERE (s.withdrawn_at IS NULL)
UNION
 SELECT s.event_id,
    s.team_id,
    k.track_id
   FROM ((submission s
     JOIN track k USING (event_id))
     CROSS JOIN LATERAL string_to_table(s.opted_for, '
'::text) o(name))
  WHERE ((s.withdrawn_at IS NULL) AND (s.opted_for <> ''::text) AND ((lower(o.name) = k.key) OR (EXISTS ( SELECT
           FROM jsonb_each_text(k.name) n(key, value)
          WHERE (lower(n.value) = lower(o.name))))));

COMMENT ON VIEW team_track IS 'The tracks of each team: its own, those that its submission is entered for, and those that it opted for by name.';

CREATE VIEW round_team AS
 SELECT r.event_id,
    r.round_id,
    t.team_id,
    t.key,
    t.status
   FROM (round r
     JOIN team t USING (event_id))
  WHERE
        CASE r.entrants
            WHEN 'all'::text THEN true
            WHEN 'track'::text THEN (EXISTS ( SELECT
               FROM team_track k
              WHERE ((k.event_id = r.event_id) AND (k.team_id = t.team_id) AND (k.track_id = r.track_id))))
            ELSE (EXISTS ( SELECT
               FROM round_entrant e
              WHERE ((e.event_id = r.event_id) AND (e.round_id = r.round_id) AND (e.team_id = t.team_id))))
        END;

COMMENT ON VIEW round_team IS 'The teams that a round judges.';

ALTER TABLE row_record ALTER COLUMN record_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME row_record_record_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE rubric (
    event_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT rubric_key_is_key CHECK (is_key(key))
);

COMMENT ON TABLE rubric IS 'Versions of rubrics. A version does not change after its first saved score.';

ALTER TABLE rubric ALTER COLUMN rubric_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME rubric_rubric_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE schema_migration (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON TABLE schema_migration IS 'The numbered steps by which this schema was built.';

CREATE TABLE schema_routine (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON TABLE schema_routine IS 'The files of functions, views and triggers, and when they were last run.';

CREATE TABLE score (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    criterion_id bigint NOT NULL,
    points bigint NOT NULL
);

COMMENT ON TABLE score IS 'The points of a sheet, one row a criterion.';

COMMENT ON COLUMN score.points IS 'In thousandths.';

CREATE TABLE sheet_revision (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    revision integer NOT NULL,
    status text NOT NULL,
    reason text,
    points jsonb NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    feedback text DEFAULT ''::text NOT NULL,
    principal_id bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON TABLE sheet_revision IS 'Every save of every sheet, whole, so that the earlier value of a score is always kept.';

COMMENT ON COLUMN sheet_revision.reason IS 'Why the judge recused, why the sheet was reopened, or why a ready sheet was changed.';

COMMENT ON COLUMN sheet_revision.points IS '{criterion: thousandths}.';

COMMENT ON COLUMN sheet_revision.principal_id IS 'Who saved it.';

CREATE TABLE submission_file (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    name text NOT NULL,
    url text,
    size bigint NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT submission_file_has_name CHECK (((name ~ '\S'::text) AND (length(name) <= 255))),
    CONSTRAINT submission_file_sha256_form CHECK ((length(sha256) = 32)),
    CONSTRAINT submission_file_size_possible CHECK ((size >= 0)),
    CONSTRAINT submission_file_url_form CHECK (is_address(url))
);

COMMENT ON TABLE submission_file IS 'Files of the draft by reference: their names, their addresses, and digests that show whether they changed.';

COMMENT ON COLUMN submission_file.size IS 'In bytes.';

CREATE VIEW submission_contents AS
 SELECT s.event_id,
    s.submission_id,
    s.team_id,
    jsonb_strip_nulls(jsonb_build_object('title', s.title, 'summary', s.summary, 'url', s.url, 'video_url', s.video_url, 'links', to_jsonb(string_to_array(NULLIF(s.links, ''::text), '
'::text)), 'built_with', s.built_with, 'opted_for', to_jsonb(string_to_array(NULLIF(s.opted_for, ''::text), '
'::text)), 'tracks', ( SELECT jsonb_agg(k.key ORDER BY k.key) AS jsonb_agg
           FROM (submission_track t
             JOIN track k USING (event_id, track_id))
          WHERE ((t.event_id = s.event_id) AND (t.submission_id = s.submission_id))), 'files', ( SELECT jsonb_agg(jsonb_build_object('name', f.name, 'url', f.url, 'size', f.size, 'sha256', encode(f.sha256, 'hex'::text)) ORDER BY f.name) AS jsonb_agg
           FROM submission_file f
          WHERE ((f.event_id = s.event_id) AND (f.submission_id = s.submission_id))))) AS contents
   FROM submission s;

COMMENT ON VIEW submission_contents IS 'Everything that a team would submit now.';

CREATE VIEW submission_fields AS
 SELECT s.event_id,
    s.submission_id,
    s.team_id,
    ((fields_of(s.title, 'title'::text) || fields_of(s.summary, 'summary'::text)) || jsonb_strip_nulls(jsonb_build_object('url', s.url, 'video_url', s.video_url, 'links', NULLIF(s.links, ''::text), 'built_with', s.built_with, 'opted_for', NULLIF(s.opted_for, ''::text), 'received_at', import_time(s.received_at), 'received_as_written', s.received_as_written))) AS fields
   FROM submission s;

COMMENT ON VIEW submission_fields IS 'The submissions with the field names of imports.';

ALTER TABLE submission ALTER COLUMN submission_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME submission_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE team_allowance (
    event_id bigint NOT NULL,
    team_id bigint NOT NULL,
    number integer NOT NULL,
    is_allowed boolean NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    decided_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT team_allowance_from_one CHECK ((number > 0)),
    CONSTRAINT team_allowance_reason_given CHECK (((reason ~ '\S'::text) AND (length(reason) <= 500)))
);

COMMENT ON TABLE team_allowance IS 'Decisions to rank a team that submitted nothing in time, or to end that. The newest counts; rows are only added.';

COMMENT ON COLUMN team_allowance.number IS 'Counts the decisions about a team from 1.';

COMMENT ON COLUMN team_allowance.principal_id IS 'Who decided.';

CREATE TABLE winner_confirmation (
    event_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    confirmed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON TABLE winner_confirmation IS 'Members of teams who confirmed that they did the work and may receive a prize.';

COMMENT ON COLUMN winner_confirmation.principal_id IS 'The organiser to whom the member confirmed it.';

CREATE VIEW team_point AS
 SELECT t.event_id,
    t.team_id,
    t.key AS team,
    p.key,
    p.kind,
    p.text,
    f.reason,
    f.found_by,
    f.found_at,
        CASE p.kind
            WHEN 'submitted'::text THEN submission_obstacle(t.event_id, t.team_id)
            WHEN 'members'::text THEN ( SELECT
                    CASE
                        WHEN (count(*) < e.team_minimum) THEN (((count(*) || ' of at least '::text) || e.team_minimum) || ' members'::text)
                        WHEN (count(*) > e.team_size) THEN (((count(*) || ' of at most '::text) || e.team_size) || ' members'::text)
                        ELSE NULL::text
                    END AS "case"
               FROM team_member m
              WHERE ((m.event_id = t.event_id) AND (m.team_id = t.team_id)))
            WHEN 'confirmed'::text THEN ( SELECT
                    CASE
                        WHEN (count(*) > 0) THEN (count(*) || ' unconfirmed members'::text)
                        ELSE NULL::text
                    END AS "case"
               FROM team_member m
              WHERE ((m.event_id = t.event_id) AND (m.team_id = t.team_id) AND (NOT (EXISTS ( SELECT
                       FROM winner_confirmation c
                      WHERE ((c.event_id = m.event_id) AND (c.participant_id = m.participant_id)))))))
            WHEN 'project-link'::text THEN
            CASE
                WHEN (NOT (EXISTS ( SELECT
                   FROM (judged_submission j
                     JOIN submission_version v ON (((v.event_id = j.event_id) AND (v.submission_id = j.submission_id) AND (v.number = j.number))))
                  WHERE ((j.event_id = t.event_id) AND (j.team_id = t.team_id) AND ((v.contents ->> 'url'::text) ~ '\S'::text))))) THEN 'no link to the project'::text
                ELSE NULL::text
            END
            ELSE
            CASE
                WHEN f.is_met THEN NULL::text
                WHEN (f.is_met IS NULL) THEN (p.key || ' not stated'::text)
                ELSE (p.key || ' not met'::text)
            END
        END AS obstacle
   FROM (((team t
     JOIN event e USING (event_id))
     JOIN required_point p USING (event_id))
     LEFT JOIN LATERAL ( SELECT d.is_met,
            d.reason,
            q.name AS found_by,
            d.found_at
           FROM (eligibility_finding d
             JOIN principal q USING (event_id, principal_id))
          WHERE ((d.event_id = t.event_id) AND (d.team_id = t.team_id) AND (d.key = p.key))
          ORDER BY d.number DESC
         LIMIT 1) f ON (true));

COMMENT ON VIEW team_point IS 'Each point of each team, and what is missing of it.';

COMMENT ON COLUMN team_point.obstacle IS 'Missing where the point is met.';

CREATE VIEW team_eligibility AS
 SELECT t.event_id,
    t.team_id,
    t.key,
    COALESCE(a.is_allowed, false) AS is_allowed,
        CASE
            WHEN (NOT COALESCE(a.is_allowed, false)) THEN ( SELECT string_agg(p.obstacle, ', '::text ORDER BY p.key) AS string_agg
               FROM team_point p
              WHERE ((p.event_id = t.event_id) AND (p.team_id = t.team_id) AND (p.obstacle IS NOT NULL)))
            ELSE NULL::text
        END AS obstacle
   FROM (team t
     LEFT JOIN LATERAL ( SELECT d.is_allowed
           FROM team_allowance d
          WHERE ((d.event_id = t.event_id) AND (d.team_id = t.team_id))
          ORDER BY d.number DESC
         LIMIT 1) a ON (true));

COMMENT ON VIEW team_eligibility IS 'What keeps each team from being ranked: the points that it does not meet, unless an organiser allowed it.';

COMMENT ON COLUMN team_eligibility.obstacle IS 'Missing where the team is ranked.';

CREATE VIEW team_fields AS
 SELECT t.event_id,
    t.team_id,
    t.key,
    ((fields_of(t.city, 'city'::text) || fields_of(t.about, 'about'::text)) || jsonb_strip_nulls(jsonb_build_object('name', t.name, 'country', t.country, 'affiliation', t.affiliation, 'track', k.key, 'declared_size', (t.declared_size)::text, 'table', t.table_label, 'room', t.room))) AS fields
   FROM (team t
     LEFT JOIN track k USING (event_id, track_id));

COMMENT ON VIEW team_fields IS 'The teams with the field names of imports.';

CREATE TABLE team_former_name (
    event_id bigint NOT NULL,
    name text NOT NULL,
    team_id bigint NOT NULL
);

COMMENT ON TABLE team_former_name IS 'Names of teams that were merged into another one, by which files still call them.';

COMMENT ON COLUMN team_former_name.name IS 'The key, the folded name, or the name in a source of imports.';

COMMENT ON COLUMN team_former_name.team_id IS 'The team that goes on.';

CREATE TABLE team_invitation (
    event_id bigint NOT NULL,
    invitation_id bigint NOT NULL,
    team_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);

COMMENT ON TABLE team_invitation IS 'A code that lets one participant join one team, once, until it expires.';

COMMENT ON COLUMN team_invitation.code_hash IS 'sha256 of the code, which is shown once.';

ALTER TABLE team_invitation ALTER COLUMN invitation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME team_invitation_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE team ALTER COLUMN team_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME team_team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE track ALTER COLUMN track_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME track_track_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW unconfirmed_sheet AS
 SELECT s.event_id,
    s.round_id,
    s.judge_id,
    s.team_id
   FROM (sheet s
     JOIN judge j USING (event_id, judge_id))
  WHERE ((s.status = 'ready'::text) AND (s.saved_by IS DISTINCT FROM j.principal_id) AND (s.confirmed_by IS NULL));

COMMENT ON VIEW unconfirmed_sheet IS 'Ready sheets that somebody entered for the judge and no second person confirmed.';

ALTER TABLE ONLY access_token
    ADD CONSTRAINT access_token_of_principal UNIQUE (event_id, token_id, principal_id);

ALTER TABLE ONLY access_token
    ADD CONSTRAINT access_token_once UNIQUE (event_id, prefix);

ALTER TABLE ONLY access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (event_id, token_id);

ALTER TABLE ONLY agenda_session
    ADD CONSTRAINT agenda_session_once UNIQUE (event_id, key);

ALTER TABLE ONLY agenda_session
    ADD CONSTRAINT agenda_session_pkey PRIMARY KEY (event_id, session_id);

ALTER TABLE ONLY agenda_speaker
    ADD CONSTRAINT agenda_speaker_pkey PRIMARY KEY (event_id, session_id, "position");

ALTER TABLE ONLY agenda_version
    ADD CONSTRAINT agenda_version_pkey PRIMARY KEY (event_id, number);

ALTER TABLE ONLY announcement_approval
    ADD CONSTRAINT announcement_approval_pkey PRIMARY KEY (event_id, edition, principal_id);

ALTER TABLE ONLY announcement_correction
    ADD CONSTRAINT announcement_correction_pkey PRIMARY KEY (event_id, number);

ALTER TABLE ONLY announcement_edition
    ADD CONSTRAINT announcement_edition_pkey PRIMARY KEY (event_id, edition);

ALTER TABLE ONLY announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id);

ALTER TABLE ONLY audit_chain
    ADD CONSTRAINT audit_chain_pkey PRIMARY KEY (event_id, principal_id);

ALTER TABLE ONLY audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (event_id, number);

ALTER TABLE ONLY audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (event_id, principal_id, number);

ALTER TABLE ONLY audit_personal_value
    ADD CONSTRAINT audit_personal_value_pkey PRIMARY KEY (event_id, principal_id, number, field, side);

ALTER TABLE ONLY certificate
    ADD CONSTRAINT certificate_code_once UNIQUE (event_id, code_hash);

ALTER TABLE ONLY certificate
    ADD CONSTRAINT certificate_pkey PRIMARY KEY (event_id, certificate_id);

ALTER TABLE ONLY conflict_override
    ADD CONSTRAINT conflict_override_once_by_each PRIMARY KEY (event_id, judge_id, team_id, kind, principal_id);

ALTER TABLE ONLY conflict_waiver
    ADD CONSTRAINT conflict_waiver_once_by_each PRIMARY KEY (event_id, kind, subject, principal_id);

ALTER TABLE ONLY criterion_level
    ADD CONSTRAINT criterion_level_once PRIMARY KEY (event_id, rubric_id, criterion_id, points);

ALTER TABLE ONLY criterion
    ADD CONSTRAINT criterion_once UNIQUE (event_id, rubric_id, key);

ALTER TABLE ONLY criterion
    ADD CONSTRAINT criterion_pkey PRIMARY KEY (event_id, rubric_id, criterion_id);

ALTER TABLE ONLY eligibility_finding
    ADD CONSTRAINT eligibility_finding_pkey PRIMARY KEY (event_id, team_id, key, number);

ALTER TABLE ONLY eligibility_point
    ADD CONSTRAINT eligibility_point_once PRIMARY KEY (event_id, key);

ALTER TABLE ONLY erased_name
    ADD CONSTRAINT erased_name_pkey PRIMARY KEY (event_id, sha256);

ALTER TABLE ONLY erased_person
    ADD CONSTRAINT erased_person_pkey PRIMARY KEY (event_id, sha256);

ALTER TABLE ONLY event
    ADD CONSTRAINT event_once UNIQUE (slug);

ALTER TABLE ONLY event
    ADD CONSTRAINT event_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY event_relation
    ADD CONSTRAINT event_relation_name_once UNIQUE (event_id, other_name);

ALTER TABLE ONLY event_relation
    ADD CONSTRAINT event_relation_once UNIQUE (event_id, other_event_id);

ALTER TABLE ONLY event_relation
    ADD CONSTRAINT event_relation_pkey PRIMARY KEY (event_id, relation_id);

ALTER TABLE ONLY feedback_policy
    ADD CONSTRAINT feedback_policy_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY import_origin
    ADD CONSTRAINT import_origin_pkey PRIMARY KEY (event_id, noun, record_id, source);

ALTER TABLE ONLY judge_conflict
    ADD CONSTRAINT judge_conflict_once PRIMARY KEY (event_id, judge_id, team_id, kind);

ALTER TABLE ONLY judge
    ADD CONSTRAINT judge_email_once UNIQUE (event_id, email_folded);

ALTER TABLE ONLY judge_invitation
    ADD CONSTRAINT judge_invitation_code_once UNIQUE (event_id, code_hash);

ALTER TABLE ONLY judge_invitation
    ADD CONSTRAINT judge_invitation_pkey PRIMARY KEY (event_id, judge_id);

ALTER TABLE ONLY judge
    ADD CONSTRAINT judge_once UNIQUE (event_id, code);

ALTER TABLE ONLY judge
    ADD CONSTRAINT judge_pkey PRIMARY KEY (event_id, judge_id);

ALTER TABLE ONLY judge
    ADD CONSTRAINT judge_principal_once UNIQUE (event_id, principal_id);

ALTER TABLE ONLY mentor_availability
    ADD CONSTRAINT mentor_availability_once UNIQUE (event_id, mentor_id, is_exception, during);

ALTER TABLE ONLY mentor_availability
    ADD CONSTRAINT mentor_availability_pkey PRIMARY KEY (event_id, availability_id);

ALTER TABLE ONLY mentor
    ADD CONSTRAINT mentor_email_once UNIQUE (event_id, email_folded);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT mentor_free EXCLUDE USING gist (event_id WITH =, mentor_id WITH =, during WITH &&) WHERE ((state = 'booked'::text));

ALTER TABLE ONLY mentor_note
    ADD CONSTRAINT mentor_note_pkey PRIMARY KEY (event_id, note_id);

ALTER TABLE ONLY mentor
    ADD CONSTRAINT mentor_once UNIQUE (event_id, key);

ALTER TABLE ONLY mentor
    ADD CONSTRAINT mentor_pkey PRIMARY KEY (event_id, mentor_id);

ALTER TABLE ONLY mentor_request
    ADD CONSTRAINT mentor_request_pkey PRIMARY KEY (event_id, request_id);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT mentor_session_pkey PRIMARY KEY (event_id, session_id);

ALTER TABLE ONLY objection_decision
    ADD CONSTRAINT objection_decision_pkey PRIMARY KEY (event_id, objection);

ALTER TABLE ONLY objection
    ADD CONSTRAINT objection_pkey PRIMARY KEY (event_id, objection);

ALTER TABLE ONLY objection_window
    ADD CONSTRAINT objection_window_pkey PRIMARY KEY (event_id, number);

ALTER TABLE ONLY team_member
    ADD CONSTRAINT one_team_per_participant PRIMARY KEY (event_id, participant_id);

ALTER TABLE ONLY organisation_alias
    ADD CONSTRAINT organisation_alias_once PRIMARY KEY (event_id, folded);

ALTER TABLE ONLY organisation
    ADD CONSTRAINT organisation_once UNIQUE (event_id, key);

ALTER TABLE ONLY organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (event_id, organisation_id);

ALTER TABLE ONLY organisation_role
    ADD CONSTRAINT organisation_role_pkey PRIMARY KEY (event_id, organisation_id, role);

ALTER TABLE ONLY overlap_allowance
    ADD CONSTRAINT overlap_allowance_pkey PRIMARY KEY (event_id, first_session, second_session, shared, number);

ALTER TABLE ONLY participant
    ADD CONSTRAINT participant_email_once UNIQUE (event_id, email_folded) DEFERRABLE;

ALTER TABLE ONLY participant
    ADD CONSTRAINT participant_once UNIQUE (event_id, key);

ALTER TABLE ONLY participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (event_id, participant_id);

ALTER TABLE ONLY principal
    ADD CONSTRAINT principal_once UNIQUE (event_id, name);

ALTER TABLE ONLY principal
    ADD CONSTRAINT principal_pkey PRIMARY KEY (event_id, principal_id);

ALTER TABLE ONLY prize_award
    ADD CONSTRAINT prize_award_pkey PRIMARY KEY (event_id, award_id);

ALTER TABLE ONLY prize
    ADD CONSTRAINT prize_once UNIQUE (event_id, key);

ALTER TABLE ONLY prize
    ADD CONSTRAINT prize_pkey PRIMARY KEY (event_id, prize_id);

ALTER TABLE ONLY prize_refusal
    ADD CONSTRAINT prize_refusal_pkey PRIMARY KEY (event_id, prize_id, team_id);

ALTER TABLE ONLY prize_rules
    ADD CONSTRAINT prize_rules_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY prize_vote
    ADD CONSTRAINT prize_vote_pkey PRIMARY KEY (event_id, prize_id, team_id, source);

ALTER TABLE ONLY removed_event
    ADD CONSTRAINT removed_event_pkey PRIMARY KEY (removal_id);

ALTER TABLE ONLY result
    ADD CONSTRAINT result_pkey PRIMARY KEY (event_id, number);

ALTER TABLE ONLY result_rank
    ADD CONSTRAINT result_rank_pkey PRIMARY KEY (event_id, number, team_id);

ALTER TABLE ONLY result_step
    ADD CONSTRAINT result_step_pkey PRIMARY KEY (event_id, step_id);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT room_free EXCLUDE USING gist (event_id WITH =, room_id WITH =, during WITH &&) WHERE ((state = 'booked'::text));

ALTER TABLE ONLY room
    ADD CONSTRAINT room_once UNIQUE (event_id, key);

ALTER TABLE ONLY room
    ADD CONSTRAINT room_pkey PRIMARY KEY (event_id, room_id);

ALTER TABLE ONLY round_entrant
    ADD CONSTRAINT round_entrant_pkey PRIMARY KEY (event_id, round_id, team_id);

ALTER TABLE ONLY round_judge
    ADD CONSTRAINT round_judge_pkey PRIMARY KEY (event_id, round_id, judge_id);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_once UNIQUE (event_id, key);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_pkey PRIMARY KEY (event_id, round_id);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_rubric UNIQUE (event_id, round_id, rubric_id);

ALTER TABLE ONLY row_record
    ADD CONSTRAINT row_record_pkey PRIMARY KEY (event_id, record_id);

ALTER TABLE ONLY rubric
    ADD CONSTRAINT rubric_pkey PRIMARY KEY (event_id, rubric_id);

ALTER TABLE ONLY rubric
    ADD CONSTRAINT rubric_version_once UNIQUE (event_id, key, version);

ALTER TABLE ONLY schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (version);

ALTER TABLE ONLY schema_routine
    ADD CONSTRAINT schema_routine_pkey PRIMARY KEY (name);

ALTER TABLE ONLY score
    ADD CONSTRAINT score_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id, criterion_id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id);

ALTER TABLE ONLY sheet_revision
    ADD CONSTRAINT sheet_revision_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id, revision);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_rubric UNIQUE (event_id, round_id, judge_id, team_id, rubric_id);

ALTER TABLE ONLY submission_file
    ADD CONSTRAINT submission_file_once PRIMARY KEY (event_id, submission_id, name);

ALTER TABLE ONLY submission_late_acceptance
    ADD CONSTRAINT submission_late_acceptance_once PRIMARY KEY (event_id, submission_id, number);

ALTER TABLE ONLY submission
    ADD CONSTRAINT submission_once_per_team UNIQUE (event_id, team_id);

ALTER TABLE ONLY submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (event_id, submission_id);

ALTER TABLE ONLY submission_track
    ADD CONSTRAINT submission_track_pkey PRIMARY KEY (event_id, submission_id, track_id);

ALTER TABLE ONLY submission_version
    ADD CONSTRAINT submission_version_once PRIMARY KEY (event_id, submission_id, number);

ALTER TABLE ONLY team_allowance
    ADD CONSTRAINT team_allowance_pkey PRIMARY KEY (event_id, team_id, number);

ALTER TABLE ONLY team_former_name
    ADD CONSTRAINT team_former_name_pkey PRIMARY KEY (event_id, name);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT team_free EXCLUDE USING gist (event_id WITH =, team_id WITH =, during WITH &&) WHERE ((state = 'booked'::text));

ALTER TABLE ONLY team_invitation
    ADD CONSTRAINT team_invitation_code_once UNIQUE (event_id, code_hash);

ALTER TABLE ONLY team_invitation
    ADD CONSTRAINT team_invitation_once UNIQUE (event_id, team_id, participant_id);

ALTER TABLE ONLY team_invitation
    ADD CONSTRAINT team_invitation_pkey PRIMARY KEY (event_id, invitation_id);

ALTER TABLE ONLY team
    ADD CONSTRAINT team_once UNIQUE (event_id, key);

ALTER TABLE ONLY team
    ADD CONSTRAINT team_pkey PRIMARY KEY (event_id, team_id);

ALTER TABLE ONLY track
    ADD CONSTRAINT track_once UNIQUE (event_id, key);

ALTER TABLE ONLY track
    ADD CONSTRAINT track_pkey PRIMARY KEY (event_id, track_id);

ALTER TABLE ONLY winner_confirmation
    ADD CONSTRAINT winner_confirmation_pkey PRIMARY KEY (event_id, participant_id);

CREATE INDEX access_token_by_prefix ON access_token USING btree (prefix);

CREATE INDEX agenda_session_by_room ON agenda_session USING btree (event_id, room_id);

CREATE INDEX assignment_by_team ON assignment USING btree (event_id, round_id, team_id);

CREATE UNIQUE INDEX eligibility_point_kind_once ON eligibility_point USING btree (event_id, kind) WHERE (kind <> 'stated'::text);

CREATE INDEX event_relation_by_other ON event_relation USING btree (other_event_id);

CREATE UNIQUE INDEX import_origin_by_source_key ON import_origin USING btree (event_id, source, noun, source_key) WHERE (source_key IS NOT NULL);

CREATE INDEX judge_invitation_by_code ON judge_invitation USING btree (code_hash);

CREATE INDEX mentor_note_by_team ON mentor_note USING btree (event_id, team_id);

CREATE INDEX mentor_request_by_team ON mentor_request USING btree (event_id, team_id);

CREATE UNIQUE INDEX mentor_request_met_once ON mentor_session USING btree (event_id, request_id) WHERE (state <> 'cancelled'::text);

CREATE INDEX mentor_session_by_mentor ON mentor_session USING btree (event_id, mentor_id);

CREATE INDEX mentor_session_by_team ON mentor_session USING btree (event_id, team_id);

CREATE UNIQUE INDEX one_captain_per_team ON team_member USING btree (event_id, team_id) WHERE is_captain;

CREATE INDEX organisation_alias_by_organisation ON organisation_alias USING btree (event_id, organisation_id);

CREATE INDEX participant_by_country ON participant USING btree (event_id, country);

CREATE UNIQUE INDEX prize_award_once ON prize_award USING btree (event_id, prize_id, team_id) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX result_approved_once_by_each ON result_step USING btree (event_id, number, principal_id) WHERE (kind = 'approved'::text);

CREATE UNIQUE INDEX result_retracted_once ON result_step USING btree (event_id, number) WHERE (kind = 'retracted'::text);

CREATE INDEX row_record_of_erased_values ON row_record USING btree (event_id, (((contents ->> 'principal_id'::text))::bigint), (((contents ->> 'number'::text))::bigint)) WHERE (relation = 'audit_personal_value'::text);

CREATE INDEX row_record_of_table ON row_record USING btree (event_id, relation, record_id);

CREATE INDEX submission_track_by_track ON submission_track USING btree (event_id, track_id);

CREATE INDEX team_by_folded_name ON team USING btree (event_id, name_folded);

CREATE INDEX team_former_name_by_team ON team_former_name USING btree (event_id, team_id);

CREATE INDEX team_invitation_by_participant ON team_invitation USING btree (event_id, participant_id);

CREATE UNIQUE INDEX team_join_code_once ON team USING btree (event_id, join_code_hash);

CREATE INDEX team_member_by_team ON team_member USING btree (event_id, team_id);

CREATE TRIGGER agenda_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON agenda_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER agenda_version_never_removed BEFORE DELETE ON agenda_version FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER announcement_approval_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON announcement_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER announcement_approval_guarded BEFORE INSERT ON announcement_approval FOR EACH ROW EXECUTE FUNCTION guard_announcement_approval();

CREATE TRIGGER announcement_approval_never_removed BEFORE DELETE ON announcement_approval FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER announcement_correction_never_emptied BEFORE TRUNCATE ON announcement_correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER announcement_correction_only_grows BEFORE DELETE OR UPDATE ON announcement_correction FOR EACH ROW EXECUTE FUNCTION guard_correction();

CREATE TRIGGER announcement_edition_guarded BEFORE INSERT OR DELETE OR UPDATE ON announcement_edition FOR EACH ROW EXECUTE FUNCTION guard_announcement_edition();

CREATE TRIGGER announcement_edition_never_emptied BEFORE TRUNCATE ON announcement_edition FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER assignment_guarded BEFORE INSERT OR UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION guard_assignment();

CREATE TRIGGER assignment_of_frozen_round_stays BEFORE INSERT OR DELETE OR UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

CREATE TRIGGER audit_chain_never_removed BEFORE DELETE ON audit_chain FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER audit_chain_never_shorter BEFORE DELETE OR TRUNCATE ON audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER audit_chain_settled AFTER UPDATE ON audit_chain DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.touched_by IS DISTINCT FROM new.touched_by)) EXECUTE FUNCTION audit_settle_chain();

CREATE TRIGGER audit_checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_checkpoint_never_removed BEFORE DELETE ON audit_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_entry_never_removed BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER audit_personal_value_only_erased BEFORE UPDATE OR TRUNCATE ON audit_personal_value FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER conflict_overridden_by_organisers BEFORE INSERT OR UPDATE ON conflict_override FOR EACH ROW EXECUTE FUNCTION guard_override();

CREATE TRIGGER conflict_waiver_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON conflict_waiver FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER conflict_waiver_guarded BEFORE INSERT ON conflict_waiver FOR EACH ROW EXECUTE FUNCTION guard_waiver();

CREATE TRIGGER conflict_waiver_never_removed BEFORE DELETE ON conflict_waiver FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER criterion_level_on_scale BEFORE INSERT OR UPDATE ON criterion_level FOR EACH ROW EXECUTE FUNCTION guard_level_points();

CREATE TRIGGER eligibility_finding_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON eligibility_finding FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER eligibility_finding_never_removed BEFORE DELETE ON eligibility_finding FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER eligibility_point_before_judging BEFORE INSERT OR DELETE OR UPDATE ON eligibility_point FOR EACH ROW EXECUTE FUNCTION guard_eligibility_point();

CREATE TRIGGER entrant_of_frozen_round_stays BEFORE INSERT OR DELETE OR UPDATE ON round_entrant FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

CREATE TRIGGER erased_name_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON erased_name FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER erased_name_never_removed BEFORE DELETE ON erased_name FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER erased_person_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON erased_person FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER erased_person_never_removed BEFORE DELETE ON erased_person FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER event_phase_one_step_forward BEFORE UPDATE OF phase ON event FOR EACH ROW EXECUTE FUNCTION guard_phase();

CREATE TRIGGER frozen_round_stays BEFORE DELETE OR UPDATE ON round FOR EACH ROW WHEN ((old.state = 'frozen'::text)) EXECUTE FUNCTION guard_frozen_round();

CREATE TRIGGER judge_conflict_waits BEFORE INSERT ON judge_conflict FOR EACH ROW EXECUTE FUNCTION guard_conflict();

CREATE TRIGGER mentor_session_guarded BEFORE INSERT OR UPDATE OF state, mentor_id, team_id, room_id, during ON mentor_session FOR EACH ROW WHEN ((new.state = 'booked'::text)) EXECUTE FUNCTION guard_mentor_session();

CREATE TRIGGER objection_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON objection FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER objection_decision_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON objection_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER objection_decision_guarded BEFORE INSERT ON objection_decision FOR EACH ROW EXECUTE FUNCTION guard_objection_decision();

CREATE TRIGGER objection_decision_never_removed BEFORE DELETE ON objection_decision FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER objection_guarded BEFORE INSERT ON objection FOR EACH ROW EXECUTE FUNCTION guard_objection();

CREATE TRIGGER objection_never_removed BEFORE DELETE ON objection FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER objection_window_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON objection_window FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER objection_window_guarded BEFORE INSERT ON objection_window FOR EACH ROW EXECUTE FUNCTION guard_objection_window();

CREATE TRIGGER objection_window_never_removed BEFORE DELETE ON objection_window FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER organisation_forgets_imports AFTER DELETE ON organisation FOR EACH ROW EXECUTE FUNCTION forget_import();

CREATE TRIGGER overlap_allowance_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON overlap_allowance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER overlap_allowance_never_removed BEFORE DELETE ON overlap_allowance FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER panel_of_frozen_round_stays BEFORE INSERT OR DELETE OR UPDATE ON round_judge FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

CREATE TRIGGER participant_forgets_imports AFTER DELETE ON participant FOR EACH ROW EXECUTE FUNCTION forget_import();

CREATE TRIGGER participant_withdrawn_leaves_team AFTER UPDATE OF withdrawn_at ON participant FOR EACH ROW WHEN (((new.withdrawn_at IS NOT NULL) AND (old.withdrawn_at IS NULL))) EXECUTE FUNCTION leave_team_on_withdrawal();

CREATE TRIGGER prize_rules_before_judging BEFORE INSERT OR UPDATE ON prize_rules FOR EACH ROW EXECUTE FUNCTION guard_prize_rules();

CREATE TRIGGER removed_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removed_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER removed_event_never_removed BEFORE DELETE ON removed_event FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER result_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER result_never_removed BEFORE DELETE ON result FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER result_rank_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON result_rank FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER result_rank_never_removed BEFORE DELETE ON result_rank FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER result_step_after_objections BEFORE INSERT ON result_step FOR EACH ROW EXECUTE FUNCTION guard_step_against_objections();

CREATE TRIGGER result_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON result_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER result_step_guarded BEFORE INSERT ON result_step FOR EACH ROW EXECUTE FUNCTION guard_result_step();

CREATE TRIGGER result_step_never_removed BEFORE DELETE ON result_step FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER row_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON row_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER row_record_never_removed BEFORE DELETE ON row_record FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER row_record_noted AFTER INSERT ON row_record FOR EACH ROW WHEN (new.opens) EXECUTE FUNCTION note_untied();

CREATE CONSTRAINT TRIGGER row_record_tied AFTER INSERT ON row_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.opens) EXECUTE FUNCTION tie_records();

CREATE TRIGGER rubric_levels_locked_by_scores BEFORE INSERT OR DELETE OR UPDATE ON criterion_level FOR EACH ROW EXECUTE FUNCTION guard_rubric_levels();

CREATE TRIGGER rubric_locked_by_scores BEFORE INSERT OR DELETE OR UPDATE ON criterion FOR EACH ROW EXECUTE FUNCTION guard_rubric();

CREATE TRIGGER score_of_frozen_round_stays BEFORE DELETE ON score FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

CREATE TRIGGER score_within_scale BEFORE INSERT OR UPDATE ON score FOR EACH ROW EXECUTE FUNCTION guard_score();

CREATE TRIGGER sheet_by_its_judge AFTER INSERT ON sheet_revision REFERENCING NEW TABLE AS saved FOR EACH STATEMENT EXECUTE FUNCTION guard_sheet_author();

CREATE TRIGGER sheet_guarded BEFORE INSERT OR UPDATE ON sheet FOR EACH ROW EXECUTE FUNCTION guard_sheet();

CREATE TRIGGER sheet_of_frozen_round_stays BEFORE DELETE ON sheet FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

CREATE TRIGGER sheet_recused_until_reopened BEFORE UPDATE ON sheet FOR EACH ROW WHEN (((old.status = 'recused'::text) AND (new.status = 'ready'::text))) EXECUTE FUNCTION guard_recused_sheet();

CREATE TRIGGER sheet_revision_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sheet_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER sheet_revision_never_removed BEFORE DELETE ON sheet_revision FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER submission_added_in_time AFTER INSERT ON submission REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

CREATE TRIGGER submission_forgets_imports AFTER DELETE ON submission FOR EACH ROW EXECUTE FUNCTION forget_import();

CREATE TRIGGER submission_late_acceptance_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON submission_late_acceptance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER submission_late_acceptance_never_removed BEFORE DELETE ON submission_late_acceptance FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER submission_version_added_in_time AFTER INSERT ON submission_version REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

CREATE TRIGGER submission_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON submission_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER submission_version_never_removed BEFORE DELETE ON submission_version FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER submitted_before_deadline BEFORE INSERT ON submission_version FOR EACH ROW WHEN ((new.submitted_by_role = 'participant'::text)) EXECUTE FUNCTION guard_submission_time();

CREATE TRIGGER team_added_in_time AFTER INSERT ON team REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

CREATE TRIGGER team_allowance_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON team_allowance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER team_allowance_never_removed BEFORE DELETE ON team_allowance FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE TRIGGER team_forgets_imports AFTER DELETE ON team FOR EACH ROW EXECUTE FUNCTION forget_import();

CREATE TRIGGER team_member_moves_by_leaving BEFORE UPDATE OF team_id ON team_member FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER team_not_above_size BEFORE INSERT ON team_member FOR EACH ROW EXECUTE FUNCTION guard_team_size();

CREATE TRIGGER zz_rows_added AFTER INSERT ON access_token REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{last_used_at,event_id}', '{}', 'event_id token_id principal_id prefix hash scope created_at expires_at last_used_at revoked_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON agenda_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{sessions,changes}', 'event_id number published_at note sessions changes');

CREATE TRIGGER zz_rows_added AFTER INSERT ON announcement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{contact,certificate_secret}', 'event_id addresses contact certificate_secret');

CREATE TRIGGER zz_rows_added AFTER INSERT ON announcement_approval REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id edition principal_id token_id approved_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON announcement_correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number noted_at text edition');

CREATE TRIGGER zz_rows_added AFTER INSERT ON announcement_edition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{facts}', 'event_id edition number origin facts sha256 needs_approval principal_id kept_at redacted_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id team_id');

CREATE TRIGGER zz_rows_added AFTER INSERT ON conflict_override REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id judge_id team_id kind principal_id token_id reason said_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON conflict_waiver REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{subject}', 'event_id kind subject principal_id token_id reason said_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON criterion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id criterion_id key position name description weight minimum maximum step is_required');

CREATE TRIGGER zz_rows_added AFTER INSERT ON criterion_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id criterion_id points text');

CREATE TRIGGER zz_rows_added AFTER INSERT ON eligibility_finding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id team_id key number is_met reason principal_id found_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON eligibility_point REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id key kind text');

CREATE TRIGGER zz_rows_added AFTER INSERT ON event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id slug name theme purpose notice languages mode time_zone phase registration_from registration_to starts_on ends_on submissions_due_at grace_minutes judging_from judging_to announced_on keep_people_until team_minimum team_size mentor_sessions_per_day stated_participants stated_nationalities');

CREATE TRIGGER zz_rows_added AFTER INSERT ON event_relation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id relation_id kind other_event_id other_name held_precision held_year held_season held_month held_day');

CREATE TRIGGER zz_rows_added AFTER INSERT ON feedback_policy REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id shares');

CREATE TRIGGER zz_rows_added AFTER INSERT ON judge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{name,name_folded,email,email_folded,affiliation,affiliation_folded,languages,expertise,erased_at,event_id}', '{}', 'event_id judge_id code principal_id name name_folded email email_folded affiliation affiliation_folded languages expertise erased_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON judge_conflict REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{reason,event_id}', '{}', 'event_id judge_id team_id kind reason is_pinned');

CREATE TRIGGER zz_rows_added AFTER INSERT ON objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{file_name}', 'event_id objection number team_id claim evidence file_name file_sha256 principal_id raised_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON objection_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id objection is_accepted reason principal_id token_id decided_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON objection_window REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number closes_at opened_at principal_id');

CREATE TRIGGER zz_rows_added AFTER INSERT ON organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id organisation_id key name acronym url names_folded logo');

CREATE TRIGGER zz_rows_added AFTER INSERT ON organisation_role REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id organisation_id role print_order');

CREATE TRIGGER zz_rows_added AFTER INSERT ON overlap_allowance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id first_session second_session shared number is_allowed reason principal_id decided_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON principal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{name}', 'event_id principal_id name role removed_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON prize REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id key position basis rank track_id kind quantity amount currency is_undisclosed label giver target target_when');

CREATE TRIGGER zz_rows_added AFTER INSERT ON prize_award REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id award_id prize_id team_id number amount shares reason principal_id awarded_at accepted_at delivered_at delivery_note withdrawn_at withdrawn_reason');

CREATE TRIGGER zz_rows_added AFTER INSERT ON prize_refusal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id team_id reason principal_id refused_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON prize_rules REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id ties most_per_team');

CREATE TRIGGER zz_rows_added AFTER INSERT ON prize_vote REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id team_id source votes');

CREATE TRIGGER zz_rows_added AFTER INSERT ON result REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{snapshot}', 'event_id number round_id method computed_at snapshot sha256');

CREATE TRIGGER zz_rows_added AFTER INSERT ON result_rank REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number team_id rank');

CREATE TRIGGER zz_rows_added AFTER INSERT ON result_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id step_id number kind principal_id token_id taken_at publish_at reason');

CREATE TRIGGER zz_rows_added AFTER INSERT ON round REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id key kind state rubric_id entrants track_id from_round_id minimum_sheets asks_confirmation method');

CREATE TRIGGER zz_rows_added AFTER INSERT ON round_entrant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id team_id');

CREATE TRIGGER zz_rows_added AFTER INSERT ON round_judge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id');

CREATE TRIGGER zz_rows_added AFTER INSERT ON rubric REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id key version');

CREATE TRIGGER zz_rows_added AFTER INSERT ON score REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id team_id rubric_id criterion_id points');

CREATE TRIGGER zz_rows_added AFTER INSERT ON sheet REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{comment,feedback,recusal_reason}', 'event_id round_id judge_id team_id rubric_id status recusal_reason comment feedback revision saved_at saved_by confirmed_at confirmed_by');

CREATE TRIGGER zz_rows_added AFTER INSERT ON sheet_revision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{reason,comment,feedback}', 'event_id round_id judge_id team_id revision status reason points comment feedback principal_id recorded_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{title,summary}', 'event_id submission_id team_id title summary url video_url links built_with opted_for is_entered_by_organiser received_at received_as_written withdrawn_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON submission_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id submission_id name url size sha256');

CREATE TRIGGER zz_rows_added AFTER INSERT ON submission_late_acceptance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id submission_id number reason principal_id accepted_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON submission_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{contents}', 'event_id submission_id number contents submitted_by_role principal_id received_at recorded_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON team REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{about,affiliation,affiliation_folded,status_reason}', 'event_id team_id key name name_folded about city country affiliation affiliation_folded track_id declared_size join_code_hash status status_reason table_label room');

CREATE TRIGGER zz_rows_added AFTER INSERT ON team_allowance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id team_id number is_allowed reason principal_id decided_at');

CREATE TRIGGER zz_rows_added AFTER INSERT ON team_member REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id participant_id team_id is_captain');

CREATE TRIGGER zz_rows_added AFTER INSERT ON track REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id track_id key name names_folded');

CREATE TRIGGER zz_rows_added AFTER INSERT ON winner_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{participant_id,event_id}', '{}', 'event_id participant_id principal_id confirmed_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON access_token REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{last_used_at,event_id}', '{}', 'event_id token_id principal_id prefix hash scope created_at expires_at last_used_at revoked_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON agenda_version REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{sessions,changes}', 'event_id number published_at note sessions changes');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON announcement REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{contact,certificate_secret}', 'event_id addresses contact certificate_secret');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON announcement_approval REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id edition principal_id token_id approved_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON announcement_correction REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number noted_at text edition');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON announcement_edition REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{facts}', 'event_id edition number origin facts sha256 needs_approval principal_id kept_at redacted_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON assignment REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id team_id');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON conflict_override REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id judge_id team_id kind principal_id token_id reason said_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON conflict_waiver REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{subject}', 'event_id kind subject principal_id token_id reason said_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON criterion REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id criterion_id key position name description weight minimum maximum step is_required');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON criterion_level REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id criterion_id points text');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON eligibility_finding REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id team_id key number is_met reason principal_id found_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON eligibility_point REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id key kind text');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON event REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id slug name theme purpose notice languages mode time_zone phase registration_from registration_to starts_on ends_on submissions_due_at grace_minutes judging_from judging_to announced_on keep_people_until team_minimum team_size mentor_sessions_per_day stated_participants stated_nationalities');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON event_relation REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id relation_id kind other_event_id other_name held_precision held_year held_season held_month held_day');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON feedback_policy REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id shares');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON judge REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{name,name_folded,email,email_folded,affiliation,affiliation_folded,languages,expertise,erased_at,event_id}', '{}', 'event_id judge_id code principal_id name name_folded email email_folded affiliation affiliation_folded languages expertise erased_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON judge_conflict REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{reason,event_id}', '{}', 'event_id judge_id team_id kind reason is_pinned');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON objection REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{file_name}', 'event_id objection number team_id claim evidence file_name file_sha256 principal_id raised_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON objection_decision REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id objection is_accepted reason principal_id token_id decided_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON objection_window REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number closes_at opened_at principal_id');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON organisation REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id organisation_id key name acronym url names_folded logo');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON organisation_role REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id organisation_id role print_order');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON overlap_allowance REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id first_session second_session shared number is_allowed reason principal_id decided_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON principal REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{name}', 'event_id principal_id name role removed_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON prize REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id key position basis rank track_id kind quantity amount currency is_undisclosed label giver target target_when');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON prize_award REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id award_id prize_id team_id number amount shares reason principal_id awarded_at accepted_at delivered_at delivery_note withdrawn_at withdrawn_reason');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON prize_refusal REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id team_id reason principal_id refused_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON prize_rules REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id ties most_per_team');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON prize_vote REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id team_id source votes');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON result REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{snapshot}', 'event_id number round_id method computed_at snapshot sha256');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON result_rank REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number team_id rank');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON result_step REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id step_id number kind principal_id token_id taken_at publish_at reason');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON round REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id key kind state rubric_id entrants track_id from_round_id minimum_sheets asks_confirmation method');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON round_entrant REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id team_id');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON round_judge REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON rubric REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id key version');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON score REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id team_id rubric_id criterion_id points');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON sheet REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{comment,feedback,recusal_reason}', 'event_id round_id judge_id team_id rubric_id status recusal_reason comment feedback revision saved_at saved_by confirmed_at confirmed_by');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON sheet_revision REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{reason,comment,feedback}', 'event_id round_id judge_id team_id revision status reason points comment feedback principal_id recorded_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON submission REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{title,summary}', 'event_id submission_id team_id title summary url video_url links built_with opted_for is_entered_by_organiser received_at received_as_written withdrawn_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON submission_file REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id submission_id name url size sha256');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON submission_late_acceptance REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id submission_id number reason principal_id accepted_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON submission_version REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{contents}', 'event_id submission_id number contents submitted_by_role principal_id received_at recorded_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON team REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{about,affiliation,affiliation_folded,status_reason}', 'event_id team_id key name name_folded about city country affiliation affiliation_folded track_id declared_size join_code_hash status status_reason table_label room');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON team_allowance REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id team_id number is_allowed reason principal_id decided_at');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON team_member REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id participant_id team_id is_captain');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON track REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id track_id key name names_folded');

CREATE TRIGGER zz_rows_changed AFTER UPDATE ON winner_confirmation REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{participant_id,event_id}', '{}', 'event_id participant_id principal_id confirmed_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON access_token REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{last_used_at,event_id}', '{}', 'event_id token_id principal_id prefix hash scope created_at expires_at last_used_at revoked_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON agenda_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{sessions,changes}', 'event_id number published_at note sessions changes');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON announcement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{contact,certificate_secret}', 'event_id addresses contact certificate_secret');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON announcement_approval REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id edition principal_id token_id approved_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON announcement_correction REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number noted_at text edition');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON announcement_edition REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{facts}', 'event_id edition number origin facts sha256 needs_approval principal_id kept_at redacted_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON assignment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id team_id');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON audit_personal_value REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id,salt,value}', '{}');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON conflict_override REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id judge_id team_id kind principal_id token_id reason said_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON conflict_waiver REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{subject}', 'event_id kind subject principal_id token_id reason said_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON criterion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id criterion_id key position name description weight minimum maximum step is_required');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON criterion_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id criterion_id points text');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON eligibility_finding REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id team_id key number is_met reason principal_id found_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON eligibility_point REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id key kind text');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id slug name theme purpose notice languages mode time_zone phase registration_from registration_to starts_on ends_on submissions_due_at grace_minutes judging_from judging_to announced_on keep_people_until team_minimum team_size mentor_sessions_per_day stated_participants stated_nationalities');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON event_relation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id relation_id kind other_event_id other_name held_precision held_year held_season held_month held_day');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON feedback_policy REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id shares');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON judge REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{name,name_folded,email,email_folded,affiliation,affiliation_folded,languages,expertise,erased_at,event_id}', '{}', 'event_id judge_id code principal_id name name_folded email email_folded affiliation affiliation_folded languages expertise erased_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON judge_conflict REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{reason,event_id}', '{}', 'event_id judge_id team_id kind reason is_pinned');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON objection REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{file_name}', 'event_id objection number team_id claim evidence file_name file_sha256 principal_id raised_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON objection_decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id objection is_accepted reason principal_id token_id decided_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON objection_window REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number closes_at opened_at principal_id');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON organisation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id organisation_id key name acronym url names_folded logo');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON organisation_role REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id organisation_id role print_order');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON overlap_allowance REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id first_session second_session shared number is_allowed reason principal_id decided_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON principal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{name}', 'event_id principal_id name role removed_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON prize REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id key position basis rank track_id kind quantity amount currency is_undisclosed label giver target target_when');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON prize_award REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id award_id prize_id team_id number amount shares reason principal_id awarded_at accepted_at delivered_at delivery_note withdrawn_at withdrawn_reason');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON prize_refusal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id team_id reason principal_id refused_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON prize_rules REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id ties most_per_team');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON prize_vote REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id prize_id team_id source votes');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON result REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{snapshot}', 'event_id number round_id method computed_at snapshot sha256');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON result_rank REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id number team_id rank');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON result_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id step_id number kind principal_id token_id taken_at publish_at reason');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON round REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id key kind state rubric_id entrants track_id from_round_id minimum_sheets asks_confirmation method');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON round_entrant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id team_id');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON round_judge REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON rubric REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id rubric_id key version');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON score REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id round_id judge_id team_id rubric_id criterion_id points');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON sheet REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{comment,feedback,recusal_reason}', 'event_id round_id judge_id team_id rubric_id status recusal_reason comment feedback revision saved_at saved_by confirmed_at confirmed_by');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON sheet_revision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{reason,comment,feedback}', 'event_id round_id judge_id team_id revision status reason points comment feedback principal_id recorded_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON submission REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{title,summary}', 'event_id submission_id team_id title summary url video_url links built_with opted_for is_entered_by_organiser received_at received_as_written withdrawn_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON submission_file REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id submission_id name url size sha256');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON submission_late_acceptance REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id submission_id number reason principal_id accepted_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON submission_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{contents}', 'event_id submission_id number contents submitted_by_role principal_id received_at recorded_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON team REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{about,affiliation,affiliation_folded,status_reason}', 'event_id team_id key name name_folded about city country affiliation affiliation_folded track_id declared_size join_code_hash status status_reason table_label room');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON team_allowance REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id team_id number is_allowed reason principal_id decided_at');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON team_member REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id participant_id team_id is_captain');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON track REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id}', '{}', 'event_id track_id key name names_folded');

CREATE TRIGGER zz_rows_removed AFTER DELETE ON winner_confirmation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{participant_id,event_id}', '{}', 'event_id participant_id principal_id confirmed_at');

ALTER TABLE ONLY access_token
    ADD CONSTRAINT access_token_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY agenda_session
    ADD CONSTRAINT agenda_session_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY agenda_session
    ADD CONSTRAINT agenda_session_room FOREIGN KEY (event_id, room_id) REFERENCES room(event_id, room_id);

ALTER TABLE ONLY agenda_speaker
    ADD CONSTRAINT agenda_speaker_event_id_session_id_fkey FOREIGN KEY (event_id, session_id) REFERENCES agenda_session(event_id, session_id);

ALTER TABLE ONLY agenda_version
    ADD CONSTRAINT agenda_version_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY announcement_approval
    ADD CONSTRAINT announcement_approval_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES access_token(event_id, token_id, principal_id);

ALTER TABLE ONLY announcement_approval
    ADD CONSTRAINT announcement_approval_event_id_edition_fkey FOREIGN KEY (event_id, edition) REFERENCES announcement_edition(event_id, edition);

ALTER TABLE ONLY announcement_approval
    ADD CONSTRAINT announcement_approval_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY announcement_correction
    ADD CONSTRAINT announcement_correction_event_id_edition_fkey FOREIGN KEY (event_id, edition) REFERENCES announcement_edition(event_id, edition) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY announcement_correction
    ADD CONSTRAINT announcement_correction_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY announcement_edition
    ADD CONSTRAINT announcement_edition_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY announcement_edition
    ADD CONSTRAINT announcement_edition_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES result(event_id, number);

ALTER TABLE ONLY announcement_edition
    ADD CONSTRAINT announcement_edition_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY announcement
    ADD CONSTRAINT announcement_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY assignment
    ADD CONSTRAINT assignment_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id, judge_id);

ALTER TABLE ONLY assignment
    ADD CONSTRAINT assignment_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES round(event_id, round_id);

ALTER TABLE ONLY assignment
    ADD CONSTRAINT assignment_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY audit_chain
    ADD CONSTRAINT audit_chain_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY audit_entry
    ADD CONSTRAINT audit_entry_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES audit_chain(event_id, principal_id);

ALTER TABLE ONLY audit_personal_value
    ADD CONSTRAINT audit_personal_value_event_id_principal_id_number_fkey FOREIGN KEY (event_id, principal_id, number) REFERENCES audit_entry(event_id, principal_id, number);

ALTER TABLE ONLY certificate
    ADD CONSTRAINT certificate_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY certificate
    ADD CONSTRAINT certificate_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES participant(event_id, participant_id);

ALTER TABLE ONLY certificate
    ADD CONSTRAINT certificate_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY conflict_override
    ADD CONSTRAINT conflict_override_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES access_token(event_id, token_id, principal_id);

ALTER TABLE ONLY conflict_override
    ADD CONSTRAINT conflict_override_event_id_judge_id_team_id_kind_fkey FOREIGN KEY (event_id, judge_id, team_id, kind) REFERENCES judge_conflict(event_id, judge_id, team_id, kind) ON DELETE CASCADE;

ALTER TABLE ONLY conflict_waiver
    ADD CONSTRAINT conflict_waiver_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES access_token(event_id, token_id, principal_id);

ALTER TABLE ONLY conflict_waiver
    ADD CONSTRAINT conflict_waiver_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY criterion
    ADD CONSTRAINT criterion_event_id_rubric_id_fkey FOREIGN KEY (event_id, rubric_id) REFERENCES rubric(event_id, rubric_id);

ALTER TABLE ONLY criterion_level
    ADD CONSTRAINT criterion_level_event_id_rubric_id_criterion_id_fkey FOREIGN KEY (event_id, rubric_id, criterion_id) REFERENCES criterion(event_id, rubric_id, criterion_id);

ALTER TABLE ONLY eligibility_finding
    ADD CONSTRAINT eligibility_finding_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY eligibility_finding
    ADD CONSTRAINT eligibility_finding_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY eligibility_finding
    ADD CONSTRAINT eligibility_finding_of_point FOREIGN KEY (event_id, key) REFERENCES eligibility_point(event_id, key);

ALTER TABLE ONLY eligibility_point
    ADD CONSTRAINT eligibility_point_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY erased_name
    ADD CONSTRAINT erased_name_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY erased_person
    ADD CONSTRAINT erased_person_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY event_relation
    ADD CONSTRAINT event_relation_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY feedback_policy
    ADD CONSTRAINT feedback_policy_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY import_origin
    ADD CONSTRAINT import_origin_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY judge_conflict
    ADD CONSTRAINT judge_conflict_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id, judge_id);

ALTER TABLE ONLY judge_conflict
    ADD CONSTRAINT judge_conflict_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY judge
    ADD CONSTRAINT judge_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY judge_invitation
    ADD CONSTRAINT judge_invitation_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id, judge_id);

ALTER TABLE ONLY judge
    ADD CONSTRAINT judge_principal FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY mentor_availability
    ADD CONSTRAINT mentor_availability_event_id_mentor_id_fkey FOREIGN KEY (event_id, mentor_id) REFERENCES mentor(event_id, mentor_id);

ALTER TABLE ONLY mentor
    ADD CONSTRAINT mentor_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY mentor_note
    ADD CONSTRAINT mentor_note_event_id_mentor_id_fkey FOREIGN KEY (event_id, mentor_id) REFERENCES mentor(event_id, mentor_id);

ALTER TABLE ONLY mentor_note
    ADD CONSTRAINT mentor_note_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY mentor_request
    ADD CONSTRAINT mentor_request_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT mentor_session_event_id_mentor_id_fkey FOREIGN KEY (event_id, mentor_id) REFERENCES mentor(event_id, mentor_id);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT mentor_session_event_id_request_id_fkey FOREIGN KEY (event_id, request_id) REFERENCES mentor_request(event_id, request_id);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT mentor_session_event_id_room_id_fkey FOREIGN KEY (event_id, room_id) REFERENCES room(event_id, room_id);

ALTER TABLE ONLY mentor_session
    ADD CONSTRAINT mentor_session_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY objection_decision
    ADD CONSTRAINT objection_decision_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES access_token(event_id, token_id, principal_id);

ALTER TABLE ONLY objection_decision
    ADD CONSTRAINT objection_decision_event_id_objection_fkey FOREIGN KEY (event_id, objection) REFERENCES objection(event_id, objection);

ALTER TABLE ONLY objection_decision
    ADD CONSTRAINT objection_decision_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY objection
    ADD CONSTRAINT objection_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES objection_window(event_id, number);

ALTER TABLE ONLY objection
    ADD CONSTRAINT objection_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY objection
    ADD CONSTRAINT objection_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY objection_window
    ADD CONSTRAINT objection_window_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES result(event_id, number);

ALTER TABLE ONLY objection_window
    ADD CONSTRAINT objection_window_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY organisation_alias
    ADD CONSTRAINT organisation_alias_names_organisation FOREIGN KEY (event_id, organisation_id) REFERENCES organisation(event_id, organisation_id);

ALTER TABLE ONLY organisation
    ADD CONSTRAINT organisation_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY organisation_role
    ADD CONSTRAINT organisation_role_event_id_organisation_id_fkey FOREIGN KEY (event_id, organisation_id) REFERENCES organisation(event_id, organisation_id);

ALTER TABLE ONLY overlap_allowance
    ADD CONSTRAINT overlap_allowance_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY overlap_allowance
    ADD CONSTRAINT overlap_allowance_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY participant
    ADD CONSTRAINT participant_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY principal
    ADD CONSTRAINT principal_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY prize_award
    ADD CONSTRAINT prize_award_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES result(event_id, number);

ALTER TABLE ONLY prize_award
    ADD CONSTRAINT prize_award_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY prize_award
    ADD CONSTRAINT prize_award_event_id_prize_id_fkey FOREIGN KEY (event_id, prize_id) REFERENCES prize(event_id, prize_id);

ALTER TABLE ONLY prize_award
    ADD CONSTRAINT prize_award_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY prize
    ADD CONSTRAINT prize_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY prize
    ADD CONSTRAINT prize_event_id_track_id_fkey FOREIGN KEY (event_id, track_id) REFERENCES track(event_id, track_id);

ALTER TABLE ONLY prize_refusal
    ADD CONSTRAINT prize_refusal_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY prize_refusal
    ADD CONSTRAINT prize_refusal_event_id_prize_id_fkey FOREIGN KEY (event_id, prize_id) REFERENCES prize(event_id, prize_id);

ALTER TABLE ONLY prize_refusal
    ADD CONSTRAINT prize_refusal_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY prize_rules
    ADD CONSTRAINT prize_rules_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY prize_vote
    ADD CONSTRAINT prize_vote_event_id_prize_id_fkey FOREIGN KEY (event_id, prize_id) REFERENCES prize(event_id, prize_id);

ALTER TABLE ONLY prize_vote
    ADD CONSTRAINT prize_vote_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY result
    ADD CONSTRAINT result_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY result
    ADD CONSTRAINT result_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES round(event_id, round_id);

ALTER TABLE ONLY result_rank
    ADD CONSTRAINT result_rank_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES result(event_id, number);

ALTER TABLE ONLY result_rank
    ADD CONSTRAINT result_rank_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY result_step
    ADD CONSTRAINT result_step_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES access_token(event_id, token_id, principal_id);

ALTER TABLE ONLY result_step
    ADD CONSTRAINT result_step_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES result(event_id, number);

ALTER TABLE ONLY result_step
    ADD CONSTRAINT result_step_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY room
    ADD CONSTRAINT room_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY round_entrant
    ADD CONSTRAINT round_entrant_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES round(event_id, round_id);

ALTER TABLE ONLY round_entrant
    ADD CONSTRAINT round_entrant_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_event_id_rubric_id_fkey FOREIGN KEY (event_id, rubric_id) REFERENCES rubric(event_id, rubric_id);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_from FOREIGN KEY (event_id, from_round_id) REFERENCES round(event_id, round_id);

ALTER TABLE ONLY round_judge
    ADD CONSTRAINT round_judge_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id, judge_id);

ALTER TABLE ONLY round_judge
    ADD CONSTRAINT round_judge_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES round(event_id, round_id);

ALTER TABLE ONLY round
    ADD CONSTRAINT round_track FOREIGN KEY (event_id, track_id) REFERENCES track(event_id, track_id);

ALTER TABLE ONLY rubric
    ADD CONSTRAINT rubric_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY score
    ADD CONSTRAINT score_of_its_rubric FOREIGN KEY (event_id, rubric_id, criterion_id) REFERENCES criterion(event_id, rubric_id, criterion_id);

ALTER TABLE ONLY score
    ADD CONSTRAINT score_on_its_sheet FOREIGN KEY (event_id, round_id, judge_id, team_id, rubric_id) REFERENCES sheet(event_id, round_id, judge_id, team_id, rubric_id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_confirmed_by_somebody FOREIGN KEY (event_id, confirmed_by) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_event_id_rubric_id_fkey FOREIGN KEY (event_id, rubric_id) REFERENCES rubric(event_id, rubric_id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_follows_rubric_of_round FOREIGN KEY (event_id, round_id, rubric_id) REFERENCES round(event_id, round_id, rubric_id);

COMMENT ON CONSTRAINT sheet_follows_rubric_of_round ON sheet IS 'A round cannot change its rubric once it has a sheet, draft or ready.';

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_is_assigned FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES assignment(event_id, round_id, judge_id, team_id);

ALTER TABLE ONLY sheet_revision
    ADD CONSTRAINT sheet_revision_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY sheet_revision
    ADD CONSTRAINT sheet_revision_event_id_round_id_judge_id_team_id_fkey FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES sheet(event_id, round_id, judge_id, team_id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_saved_by_somebody FOREIGN KEY (event_id, saved_by) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY submission
    ADD CONSTRAINT submission_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY submission_file
    ADD CONSTRAINT submission_file_event_id_submission_id_fkey FOREIGN KEY (event_id, submission_id) REFERENCES submission(event_id, submission_id);

ALTER TABLE ONLY submission_late_acceptance
    ADD CONSTRAINT submission_late_acceptance_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY submission_late_acceptance
    ADD CONSTRAINT submission_late_acceptance_event_id_submission_id_number_fkey FOREIGN KEY (event_id, submission_id, number) REFERENCES submission_version(event_id, submission_id, number);

ALTER TABLE ONLY submission_track
    ADD CONSTRAINT submission_track_event_id_submission_id_fkey FOREIGN KEY (event_id, submission_id) REFERENCES submission(event_id, submission_id);

ALTER TABLE ONLY submission_track
    ADD CONSTRAINT submission_track_known FOREIGN KEY (event_id, track_id) REFERENCES track(event_id, track_id);

ALTER TABLE ONLY submission_version
    ADD CONSTRAINT submission_version_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY submission_version
    ADD CONSTRAINT submission_version_event_id_submission_id_fkey FOREIGN KEY (event_id, submission_id) REFERENCES submission(event_id, submission_id);

ALTER TABLE ONLY team_allowance
    ADD CONSTRAINT team_allowance_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY team_allowance
    ADD CONSTRAINT team_allowance_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);

ALTER TABLE ONLY team_allowance
    ADD CONSTRAINT team_allowance_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY team
    ADD CONSTRAINT team_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY team_former_name
    ADD CONSTRAINT team_former_name_leads_to_team FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY team_invitation
    ADD CONSTRAINT team_invitation_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES participant(event_id, participant_id);

ALTER TABLE ONLY team_invitation
    ADD CONSTRAINT team_invitation_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY team_member
    ADD CONSTRAINT team_member_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES participant(event_id, participant_id);

ALTER TABLE ONLY team_member
    ADD CONSTRAINT team_member_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES team(event_id, team_id);

ALTER TABLE ONLY team
    ADD CONSTRAINT team_track FOREIGN KEY (event_id, track_id) REFERENCES track(event_id, track_id);

ALTER TABLE ONLY track
    ADD CONSTRAINT track_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(event_id);

ALTER TABLE ONLY winner_confirmation
    ADD CONSTRAINT winner_confirmation_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES participant(event_id, participant_id);

ALTER TABLE ONLY winner_confirmation
    ADD CONSTRAINT winner_confirmation_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES principal(event_id, principal_id);
