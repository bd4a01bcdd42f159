--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: datajam; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA datajam;


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA datajam;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: audit_actor(bigint, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_actor(event bigint, actor text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE
  actor_id bigint;
BEGIN
  SELECT p.principal_id INTO actor_id FROM principal AS p WHERE p.event_id = event AND p.name = actor;
  IF actor_id IS NULL THEN
    RAISE EXCEPTION 'unknown principal' USING ERRCODE = 'DJ002';
  END IF;
  RETURN actor_id;
END $$;


--
-- Name: FUNCTION audit_actor(event bigint, actor text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_actor(event bigint, actor text) IS 'The number of a principal; a name that the event does not know is refused.';


--
-- Name: audit_append(bigint, text, text, text[], text[], bytea[], text[]); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_append(event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: FUNCTION audit_append(event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_append(event bigint, actor text, details text, fields text[], sides text[], salts bytea[], personal_values text[]) IS 'Appends one entry to the actor''s chain and returns its number.';


--
-- Name: audit_append_batch(bigint, text, text, text, text, boolean); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_append_batch(event bigint, actor text, channel text, act text, what text, is_personal boolean) RETURNS void
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


--
-- Name: FUNCTION audit_append_batch(event bigint, actor text, channel text, act text, what text, is_personal boolean); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_append_batch(event bigint, actor text, channel text, act text, what text, is_personal boolean) IS 'Logs many records in entries of a thousand. They come from the temporary table audit_batch (position from 1 without gaps, key, old, new); personal values are logged as salted hashes.';


--
-- Name: audit_hash(bytea, bigint, timestamp with time zone, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_hash(previous bytea, number bigint, moment timestamp with time zone, details text) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
  SELECT sha256(previous || convert_to(number || ' ' || audit_time(moment) || ' ' || details, 'UTF8'))
$$;


--
-- Name: FUNCTION audit_hash(previous bytea, number bigint, moment timestamp with time zone, details text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_hash(previous bytea, number bigint, moment timestamp with time zone, details text) IS 'The hash of an entry or a checkpoint, which includes the hash of the one before.';


--
-- Name: audit_personal_values_of(bigint, bigint[], text[]); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_personal_values_of(event bigint, numbers bigint[], keys text[]) RETURNS TABLE(principal_id bigint, number bigint, field text, side text)
    LANGUAGE sql STABLE
    AS $$
  WITH who AS MATERIALIZED (
    SELECT n::text AS name FROM unnest(numbers) AS n
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
  FROM audit_personal_value AS v JOIN entry AS e USING (principal_id, number)
  WHERE v.event_id = event
    AND (e.name IN (SELECT name FROM called) OR (e.name LIKE '% records' AND v.field IN (SELECT name FROM who)))
$$;


--
-- Name: FUNCTION audit_personal_values_of(event bigint, numbers bigint[], keys text[]); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_personal_values_of(event bigint, numbers bigint[], keys text[]) IS 'The personal values that the log holds of some participants. It finds entries about one of them, by number or key, and entries about many records, whose fields are the numbers of participants.';


--
-- Name: audit_personal_values_under(bigint, text, text[]); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_personal_values_under(event bigint, what text, keys text[]) RETURNS TABLE(principal_id bigint, number bigint, field text, side text)
    LANGUAGE sql STABLE
    AS $$
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN audit_entry AS e USING (event_id, principal_id, number)
  WHERE v.event_id = event AND e.details::jsonb ->> 'noun' = what AND split_part(e.details::jsonb ->> 'key', ' ', 1) = ANY (keys)
$$;


--
-- Name: FUNCTION audit_personal_values_under(event bigint, what text, keys text[]); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_personal_values_under(event bigint, what text, keys text[]) IS 'The personal values that the log holds under some keys of one kind. A key also finds entries whose key begins with it as a word.';


--
-- Name: audit_seal(bigint, text, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_seal(event bigint, actor text, reason text) RETURNS bytea
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


--
-- Name: FUNCTION audit_seal(event bigint, actor text, reason text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_seal(event bigint, actor text, reason text) IS 'Adds a checkpoint that ties all chains of the event together, and returns its hash.';


--
-- Name: audit_settle_chain(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_settle_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE audit_chain AS c SET length = e.number, head = e.hash
  FROM (
    SELECT number, hash FROM audit_entry
    WHERE event_id = NEW.event_id AND principal_id = NEW.principal_id ORDER BY number DESC LIMIT 1) AS e
  WHERE c.event_id = NEW.event_id AND c.principal_id = NEW.principal_id;
  RETURN NULL;
END $$;


--
-- Name: FUNCTION audit_settle_chain(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_settle_chain() IS 'At the end of a transaction that appended, records the new end of the chain.';


--
-- Name: audit_time(timestamp with time zone); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.audit_time(moment timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;


--
-- Name: FUNCTION audit_time(moment timestamp with time zone); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.audit_time(moment timestamp with time zone) IS 'The form in which a time is hashed.';


--
-- Name: booking_conflict(bigint, bigint, bigint, bigint, bigint, tstzrange); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.booking_conflict(event bigint, session bigint, mentor bigint, team bigint, room bigint, slot tstzrange) RETURNS text
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


--
-- Name: FUNCTION booking_conflict(event bigint, session bigint, mentor bigint, team bigint, room bigint, slot tstzrange); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.booking_conflict(event bigint, session bigint, mentor bigint, team bigint, room bigint, slot tstzrange) IS 'The name of the first rule that a booking would break, or nothing. The answer holds until the transaction ends.';


--
-- Name: clock_changes(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.clock_changes(zone text, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(at timestamp with time zone, before integer, after integer)
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


--
-- Name: FUNCTION clock_changes(zone text, since timestamp with time zone, until timestamp with time zone); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.clock_changes(zone text, since timestamp with time zone, until timestamp with time zone) IS 'When the clocks of a zone are set forward or back, to the minute.';


--
-- Name: clock_word(timestamp with time zone, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.clock_word(instant timestamp with time zone, zone text) RETURNS text
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


--
-- Name: FUNCTION clock_word(instant timestamp with time zone, zone text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.clock_word(instant timestamp with time zone, zone text) IS 'The abbreviation of a zone''s time at an instant, such as EDT; it is for people and is never read as a time.';


--
-- Name: conflict_evidence(bigint, text[]); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.conflict_evidence(event bigint, providers text[]) RETURNS TABLE(judge_id bigint, team_id bigint, kind text, reason text)
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


--
-- Name: FUNCTION conflict_evidence(event bigint, providers text[]); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.conflict_evidence(event bigint, providers text[]) IS 'Why judges should not judge teams, as far as the database knows: the same organisation by any of its names, the same e-mail domain unless it is one of the providers, sessions as a mentor, membership in the team.';


--
-- Name: fields_of(jsonb, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.fields_of(texts jsonb, name text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    name || '_en', texts -> 'en', name || '_fr', texts -> 'fr', name || '_es', texts -> 'es'))
$$;


--
-- Name: FUNCTION fields_of(texts jsonb, name text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.fields_of(texts jsonb, name text) IS 'The fields NAME_en, NAME_fr and NAME_es of {"en": text, …}.';


--
-- Name: guard_assignment(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_assignment() RETURNS trigger
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


--
-- Name: FUNCTION guard_assignment(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_assignment() IS 'Refuses an assignment of a judge in conflict, of a team that the round does not judge, or of a judge who is not in the round.';


--
-- Name: guard_conflict(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_conflict() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = NEW.event_id AND j.judge_id = NEW.judge_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;


--
-- Name: FUNCTION guard_conflict(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_conflict() IS 'Makes a new conflict wait for sheets and assignments of the judge that are being saved.';


--
-- Name: guard_correction(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_correction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.text @> OLD.text
    AND (NEW.event_id, NEW.number, NEW.noted_at) = (OLD.event_id, OLD.number, OLD.noted_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'announcement_correction only grows' USING ERRCODE = 'DJ001';
END $$;


--
-- Name: FUNCTION guard_correction(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_correction() IS 'Refuses changes of a correction, except a text in a further language.';


--
-- Name: guard_entries(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_entries() RETURNS trigger
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


--
-- Name: FUNCTION guard_entries(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_entries() IS 'Refuses teams and submissions of an event whose judging has ended.';


--
-- Name: guard_frozen_round(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_frozen_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
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


--
-- Name: FUNCTION guard_frozen_round(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_frozen_round() IS 'Refuses changes of a frozen round, and reopening it once a result of it was approved.';


--
-- Name: guard_level_points(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_level_points() RETURNS trigger
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


--
-- Name: FUNCTION guard_level_points(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_level_points() IS 'Refuses a level that is not on the scale of its criterion.';


--
-- Name: guard_mentor_session(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_mentor_session() RETURNS trigger
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


--
-- Name: FUNCTION guard_mentor_session(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_mentor_session() IS 'Refuses to book a session against a rule, whichever statement books it.';


--
-- Name: guard_override(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_override() RETURNS trigger
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


--
-- Name: FUNCTION guard_override(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_override() IS 'Refuses an override by anybody but an organiser.';


--
-- Name: guard_part_of_round(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_part_of_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  event bigint := COALESCE(NEW.event_id, OLD.event_id);
  round bigint := COALESCE(NEW.round_id, OLD.round_id);
  state_now text;
BEGIN
  SELECT r.state INTO state_now FROM round AS r WHERE r.event_id = event AND r.round_id = round FOR SHARE;
  IF state_now = 'frozen' THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;


--
-- Name: FUNCTION guard_part_of_round(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_part_of_round() IS 'Refuses changes of what belongs to a frozen round.';


--
-- Name: guard_phase(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_phase() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF phase_number(NEW.phase) > phase_number(OLD.phase) + 1 THEN
    RAISE EXCEPTION 'a phase is skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_phase_one_step_forward';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: FUNCTION guard_phase(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_phase() IS 'Refuses a phase that skips another one.';


--
-- Name: guard_prize_rules(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_prize_rules() RETURNS trigger
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


--
-- Name: FUNCTION guard_prize_rules(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_prize_rules() IS 'Refuses changes of the rules once a sheet exists: they are declared before anybody can know whom they favour.';


--
-- Name: guard_recused_sheet(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_recused_sheet() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'judge recused' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_recused_until_reopened';
END $$;


--
-- Name: FUNCTION guard_recused_sheet(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_recused_sheet() IS 'Refuses to make a recused sheet ready: an organiser reopens it first, which makes it a draft.';


--
-- Name: guard_result_step(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_result_step() RETURNS trigger
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


--
-- Name: FUNCTION guard_result_step(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_result_step() IS 'Refuses a step out of order. Organisers approve a result whose round is frozen; one that two approved is announced; a public one stays until it is retracted.';


--
-- Name: guard_rubric(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_rubric() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  touched criterion := COALESCE(NEW, OLD);
BEGIN
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;


--
-- Name: FUNCTION guard_rubric(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_rubric() IS 'Refuses changes of the criteria of a rubric version that has a sheet.';


--
-- Name: guard_rubric_levels(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_rubric_levels() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  touched criterion_level := COALESCE(NEW, OLD);
BEGIN
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;


--
-- Name: FUNCTION guard_rubric_levels(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_rubric_levels() IS 'Refuses changes of the words of levels in the same case: they are part of the version.';


--
-- Name: guard_score(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_score() RETURNS trigger
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


--
-- Name: FUNCTION guard_score(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_score() IS 'Refuses points off the scale, points of a recused judge, and points in a frozen round.';


--
-- Name: guard_sheet(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_sheet() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  state_now text;
BEGIN
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


--
-- Name: FUNCTION guard_sheet(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_sheet() IS 'Refuses a sheet of a round that is not open, or of a judge in conflict. Such a judge may still recuse, which ends the conflict.';


--
-- Name: guard_sheet_author(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_sheet_author() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    LEFT JOIN judge AS j ON j.event_id = p.event_id AND j.principal_id = p.principal_id
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id
      AND (p.role = 'organiser' OR j.judge_id = NEW.judge_id))
  THEN
    RAISE EXCEPTION 'sheet of another judge' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_by_its_judge';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: FUNCTION guard_sheet_author(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_sheet_author() IS 'Refuses a save by anybody but the judge and organisers.';


--
-- Name: guard_submission_time(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_submission_time() RETURNS trigger
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


--
-- Name: FUNCTION guard_submission_time(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_submission_time() IS 'Receives a participant''s version now, whatever time the statement gives, and refuses it after the grace period.';


--
-- Name: guard_team_size(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.guard_team_size() RETURNS trigger
    LANGUAGE plpgsql
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


--
-- Name: FUNCTION guard_team_size(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.guard_team_size() IS 'Refuses a member above the size, a member of a team that is not active, and a member who withdrew.';


--
-- Name: import_time(timestamp with time zone); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.import_time(moment timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;


--
-- Name: FUNCTION import_time(moment timestamp with time zone); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.import_time(moment timestamp with time zone) IS 'The form of an instant in the fields of an import.';


--
-- Name: import_writable(jsonb, jsonb, jsonb, boolean); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE WHEN overwrites OR last IS NULL THEN given ELSE (
    SELECT COALESCE(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(given) AS f
    WHERE f.value = held -> f.key OR last -> f.key IS NOT DISTINCT FROM held -> f.key
      OR NOT last ? f.key AND (f.key = 'received_at' OR held -> f.key = '"false"'))
  END
$$;


--
-- Name: FUNCTION import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.import_writable(held jsonb, given jsonb, last jsonb, overwrites boolean) IS 'Which of the given fields an import may write: those that nobody edited since the same source last wrote them.';


--
-- Name: instants_of(timestamp without time zone, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.instants_of(local timestamp without time zone, zone text) RETURNS SETOF timestamp with time zone
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


--
-- Name: FUNCTION instants_of(local timestamp without time zone, zone text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.instants_of(local timestamp without time zone, zone text) IS 'The instants at which the clocks of a zone show this time: none where they skip it, two where they are set back.';


--
-- Name: is_address(text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.is_address(address text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  SELECT address ~* '^https?://[^\s/]+\S*$'
$_$;


--
-- Name: FUNCTION is_address(address text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.is_address(address text) IS 'Whether this has the form of a page''s address: http or https, a host, no spaces. Whether the page exists is not checked.';


--
-- Name: is_in_conflict(bigint, bigint, bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.is_in_conflict(event bigint, judge bigint, team bigint) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = event AND j.judge_id = judge FOR SHARE;
  RETURN EXISTS (
    SELECT FROM open_conflict AS c WHERE c.event_id = event AND c.judge_id = judge AND c.team_id = team);
END $$;


--
-- Name: FUNCTION is_in_conflict(event bigint, judge bigint, team bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.is_in_conflict(event bigint, judge bigint, team bigint) IS 'Whether a conflict keeps the judge from the team; the answer holds until the transaction ends.';


--
-- Name: is_key(text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.is_key(word text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  SELECT length(word) BETWEEN 1 AND 60 AND word ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
$_$;


--
-- Name: FUNCTION is_key(word text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.is_key(word text) IS 'Whether this is a readable key: a-z and 0-9 with single dashes between words, 60 at most.';


--
-- Name: is_localised(jsonb); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.is_localised(texts jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE
    WHEN jsonb_typeof(texts) <> 'object' THEN false
    ELSE NOT EXISTS (
      SELECT FROM jsonb_each(texts) AS entry
      WHERE entry.key NOT IN ('en', 'fr', 'es') OR jsonb_typeof(entry.value) <> 'string' OR entry.value #>> '{}' !~ '\S')
  END
$$;


--
-- Name: FUNCTION is_localised(texts jsonb); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.is_localised(texts jsonb) IS 'Whether this is {"en": text, "fr": text, "es": text}: any of them may be missing, none may be blank.';


--
-- Name: leave_team_on_withdrawal(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.leave_team_on_withdrawal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM team_member WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id;
  RETURN NULL;
END $$;


--
-- Name: FUNCTION leave_team_on_withdrawal(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.leave_team_on_withdrawal() IS 'Removes a participant who withdraws from the team in the same statement.';


--
-- Name: local_text(timestamp with time zone, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.local_text(moment timestamp with time zone, zone text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT to_char(moment AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI')
$$;


--
-- Name: FUNCTION local_text(moment timestamp with time zone, zone text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.local_text(moment timestamp with time zone, zone text) IS 'The time that the clocks of a zone show at an instant, to the minute.';


--
-- Name: localised_of(jsonb, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.localised_of(fields jsonb, name text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'en', fields -> (name || '_en'), 'fr', fields -> (name || '_fr'), 'es', fields -> (name || '_es')))
$$;


--
-- Name: FUNCTION localised_of(fields jsonb, name text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.localised_of(fields jsonb, name text) IS '{"en": text, …} of the fields NAME_en, NAME_fr and NAME_es.';


--
-- Name: lock_mentoring(bigint, bigint[], bigint[], bigint[]); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]) RETURNS void
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


--
-- Name: FUNCTION lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.lock_mentoring(event bigint, mentors bigint[], teams bigint[], rooms bigint[]) IS 'Waits for every other transaction that books one of these mentors, teams or rooms.';


--
-- Name: merge_team_conflicts(bigint, bigint, bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.merge_team_conflicts(event bigint, merged bigint, kept bigint) RETURNS void
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


--
-- Name: FUNCTION merge_team_conflicts(event bigint, merged bigint, kept bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.merge_team_conflicts(event bigint, merged bigint, kept bigint) IS 'Moves the conflicts of a team to the team into which it is merged, with their kinds, pins and overrides. Where both teams have one of a kind, an override stays only of organisers who overrode both.';


--
-- Name: merge_team_mentoring(bigint, bigint, bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.merge_team_mentoring(event bigint, merged bigint, kept bigint) RETURNS void
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


--
-- Name: FUNCTION merge_team_mentoring(event bigint, merged bigint, kept bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.merge_team_mentoring(event bigint, merged bigint, kept bigint) IS 'Moves sessions, requests and notes of a team to the team into which it is merged. A session that breaks a rule there is cancelled.';


--
-- Name: merge_team_references(bigint, bigint, bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.merge_team_references(event bigint, merged bigint, kept bigint) RETURNS void
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


--
-- Name: FUNCTION merge_team_references(event bigint, merged bigint, kept bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.merge_team_references(event bigint, merged bigint, kept bigint) IS 'Moves what other tables hold of a team to the team into which it is merged: submission, conflicts, mentoring, and the names by which files call it.';


--
-- Name: minutes_ahead(timestamp with time zone, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.minutes_ahead(instant timestamp with time zone, zone text) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
  SELECT (EXTRACT(epoch FROM (instant AT TIME ZONE zone) - (instant AT TIME ZONE 'UTC')) / 60)::integer
$$;


--
-- Name: FUNCTION minutes_ahead(instant timestamp with time zone, zone text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.minutes_ahead(instant timestamp with time zone, zone text) IS 'By how many minutes the clocks of a zone are ahead of UTC at an instant.';


--
-- Name: overrides_needed(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.overrides_needed() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT 2 $$;


--
-- Name: FUNCTION overrides_needed(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.overrides_needed() IS 'How many organisers have to override a conflict before it keeps nobody from a team.';


--
-- Name: phase_now(bigint, text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.phase_now(event bigint, phase text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE
    WHEN phase_number(phase) < phase_number('announced')
      AND EXISTS (SELECT FROM published_result AS p WHERE p.event_id = event) THEN 'announced'
    ELSE phase
  END
$$;


--
-- Name: FUNCTION phase_now(event bigint, phase text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.phase_now(event bigint, phase text) IS 'The phase that applies to an event whose row says this one: announced from the hour of its result.';


--
-- Name: phase_number(text); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.phase_number(phase text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT array_position('{draft,registration,running,judging,review,announced,closed}'::text[], phase)
$$;


--
-- Name: FUNCTION phase_number(phase text); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.phase_number(phase text) IS 'The position of a phase in the order of phases, from 1.';


--
-- Name: points_fault(bigint, bigint, bigint, bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.points_fault(points bigint, minimum bigint, maximum bigint, step bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT CASE
    WHEN (points BETWEEN minimum AND maximum) IS NOT TRUE THEN 'score_within_scale'
    WHEN (points - minimum) % step <> 0 THEN 'score_on_step'
  END
$$;


--
-- Name: FUNCTION points_fault(points bigint, minimum bigint, maximum bigint, step bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.points_fault(points bigint, minimum bigint, maximum bigint, step bigint) IS 'The rule that points break: they lie on the criterion''s scale and on one of its steps. Nothing when they break none.';


--
-- Name: refuse_change(); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'DJ001';
END $$;


--
-- Name: FUNCTION refuse_change(); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.refuse_change() IS 'Refuses every change; for tables to which rows are only added.';


--
-- Name: save_sheets_of(bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.save_sheets_of(round bigint) RETURNS void
    LANGUAGE sql
    AS $$
  SELECT pg_advisory_xact_lock_shared(hashtext('datajam round'), round::integer)
$$;


--
-- Name: FUNCTION save_sheets_of(round bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.save_sheets_of(round bigint) IS 'Called before the round''s row is locked by every transaction that saves a sheet; it holds until the transaction ends.';


--
-- Name: stop_saving_sheets_of(bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.stop_saving_sheets_of(round bigint) RETURNS void
    LANGUAGE sql
    AS $$
  SELECT pg_advisory_xact_lock(hashtext('datajam round'), round::integer)
$$;


--
-- Name: FUNCTION stop_saving_sheets_of(round bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.stop_saving_sheets_of(round bigint) IS 'Waits for sheets that are being saved and makes later ones wait, until the transaction ends.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: event; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.event (
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
    CONSTRAINT event_name_localised CHECK ((datajam.is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT event_notice_localised CHECK (datajam.is_localised(notice)),
    CONSTRAINT event_phase_known CHECK ((phase = ANY (ARRAY['draft'::text, 'registration'::text, 'running'::text, 'judging'::text, 'review'::text, 'announced'::text, 'closed'::text]))),
    CONSTRAINT event_purpose_localised CHECK (datajam.is_localised(purpose)),
    CONSTRAINT event_registration_ends_after_start CHECK ((registration_to >= registration_from)),
    CONSTRAINT event_registration_ends_before_end CHECK ((registration_to <= ends_on)),
    CONSTRAINT event_registration_starts_before_end CHECK ((registration_from <= ends_on)),
    CONSTRAINT event_slug_is_key CHECK (datajam.is_key(slug)),
    CONSTRAINT event_stated_nationalities_positive CHECK ((stated_nationalities > 0)),
    CONSTRAINT event_stated_participants_positive CHECK ((stated_participants > 0)),
    CONSTRAINT event_submissions_due_after_start CHECK ((((submissions_due_at AT TIME ZONE time_zone))::date >= starts_on)),
    CONSTRAINT event_submissions_due_before_announcement CHECK ((((submissions_due_at AT TIME ZONE time_zone))::date <= announced_on)),
    CONSTRAINT event_submissions_due_before_judging_ends CHECK ((((submissions_due_at AT TIME ZONE time_zone))::date <= judging_to)),
    CONSTRAINT event_team_minimum_within_size CHECK (((team_minimum >= 1) AND (team_minimum <= team_size))),
    CONSTRAINT event_team_size_positive CHECK ((team_size > 0)),
    CONSTRAINT event_theme_localised CHECK (datajam.is_localised(theme))
);


--
-- Name: TABLE event; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.event IS 'One edition of a hackathon.';


--
-- Name: COLUMN event.slug; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.slug IS 'The readable key of the event, such as datajam-2021.';


--
-- Name: COLUMN event.purpose; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.purpose IS 'What the event is for, as the end of a sentence: "to turn data against human trafficking in Canada".';


--
-- Name: COLUMN event.notice; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.notice IS 'A line at the foot of what is published in a language, such as the name of its translator.';


--
-- Name: COLUMN event.languages; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.languages IS 'The languages in which the event publishes.';


--
-- Name: COLUMN event.time_zone; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.time_zone IS 'An IANA name such as America/Toronto, never an abbreviation.';


--
-- Name: COLUMN event.phase; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.phase IS 'The phase that an organiser set; phase_now tells the phase that applies.';


--
-- Name: COLUMN event.submissions_due_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.submissions_due_at IS 'The deadline for submissions; organisers give it as local time of the event''s zone.';


--
-- Name: COLUMN event.grace_minutes; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.grace_minutes IS 'For how many minutes after submissions_due_at submissions are still taken.';


--
-- Name: COLUMN event.announced_on; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.announced_on IS 'The day on which the winners are announced.';


--
-- Name: COLUMN event.keep_people_until; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.keep_people_until IS 'The last day on which people''s identities are kept; "person erase --due" erases them afterwards.';


--
-- Name: COLUMN event.team_minimum; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.team_minimum IS 'The fewest members that a team may have when the event starts running.';


--
-- Name: COLUMN event.team_size; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.team_size IS 'The most members that a team may have.';


--
-- Name: COLUMN event.mentor_sessions_per_day; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.mentor_sessions_per_day IS 'The most mentor sessions that a team may have on one day of the event''s zone.';


--
-- Name: COLUMN event.stated_participants; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.stated_participants IS 'The number of participants that was published; it is shown beside the counted one.';


--
-- Name: COLUMN event.stated_nationalities; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event.stated_nationalities IS 'The number of nationalities that was published; it is shown beside the counted one.';


--
-- Name: submissions_close_at(datajam.event); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.submissions_close_at(of_event datajam.event) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
  SELECT of_event.submissions_due_at + make_interval(mins => of_event.grace_minutes)
$$;


--
-- Name: FUNCTION submissions_close_at(of_event datajam.event); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.submissions_close_at(of_event datajam.event) IS 'When submissions close: at the deadline, or after its grace period. Nothing for an event without a deadline.';


--
-- Name: takes_entries(bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.takes_entries(event bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $_$
  SELECT phase_number(e.phase) <= phase_number('judging') FROM event AS e WHERE e.event_id = $1
$_$;


--
-- Name: FUNCTION takes_entries(event bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.takes_entries(event bigint) IS 'Whether an event still takes teams and submissions: until judging ends.';


--
-- Name: team_topics(bigint); Type: FUNCTION; Schema: datajam; Owner: -
--

CREATE FUNCTION datajam.team_topics(event bigint) RETURNS TABLE(team_id bigint, languages text[], topics text[])
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


--
-- Name: FUNCTION team_topics(event bigint); Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON FUNCTION datajam.team_topics(event bigint) IS 'What a judge of each team reads: the languages and topics of its work. Without a written work the languages are those of its members. Topics are tracks and what the team asked mentors about.';


--
-- Name: access_token; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.access_token (
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


--
-- Name: TABLE access_token; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.access_token IS 'Tokens that prove who acts.';


--
-- Name: COLUMN access_token.prefix; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.access_token.prefix IS 'The part of a token by which people speak of it; it grants no access.';


--
-- Name: COLUMN access_token.hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.access_token.hash IS 'sha256 of the whole token, which is shown once and stored nowhere.';


--
-- Name: COLUMN access_token.scope; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.access_token.scope IS 'full: everything that the principal may do; read: only reading.';


--
-- Name: COLUMN access_token.last_used_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.access_token.last_used_at IS 'To within a minute.';


--
-- Name: access_token_token_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.access_token ALTER COLUMN token_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.access_token_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_session; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.agenda_session (
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
    CONSTRAINT agenda_session_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT agenda_session_kind_known CHECK ((kind = ANY (ARRAY['talk'::text, 'panel'::text, 'workshop'::text, 'ceremony'::text, 'social'::text, 'other'::text]))),
    CONSTRAINT agenda_session_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT agenda_session_objective_localised CHECK (datajam.is_localised(objective)),
    CONSTRAINT agenda_session_register_url_form CHECK (datajam.is_address(register_url)),
    CONSTRAINT agenda_session_title_localised CHECK (datajam.is_localised(title)),
    CONSTRAINT agenda_session_url_form CHECK (datajam.is_address(url)),
    CONSTRAINT agenda_session_zone_is_no_abbreviation CHECK (((time_zone = 'UTC'::text) OR (time_zone ~~ '%/%'::text)))
);


--
-- Name: TABLE agenda_session; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.agenda_session IS 'The draft of the agenda: talks, panels, workshops and ceremonies.';


--
-- Name: COLUMN agenda_session.objective; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.objective IS 'What the session is for.';


--
-- Name: COLUMN agenda_session.languages; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.languages IS 'ISO 639 codes with spaces between them: a session in two languages is one session.';


--
-- Name: COLUMN agenda_session.during; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.during IS 'From its start until just before its end; organisers give local times of its own zone.';


--
-- Name: COLUMN agenda_session.time_zone; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.time_zone IS 'An IANA name, never an abbreviation.';


--
-- Name: COLUMN agenda_session.url; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.url IS 'The address at which people join or watch.';


--
-- Name: COLUMN agenda_session.register_url; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.register_url IS 'The address at which people register for the session.';


--
-- Name: COLUMN agenda_session.is_cancelled; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_session.is_cancelled IS 'A cancelled session stays in the agenda, so that subscribed calendars are told.';


--
-- Name: agenda_session_session_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.agenda_session ALTER COLUMN session_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.agenda_session_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_speaker; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.agenda_speaker (
    event_id bigint NOT NULL,
    session_id bigint NOT NULL,
    "position" integer NOT NULL,
    honorific text,
    name text,
    is_public boolean DEFAULT true NOT NULL,
    role text,
    organisation text,
    second_role text,
    second_organisation text,
    CONSTRAINT agenda_speaker_name_not_blank CHECK ((name ~ '\S'::text)),
    CONSTRAINT agenda_speaker_position_positive CHECK (("position" > 0)),
    CONSTRAINT agenda_speaker_public_has_name CHECK (((name IS NOT NULL) OR (NOT is_public)))
);


--
-- Name: TABLE agenda_speaker; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.agenda_speaker IS 'The speakers of each session, in the order in which they are printed.';


--
-- Name: COLUMN agenda_speaker.name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_speaker.name IS 'Missing for a speaker who is not named.';


--
-- Name: COLUMN agenda_speaker.is_public; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_speaker.is_public IS 'Whether the name may be published; otherwise only the role is.';


--
-- Name: agenda_version; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.agenda_version (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    published_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    note text,
    sessions jsonb NOT NULL,
    changes jsonb NOT NULL,
    CONSTRAINT agenda_version_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE agenda_version; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.agenda_version IS 'What was published of the agenda, and when; never changed.';


--
-- Name: COLUMN agenda_version.note; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_version.note IS 'What the organisers say of this version.';


--
-- Name: COLUMN agenda_version.sessions; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_version.sessions IS 'The sessions at that time. Cancelled and removed ones stay in it, so that subscribed calendars are told.';


--
-- Name: COLUMN agenda_version.changes; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.agenda_version.changes IS 'The differences from the version before.';


--
-- Name: prize; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.prize (
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
    CONSTRAINT prize_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT prize_kind_known CHECK ((kind = ANY (ARRAY['money'::text, 'seat'::text, 'invitation'::text, 'promotion'::text, 'goods'::text]))),
    CONSTRAINT prize_label_localised CHECK (datajam.is_localised(label)),
    CONSTRAINT prize_quantity_possible CHECK (((quantity >= 1) AND (quantity <= 1000))),
    CONSTRAINT prize_rank_only_of_ranks CHECK (((basis = 'rank'::text) = (rank IS NOT NULL))),
    CONSTRAINT prize_rank_positive CHECK ((rank > 0)),
    CONSTRAINT prize_target_only_of_invitations CHECK (((kind = 'invitation'::text) OR ((target IS NULL) AND (target_when IS NULL)))),
    CONSTRAINT prize_track_only_of_tracks CHECK (((basis = 'track'::text) = (track_id IS NOT NULL)))
);


--
-- Name: TABLE prize; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.prize IS 'What teams can win.';


--
-- Name: COLUMN prize."position"; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize."position" IS 'The order of prizes that are given for the same reason.';


--
-- Name: COLUMN prize.basis; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.basis IS 'What it is given for: a rank, the best ranks within a track, a special award that a person decides, or the votes of the public.';


--
-- Name: COLUMN prize.quantity; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.quantity IS 'How many of it there are: the team of a rank receives all of them, otherwise each team one.';


--
-- Name: COLUMN prize.amount; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.amount IS 'In the minor unit of the currency (cents); missing while it is not known, or undisclosed.';


--
-- Name: COLUMN prize.currency; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.currency IS 'ISO 4217.';


--
-- Name: COLUMN prize.is_undisclosed; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.is_undisclosed IS 'Whether the amount is known and not published.';


--
-- Name: COLUMN prize.label; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.label IS 'The name of the prize where its kind and amount do not say it.';


--
-- Name: COLUMN prize.giver; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.giver IS 'Who gives it.';


--
-- Name: COLUMN prize.target; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.target IS 'The event to which it is an invitation.';


--
-- Name: COLUMN prize.target_when; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize.target_when IS 'The date of that event in the organisers'' words: "2021-10", "fall 2021".';


--
-- Name: prize_award; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.prize_award (
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


--
-- Name: TABLE prize_award; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.prize_award IS 'Which team won which prize. An award is never deleted, only withdrawn.';


--
-- Name: COLUMN prize_award.number; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_award.number IS 'The version of the result from which it follows.';


--
-- Name: COLUMN prize_award.amount; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_award.amount IS 'The team''s share of the money, in the minor unit of the prize''s currency.';


--
-- Name: COLUMN prize_award.shares; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_award.shares IS 'How many teams share the prize.';


--
-- Name: COLUMN prize_award.reason; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_award.reason IS 'Why this team, where a person decided; missing where the ranking or the votes did.';


--
-- Name: COLUMN prize_award.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_award.principal_id IS 'Who awarded it.';


--
-- Name: result_rank; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.result_rank (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    team_id bigint NOT NULL,
    rank integer NOT NULL,
    CONSTRAINT result_rank_positive CHECK ((rank > 0))
);


--
-- Name: TABLE result_rank; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.result_rank IS 'The ranks of a version; teams that tie share one.';


--
-- Name: announced_prize; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.announced_prize AS
 SELECT a.event_id,
    a.number,
    a.prize_id,
    a.team_id,
    a.amount,
    a.shares,
    (a.accepted_at IS NOT NULL) AS is_accepted,
    true AS is_awarded
   FROM datajam.prize_award a
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
   FROM (datajam.result_rank r
     JOIN datajam.prize p ON (((p.event_id = r.event_id) AND (p.rank = r.rank))))
  WHERE (NOT (EXISTS ( SELECT
           FROM datajam.prize_award a
          WHERE ((a.event_id = r.event_id) AND (a.number = r.number)))));


--
-- Name: VIEW announced_prize; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.announced_prize IS 'Which team receives which prize by each result: the awards, or the prizes of the ranks while nothing was awarded.';


--
-- Name: announcement; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.announcement (
    event_id bigint NOT NULL,
    addresses jsonb DEFAULT '{}'::jsonb NOT NULL,
    contact text,
    certificate_secret bytea,
    CONSTRAINT announcement_addresses_form CHECK ((datajam.is_address(COALESCE((addresses ->> 'en'::text), 'http://x'::text)) AND datajam.is_address(COALESCE((addresses ->> 'fr'::text), 'http://x'::text)) AND datajam.is_address(COALESCE((addresses ->> 'es'::text), 'http://x'::text)))),
    CONSTRAINT announcement_addresses_localised CHECK (datajam.is_localised(addresses)),
    CONSTRAINT announcement_contact_form CHECK (((contact ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$'::text) OR datajam.is_address(contact))),
    CONSTRAINT announcement_secret_long CHECK ((length(certificate_secret) >= 32))
);


--
-- Name: TABLE announcement; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.announcement IS 'What an announcement says beside the results.';


--
-- Name: COLUMN announcement.addresses; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.announcement.addresses IS 'The page of the announcement in each language.';


--
-- Name: COLUMN announcement.contact; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.announcement.contact IS 'Whom to ask: an e-mail address or a page.';


--
-- Name: COLUMN announcement.certificate_secret; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.announcement.certificate_secret IS 'The codes of certificates are derived from it; it never leaves the database.';


--
-- Name: announcement_correction; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.announcement_correction (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    noted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    text jsonb NOT NULL,
    CONSTRAINT announcement_correction_localised CHECK ((datajam.is_localised(text) AND (text <> '{}'::jsonb)))
);


--
-- Name: TABLE announcement_correction; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.announcement_correction IS 'Dated notes on what was corrected after the announcement; only further languages are added to a note.';


--
-- Name: assignment; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.assignment (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL
);


--
-- Name: TABLE assignment; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.assignment IS 'Which judge is to score which team in which round.';


--
-- Name: participant; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.participant (
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
    CONSTRAINT participant_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT participant_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT participant_registration_source_not_blank CHECK ((registration_source ~ '\S'::text)),
    CONSTRAINT participant_withdrawn_is_not_present CHECK (((withdrawn_at IS NULL) OR (checked_in_at IS NULL)))
);


--
-- Name: TABLE participant; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.participant IS 'The people who registered for an event.';


--
-- Name: COLUMN participant.display_name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.display_name IS 'The whole name in the order in which the person writes it.';


--
-- Name: COLUMN participant.name_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.name_folded IS 'display_name, folded by the program for comparing.';


--
-- Name: COLUMN participant.alias; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.alias IS 'A name to be called by in public, in place of the person''s own.';


--
-- Name: COLUMN participant.may_be_named; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.may_be_named IS 'Whether the person agreed to be named in public.';


--
-- Name: COLUMN participant.email_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.email_folded IS 'The address in NFC and lower case, for comparing; the program writes it.';


--
-- Name: COLUMN participant.country; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.country IS 'Nationality, ISO 3166-1 alpha-2.';


--
-- Name: COLUMN participant.affiliation_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.affiliation_folded IS 'affiliation, folded by the program for comparing.';


--
-- Name: COLUMN participant.languages; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';


--
-- Name: COLUMN participant.registration_source; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.registration_source IS 'How the person registered: a type of ticket, the name of a form.';


--
-- Name: COLUMN participant.registered_as_written; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.registered_as_written IS 'The time of registration in the spelling of the other system.';


--
-- Name: COLUMN participant.checked_in_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.checked_in_at IS 'When the person arrived at the event.';


--
-- Name: COLUMN participant.erased_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.participant.erased_at IS 'When the person''s identity was erased for good; scores and counts stay.';


--
-- Name: attendance; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.attendance AS
 SELECT participant.event_id,
    count(*) AS people,
    count(DISTINCT participant.country) AS nationalities
   FROM datajam.participant
  WHERE (participant.withdrawn_at IS NULL)
  GROUP BY participant.event_id;


--
-- Name: VIEW attendance; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.attendance IS 'How many people take part, and of how many nationalities; people who withdrew do not count.';


--
-- Name: audit_chain; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.audit_chain (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    length bigint DEFAULT 0 NOT NULL,
    head bytea DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea NOT NULL,
    touched_by xid8
);


--
-- Name: TABLE audit_chain; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.audit_chain IS 'The end of each chain. Its row is locked while an entry is appended, so numbers have no gaps.';


--
-- Name: COLUMN audit_chain.length; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_chain.length IS 'The number of the last entry.';


--
-- Name: COLUMN audit_chain.head; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_chain.head IS 'The hash of the last entry; 32 zero bytes in an empty chain.';


--
-- Name: COLUMN audit_chain.touched_by; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_chain.touched_by IS 'The last transaction that appended. It writes length and head once, at its end: a row with thousands of versions is slow to lock.';


--
-- Name: audit_checkpoint; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.audit_checkpoint (
    event_id bigint NOT NULL,
    number bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    details text NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: TABLE audit_checkpoint; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.audit_checkpoint IS 'The ends of all chains of an event at one moment, in a hash chain of their own.';


--
-- Name: COLUMN audit_checkpoint.details; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_checkpoint.details IS 'Canonical JSON: the reason, who asked, and the length and head of every chain at that moment.';


--
-- Name: COLUMN audit_checkpoint.hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_checkpoint.hash IS 'Computed as audit_entry.hash is, over the checkpoints of the event.';


--
-- Name: audit_entry; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.audit_entry (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    number bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    details text NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: TABLE audit_entry; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.audit_entry IS 'The changes, each by one principal.';


--
-- Name: COLUMN audit_entry.number; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_entry.number IS 'Counts the entries of the chain, from 1 without gaps.';


--
-- Name: COLUMN audit_entry.details; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_entry.details IS 'Canonical JSON: action, noun, key, channel (the client) and the fields with their old and new values.';


--
-- Name: COLUMN audit_entry.hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.audit_entry.hash IS 'sha256(hash of the entry before || number || " " || recorded_at || " " || details); the first entry follows 32 zero bytes.';


--
-- Name: audit_personal_value; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.audit_personal_value (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    number bigint NOT NULL,
    field text NOT NULL,
    side text NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    CONSTRAINT audit_personal_side_known CHECK ((side = ANY (ARRAY['old'::text, 'new'::text])))
);


--
-- Name: TABLE audit_personal_value; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.audit_personal_value IS 'Personal values of entries. An entry holds only sha256(salt || value), so the value can be erased and the chain stays whole.';


--
-- Name: certificate; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.certificate (
    event_id bigint NOT NULL,
    certificate_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    team_id bigint NOT NULL,
    participant_id bigint,
    rank integer,
    issued_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT certificate_rank_positive CHECK ((rank > 0))
);


--
-- Name: TABLE certificate; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.certificate IS 'What a certificate says, found by the hash of its code. It holds no name, so erasing a person leaves it as it is.';


--
-- Name: COLUMN certificate.code_hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.certificate.code_hash IS 'sha256 of the code that is printed on the certificate.';


--
-- Name: COLUMN certificate.participant_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.certificate.participant_id IS 'The person whom it names; missing where it belongs to the whole team.';


--
-- Name: COLUMN certificate.rank; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.certificate.rank IS 'The rank that it attests; missing where it attests taking part.';


--
-- Name: certificate_certificate_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.certificate ALTER COLUMN certificate_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.certificate_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: result_step; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.result_step (
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


--
-- Name: TABLE result_step; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.result_step IS 'Who approved, announced or retracted a version, and when.';


--
-- Name: COLUMN result_step.number; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.result_step.number IS 'The version.';


--
-- Name: COLUMN result_step.token_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.result_step.token_id IS 'The token that proved who acted; an approval needs one, other steps trust the name.';


--
-- Name: COLUMN result_step.publish_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.result_step.publish_at IS 'From when the result is public; no program has to run at that hour.';


--
-- Name: once_public_result; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.once_public_result AS
 SELECT a.event_id,
    a.number
   FROM (( SELECT DISTINCT ON (s.event_id, s.number) s.event_id,
            s.number,
            GREATEST(s.publish_at, s.taken_at) AS public_at
           FROM datajam.result_step s
          WHERE (s.kind = 'announced'::text)
          ORDER BY s.event_id, s.number, s.step_id DESC) a
     LEFT JOIN datajam.result_step r ON (((r.event_id = a.event_id) AND (r.number = a.number) AND (r.kind = 'retracted'::text))))
  WHERE ((a.public_at <= clock_timestamp()) AND ((r.taken_at IS NULL) OR (r.taken_at > a.public_at)));


--
-- Name: VIEW once_public_result; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.once_public_result IS 'The versions that are or were public.';


--
-- Name: published_result; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.published_result AS
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
                   FROM datajam.result_step s
                  WHERE (s.kind = 'announced'::text)
                  ORDER BY s.event_id, s.number, s.step_id DESC) a
             LEFT JOIN datajam.result_step r ON (((r.event_id = a.event_id) AND (r.number = a.number) AND (r.kind = 'retracted'::text))))
          WHERE ((a.public_at <= clock_timestamp()) AND ((r.taken_at IS NULL) OR (r.taken_at > a.public_at)))
          ORDER BY a.event_id, a.step_id DESC) l
  WHERE (l.retracted_at IS NULL);


--
-- Name: VIEW published_result; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.published_result IS 'The one version that is public now. Every reader computes it, so no program has to run at the hour.';


--
-- Name: team; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.team (
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
    CONSTRAINT team_about_localised CHECK (datajam.is_localised(about)),
    CONSTRAINT team_affiliation_folded CHECK (((affiliation IS NULL) = (affiliation_folded IS NULL))),
    CONSTRAINT team_affiliation_not_blank CHECK ((affiliation ~ '\S'::text)),
    CONSTRAINT team_city_localised CHECK (datajam.is_localised(city)),
    CONSTRAINT team_country_form CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT team_declared_size_positive CHECK ((declared_size > 0)),
    CONSTRAINT team_disqualified_with_reason CHECK (((status <> 'disqualified'::text) OR (COALESCE(status_reason, ''::text) ~ '\S'::text))),
    CONSTRAINT team_has_name CHECK ((name ~ '\S'::text)),
    CONSTRAINT team_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT team_status_known CHECK ((status = ANY (ARRAY['active'::text, 'withdrawn'::text, 'disqualified'::text])))
);


--
-- Name: TABLE team; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.team IS 'The teams of an event, also those that withdrew or were disqualified.';


--
-- Name: COLUMN team.name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.name IS 'In the team''s own spelling, in every language.';


--
-- Name: COLUMN team.name_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.name_folded IS 'The name, folded by the program for finding the team again.';


--
-- Name: COLUMN team.about; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.about IS 'One sentence on the team for the announcement.';


--
-- Name: COLUMN team.country; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.country IS 'ISO 3166-1 alpha-2.';


--
-- Name: COLUMN team.affiliation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.affiliation IS 'In the team''s own spelling; never cut at commas.';


--
-- Name: COLUMN team.affiliation_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.affiliation_folded IS 'affiliation, folded by the program for comparing.';


--
-- Name: COLUMN team.declared_size; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.declared_size IS 'How many members another system counts, where some are not registered here.';


--
-- Name: COLUMN team.join_code_hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team.join_code_hash IS 'sha256 of the code by which participants join; the code itself is shown once.';


--
-- Name: team_member; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.team_member (
    event_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    team_id bigint NOT NULL,
    is_captain boolean DEFAULT false NOT NULL
);


--
-- Name: TABLE team_member; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.team_member IS 'Which participant belongs to which team.';


--
-- Name: certificate_standing; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.certificate_standing AS
 SELECT c.event_id,
    c.code_hash,
    c.team_id,
    c.participant_id,
    c.rank,
    c.issued_at,
    ((t.status = 'active'::text) AND ((c.participant_id IS NULL) OR (EXISTS ( SELECT
           FROM datajam.team_member m
          WHERE ((m.event_id = c.event_id) AND (m.participant_id = c.participant_id) AND (m.team_id = c.team_id))))) AND ((c.rank IS NULL) OR (EXISTS ( SELECT
           FROM (datajam.published_result r
             JOIN datajam.result_rank p USING (event_id, number))
          WHERE ((r.event_id = c.event_id) AND (p.team_id = c.team_id) AND (p.rank = c.rank)))))) AS is_valid,
    (EXISTS ( SELECT
           FROM datajam.once_public_result o
          WHERE (o.event_id = c.event_id))) AS is_public
   FROM (datajam.certificate c
     JOIN datajam.team t USING (event_id, team_id));


--
-- Name: VIEW certificate_standing; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.certificate_standing IS 'Whether what each certificate says is still true, and whether anything of it may be told.';


--
-- Name: conflict_override; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.conflict_override (
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


--
-- Name: TABLE conflict_override; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.conflict_override IS 'Organisers who hold that a conflict does not matter; it takes two of them.';


--
-- Name: COLUMN conflict_override.token_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.conflict_override.token_id IS 'The token that proved who the organiser is.';


--
-- Name: criterion; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.criterion (
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
    CONSTRAINT criterion_description_localised CHECK (datajam.is_localised(description)),
    CONSTRAINT criterion_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT criterion_name_localised CHECK ((datajam.is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT criterion_scale_in_steps CHECK ((((maximum - minimum) % step) = 0)),
    CONSTRAINT criterion_scale_not_empty CHECK ((maximum > minimum)),
    CONSTRAINT criterion_step_positive CHECK ((step > 0)),
    CONSTRAINT criterion_weight_positive CHECK ((weight > 0))
);


--
-- Name: TABLE criterion; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.criterion IS 'The criteria of a rubric version, with their scales.';


--
-- Name: COLUMN criterion."position"; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion."position" IS 'The order in which judges see the criteria.';


--
-- Name: COLUMN criterion.weight; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion.weight IS 'In thousandths.';


--
-- Name: COLUMN criterion.minimum; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion.minimum IS 'The fewest points, in thousandths.';


--
-- Name: COLUMN criterion.maximum; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion.maximum IS 'The most points, in thousandths.';


--
-- Name: COLUMN criterion.step; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion.step IS 'The distance of neighbouring points from the minimum on, in thousandths.';


--
-- Name: COLUMN criterion.is_required; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion.is_required IS 'Whether a sheet without it cannot be ready.';


--
-- Name: criterion_criterion_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.criterion ALTER COLUMN criterion_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.criterion_criterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: criterion_level; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.criterion_level (
    event_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    criterion_id bigint NOT NULL,
    points bigint NOT NULL,
    text jsonb NOT NULL,
    CONSTRAINT criterion_level_localised CHECK ((datajam.is_localised(text) AND (text <> '{}'::jsonb)))
);


--
-- Name: TABLE criterion_level; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.criterion_level IS 'What some points mean, in words for the judges.';


--
-- Name: COLUMN criterion_level.points; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.criterion_level.points IS 'In thousandths.';


--
-- Name: result; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.result (
    event_id bigint NOT NULL,
    number integer NOT NULL,
    round_id bigint,
    method text NOT NULL,
    computed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    snapshot text NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT result_hash_of_snapshot CHECK ((sha256 = sha256(convert_to(snapshot, 'UTF8'::name))))
);


--
-- Name: TABLE result; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.result IS 'Versions of rankings; a change is a new version.';


--
-- Name: COLUMN result.number; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.result.number IS 'Counts the versions of the event, from 1.';


--
-- Name: COLUMN result.round_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.result.round_id IS 'Missing where ranks were decided elsewhere and are only stated.';


--
-- Name: COLUMN result.snapshot; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.result.snapshot IS 'Canonical JSON: the rubric, the sheets and the ranking; teams by key, judges by code, never a person.';


--
-- Name: current_result; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.current_result AS
 SELECT r.event_id,
    r.number,
    (( SELECT count(*) AS count
           FROM datajam.result_step s
          WHERE ((s.event_id = r.event_id) AND (s.number = r.number) AND (s.kind = 'approved'::text))) >= 2) AS is_approved,
    ( SELECT s.publish_at
           FROM datajam.result_step s
          WHERE ((s.event_id = r.event_id) AND (s.number = r.number) AND (s.kind = 'announced'::text))
          ORDER BY s.step_id DESC
         LIMIT 1) AS publish_at
   FROM datajam.result r
  WHERE (NOT (EXISTS ( SELECT
           FROM datajam.result_step s
          WHERE ((s.event_id = r.event_id) AND (s.number = r.number) AND (s.kind = 'retracted'::text)))));


--
-- Name: VIEW current_result; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.current_result IS 'The versions that were not retracted.';


--
-- Name: event_event_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.event ALTER COLUMN event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.event_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: event_relation; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.event_relation (
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


--
-- Name: TABLE event_relation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.event_relation IS 'The follow-up and sister editions of an event, as the event itself states them.';


--
-- Name: COLUMN event_relation.other_event_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event_relation.other_event_id IS 'No foreign key: it would lead out of the event''s own range of rows.';


--
-- Name: COLUMN event_relation.other_name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event_relation.other_name IS 'The name of an edition that is not in this database.';


--
-- Name: COLUMN event_relation.held_precision; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event_relation.held_precision IS 'How exactly the date of the other edition is known.';


--
-- Name: COLUMN event_relation.held_season; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.event_relation.held_season IS 'The season in the organisers'' words; its months depend on the hemisphere and are not guessed.';


--
-- Name: event_relation_relation_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.event_relation ALTER COLUMN relation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.event_relation_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: feedback_policy; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.feedback_policy (
    event_id bigint NOT NULL,
    shares text NOT NULL,
    CONSTRAINT feedback_policy_known CHECK ((shares = ANY (ARRAY['nothing'::text, 'comments'::text, 'scores'::text, 'everything'::text])))
);


--
-- Name: TABLE feedback_policy; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.feedback_policy IS 'What teams are told of how they were judged, once the result is public.';


--
-- Name: COLUMN feedback_policy.shares; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.feedback_policy.shares IS 'Comments are what judges wrote for the team; scores are means by criterion. Judges stay unnamed.';


--
-- Name: import_origin; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.import_origin (
    event_id bigint NOT NULL,
    noun text NOT NULL,
    record_id bigint NOT NULL,
    source text NOT NULL,
    source_key text,
    fields jsonb NOT NULL
);


--
-- Name: TABLE import_origin; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.import_origin IS 'For each record and source: the record''s name in the other system, and what its file last wrote into each field.';


--
-- Name: COLUMN import_origin.noun; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.import_origin.noun IS 'The kind of record, such as team.';


--
-- Name: COLUMN import_origin.record_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.import_origin.record_id IS 'The record''s number in the table of its kind.';


--
-- Name: COLUMN import_origin.source; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.import_origin.source IS 'The form of the file, such as devpost.';


--
-- Name: COLUMN import_origin.source_key; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.import_origin.source_key IS 'The record''s name in the other system.';


--
-- Name: COLUMN import_origin.fields; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.import_origin.fields IS '{field: value that the file last wrote}.';


--
-- Name: judge; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.judge (
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


--
-- Name: TABLE judge; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.judge IS 'The people who score teams.';


--
-- Name: COLUMN judge.code; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.code IS 'Names the judge in published results, such as J-03.';


--
-- Name: COLUMN judge.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.principal_id IS 'The principal in whose name the judge acts; missing until an invitation is accepted.';


--
-- Name: COLUMN judge.name_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.name_folded IS 'The name, folded by the program for comparing.';


--
-- Name: COLUMN judge.email_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.email_folded IS 'The address in NFC and lower case, for comparing.';


--
-- Name: COLUMN judge.affiliation_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.affiliation_folded IS 'affiliation, folded by the program for comparing.';


--
-- Name: COLUMN judge.languages; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';


--
-- Name: COLUMN judge.expertise; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.expertise IS 'Topics that the judge knows; none holds a comma.';


--
-- Name: COLUMN judge.erased_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge.erased_at IS 'When the judge''s identity was erased for good; the sheets stay under the code.';


--
-- Name: judge_conflict; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.judge_conflict (
    event_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    kind text DEFAULT 'declared'::text NOT NULL,
    reason text NOT NULL,
    is_pinned boolean DEFAULT true NOT NULL,
    CONSTRAINT judge_conflict_has_reason CHECK ((reason ~ '\S'::text)),
    CONSTRAINT judge_conflict_kind_known CHECK ((kind = ANY (ARRAY['declared'::text, 'organisation'::text, 'domain'::text, 'mentored'::text, 'member'::text])))
);


--
-- Name: TABLE judge_conflict; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.judge_conflict IS 'Why a judge should not judge a team: declared by somebody, or found by the program.';


--
-- Name: COLUMN judge_conflict.is_pinned; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge_conflict.is_pinned IS 'Whether a person stated it; then it stays when the program no longer finds it.';


--
-- Name: judge_invitation; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.judge_invitation (
    event_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);


--
-- Name: TABLE judge_invitation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.judge_invitation IS 'The last code for each judge, good for one token until it expires.';


--
-- Name: COLUMN judge_invitation.code_hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.judge_invitation.code_hash IS 'sha256 of the code, which is shown once.';


--
-- Name: judge_judge_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.judge ALTER COLUMN judge_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.judge_judge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submission; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.submission (
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
    CONSTRAINT submission_summary_localised CHECK (datajam.is_localised(summary)),
    CONSTRAINT submission_title_localised CHECK (datajam.is_localised(title)),
    CONSTRAINT submission_url_form CHECK (datajam.is_address(url)),
    CONSTRAINT submission_video_url_form CHECK (datajam.is_address(video_url))
);


--
-- Name: TABLE submission; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.submission IS 'The draft on which a team works; submission_version holds what it submitted.';


--
-- Name: COLUMN submission.summary; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.summary IS 'What the project does, in one or two sentences for the announcement.';


--
-- Name: COLUMN submission.links; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.links IS 'Addresses, one a line.';


--
-- Name: COLUMN submission.built_with; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.built_with IS 'The tools and data that the team used, in its own words.';


--
-- Name: COLUMN submission.opted_for; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.opted_for IS 'Names of the prizes that the team competes for, one a line.';


--
-- Name: COLUMN submission.received_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.received_at IS 'When the last version was received; until there is one, when the draft was begun.';


--
-- Name: COLUMN submission.received_as_written; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.received_as_written IS 'received_at in the spelling of the other system.';


--
-- Name: COLUMN submission.withdrawn_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission.withdrawn_at IS 'Since when the team no longer wants it judged.';


--
-- Name: submission_late_acceptance; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.submission_late_acceptance (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    accepted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT submission_late_acceptance_with_reason CHECK ((reason ~ '\S'::text))
);


--
-- Name: TABLE submission_late_acceptance; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.submission_late_acceptance IS 'Late versions that are judged all the same, each with the reason.';


--
-- Name: COLUMN submission_late_acceptance.number; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_late_acceptance.number IS 'The number of the version.';


--
-- Name: COLUMN submission_late_acceptance.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_late_acceptance.principal_id IS 'Who accepted it.';


--
-- Name: submission_version; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.submission_version (
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


--
-- Name: TABLE submission_version; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.submission_version IS 'What a team submitted, whole, each time; never changed.';


--
-- Name: COLUMN submission_version.contents; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_version.contents IS 'What submission_contents showed at that time.';


--
-- Name: COLUMN submission_version.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_version.principal_id IS 'Who handed it in; missing where that is not known.';


--
-- Name: COLUMN submission_version.received_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_version.received_at IS 'When it came: by the database''s clock for a participant, otherwise as the organiser states.';


--
-- Name: submission_version_standing; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.submission_version_standing AS
 SELECT v.event_id,
    v.submission_id,
    v.number,
    v.received_at,
    (v.received_at - c.closes_at) AS after_closing,
    ((v.submitted_by_role = 'organiser'::text) AND COALESCE((v.received_at > c.closes_at), false)) AS is_late,
    a.reason AS accepted_because
   FROM (((datajam.submission_version v
     JOIN datajam.event e USING (event_id))
     CROSS JOIN LATERAL ( SELECT datajam.submissions_close_at(e.*) AS closes_at) c)
     LEFT JOIN datajam.submission_late_acceptance a USING (event_id, submission_id, number));


--
-- Name: VIEW submission_version_standing; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.submission_version_standing IS 'Whether each version was in time. A participant''s version was in time when it was taken and stays so; an organiser''s version follows the present deadline.';


--
-- Name: COLUMN submission_version_standing.after_closing; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_version_standing.after_closing IS 'How long after the end of the grace period it came; negative when it came before.';


--
-- Name: judged_submission; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.judged_submission AS
 SELECT DISTINCT ON (p.event_id, p.submission_id) p.event_id,
    s.team_id,
    p.submission_id,
    p.number,
    p.received_at,
    p.is_late,
    p.accepted_because
   FROM (datajam.submission_version_standing p
     JOIN datajam.submission s USING (event_id, submission_id))
  WHERE ((s.withdrawn_at IS NULL) AND ((NOT p.is_late) OR (p.accepted_because IS NOT NULL)))
  ORDER BY p.event_id, p.submission_id, p.received_at DESC, p.number DESC;


--
-- Name: VIEW judged_submission; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.judged_submission IS 'The version of each submission that is judged: the last one that came in time or was accepted late.';


--
-- Name: track; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.track (
    event_id bigint NOT NULL,
    track_id bigint NOT NULL,
    key text NOT NULL,
    name jsonb NOT NULL,
    names_folded text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT track_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT track_name_localised CHECK ((datajam.is_localised(name) AND (name <> '{}'::jsonb)))
);


--
-- Name: TABLE track; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.track IS 'The challenges or themes among which teams choose.';


--
-- Name: COLUMN track.names_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.track.names_folded IS 'The names, folded by the program for comparing.';


--
-- Name: listed_prize; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.listed_prize AS
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
   FROM (datajam.prize p
     LEFT JOIN datajam.track t USING (event_id, track_id));


--
-- Name: VIEW listed_prize; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.listed_prize IS 'Prizes in the order in which people read them: by rank, then those of tracks, special awards, and the votes of the public.';


--
-- Name: mentor; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.mentor (
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
    CONSTRAINT mentor_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT mentor_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT mentor_slot_minutes_possible CHECK (((slot_minutes >= 5) AND (slot_minutes <= 480)))
);


--
-- Name: TABLE mentor; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.mentor IS 'The people who advise teams.';


--
-- Name: COLUMN mentor.name_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.name_folded IS 'The name, folded by the program for comparing it with the names of judges and speakers.';


--
-- Name: COLUMN mentor.email_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.email_folded IS 'The address in NFC and lower case, for comparing.';


--
-- Name: COLUMN mentor.expertise; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.expertise IS 'Words by which requests find the mentor; none holds a comma.';


--
-- Name: COLUMN mentor.languages; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';


--
-- Name: COLUMN mentor.time_zone; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.time_zone IS 'The IANA zone in which the mentor reads the agenda.';


--
-- Name: COLUMN mentor.slot_minutes; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.slot_minutes IS 'The length of the slots into which the mentor''s time is divided.';


--
-- Name: COLUMN mentor.erased_at; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor.erased_at IS 'When the mentor''s identity was erased for good; the sessions stay.';


--
-- Name: mentor_availability; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.mentor_availability (
    event_id bigint NOT NULL,
    availability_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    during tstzrange NOT NULL,
    is_exception boolean DEFAULT false NOT NULL,
    CONSTRAINT mentor_availability_has_a_length CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))
);


--
-- Name: TABLE mentor_availability; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.mentor_availability IS 'When mentors have time, and exceptions from it.';


--
-- Name: COLUMN mentor_availability.is_exception; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_availability.is_exception IS 'Whether the mentor has no time then, even if another row says so.';


--
-- Name: mentor_availability_availability_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.mentor_availability ALTER COLUMN availability_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.mentor_availability_availability_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mentor_hours; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.mentor_hours AS
 SELECT mentor_availability.event_id,
    mentor_availability.mentor_id,
    (COALESCE(range_agg(mentor_availability.during) FILTER (WHERE (NOT mentor_availability.is_exception)), '{}'::tstzmultirange) - COALESCE(range_agg(mentor_availability.during) FILTER (WHERE mentor_availability.is_exception), '{}'::tstzmultirange)) AS during
   FROM datajam.mentor_availability
  GROUP BY mentor_availability.event_id, mentor_availability.mentor_id;


--
-- Name: VIEW mentor_hours; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.mentor_hours IS 'When each mentor has time, without the exceptions.';


--
-- Name: mentor_mentor_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.mentor ALTER COLUMN mentor_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.mentor_mentor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mentor_note; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.mentor_note (
    event_id bigint NOT NULL,
    note_id bigint NOT NULL,
    team_id bigint NOT NULL,
    mentor_id bigint,
    text text NOT NULL,
    written_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT mentor_note_not_blank CHECK ((text ~ '\S'::text))
);


--
-- Name: TABLE mentor_note; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.mentor_note IS 'Notes on teams, for organisers only.';


--
-- Name: COLUMN mentor_note.mentor_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_note.mentor_id IS 'The mentor who wrote it; missing when an organiser did.';


--
-- Name: mentor_note_note_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.mentor_note ALTER COLUMN note_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.mentor_note_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mentor_request; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.mentor_request (
    event_id bigint NOT NULL,
    request_id bigint NOT NULL,
    team_id bigint NOT NULL,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    languages text DEFAULT ''::text NOT NULL,
    is_withdrawn boolean DEFAULT false NOT NULL,
    CONSTRAINT mentor_request_languages_form CHECK ((languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text)),
    CONSTRAINT mentor_request_topics_form CHECK ((strpos(array_to_string(topics, ' '::text), ','::text) = 0))
);


--
-- Name: TABLE mentor_request; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.mentor_request IS 'What a team would like to talk about; a booked session that refers to it meets it.';


--
-- Name: COLUMN mentor_request.languages; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_request.languages IS 'ISO 639 codes in the order of preference; an empty list accepts any language.';


--
-- Name: mentor_request_request_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.mentor_request ALTER COLUMN request_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.mentor_request_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mentor_session; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.mentor_session (
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


--
-- Name: TABLE mentor_session; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.mentor_session IS 'Sessions of a mentor with a team: booked, waiting for the mentor to be free, or cancelled.';


--
-- Name: COLUMN mentor_session.request_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_session.request_id IS 'The request that the session meets.';


--
-- Name: COLUMN mentor_session.during; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_session.during IS 'From its start until just before its end.';


--
-- Name: COLUMN mentor_session.waiting_since; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_session.waiting_since IS 'The waiting list is in the order of this time.';


--
-- Name: COLUMN mentor_session.attended; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_session.attended IS 'Whether the team came; missing until somebody says so.';


--
-- Name: COLUMN mentor_session.rating; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.mentor_session.rating IS 'The team''s rating, from 1 (worst) to 5 (best).';


--
-- Name: mentor_session_session_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.mentor_session ALTER COLUMN session_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.mentor_session_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mentor_slot; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.mentor_slot AS
 SELECT m.event_id,
    m.mentor_id,
    tstzrange(start.start, (start.start + make_interval(mins => m.slot_minutes))) AS during
   FROM (((datajam.mentor m
     JOIN datajam.mentor_hours h USING (event_id, mentor_id))
     CROSS JOIN LATERAL unnest(h.during) slot(slot))
     CROSS JOIN LATERAL generate_series(lower(slot.slot), (upper(slot.slot) - make_interval(mins => m.slot_minutes)), make_interval(mins => m.slot_minutes)) start(start));


--
-- Name: VIEW mentor_slot; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.mentor_slot IS 'The slots into which each mentor''s hours are divided, free or taken.';


--
-- Name: mentored_team; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.mentored_team AS
 SELECT s.event_id,
    s.team_id,
    s.mentor_id,
    m.key,
    m.name,
    m.name_folded,
    m.email_folded,
    count(*) AS sessions
   FROM (datajam.mentor_session s
     JOIN datajam.mentor m USING (event_id, mentor_id))
  WHERE ((s.state = 'booked'::text) AND (s.attended IS DISTINCT FROM false))
  GROUP BY s.event_id, s.team_id, s.mentor_id, m.key, m.name, m.name_folded, m.email_folded;


--
-- Name: VIEW mentored_team; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.mentored_team IS 'Which mentor advises which team: a conflict of interest for judging it.';


--
-- Name: open_conflict; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.open_conflict AS
 SELECT c.event_id,
    c.judge_id,
    c.team_id,
    c.kind,
    c.reason
   FROM datajam.judge_conflict c
  WHERE (( SELECT count(*) AS count
           FROM datajam.conflict_override o
          WHERE ((o.event_id = c.event_id) AND (o.judge_id = c.judge_id) AND (o.team_id = c.team_id) AND (o.kind = c.kind))) < datajam.overrides_needed());


--
-- Name: VIEW open_conflict; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.open_conflict IS 'The conflicts that keep a judge from a team: those that too few organisers overrode.';


--
-- Name: organisation; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.organisation (
    event_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    key text NOT NULL,
    name jsonb NOT NULL,
    acronym jsonb DEFAULT '{}'::jsonb NOT NULL,
    url text,
    names_folded text[] DEFAULT '{}'::text[] NOT NULL,
    logo text,
    CONSTRAINT organisation_acronym_localised CHECK (datajam.is_localised(acronym)),
    CONSTRAINT organisation_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT organisation_logo_form CHECK (datajam.is_address(logo)),
    CONSTRAINT organisation_name_localised CHECK ((datajam.is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT organisation_url_form CHECK (datajam.is_address(url))
);


--
-- Name: TABLE organisation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.organisation IS 'Organisations that support an event or that people belong to.';


--
-- Name: COLUMN organisation.url; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.organisation.url IS 'The page to which the organisation''s name links.';


--
-- Name: COLUMN organisation.names_folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.organisation.names_folded IS 'Its key, names and acronyms, folded by the program for comparing.';


--
-- Name: COLUMN organisation.logo; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.organisation.logo IS 'The address of its logo.';


--
-- Name: organisation_alias; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.organisation_alias (
    event_id bigint NOT NULL,
    folded text NOT NULL,
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT organisation_alias_not_blank CHECK ((folded ~ '\S'::text))
);


--
-- Name: TABLE organisation_alias; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.organisation_alias IS 'Other spellings of an organisation, such as the names of one that was merged into it.';


--
-- Name: COLUMN organisation_alias.folded; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.organisation_alias.folded IS 'The name, folded by the program for comparing.';


--
-- Name: COLUMN organisation_alias.name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.organisation_alias.name IS 'The name with the spelling of its source.';


--
-- Name: organisation_role; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.organisation_role (
    event_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    role text NOT NULL,
    print_order integer NOT NULL,
    CONSTRAINT organisation_role_known CHECK ((role = ANY (ARRAY['funder'::text, 'partner'::text, 'co-organiser'::text, 'sponsor'::text, 'prize-giver'::text, 'affiliation'::text]))),
    CONSTRAINT organisation_role_print_order_positive CHECK ((print_order > 0))
);


--
-- Name: TABLE organisation_role; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.organisation_role IS 'What an organisation is for the event; it may have several roles.';


--
-- Name: COLUMN organisation_role.print_order; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.organisation_role.print_order IS 'The position of the organisation among those of its role, from 1.';


--
-- Name: organisation_fields; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.organisation_fields AS
 SELECT o.event_id,
    o.organisation_id,
    o.key,
    (((datajam.fields_of(o.name, 'name'::text) || datajam.fields_of(o.acronym, 'acronym'::text)) || jsonb_strip_nulls(jsonb_build_object('url', o.url, 'logo', o.logo))) || COALESCE(( SELECT jsonb_object_agg(('order of '::text || r.role), (r.print_order)::text) AS jsonb_object_agg
           FROM datajam.organisation_role r
          WHERE ((r.event_id = o.event_id) AND (r.organisation_id = o.organisation_id))), '{}'::jsonb)) AS fields
   FROM datajam.organisation o;


--
-- Name: VIEW organisation_fields; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.organisation_fields IS 'The organisations with the field names of imports.';


--
-- Name: organisation_organisation_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.organisation ALTER COLUMN organisation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.organisation_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: organisation_spelling; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.organisation_spelling AS
 SELECT o.event_id,
    o.organisation_id,
    o.key,
    n.folded
   FROM (datajam.organisation o
     CROSS JOIN LATERAL ( SELECT unnest(o.names_folded) AS folded
        UNION
         SELECT a.folded
           FROM datajam.organisation_alias a
          WHERE ((a.event_id = o.event_id) AND (a.organisation_id = o.organisation_id))) n)
  WHERE (n.folded <> ''::text);


--
-- Name: VIEW organisation_spelling; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.organisation_spelling IS 'Every folded name of every organisation: its key, names, acronyms and other names.';


--
-- Name: participant_fields; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.participant_fields AS
 SELECT p.event_id,
    p.participant_id,
    p.key,
    jsonb_strip_nulls(jsonb_build_object('given_name', NULLIF(p.given_name, ''::text), 'family_name', NULLIF(p.family_name, ''::text), 'display_name', p.display_name, 'email', p.email, 'country', p.country, 'city', p.city, 'affiliation', p.affiliation, 'languages', NULLIF(p.languages, ''::text), 'alias', p.alias, 'may_be_named', (p.may_be_named)::text, 'registration_source', p.registration_source, 'received_at', datajam.import_time(p.registered_at), 'received_as_written', p.registered_as_written)) AS fields
   FROM datajam.participant p;


--
-- Name: VIEW participant_fields; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.participant_fields IS 'The participants with the field names of imports.';


--
-- Name: participant_participant_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.participant ALTER COLUMN participant_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.participant_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: principal; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.principal (
    event_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    CONSTRAINT principal_name_not_blank CHECK (((name ~ '\S'::text) AND (length(name) <= 200))),
    CONSTRAINT principal_role_known CHECK ((role = ANY (ARRAY['organiser'::text, 'judge'::text, 'mentor'::text, 'participant'::text])))
);


--
-- Name: TABLE principal; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.principal IS 'Everybody in whose name something is changed.';


--
-- Name: COLUMN principal.role; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.principal.role IS 'It decides what the principal may do.';


--
-- Name: principal_principal_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.principal ALTER COLUMN principal_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.principal_principal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: prize_award_award_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.prize_award ALTER COLUMN award_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.prize_award_award_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: prize_prize_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.prize ALTER COLUMN prize_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.prize_prize_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: prize_refusal; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.prize_refusal (
    event_id bigint NOT NULL,
    prize_id bigint NOT NULL,
    team_id bigint NOT NULL,
    reason text NOT NULL,
    principal_id bigint NOT NULL,
    refused_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT prize_refusal_has_reason CHECK ((reason ~ '\S'::text))
);


--
-- Name: TABLE prize_refusal; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.prize_refusal IS 'Teams that declined a prize or may not have it; the next team moves up.';


--
-- Name: COLUMN prize_refusal.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_refusal.principal_id IS 'Who recorded it.';


--
-- Name: prize_rules; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.prize_rules (
    event_id bigint NOT NULL,
    ties text DEFAULT 'pool'::text NOT NULL,
    most_per_team integer,
    CONSTRAINT prize_rules_most_positive CHECK ((most_per_team > 0)),
    CONSTRAINT prize_rules_ties_known CHECK ((ties = ANY (ARRAY['pool'::text, 'full'::text])))
);


--
-- Name: TABLE prize_rules; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.prize_rules IS 'How prizes are shared out in an event.';


--
-- Name: COLUMN prize_rules.ties; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_rules.ties IS 'pool: teams that share ranks share their prizes; full: each receives the prize of the best of these ranks.';


--
-- Name: COLUMN prize_rules.most_per_team; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_rules.most_per_team IS 'The most prizes that one team may receive; missing where there is no limit.';


--
-- Name: prize_vote; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.prize_vote (
    event_id bigint NOT NULL,
    prize_id bigint NOT NULL,
    team_id bigint NOT NULL,
    source text NOT NULL,
    votes bigint NOT NULL,
    CONSTRAINT prize_vote_has_source CHECK ((source ~ '\S'::text)),
    CONSTRAINT prize_vote_not_negative CHECK ((votes >= 0))
);


--
-- Name: TABLE prize_vote; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.prize_vote IS 'The votes of the public, counted elsewhere.';


--
-- Name: COLUMN prize_vote.source; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.prize_vote.source IS 'Where the votes were cast.';


--
-- Name: round; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.round (
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
    CONSTRAINT round_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT round_kind_known CHECK ((kind = ANY (ARRAY['preliminary'::text, 'final'::text]))),
    CONSTRAINT round_method_not_blank CHECK ((method ~ '\S'::text)),
    CONSTRAINT round_minimum_sheets_positive CHECK ((minimum_sheets > 0)),
    CONSTRAINT round_not_from_itself CHECK ((from_round_id <> round_id)),
    CONSTRAINT round_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'frozen'::text]))),
    CONSTRAINT round_track_only_of_track CHECK (((entrants = 'track'::text) = (track_id IS NOT NULL)))
);


--
-- Name: TABLE round; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.round IS 'Rounds of judging. Sheets are saved while a round is open; a frozen round does not change.';


--
-- Name: COLUMN round.entrants; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.round.entrants IS 'Which teams are judged: all, those of a track, or the finalists of an earlier round.';


--
-- Name: COLUMN round.from_round_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.round.from_round_id IS 'The round whose result named the finalists.';


--
-- Name: COLUMN round.minimum_sheets; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.round.minimum_sheets IS 'How many complete sheets without conflict a team needs before the round closes.';


--
-- Name: COLUMN round.asks_confirmation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.round.asks_confirmation IS 'Whether a second person has to confirm a sheet that somebody entered for a judge.';


--
-- Name: COLUMN round.method; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.round.method IS 'How the round is ranked unless the ranking names a method; missing where the scores decide it.';


--
-- Name: sheet; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.sheet (
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


--
-- Name: TABLE sheet; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.sheet IS 'What a judge says of a team in a round: the score sheet, with its points in score.';


--
-- Name: COLUMN sheet.comment; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet.comment IS 'For the organisers only.';


--
-- Name: COLUMN sheet.feedback; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet.feedback IS 'For the team, after the announcement and if the event allows it.';


--
-- Name: COLUMN sheet.revision; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet.revision IS 'Counts the saves, from 1; a save names the revision from which it was made.';


--
-- Name: COLUMN sheet.saved_by; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet.saved_by IS 'The principal of the last save.';


--
-- Name: COLUMN sheet.confirmed_by; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet.confirmed_by IS 'Another principal, who found the last save right; a further save removes it.';


--
-- Name: released_feedback; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.released_feedback AS
 SELECT s.event_id,
    s.round_id,
    s.team_id,
    p.shares,
        CASE
            WHEN (p.shares = ANY (ARRAY['comments'::text, 'everything'::text])) THEN ( SELECT COALESCE(array_agg(x.feedback ORDER BY (sha256(convert_to(x.feedback, 'UTF8'::name)))), '{}'::text[]) AS "coalesce"
               FROM datajam.sheet x
              WHERE ((x.event_id = s.event_id) AND (x.round_id = s.round_id) AND (x.team_id = s.team_id) AND (x.status = 'ready'::text) AND (x.feedback ~ '\S'::text)))
            ELSE '{}'::text[]
        END AS comments,
    s.sheets
   FROM ((( SELECT sheet.event_id,
            sheet.round_id,
            sheet.team_id,
            count(*) AS sheets
           FROM datajam.sheet
          WHERE (sheet.status = 'ready'::text)
          GROUP BY sheet.event_id, sheet.round_id, sheet.team_id) s
     JOIN datajam.round r USING (event_id, round_id))
     JOIN datajam.feedback_policy p USING (event_id))
  WHERE ((p.shares <> 'nothing'::text) AND (r.state = ANY (ARRAY['closed'::text, 'frozen'::text])) AND (EXISTS ( SELECT
           FROM ((datajam.once_public_result q
             JOIN datajam.result x USING (event_id, number))
             LEFT JOIN datajam.round o ON (((o.event_id = x.event_id) AND (o.round_id = x.round_id))))
          WHERE ((q.event_id = s.event_id) AND ((x.round_id IS NULL) OR ((s.round_id = x.round_id) OR (s.round_id = o.from_round_id))) AND (EXISTS ( SELECT
                   FROM datajam.current_result t
                  WHERE ((t.event_id = q.event_id) AND (t.number = q.number))))))));


--
-- Name: VIEW released_feedback; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.released_feedback IS 'What teams may be told now: nothing of a round before its own result is public or that of the final to which it led, and nothing that the event does not share.';


--
-- Name: result_step_step_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.result_step ALTER COLUMN step_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.result_step_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: result_to_announce; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.result_to_announce AS
 SELECT DISTINCT ON (current_result.event_id) current_result.event_id,
    current_result.number,
    current_result.is_approved,
    current_result.publish_at
   FROM datajam.current_result
  ORDER BY current_result.event_id, current_result.is_approved DESC, current_result.number DESC;


--
-- Name: VIEW result_to_announce; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.result_to_announce IS 'The version from which the announcement is written: the newest that two organisers approved, otherwise the newest.';


--
-- Name: room; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.room (
    event_id bigint NOT NULL,
    room_id bigint NOT NULL,
    key text NOT NULL,
    name jsonb NOT NULL,
    capacity integer,
    url text,
    CONSTRAINT room_capacity_positive CHECK ((capacity > 0)),
    CONSTRAINT room_key_is_key CHECK (datajam.is_key(key)),
    CONSTRAINT room_name_localised CHECK ((datajam.is_localised(name) AND (name <> '{}'::jsonb))),
    CONSTRAINT room_url_form CHECK (datajam.is_address(url))
);


--
-- Name: TABLE room; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.room IS 'The rooms of an event, real or virtual.';


--
-- Name: COLUMN room.capacity; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.room.capacity IS 'How many people fit in.';


--
-- Name: COLUMN room.url; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.room.url IS 'The address of a virtual room.';


--
-- Name: room_room_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.room ALTER COLUMN room_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.room_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: round_entrant; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.round_entrant (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    team_id bigint NOT NULL
);


--
-- Name: TABLE round_entrant; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.round_entrant IS 'The finalists of a round; secret until the announcement.';


--
-- Name: round_judge; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.round_judge (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL
);


--
-- Name: TABLE round_judge; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.round_judge IS 'The judges of a round; a round without any row has all judges of the event.';


--
-- Name: round_panel; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.round_panel AS
 SELECT r.event_id,
    r.round_id,
    j.judge_id,
    j.code
   FROM (datajam.round r
     JOIN datajam.judge j USING (event_id))
  WHERE ((EXISTS ( SELECT
           FROM datajam.round_judge p
          WHERE ((p.event_id = r.event_id) AND (p.round_id = r.round_id) AND (p.judge_id = j.judge_id)))) OR (NOT (EXISTS ( SELECT
           FROM datajam.round_judge p
          WHERE ((p.event_id = r.event_id) AND (p.round_id = r.round_id))))));


--
-- Name: VIEW round_panel; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.round_panel IS 'The judges of a round.';


--
-- Name: round_round_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.round ALTER COLUMN round_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.round_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: round_team; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.round_team AS
 SELECT r.event_id,
    r.round_id,
    t.team_id,
    t.key,
    t.status
   FROM (datajam.round r
     JOIN datajam.team t USING (event_id))
  WHERE
        CASE r.entrants
            WHEN 'all'::text THEN true
            WHEN 'track'::text THEN (t.track_id = r.track_id)
            ELSE (EXISTS ( SELECT
               FROM datajam.round_entrant e
              WHERE ((e.event_id = r.event_id) AND (e.round_id = r.round_id) AND (e.team_id = t.team_id))))
        END;


--
-- Name: VIEW round_team; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.round_team IS 'The teams that a round judges.';


--
-- Name: rubric; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.rubric (
    event_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT rubric_key_is_key CHECK (datajam.is_key(key))
);


--
-- Name: TABLE rubric; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.rubric IS 'Versions of rubrics. A version does not change after its first saved score.';


--
-- Name: rubric_rubric_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.rubric ALTER COLUMN rubric_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.rubric_rubric_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: schema_migration; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.schema_migration (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


--
-- Name: TABLE schema_migration; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.schema_migration IS 'The numbered steps by which this schema was built.';


--
-- Name: schema_routine; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.schema_routine (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


--
-- Name: TABLE schema_routine; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.schema_routine IS 'The files of functions, views and triggers, and when they were last run.';


--
-- Name: score; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.score (
    event_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    team_id bigint NOT NULL,
    rubric_id bigint NOT NULL,
    criterion_id bigint NOT NULL,
    points bigint NOT NULL
);


--
-- Name: TABLE score; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.score IS 'The points of a sheet, one row a criterion.';


--
-- Name: COLUMN score.points; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.score.points IS 'In thousandths.';


--
-- Name: sheet_revision; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.sheet_revision (
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


--
-- Name: TABLE sheet_revision; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.sheet_revision IS 'Every save of every sheet, whole, so that the earlier value of a score is always kept.';


--
-- Name: COLUMN sheet_revision.reason; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet_revision.reason IS 'Why the judge recused, or why the sheet was reopened.';


--
-- Name: COLUMN sheet_revision.points; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet_revision.points IS '{criterion: thousandths}.';


--
-- Name: COLUMN sheet_revision.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.sheet_revision.principal_id IS 'Who saved it.';


--
-- Name: submission_file; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.submission_file (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    name text NOT NULL,
    url text,
    size bigint NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT submission_file_has_name CHECK (((name ~ '\S'::text) AND (length(name) <= 255))),
    CONSTRAINT submission_file_sha256_form CHECK ((length(sha256) = 32)),
    CONSTRAINT submission_file_size_possible CHECK ((size >= 0)),
    CONSTRAINT submission_file_url_form CHECK (datajam.is_address(url))
);


--
-- Name: TABLE submission_file; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.submission_file IS 'Files of the draft by reference: their names, their addresses, and digests that show whether they changed.';


--
-- Name: COLUMN submission_file.size; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.submission_file.size IS 'In bytes.';


--
-- Name: submission_track; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.submission_track (
    event_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    track_id bigint NOT NULL
);


--
-- Name: TABLE submission_track; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.submission_track IS 'The tracks for which the draft is entered.';


--
-- Name: submission_contents; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.submission_contents AS
 SELECT s.event_id,
    s.submission_id,
    s.team_id,
    jsonb_strip_nulls(jsonb_build_object('title', s.title, 'summary', s.summary, 'url', s.url, 'video_url', s.video_url, 'links', to_jsonb(string_to_array(NULLIF(s.links, ''::text), '
'::text)), 'built_with', s.built_with, 'opted_for', to_jsonb(string_to_array(NULLIF(s.opted_for, ''::text), '
'::text)), 'tracks', ( SELECT jsonb_agg(k.key ORDER BY k.key) AS jsonb_agg
           FROM (datajam.submission_track t
             JOIN datajam.track k USING (event_id, track_id))
          WHERE ((t.event_id = s.event_id) AND (t.submission_id = s.submission_id))), 'files', ( SELECT jsonb_agg(jsonb_build_object('name', f.name, 'url', f.url, 'size', f.size, 'sha256', encode(f.sha256, 'hex'::text)) ORDER BY f.name) AS jsonb_agg
           FROM datajam.submission_file f
          WHERE ((f.event_id = s.event_id) AND (f.submission_id = s.submission_id))))) AS contents
   FROM datajam.submission s;


--
-- Name: VIEW submission_contents; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.submission_contents IS 'Everything that a team would submit now.';


--
-- Name: submission_fields; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.submission_fields AS
 SELECT s.event_id,
    s.submission_id,
    s.team_id,
    ((datajam.fields_of(s.title, 'title'::text) || datajam.fields_of(s.summary, 'summary'::text)) || jsonb_strip_nulls(jsonb_build_object('url', s.url, 'video_url', s.video_url, 'links', NULLIF(s.links, ''::text), 'built_with', s.built_with, 'opted_for', NULLIF(s.opted_for, ''::text), 'received_at', datajam.import_time(s.received_at), 'received_as_written', s.received_as_written))) AS fields
   FROM datajam.submission s;


--
-- Name: VIEW submission_fields; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.submission_fields IS 'The submissions with the field names of imports.';


--
-- Name: submission_submission_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.submission ALTER COLUMN submission_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.submission_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: team_fields; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.team_fields AS
 SELECT t.event_id,
    t.team_id,
    t.key,
    ((datajam.fields_of(t.city, 'city'::text) || datajam.fields_of(t.about, 'about'::text)) || jsonb_strip_nulls(jsonb_build_object('name', t.name, 'country', t.country, 'affiliation', t.affiliation, 'track', k.key, 'declared_size', (t.declared_size)::text))) AS fields
   FROM (datajam.team t
     LEFT JOIN datajam.track k USING (event_id, track_id));


--
-- Name: VIEW team_fields; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.team_fields IS 'The teams with the field names of imports.';


--
-- Name: team_former_name; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.team_former_name (
    event_id bigint NOT NULL,
    name text NOT NULL,
    team_id bigint NOT NULL
);


--
-- Name: TABLE team_former_name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.team_former_name IS 'Names of teams that were merged into another one, by which files still call them.';


--
-- Name: COLUMN team_former_name.name; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team_former_name.name IS 'The key, the folded name, or the name in a source of imports.';


--
-- Name: COLUMN team_former_name.team_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team_former_name.team_id IS 'The team that goes on.';


--
-- Name: team_invitation; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.team_invitation (
    event_id bigint NOT NULL,
    invitation_id bigint NOT NULL,
    team_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);


--
-- Name: TABLE team_invitation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.team_invitation IS 'A code that lets one participant join one team, once, until it expires.';


--
-- Name: COLUMN team_invitation.code_hash; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.team_invitation.code_hash IS 'sha256 of the code, which is shown once.';


--
-- Name: team_invitation_invitation_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.team_invitation ALTER COLUMN invitation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.team_invitation_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: team_team_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.team ALTER COLUMN team_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.team_team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: track_track_id_seq; Type: SEQUENCE; Schema: datajam; Owner: -
--

ALTER TABLE datajam.track ALTER COLUMN track_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME datajam.track_track_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: unconfirmed_sheet; Type: VIEW; Schema: datajam; Owner: -
--

CREATE VIEW datajam.unconfirmed_sheet AS
 SELECT s.event_id,
    s.round_id,
    s.judge_id,
    s.team_id
   FROM (datajam.sheet s
     JOIN datajam.judge j USING (event_id, judge_id))
  WHERE ((s.status = 'ready'::text) AND (s.saved_by IS DISTINCT FROM j.principal_id) AND (s.confirmed_by IS NULL));


--
-- Name: VIEW unconfirmed_sheet; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON VIEW datajam.unconfirmed_sheet IS 'Ready sheets that somebody entered for the judge and no second person confirmed.';


--
-- Name: winner_confirmation; Type: TABLE; Schema: datajam; Owner: -
--

CREATE TABLE datajam.winner_confirmation (
    event_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    confirmed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


--
-- Name: TABLE winner_confirmation; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON TABLE datajam.winner_confirmation IS 'Members of teams who confirmed that they did the work and may receive a prize.';


--
-- Name: COLUMN winner_confirmation.principal_id; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON COLUMN datajam.winner_confirmation.principal_id IS 'The organiser to whom the member confirmed it.';


--
-- Data for Name: access_token; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.access_token OVERRIDING SYSTEM VALUE VALUES
	(1, 2, 2, 'trfrsge4yr', '\x2d0d3ea3056047d59274bf6427d3870eed6ce5811635ed7551a190bd23f554a1', 'full', '2026-11-30 10:40:05.709546+00', '2027-02-28 10:40:05.709546+00', '2026-11-30 10:40:09.172046+00', NULL),
	(1, 1, 1, 'rjpe9vak80', '\x2fbd4e72741ad7528b8825116a5c1e59ea294e74d663e839ad15df293c43a261', 'full', '2026-11-30 10:40:05.623424+00', '2027-02-28 10:40:05.623424+00', '2026-11-30 10:40:09.250197+00', NULL);


--
-- Data for Name: agenda_session; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.agenda_session OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'opening', 'talk', '{"en": "Opening", "fr": "Ouverture"}', '{}', '', 'participants', '["2026-04-10 13:00:00+00","2026-04-10 13:30:00+00")', 'America/Toronto', 1, NULL, NULL, NULL, false);


--
-- Data for Name: agenda_speaker; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.agenda_speaker VALUES
	(1, 1, 1, NULL, 'Eve Example', true, NULL, NULL, NULL, NULL);


--
-- Data for Name: agenda_version; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.agenda_version VALUES
	(1, 1, '2026-11-30 10:40:07.308183+00', NULL, '[{"end": "2026-04-10T09:30:00-04:00", "key": "opening", "url": null, "kind": "talk", "room": {"key": "hall", "url": null, "name": {"en": "Hall", "fr": "Salle"}, "capacity": 40}, "start": "2026-04-10T09:00:00-04:00", "title": {"en": "Opening", "fr": "Ouverture"}, "number": 1, "audience": "participants", "capacity": null, "sequence": 0, "speakers": [{"name": "Eve Example", "affiliations": []}], "cancelled": false, "languages": [], "objective": {}, "time_zone": "America/Toronto", "zone_word": "EDT", "changed_at": 1796035207308183, "register_url": null}]', '[{"change": "added", "fields": [], "session": "opening"}]');


--
-- Data for Name: announcement; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.announcement VALUES
	(1, '{"en": "https://example.org/en", "fr": "https://example.org/fr"}', 'info@example.org', '\x8020b15a2046ce57a31b9c34f859d5ef5f1e53f4b517ebe9cfcfba86a0ca1398');


--
-- Data for Name: announcement_correction; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.announcement_correction VALUES
	(1, 1, '2026-11-30 10:40:12.782279+00', '{"en": "A name was mended.", "fr": "Un nom a été corrigé."}');


--
-- Data for Name: assignment; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.assignment VALUES
	(1, 1, 1, 1),
	(1, 1, 1, 2),
	(1, 1, 1, 3),
	(1, 1, 2, 1),
	(1, 1, 2, 2),
	(1, 1, 2, 3),
	(1, 2, 1, 1),
	(1, 2, 1, 2),
	(1, 2, 2, 1),
	(1, 2, 2, 2);


--
-- Data for Name: audit_chain; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.audit_chain VALUES
	(2, 3, 10, '\x2e59f8bb86375d05eeaf27d0df0809b483e90c12e3c2af137cf08db59d8d005a', '814'),
	(1, 2, 2, '\x6cec17a14ddaf1ed06ee12f202d2306de410748282cd6da8153d9bbf2ace1509', '802'),
	(1, 1, 81, '\xd4862617c2ad3a5085663adbb3b53e5619873f1c7e8c7636de841d29baab7caa', '813');


--
-- Data for Name: audit_checkpoint; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.audit_checkpoint VALUES
	(1, 1, '2026-11-30 10:40:10.595356+00', '{"by": 1, "chains": [[1, 63, "4b7c5e92acb04adb30f2191c4fb37f35c1aabb5658895b0587bebfec45e3b683"], [2, 1, "f8798736896e5d03b6a5e75609e443ec4fd3fcb3ee38860ef78305bff44c1c47"]], "reason": "the round main was frozen"}', '\x863f11f5411c8e1c93c85baca1331186d51a5e6e24b28f3b59b246c019744f67'),
	(1, 2, '2026-11-30 10:40:11.532563+00', '{"by": 1, "chains": [[1, 70, "a3e92671aacf2d4bd38fecdc99cebbc976270fa1f01fce0e59899c4a203bdb41"], [2, 1, "f8798736896e5d03b6a5e75609e443ec4fd3fcb3ee38860ef78305bff44c1c47"]], "reason": "result 1 was approved"}', '\xf81f447b0a2402d1015c4a1f1477cd23424739a48f7e756005afa10c81ce8a2d'),
	(1, 3, '2026-11-30 10:40:12.008233+00', '{"by": 2, "chains": [[1, 70, "a3e92671aacf2d4bd38fecdc99cebbc976270fa1f01fce0e59899c4a203bdb41"], [2, 2, "6cec17a14ddaf1ed06ee12f202d2306de410748282cd6da8153d9bbf2ace1509"]], "reason": "result 1 was approved"}', '\x8e34b31ab46815931dafbe947b2e4c0b6f903086a99ec81b6fff916d32c00885'),
	(1, 4, '2026-11-30 10:40:12.67259+00', '{"by": 1, "chains": [[1, 79, "2607e742c57ee4fc81eaf1d1fef4d4bdebe75370950b86c9faf6983547d04a56"], [2, 2, "6cec17a14ddaf1ed06ee12f202d2306de410748282cd6da8153d9bbf2ace1509"]], "reason": "result 1 was announced"}', '\x473da7ae6d108e2ac07b3bfd270cbc1ef6436a6787e8d02a21a1855d02769222');


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.audit_entry VALUES
	(1, 1, 1, '2026-11-30 10:40:05.496614+00', '{"action":"created","changes":{"name":{"new":"sha256:45010ec873e759911097a056b75cfa31f8c6e4d854675a2e5a88e5a56127a723"}},"channel":"command line","key":"1","noun":"organiser"}', '\x2755b03f0d291c21a681f9ae2cd6f68fead5bc040d5494a20b7a1fc801434a8f'),
	(1, 1, 2, '2026-11-30 10:40:05.498398+00', '{"action":"created","changes":{"deadline":{"new":"2026-04-11T16:00"},"ends on":{"new":"2026-04-11"},"grace minutes":{"new":0},"languages":{"new":["en","fr"]},"mentor sessions per day":{"new":2},"mode":{"new":"online"},"name":{"new":{"en":"Spring Jam","fr":"Jam du printemps"}},"notice":{"new":{}},"purpose":{"new":{}},"registration from":{"new":"2026-03-01"},"registration to":{"new":"2026-04-01"},"starts on":{"new":"2026-04-10"},"team minimum":{"new":1},"team size":{"new":6},"theme":{"new":{}},"time zone":{"new":"America/Toronto"}},"channel":"command line","key":"spring","noun":"event"}', '\xdcf056f7692559e22559f1611f3e774945e6ec857c105c98ed562b68975081e6'),
	(1, 1, 3, '2026-11-30 10:40:05.562427+00', '{"action":"created","changes":{"name":{"new":"sha256:ed876e470c6e650c47c7b6720a977276753d28fd2d90c3acb464b64c47d7530f"}},"channel":"command line","key":"2","noun":"organiser"}', '\x634284cd00de9be66290caa32fe10b8da703dd5763902c5f26658484a2c2acb5'),
	(1, 1, 4, '2026-11-30 10:40:05.627023+00', '{"action":"created","changes":{"principal":{"new":1},"scope":{"new":"full"},"until":{"new":"2027-02-28T10:40:05Z"}},"channel":"command line","key":"rjpe9vak80","noun":"token"}', '\x83510201dc13146a256604244f4b48ea366d19d5e6ae4f101e38683b7ef2d680'),
	(1, 1, 5, '2026-11-30 10:40:05.712746+00', '{"action":"created","changes":{"principal":{"new":2},"scope":{"new":"full"},"until":{"new":"2027-02-28T10:40:05Z"}},"channel":"command line","key":"trfrsge4yr","noun":"token"}', '\xa64a22fe68e4b46a79ab10957d99c511e86a2addcd6ec666b7c0992e86180404'),
	(1, 1, 6, '2026-11-30 10:40:05.843996+00', '{"key": "4 records", "noun": "team", "action": "imported", "changes": {"alder": {"new": {"name": "Alder", "city_en": "Toronto", "city_fr": "Toronto"}}, "birch": {"new": {"name": "Birch", "city_en": "Montreal", "city_fr": "Montréal"}}, "cedar": {"new": {"name": "Cedar", "city_en": "Ottawa", "city_fr": "Ottawa"}}, "cedars": {"new": {"name": "Cedars", "city_en": "Ottawa", "city_fr": "Ottawa"}}}, "channel": "command line"}', '\x1d74bc08e2660d341a163df55aac9357ab5f2eb6101b20199ff1e00cc7b24408'),
	(1, 1, 7, '2026-11-30 10:40:06.013367+00', '{"key": "4 records", "noun": "participant", "action": "imported", "changes": {"1": {"new": "sha256:a196902d06f850ca1dd71f8e73270af51c82bc35fcdd711bc7054dd6c0e346fb"}, "2": {"new": "sha256:c306ea59d2966f0fb08b166dd371b37577aa39a4a9b64636f3085254872e63ca"}, "3": {"new": "sha256:562beb026d7512a1ff2063244e09a31732886b20afe653c605ff9b9ac6797afd"}, "4": {"new": "sha256:e1811b5b072724e9b6798402c03ee980df31a3534f0ca9f7bf3cd8d4a4fe022b"}}, "channel": "command line"}', '\x68df833c8f9a905b0bdaec48f48e7571cc4b6450293dc190a8affef30d38cb94'),
	(1, 1, 8, '2026-11-30 10:40:06.032253+00', '{"key": "3 records", "noun": "member", "action": "joined", "changes": {"1": {"new": {"team": "alder", "captain": false}}, "2": {"new": {"team": "birch", "captain": false}}, "3": {"new": {"team": "cedar", "captain": false}}}, "channel": "command line"}', '\xb008c12005d7e46983caf1aadb5b2fee58abbdc4cc2179c470109bf75f0314d7'),
	(1, 1, 9, '2026-11-30 10:40:06.154055+00', '{"action":"updated","changes":{"name":{"new":"Alder and friends","old":"Alder"}},"channel":"command line","key":"alder","noun":"team"}', '\xfa2792d7c778e9b514a5a019cf1c5d767641a716db3019fe47504a7f4f029d21'),
	(1, 1, 10, '2026-11-30 10:40:06.239745+00', '{"action":"merged","changes":{"members":{"new":[]},"merged with":{"new":"cedars"}},"channel":"command line","key":"cedar","noun":"team"}', '\x67aeba4a2a71287777720c4b15cf3b1ad7a071fca46ad9fc476d2279d0ee4079'),
	(1, 1, 11, '2026-11-30 10:40:06.241629+00', '{"action":"merged away","changes":{"about":{"old":{}},"city":{"old":{"en":"Ottawa","fr":"Ottawa"}},"merged into":{"new":"cedar"},"name":{"old":"Cedars"}},"channel":"command line","key":"cedars","noun":"team"}', '\xebbd75e4f9d10636fd2d18ec0832e935df69aae5741b98573f0d77c6b31c8ccc'),
	(1, 1, 12, '2026-11-30 10:40:06.321474+00', '{"action":"related","changes":{"edition":{"new":"Autumn Jam"},"relation":{"new":"follow-up"},"when":{"new":"2026-10"}},"channel":"command line","key":"spring","noun":"event"}', '\xd81a2bb8b0832b3954de3383cc206ce7ae0ab1d591fd703a45ae9230e5c1530f'),
	(1, 1, 13, '2026-11-30 10:40:06.401148+00', '{"action":"created","changes":{"name":{"new":{"en":"Health","fr":"Santé"}}},"channel":"command line","key":"health","noun":"track"}', '\x54084f9463caa002236144e3e10aaf9fcb28b84e221da2897b0cace1cc930f21'),
	(1, 1, 14, '2026-11-30 10:40:06.528642+00', '{"action":"updated","changes":{"track":{"new":"health"}},"channel":"command line","key":"alder","noun":"team"}', '\x8e11ce4654c0dc3606063e8dcf310898cfc979b7d5363769e67fd2c6812778e6'),
	(1, 1, 15, '2026-11-30 10:40:06.600133+00', '{"action":"given a code","changes":{},"channel":"command line","key":"birch","noun":"team"}', '\x15ddc59267c5ec0e4ffc35db73368f90e30423d3a2cfe5dfc2d2ba35d4f56778'),
	(1, 1, 16, '2026-11-30 10:40:06.672784+00', '{"action":"invited","changes":{"participant":{"new":4},"until":{"new":"2026-12-07T10:40:06Z"}},"channel":"command line","key":"alder","noun":"team"}', '\x287e635c28a2ec28cc25deb69109ac07c4cb38268dbde44618f98c7417bbca4b'),
	(1, 1, 17, '2026-11-30 10:40:06.757419+00', '{"action":"created","changes":{"acronym":{"new":{}},"name":{"new":{"en":"Acme","fr":"Acme"}}},"channel":"command line","key":"acme","noun":"organisation"}', '\x9429e625fc39914f2ec0ed1816fbc3dd323c7e296e7d49c76ed7cb1d75f05b6f'),
	(1, 1, 18, '2026-11-30 10:40:06.759656+00', '{"action":"given a role","changes":{"print order":{"new":1},"role":{"new":"sponsor"}},"channel":"command line","key":"acme","noun":"organisation"}', '\x97d3c80dddb1e77ace6ab618b5d5f8d9eb169532b5bb033bb8d8fd3a50850a0a'),
	(1, 1, 19, '2026-11-30 10:40:06.831684+00', '{"action":"given a name","changes":{"other name":{"new":"Acme Inc."}},"channel":"command line","key":"acme","noun":"organisation"}', '\x355a5e02cd691c84ef3dd328a3c317a907576f227a04b4042ed50198298e3569'),
	(1, 1, 20, '2026-11-30 10:40:06.919071+00', '{"action":"created","changes":{"capacity":{"new":40},"name":{"new":{"en":"Hall","fr":"Salle"}}},"channel":"command line","key":"hall","noun":"room"}', '\x754619eea89c2a32a512e8c3ddc8598e2a6a177f7ef6591bb808e79bb03e95e1'),
	(1, 1, 21, '2026-11-30 10:40:07.088222+00', '{"action":"created","changes":{"audience":{"new":"participants"},"cancelled":{"new":false},"end":{"new":"2026-04-10T09:30"},"kind":{"new":"talk"},"languages":{"new":[]},"objective":{"new":{}},"room":{"new":"hall"},"start":{"new":"2026-04-10T09:00"},"time zone":{"new":"America/Toronto"},"title":{"new":{"en":"Opening","fr":"Ouverture"}}},"channel":"command line","key":"opening","noun":"session"}', '\x397bcf47ac8748aa5007741b5aea8b6f5459878abb34ea1042214f2a17eb11b2'),
	(1, 1, 22, '2026-11-30 10:40:07.227837+00', '{"action":"created","changes":{"name":{"new":"sha256:f7caca3ddb3bc08f224a3df310117fee727c117f632d95605113467cf04cbf18"},"public":{"new":true}},"channel":"command line","key":"opening/1","noun":"speaker"}', '\x1e6537e172baa2aea70216bc4b3656788b9e682480d44fc8eb0f1e65153b11e1'),
	(1, 1, 23, '2026-11-30 10:40:07.310826+00', '{"action":"published","changes":{"changes":{"new":["opening: added"]}},"channel":"command line","key":"version 1","noun":"agenda"}', '\xf8b75b56678d228d469d9f24273619e72a488872bb40d4842150854daaf06214'),
	(1, 1, 24, '2026-11-30 10:40:07.429317+00', '{"action":"created","changes":{"expertise":{"new":"sha256:107e80388711fa59f5103cb67a14139af667d63ee755b61d752383accfe0cb93"},"key":{"new":"sha256:ca14fcf61114120ce0caad54da3d7d9dc9e35a2d8d4784d26de602220f901790"},"languages":{"new":"sha256:d11eccabdde0496f3cfea95f4b3d7d3f2251f8393bbdd50c1a5993c19ce3e30c"},"name":{"new":"sha256:cf99f74f0d015eb5963d64e7ebb456bda2b3872981e5bde80b0080c2bbb0300c"},"slot minutes":{"new":30},"time zone":{"new":"sha256:d95054d8d4720e3f6b245fe72b9d76c018de14e7c241f5a08cc0d2a2bc94b253"}},"channel":"command line","key":"1","noun":"mentor"}', '\xac5a754dc3bff843d601e6a232b9ec6ec3d657a8f09683f1b372e8fb56bf732a'),
	(1, 1, 25, '2026-11-30 10:40:07.486378+00', '{"action":"given hours","changes":{"from":{"new":"2026-04-10T14:00:00Z"},"until":{"new":"2026-04-10T16:00:00Z"}},"channel":"command line","key":"1","noun":"mentor"}', '\x1278d4785e709b65e311dd699b767f9310a666ba471dcdc5279d95a3f10a9ab7'),
	(1, 1, 26, '2026-11-30 10:40:07.585934+00', '{"action":"created","changes":{"languages":{"new":[]},"team":{"new":"alder"},"topics":{"new":[]},"withdrawn":{"new":false}},"channel":"command line","key":"1","noun":"mentor request"}', '\x4d8c3e352ce60868635c78c6ca3a8a967aa88ea01a6689f78956f74fdf666e2e'),
	(1, 1, 27, '2026-11-30 10:40:07.67591+00', '{"action":"created","changes":{"from":{"new":"2026-04-10T14:00:00Z"},"mentor":{"new":1},"room":{"new":"hall"},"state":{"new":"booked"},"team":{"new":"alder"},"until":{"new":"2026-04-10T14:30:00Z"}},"channel":"command line","key":"1","noun":"mentor session"}', '\x88787d5401c74188d687df289f2a7fe9223502c74cc48e54eadf2bcf7d900695'),
	(1, 1, 28, '2026-11-30 10:40:07.751279+00', '{"action":"created","changes":{"team":{"new":"alder"},"text":{"new":"sha256:37c5a25958acaf42c7f4d1b9ac9ce1d6a6042ef832a696128f4b23f78ede39c7"}},"channel":"command line","key":"1","noun":"mentor note"}', '\xa8086c801fcdfb010565ee904a794f65d81ddbb79d252d384a295e3130b0f7ea'),
	(1, 1, 29, '2026-11-30 10:40:07.815154+00', '{"action":"updated","changes":{"most per team":{"new":2},"ties":{"new":"full","old":"pool"}},"channel":"command line","key":"rules","noun":"prize rules"}', '\xcb5e4137c43be11ee49c8f2f01bf175943a69025d3fb6ba56bd7ff1372c61b2b'),
	(1, 1, 30, '2026-11-30 10:40:07.902626+00', '{"action":"created","changes":{"amount":{"new":"100.00 CAD"},"basis":{"new":"rank 1"},"kind":{"new":"money"},"label":{"new":{"en":"money","fr":"de l’argent"}},"position":{"new":1}},"channel":"command line","key":"cash","noun":"prize"}', '\x71945e00cfaaa8d41e0dd62f5e520677cf53a21b81b84f97694dda9f7c1fdd86'),
	(1, 1, 31, '2026-11-30 10:40:07.987764+00', '{"action":"created","changes":{"basis":{"new":"people''s choice"},"kind":{"new":"goods"},"label":{"new":{"en":"a cup","fr":"une coupe"}},"position":{"new":1}},"channel":"command line","key":"cup","noun":"prize"}', '\xc6538809917adc4fc1a3abf84db58a6beafab5260c73170c53fa10182ef1e2c5'),
	(1, 1, 32, '2026-11-30 10:40:08.075479+00', '{"action":"created","changes":{"files":{"new":[]},"links":{"new":[]},"summary":{"new":{"en":"A map.","fr":"Une carte."}},"title":{"new":{"en":"Project of alder","fr":"Projet de alder"}},"tracks":{"new":[]}},"channel":"command line","key":"alder","noun":"submission"}', '\xc3a871b9db3bf2ed9d8ff34a9ef9cfe374da5bde876f6a1071ad9397de0f68af'),
	(1, 1, 33, '2026-11-30 10:40:08.190765+00', '{"action":"created","changes":{"files":{"new":[]},"links":{"new":[]},"summary":{"new":{"en":"A map.","fr":"Une carte."}},"title":{"new":{"en":"Project of birch","fr":"Projet de birch"}},"tracks":{"new":[]}},"channel":"command line","key":"birch","noun":"submission"}', '\x2a9e33b630916c43093727bf09b3e2e9334dd5a10ee89baf1e8d707b7e935880'),
	(1, 1, 34, '2026-11-30 10:40:08.304052+00', '{"action":"created","changes":{"files":{"new":[]},"links":{"new":[]},"summary":{"new":{"en":"A map.","fr":"Une carte."}},"title":{"new":{"en":"Project of cedar","fr":"Projet de cedar"}},"tracks":{"new":[]}},"channel":"command line","key":"cedar","noun":"submission"}', '\x84cb3e28bb80089455df85eb4220bd78fbff377063b7e575fe34337a395abf02'),
	(1, 1, 35, '2026-11-30 10:40:08.397453+00', '{"action":"updated","changes":{"tracks":{"new":["health"],"old":[]}},"channel":"command line","key":"alder","noun":"submission"}', '\x0d82085ed7e19eaba6262adceda11ba3484f2b989cf24492a4ae057364f4e24f'),
	(1, 1, 36, '2026-11-30 10:40:08.484653+00', '{"action":"updated","changes":{"files":{"new":[{"name":"data.csv","sha256":"6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f","size":5,"url":null}],"old":[]}},"channel":"command line","key":"alder","noun":"submission"}', '\x8668b99ef6880ff6fca63b33b0115e5b7ab15fd75243e3f7a9c815bf20ade2be'),
	(1, 1, 37, '2026-11-30 10:40:08.559536+00', '{"action":"submitted","changes":{"as":{"new":"organiser"},"contents":{"new":{"files":[{"name":"data.csv","sha256":"6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f","size":5}],"summary":{"en":"A map.","fr":"Une carte."},"title":{"en":"Project of alder","fr":"Projet de alder"},"tracks":["health"]}},"received at":{"new":"2026-04-11T19:00:00Z"},"version":{"new":1}},"channel":"command line","key":"alder","noun":"submission"}', '\xe2099ee984b906acdfdea3b26a6455de16c5d82241a1b4a82764d5c1700f8c59'),
	(1, 1, 38, '2026-11-30 10:40:08.63409+00', '{"action":"submitted","changes":{"as":{"new":"organiser"},"contents":{"new":{"summary":{"en":"A map.","fr":"Une carte."},"title":{"en":"Project of birch","fr":"Projet de birch"}}},"received at":{"new":"2026-04-11T19:00:00Z"},"version":{"new":1}},"channel":"command line","key":"birch","noun":"submission"}', '\x7cd78673860b09d2501a6e6252e2b9f26d52e16e92963d3a71f184398a79d1ba'),
	(1, 1, 39, '2026-11-30 10:40:08.702829+00', '{"action":"submitted","changes":{"as":{"new":"organiser"},"contents":{"new":{"summary":{"en":"A map.","fr":"Une carte."},"title":{"en":"Project of cedar","fr":"Projet de cedar"}}},"received at":{"new":"2026-04-11T21:00:00Z"},"version":{"new":1}},"channel":"command line","key":"cedar","noun":"submission"}', '\x1fabadf6257e782aaa5644423932f242b9919aac558c75875312d9fb6aa1d809'),
	(1, 1, 40, '2026-11-30 10:40:08.704602+00', '{"action":"accepted late","changes":{"reason":{"new":"The network failed."},"version":{"new":1}},"channel":"command line","key":"cedar","noun":"submission"}', '\x1e9ba27fe40bd58100fa103502870f3ecfb90ae99db8a2055411f3a1cd0fbe1b'),
	(1, 1, 41, '2026-11-30 10:40:08.782003+00', '{"action":"created","changes":{"demo":{"new":{"description":{},"from":"0","levels":{},"name":{"en":"Demo","fr":"Démo"},"required":true,"step":"0.5","to":"10","weight":"50"}},"idea":{"new":{"description":{},"from":"0","levels":{"0":{"en":"none","fr":"aucune"},"10":{"en":"new","fr":"neuve"}},"name":{"en":"Idea","fr":"Idée"},"required":true,"step":"0.5","to":"10","weight":"50"}}},"channel":"command line","key":"main version 1","noun":"rubric"}', '\xb3272829648fb6b912752ea81df68e035558b9e0b9a27a8ff7da7471df585d29'),
	(1, 1, 42, '2026-11-30 10:40:08.851166+00', '{"action":"created","changes":{"e-mail":{"new":"sha256:010fa7f7edbf0db09a31d1571d1804a4a216f0d600e6a6f6a18f44e66a82ffc7"},"name":{"new":"sha256:56d4f4bdaa4ca375395703ec516d7acbb81fed70587bbd869f1b934bbe15ee9c"}},"channel":"command line","key":"J-1","noun":"judge"}', '\xac74256685238b0db5c8eb48fc2d2298f6058a3175d68132fb6cf8cd624f4831'),
	(1, 1, 43, '2026-11-30 10:40:08.930011+00', '{"action":"created","changes":{"e-mail":{"new":"sha256:0ca4febc0153802f4dcc0be66ff7dfd182895071c406d418fb9e9a581642b4ac"},"name":{"new":"sha256:b1ca6c461d474723aae712af03b14c83b62d01da95ec2fbd3205c84099e8dcd6"}},"channel":"command line","key":"J-2","noun":"judge"}', '\xfc3d19c772fa54bfdabbbaff57651aff3452864715c4ef9fcfc7c626d68ab4dd'),
	(1, 1, 44, '2026-11-30 10:40:09.009309+00', '{"action":"created","changes":{"e-mail":{"new":"sha256:ac7eb5e992829a82fdbaf8732a8a086daa6fdcd29986a3c5793be733cbf9dcb8"},"name":{"new":"sha256:89966e5e7696a4276551fc8dd89f90b388151f06bb5111e72599f4a7c2c0372b"}},"channel":"command line","key":"J-3","noun":"judge"}', '\xa3c03a138141fcf2bc961ebfb8ca652fc71d3c4cc806f6ea4d4c8a45863f7c9d'),
	(1, 1, 45, '2026-11-30 10:40:09.10342+00', '{"action":"declared","changes":{"kind":{"new":"declared"},"reason":{"new":"sha256:75add4ed8e37a310521aa0e084585bdda29a81bf039fe22b3ab0756d4aa01ac7"}},"channel":"command line","key":"J-3 alder","noun":"conflict"}', '\x0321e24396c6a202eb05b151159e8dbc35a98f190f0576b17b43dd9da5bd444f'),
	(1, 2, 1, '2026-11-30 10:40:09.182934+00', '{"action":"overrode","changes":{"kind":{"new":"declared"},"reason":{"new":"sha256:2dd843feca285878fcea72d4ab4a92d4a46506a4f37d80c770d679198ca82489"}},"channel":"command line","key":"J-3 alder","noun":"conflict"}', '\xf8798736896e5d03b6a5e75609e443ec4fd3fcb3ee38860ef78305bff44c1c47'),
	(1, 1, 46, '2026-11-30 10:40:09.259227+00', '{"action":"overrode","changes":{"kind":{"new":"declared"},"reason":{"new":"sha256:6c86a03c09ec4c2216f57ad0cb97024206a52166b8d7e069ae17abc805beb0e2"}},"channel":"command line","key":"J-3 alder","noun":"conflict"}', '\x42f376ccaa6c6a6fcef6d7d31efd1f14c6279b1d250afd8aa58018890af2edc5'),
	(1, 1, 47, '2026-11-30 10:40:09.337275+00', '{"action":"created","changes":{"asks confirmation":{"new":false},"entrants":{"new":"all"},"kind":{"new":"preliminary"},"minimum of sheets":{"new":1},"panel":{"new":["J-1","J-2"]},"rubric":{"new":1}},"channel":"command line","key":"main","noun":"round"}', '\x765273bcc15ccfe53a732e61be5079405b595f08cc8bbd237d179e868c6aeeae'),
	(1, 1, 48, '2026-11-30 10:40:09.427085+00', '{"action":"moved","changes":{"phase":{"new":"registration","old":"draft"}},"channel":"command line","key":"spring","noun":"event"}', '\x993c1df21e2cb25d56c898f0ba0f0b8b5e0859fe92c2e34b9031ce06ec59faf2'),
	(1, 1, 49, '2026-11-30 10:40:09.500247+00', '{"action":"moved","changes":{"phase":{"new":"running","old":"registration"}},"channel":"command line","key":"spring","noun":"event"}', '\x2bade44ddba69aefd066ac291a8d33da126ecd8a0f9b585e6a359331f21ef641');
INSERT INTO datajam.audit_entry VALUES
	(1, 1, 50, '2026-11-30 10:40:09.594551+00', '{"action":"moved","changes":{"phase":{"new":"judging","old":"running"}},"channel":"command line","key":"spring","noun":"event"}', '\x9409868ec9868e7db55dd91a17f31ab82ee5e6edb514d5b529257ae842314cc3'),
	(1, 1, 51, '2026-11-30 10:40:09.707499+00', '{"action":"planned","changes":{"assigned":{"new":6},"judges a team":{"new":2},"seed":{"new":"1"},"taken away":{"new":0}},"channel":"command line","key":"main","noun":"round"}', '\xc2d3fdaac0573299bb1f34bda54dfad95f67af5a50d733410fb025a4b00d88b2'),
	(1, 1, 52, '2026-11-30 10:40:09.712366+00', '{"key": "6 records", "noun": "assignment", "action": "planned", "changes": {"J-1 alder": {"new": {"round": "main"}}, "J-1 birch": {"new": {"round": "main"}}, "J-1 cedar": {"new": {"round": "main"}}, "J-2 alder": {"new": {"round": "main"}}, "J-2 birch": {"new": {"round": "main"}}, "J-2 cedar": {"new": {"round": "main"}}}, "channel": "command line"}', '\x71976613fe86e83ef05f7ffdbb3bcc5ef6e5768a0b1eaf33579efee2d6b73e89'),
	(1, 1, 53, '2026-11-30 10:40:09.785044+00', '{"action":"opened","changes":{"state before":{"new":"planned"}},"channel":"command line","key":"main","noun":"round"}', '\x07f8753b3832e061117709cb3f5415adb8c1416d956cc13220cbae149ace0311'),
	(1, 1, 54, '2026-11-30 10:40:09.870573+00', '{"action":"invited","changes":{"until":{"new":"2026-12-14T10:40:09Z"}},"channel":"command line","key":"J-2","noun":"judge"}', '\x84cbd58902d8032c3aba4877ef994f5c7599eb1bc3b95734e526bcc91e1b54fa'),
	(1, 1, 55, '2026-11-30 10:40:09.972618+00', '{"action":"created","changes":{"comment":{"new":"sha256:8a4394fd9fd1cbfd2ebbf627f478e11a28726e2f35b3445ee6264091612d3272"},"demo":{"new":"6"},"for judge":{"new":"J-1"},"idea":{"new":"9"},"status":{"new":"ready"}},"channel":"command line","key":"J-1 alder","noun":"sheet"}', '\xd33bd92f6ec09b4eb6746368d2bc7be8cc1c85ce1498724be74443635febb45d'),
	(1, 1, 56, '2026-11-30 10:40:10.07254+00', '{"action":"created","changes":{"demo":{"new":"9"},"feedback":{"new":"sha256:0187d954caa45abf4924d4cddca57afef8ded7f6fd029e8e261c29fc09783df3"},"for judge":{"new":"J-2"},"idea":{"new":"8"},"status":{"new":"ready"}},"channel":"command line","key":"J-2 alder","noun":"sheet"}', '\x880e82efbee899170aaf64b249dfd1b3f96c94bb1e457efc90ff9173614bf9e1'),
	(1, 1, 57, '2026-11-30 10:40:10.161402+00', '{"action":"created","changes":{"comment":{"new":"sha256:f35550f1a63bb756600d1c9da322ced77ce6f1bd7a5ec847a65a6467b9152fe4"},"demo":{"new":"6"},"for judge":{"new":"J-1"},"idea":{"new":"7"},"status":{"new":"ready"}},"channel":"command line","key":"J-1 birch","noun":"sheet"}', '\x0c9cdb8a49eb23e247676dfde5d3f082b55b0e074db86de4470e8c10d9bbf4be'),
	(1, 1, 58, '2026-11-30 10:40:10.255206+00', '{"action":"created","changes":{"demo":{"new":"7"},"feedback":{"new":"sha256:87555b84a0d6b5ae555db905e08430033598c817bd24b5907af658d1c4249bff"},"for judge":{"new":"J-2"},"idea":{"new":"8"},"status":{"new":"ready"}},"channel":"command line","key":"J-2 birch","noun":"sheet"}', '\x8bbd5c915a9e4963724b7a593083ccb9507f06c380d2a991805f950fefc955d3'),
	(1, 1, 59, '2026-11-30 10:40:10.354989+00', '{"action":"created","changes":{"comment":{"new":"sha256:d36d6cb88c162533ecaebdafdfca9a5a977cef0617ac08b7042a72746ecbba97"},"demo":{"new":"6"},"for judge":{"new":"J-1"},"idea":{"new":"5"},"status":{"new":"ready"}},"channel":"command line","key":"J-1 cedar","noun":"sheet"}', '\xad794b375bed0012684e48f21c14311867e02e7b5f928bd9f9951ea60dbb9b52'),
	(1, 1, 60, '2026-11-30 10:40:10.447647+00', '{"action":"created","changes":{"demo":{"new":"5"},"feedback":{"new":"sha256:8ee01a94827dfedb96637fc2b694fcb7e6bdb615bff009c3a4a1c1d86e0f0de0"},"for judge":{"new":"J-2"},"idea":{"new":"8"},"status":{"new":"ready"}},"channel":"command line","key":"J-2 cedar","noun":"sheet"}', '\xbd585265b5aa0f3a24945e3a6c9f2a92777ce1adfd3611ef52fce7058d66d1e4'),
	(1, 1, 61, '2026-11-30 10:40:10.523102+00', '{"action":"closed","changes":{},"channel":"command line","key":"main","noun":"round"}', '\x279755ef0077898e995be0f8e16ee51d0fb8ae2dc01030c1dd15b96e2f7cc3e7'),
	(1, 1, 62, '2026-11-30 10:40:10.528124+00', '{"action":"moved","changes":{"phase":{"new":"review","old":"judging"}},"channel":"command line","key":"spring","noun":"event"}', '\xcead736470b1f708c27dc09b037d66365c0efeb7a58ec7fde9942b3e30dc5467'),
	(1, 1, 63, '2026-11-30 10:40:10.593905+00', '{"action":"froze","changes":{},"channel":"command line","key":"main","noun":"round"}', '\x4b7c5e92acb04adb30f2191c4fb37f35c1aabb5658895b0587bebfec45e3b683'),
	(1, 1, 64, '2026-11-30 10:40:11.022529+00', '{"action":"computed","changes":{"method":{"new":"reliability"},"sha256":{"new":"daa9a989748eaa52ca6aab95087cdb7071634b06f3d2d13b53f7aed82c90a00e"}},"channel":"command line","key":"1","noun":"result"}', '\x7bad6fea578aa23d3b1e8fe61c9c2ed865d90c8fb5ac8aa5c21b34f36f543892'),
	(1, 1, 65, '2026-11-30 10:40:11.086347+00', '{"action":"created","changes":{"asks confirmation":{"new":false},"entrants":{"new":"finalists of main"},"kind":{"new":"final"},"method":{"new":"raw"},"minimum of sheets":{"new":1},"panel":{"new":["J-1","J-2"]},"rubric":{"new":1}},"channel":"command line","key":"final","noun":"round"}', '\xc44993ddf387050e42d1e7bc1e77274a566765a7c1d04d94208fccd55857237d'),
	(1, 1, 66, '2026-11-30 10:40:11.100396+00', '{"action":"assigned","changes":{"team":{"new":"alder"}},"channel":"command line","key":"J-1","noun":"judge"}', '\x917fe4df4c984d2688aa459f03804457729a23fc73168ea25ecbd1d0b7091b37'),
	(1, 1, 67, '2026-11-30 10:40:11.101625+00', '{"action":"assigned","changes":{"team":{"new":"birch"}},"channel":"command line","key":"J-1","noun":"judge"}', '\x417adbdb2cf9fa95262b4578e2f14e2ae50ec9747bd7f35541728203be92845f'),
	(1, 1, 68, '2026-11-30 10:40:11.106166+00', '{"action":"assigned","changes":{"team":{"new":"alder"}},"channel":"command line","key":"J-2","noun":"judge"}', '\xb15e99c1db5595e8dfd02a540dbaefadafe717935cf0ded0f75d6c9e4b704bc7'),
	(1, 1, 69, '2026-11-30 10:40:11.110053+00', '{"action":"assigned","changes":{"team":{"new":"birch"}},"channel":"command line","key":"J-2","noun":"judge"}', '\x5f695d83f2b13ca13688539675a61d838159d1dfe439483abdbbb5802ecbddcf'),
	(1, 1, 70, '2026-11-30 10:40:11.530338+00', '{"action":"approved","changes":{"sha256":{"new":"daa9a989748eaa52ca6aab95087cdb7071634b06f3d2d13b53f7aed82c90a00e"}},"channel":"command line","key":"1","noun":"result"}', '\xa3e92671aacf2d4bd38fecdc99cebbc976270fa1f01fce0e59899c4a203bdb41'),
	(1, 2, 2, '2026-11-30 10:40:12.005842+00', '{"action":"approved","changes":{"sha256":{"new":"daa9a989748eaa52ca6aab95087cdb7071634b06f3d2d13b53f7aed82c90a00e"}},"channel":"command line","key":"1","noun":"result"}', '\x6cec17a14ddaf1ed06ee12f202d2306de410748282cd6da8153d9bbf2ace1509'),
	(1, 1, 71, '2026-11-30 10:40:12.128025+00', '{"action":"counted","changes":{"birch":{"new":12},"cedar":{"new":7}},"channel":"command line","key":"cup Paper ballots","noun":"vote"}', '\xb62f95c2bfb5e55ba9b4aaef754b0e5d25a77aee918d0099b3b0a721477397d3'),
	(1, 1, 72, '2026-11-30 10:40:12.224607+00', '{"action":"created","changes":{"amount":{"new":"100.00 CAD"},"result":{"new":1},"shares":{"new":1}},"channel":"command line","key":"cash alder","noun":"award"}', '\xded5cc79a33cf264f4aa13a4b1959d7614566bdf5a9b85ed8e4160c59a43c066'),
	(1, 1, 73, '2026-11-30 10:40:12.22771+00', '{"action":"created","changes":{"result":{"new":1},"shares":{"new":1}},"channel":"command line","key":"cup birch","noun":"award"}', '\xa7bc049d099c273db648b41ca694e069990bb00f5a730640b53d6eebcd6ac38b'),
	(1, 1, 74, '2026-11-30 10:40:12.310058+00', '{"action":"declined","changes":{"why":{"new":"They asked for none."}},"channel":"command line","key":"cash birch","noun":"award"}', '\xf564d53843dc5ae101a09fad23ada60fd3dda1e2b87146b4c6c0440647275102'),
	(1, 1, 75, '2026-11-30 10:40:12.370358+00', '{"action":"confirmed","changes":{"members":{"new":1}},"channel":"command line","key":"alder","noun":"winner"}', '\x57c028331118144f4e415c8c9f7c11f0a61549a88291cae1c80de5813d00e8c5'),
	(1, 1, 76, '2026-11-30 10:40:12.433101+00', '{"action":"accepted","changes":{},"channel":"command line","key":"cash alder","noun":"award"}', '\xdb4525c8f7933cdae1088d3a269cebe4ed30414097c6ac8d97f7c20dcdc75b6d'),
	(1, 1, 77, '2026-11-30 10:40:12.49672+00', '{"action":"updated","changes":{"addresses":{"new":{"en":"https://example.org/en","fr":"https://example.org/fr"},"old":{}},"contact":{"new":"info@example.org"}},"channel":"command line","key":"spring","noun":"announcement"}', '\x138b290b169852b35f302e9e66615f094176d2fdc1b1d67c0fde3285bb0edda4'),
	(1, 1, 78, '2026-11-30 10:40:12.560263+00', '{"action":"updated","changes":{"shares":{"new":"everything","old":"nothing"}},"channel":"command line","key":"policy","noun":"feedback"}', '\x0f38f5734b2b9a47b1a5a9cad1241da7855760ab9d19548a428ed8b769452766'),
	(1, 1, 79, '2026-11-30 10:40:12.670304+00', '{"action":"announced","changes":{"publish at":{"new":"2026-11-30T10:40:12Z"},"sha256":{"new":"daa9a989748eaa52ca6aab95087cdb7071634b06f3d2d13b53f7aed82c90a00e"}},"channel":"command line","key":"1","noun":"result"}', '\x2607e742c57ee4fc81eaf1d1fef4d4bdebe75370950b86c9faf6983547d04a56'),
	(1, 1, 80, '2026-11-30 10:40:12.785605+00', '{"action":"corrected","changes":{"text":{"new":{"en":"A name was mended.","fr":"Un nom a été corrigé."}}},"channel":"command line","key":"1","noun":"announcement"}', '\xd2ca4b9c0270fa334dc4e3c7f92e906cc820d59acbdd4a40f4efb954e7155a0a'),
	(1, 1, 81, '2026-11-30 10:40:12.910856+00', '{"action":"issued","changes":{"number":{"new":4}},"channel":"command line","key":"spring","noun":"certificates"}', '\xd4862617c2ad3a5085663adbb3b53e5619873f1c7e8c7636de841d29baab7caa'),
	(2, 3, 1, '2026-11-30 10:40:13.10564+00', '{"action":"created","changes":{"name":{"new":"sha256:e19f94f844c40c01347b34c624cbd3d8aebeb16784f4d71ee1b7838603a7bc96"}},"channel":"command line","key":"3","noun":"organiser"}', '\x8bfb76b10b1124c3efb8a11587c68979776ee12157996dbc1344aa17bbfab4ea'),
	(2, 3, 2, '2026-11-30 10:40:13.108225+00', '{"action":"created","changes":{"ends on":{"new":"2026-10-11"},"grace minutes":{"new":0},"languages":{"new":["en","fr"]},"mentor sessions per day":{"new":2},"mode":{"new":"online"},"name":{"new":{"en":"Spring Jam","fr":"Jam du printemps"}},"notice":{"new":{}},"purpose":{"new":{}},"starts on":{"new":"2026-10-10"},"team minimum":{"new":1},"team size":{"new":6},"theme":{"new":{}},"time zone":{"new":"America/Toronto"}},"channel":"command line","key":"autumn","noun":"event"}', '\xa936bfbd9d25a2fcee53493ea3076210d70276898bc9aa108cdcdf0589361f7b'),
	(2, 3, 3, '2026-11-30 10:40:13.115584+00', '{"action":"created","changes":{"demo":{"new":{"description":{},"from":"0","levels":{},"name":{"en":"Demo","fr":"Démo"},"required":true,"step":"0.5","to":"10","weight":"50"}},"idea":{"new":{"description":{},"from":"0","levels":{"0":{"en":"none","fr":"aucune"},"10":{"en":"new","fr":"neuve"}},"name":{"en":"Idea","fr":"Idée"},"required":true,"step":"0.5","to":"10","weight":"50"}}},"channel":"command line","key":"main version 1","noun":"rubric"}', '\x05eaee0d8e2a0a0da1a8046d9ed43e73fc6c3b6f61788c5a4396167ed55b411a'),
	(2, 3, 4, '2026-11-30 10:40:13.118669+00', '{"action":"created","changes":{"acronym":{"new":{}},"name":{"new":{"en":"Acme","fr":"Acme"}}},"channel":"command line","key":"acme","noun":"organisation"}', '\x02fb6f08172a116454e6de0659f8e0d5ee0b8ffcd9393250bb3c7f4df81181b1'),
	(2, 3, 5, '2026-11-30 10:40:13.120518+00', '{"action":"given a role","changes":{"print order":{"new":1},"role":{"new":"sponsor"}},"channel":"command line","key":"acme","noun":"organisation"}', '\x004744a13172d56bde22adfcd1a4cd70f75390fec88db8f1a0ff0f61c33af61f'),
	(2, 3, 6, '2026-11-30 10:40:13.122659+00', '{"action":"given a name","changes":{"other name":{"new":"Acme Inc."}},"channel":"command line","key":"acme","noun":"organisation"}', '\xcc63a1027ad615edf315c52c959c40167ee294f2d2546b029896887240d4a229'),
	(2, 3, 7, '2026-11-30 10:40:13.126149+00', '{"action":"created","changes":{"name":{"new":{"en":"Health","fr":"Santé"}}},"channel":"command line","key":"health","noun":"track"}', '\xfe99e8d4c7353843c64195117fe565c67f31d93ea51da53166c6bee2d0ed5d0d'),
	(2, 3, 8, '2026-11-30 10:40:13.134999+00', '{"action":"created","changes":{"amount":{"new":"100.00 CAD"},"basis":{"new":"rank 1"},"kind":{"new":"money"},"label":{"new":{"en":"money","fr":"de l’argent"}},"position":{"new":1}},"channel":"command line","key":"cash","noun":"prize"}', '\xef1a684df5b1c571780f9fee79aa99a5fd2e2b9c4717134815525418dc0258cd'),
	(2, 3, 9, '2026-11-30 10:40:13.138843+00', '{"action":"created","changes":{"basis":{"new":"people''s choice"},"kind":{"new":"goods"},"label":{"new":{"en":"a cup","fr":"une coupe"}},"position":{"new":1}},"channel":"command line","key":"cup","noun":"prize"}', '\xe4a41c06678f206d1a4f708c27279169617c2eb30c0338bac2e8b6354e8cbdbb'),
	(2, 3, 10, '2026-11-30 10:40:13.13946+00', '{"action":"cloned","changes":{"from":{"new":"spring"},"organisations":{"new":1},"other names":{"new":1},"prizes":{"new":2},"roles":{"new":1},"rubrics":{"new":1},"tracks":{"new":1}},"channel":"command line","key":"autumn","noun":"event"}', '\x2e59f8bb86375d05eeaf27d0df0809b483e90c12e3c2af137cf08db59d8d005a');


--
-- Data for Name: audit_personal_value; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.audit_personal_value VALUES
	(1, 1, 1, 'name', 'new', '\xe88a3ce231feca5a0e7e1ff16d252687', '"ada"'),
	(1, 1, 3, 'name', 'new', '\x4a392e1a4873c9e49afacdd76f1c5e94', '"bea"'),
	(1, 1, 7, '1', 'new', '\x387539424f48438c8d6579619baa1a34', '{"email": "ada@example.org", "given_name": "Ada", "affiliation": "Acme", "family_name": "Example", "display_name": "Ada Example", "may_be_named": "true"}'),
	(1, 1, 7, '2', 'new', '\x629b8c89005444d1b431768331caa62f', '{"email": "bo@example.org", "given_name": "Bo", "family_name": "Example", "display_name": "Bo Example"}'),
	(1, 1, 7, '3', 'new', '\xd51b3c0543af42938037703c91b9d267', '{"email": "cy@example.org", "given_name": "Cy", "family_name": "Example", "display_name": "Cy Example"}'),
	(1, 1, 7, '4', 'new', '\xbfa012ab4615478ca1c9d999c630c554', '{"email": "di@example.org", "given_name": "Di", "family_name": "Example", "display_name": "Di Example"}'),
	(1, 1, 22, 'name', 'new', '\xca7446b6abb781693829cf35227ed37e', '"Eve Example"'),
	(1, 1, 24, 'key', 'new', '\xd0952e51140b1b028658e792a1500c5a', '"mia"'),
	(1, 1, 24, 'name', 'new', '\x21f26adbe5b86fe74d2259223f417aa2', '"Mia Example"'),
	(1, 1, 24, 'expertise', 'new', '\xef35cb8b2902093708faeec6b6654b45', '[]'),
	(1, 1, 24, 'languages', 'new', '\x3ec5028c08fc6630769802e3d781afc8', '["en"]'),
	(1, 1, 24, 'time zone', 'new', '\x24252b8d134f288d274ac1f6b5bba4b9', '"America/Toronto"'),
	(1, 1, 28, 'text', 'new', '\x5594c6083be38fc297cff569235e3331', '"They asked for maps."'),
	(1, 1, 42, 'name', 'new', '\xb621c227afb62c74c70dd5cd796ee2d2', '"Judge 1"'),
	(1, 1, 42, 'e-mail', 'new', '\x2df8540afe9dd2fbeb7833e8a41aa485', '"J-1@example.com"'),
	(1, 1, 43, 'name', 'new', '\x1e18357b105e2982fa4213fcec2bafa8', '"Judge 2"'),
	(1, 1, 43, 'e-mail', 'new', '\x663304b8ed5c73ef7bb5cd6de795ea30', '"J-2@example.com"'),
	(1, 1, 44, 'name', 'new', '\x0868f7328bca0bb0709b53815a2f85a6', '"Judge 3"'),
	(1, 1, 44, 'e-mail', 'new', '\x2ccd5a39d5ee7182e216eac4d5901096', '"J-3@example.com"'),
	(1, 1, 45, 'reason', 'new', '\xf9595906b0a906d920da9ae6c9099b64', '"They were colleagues."'),
	(1, 2, 1, 'reason', 'new', '\x3b93f261154d5da834e0156992bae436', '"Nobody else can judge it."'),
	(1, 1, 46, 'reason', 'new', '\x5cded56d9a58f5f8914a9aad9047ca62', '"Nobody else can judge it."'),
	(1, 1, 55, 'comment', 'new', '\x60758ed02f1934031d47108966045a59', '"Good."'),
	(1, 1, 56, 'feedback', 'new', '\x4bcbb3e5fca43da3d00ab34ed38b9d58', '"Well done."'),
	(1, 1, 57, 'comment', 'new', '\x4bb8da2840862381bd0f59e4912f6c46', '"Good."'),
	(1, 1, 58, 'feedback', 'new', '\xfad53575ddc0e5c990f298930342796c', '"Well done."'),
	(1, 1, 59, 'comment', 'new', '\xfa8a1100686129f944cd8ab4ba5c4b8f', '"Good."'),
	(1, 1, 60, 'feedback', 'new', '\xf87725a6ecaf44efd8534edd3e09d08f', '"Well done."'),
	(2, 3, 1, 'name', 'new', '\xbcb67dc300951e27be98d41cad9a2983', '"ada"');


--
-- Data for Name: certificate; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.certificate OVERRIDING SYSTEM VALUE VALUES
	(1, 1, '\xa4c86499a6c5a4507e729af2540c3bd15c0567c4669d7418f7f343c32536cf0c', 1, NULL, 1, '2026-11-30 10:40:12.908666+00'),
	(1, 2, '\x64be1e07ab0b7baf8cc2f01aa210ec86b5c8600fa50b282139c5be4fb76d4d74', 1, 1, 1, '2026-11-30 10:40:12.908855+00'),
	(1, 3, '\x2ae5bccb9e51c113bcd26ccc2d808b61d5ba330c784768f58c0cfa5e9701f13a', 2, NULL, 2, '2026-11-30 10:40:12.908867+00'),
	(1, 4, '\x8ea521f27576996fea666b01cdf912378b8d73fabe3cb2eea5ef13df760f2f21', 3, NULL, 3, '2026-11-30 10:40:12.908871+00');


--
-- Data for Name: conflict_override; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.conflict_override VALUES
	(1, 3, 1, 'declared', 2, 2, 'Nobody else can judge it.', '2026-11-30 10:40:09.180074+00'),
	(1, 3, 1, 'declared', 1, 1, 'Nobody else can judge it.', '2026-11-30 10:40:09.256621+00');


--
-- Data for Name: criterion; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.criterion OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, 'idea', 1, '{"en": "Idea", "fr": "Idée"}', '{}', 50000, 0, 10000, 500, true),
	(1, 1, 2, 'demo', 2, '{"en": "Demo", "fr": "Démo"}', '{}', 50000, 0, 10000, 500, true),
	(2, 2, 3, 'idea', 1, '{"en": "Idea", "fr": "Idée"}', '{}', 50000, 0, 10000, 500, true),
	(2, 2, 4, 'demo', 2, '{"en": "Demo", "fr": "Démo"}', '{}', 50000, 0, 10000, 500, true);


--
-- Data for Name: criterion_level; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.criterion_level VALUES
	(1, 1, 1, 0, '{"en": "none", "fr": "aucune"}'),
	(1, 1, 1, 10000, '{"en": "new", "fr": "neuve"}'),
	(2, 2, 3, 0, '{"en": "none", "fr": "aucune"}'),
	(2, 2, 3, 10000, '{"en": "new", "fr": "neuve"}');


--
-- Data for Name: event; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.event OVERRIDING SYSTEM VALUE VALUES
	(1, 'spring', '{"en": "Spring Jam", "fr": "Jam du printemps"}', '{}', '{}', '{}', '{en,fr}', 'online', 'America/Toronto', 'review', '2026-03-01', '2026-04-01', '2026-04-10', '2026-04-11', '2026-04-11 20:00:00+00', 0, NULL, NULL, NULL, NULL, 1, 6, 2, NULL, NULL),
	(2, 'autumn', '{"en": "Spring Jam", "fr": "Jam du printemps"}', '{}', '{}', '{}', '{en,fr}', 'online', 'America/Toronto', 'draft', NULL, NULL, '2026-10-10', '2026-10-11', NULL, 0, NULL, NULL, NULL, NULL, 1, 6, 2, NULL, NULL);


--
-- Data for Name: event_relation; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.event_relation OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'follow-up', NULL, 'Autumn Jam', 'month', 2026, NULL, 10, NULL);


--
-- Data for Name: feedback_policy; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.feedback_policy VALUES
	(1, 'everything');


--
-- Data for Name: import_origin; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.import_origin VALUES
	(1, 'team', 1, 'generic', NULL, '{"name": "Alder", "city_en": "Toronto", "city_fr": "Toronto"}'),
	(1, 'team', 2, 'generic', NULL, '{"name": "Birch", "city_en": "Montreal", "city_fr": "Montréal"}'),
	(1, 'team', 3, 'generic', NULL, '{"name": "Cedar", "city_en": "Ottawa", "city_fr": "Ottawa"}'),
	(1, 'participant', 1, 'generic', NULL, '{"team": "alder", "email": "ada@example.org", "given_name": "Ada", "affiliation": "Acme", "family_name": "Example", "display_name": "Ada Example", "may_be_named": "true"}'),
	(1, 'participant', 2, 'generic', NULL, '{"team": "birch", "email": "bo@example.org", "given_name": "Bo", "family_name": "Example", "display_name": "Bo Example"}'),
	(1, 'participant', 3, 'generic', NULL, '{"team": "cedar", "email": "cy@example.org", "given_name": "Cy", "family_name": "Example", "display_name": "Cy Example"}'),
	(1, 'participant', 4, 'generic', NULL, '{"email": "di@example.org", "given_name": "Di", "family_name": "Example", "display_name": "Di Example"}');


--
-- Data for Name: judge; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.judge OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'J-1', NULL, 'Judge 1', 'judge 1', 'J-1@example.com', 'j-1@example.com', NULL, NULL, '', '{}', NULL),
	(1, 2, 'J-2', NULL, 'Judge 2', 'judge 2', 'J-2@example.com', 'j-2@example.com', NULL, NULL, '', '{}', NULL),
	(1, 3, 'J-3', NULL, 'Judge 3', 'judge 3', 'J-3@example.com', 'j-3@example.com', NULL, NULL, '', '{}', NULL);


--
-- Data for Name: judge_conflict; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.judge_conflict VALUES
	(1, 3, 1, 'declared', 'They were colleagues.', true);


--
-- Data for Name: judge_invitation; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.judge_invitation VALUES
	(1, 2, '\xf868fc35caa7440bd924821997c534c07507cf11150ab199948edc13d35c1911', '2026-12-14 10:40:09.867112+00', NULL);


--
-- Data for Name: mentor; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.mentor OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'mia', 'Mia Example', 'mia example', NULL, NULL, '{}', 'en', 'America/Toronto', 30, NULL);


--
-- Data for Name: mentor_availability; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.mentor_availability OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '["2026-04-10 14:00:00+00","2026-04-10 16:00:00+00")', false);


--
-- Data for Name: mentor_note; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.mentor_note OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, NULL, 'They asked for maps.', '2026-11-30 10:40:07.748607+00');


--
-- Data for Name: mentor_request; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.mentor_request OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '{}', '', false);


--
-- Data for Name: mentor_session; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.mentor_session OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, 1, NULL, 1, '["2026-04-10 14:00:00+00","2026-04-10 14:30:00+00")', 'booked', NULL, NULL, NULL, NULL);


--
-- Data for Name: organisation; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.organisation OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'acme', '{"en": "Acme", "fr": "Acme"}', '{}', NULL, '{acme,acme,acme}', NULL),
	(2, 2, 'acme', '{"en": "Acme", "fr": "Acme"}', '{}', NULL, '{acme,acme,acme}', NULL);


--
-- Data for Name: organisation_alias; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.organisation_alias VALUES
	(1, 'acme inc', 1, 'Acme Inc.'),
	(2, 'acme inc', 2, 'Acme Inc.');


--
-- Data for Name: organisation_role; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.organisation_role VALUES
	(1, 1, 'sponsor', 1),
	(2, 2, 'sponsor', 1);


--
-- Data for Name: participant; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.participant OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'p-1', 'Ada', 'Example', 'Ada Example', 'ada example', NULL, true, 'ada@example.org', 'ada@example.org', NULL, NULL, 'Acme', 'acme', '', NULL, NULL, NULL, NULL, NULL, NULL),
	(1, 2, 'p-2', 'Bo', 'Example', 'Bo Example', 'bo example', NULL, false, 'bo@example.org', 'bo@example.org', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL),
	(1, 3, 'p-3', 'Cy', 'Example', 'Cy Example', 'cy example', NULL, false, 'cy@example.org', 'cy@example.org', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL),
	(1, 4, 'p-4', 'Di', 'Example', 'Di Example', 'di example', NULL, false, 'di@example.org', 'di@example.org', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: principal; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.principal OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'ada', 'organiser'),
	(1, 2, 'bea', 'organiser'),
	(2, 3, 'ada', 'organiser');


--
-- Data for Name: prize; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.prize OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'cash', 1, 'rank', 1, NULL, 'money', 1, 10000, 'CAD', false, '{"en": "money", "fr": "de l’argent"}', NULL, NULL, NULL),
	(1, 2, 'cup', 1, 'choice', NULL, NULL, 'goods', 1, NULL, NULL, false, '{"en": "a cup", "fr": "une coupe"}', NULL, NULL, NULL),
	(2, 3, 'cash', 1, 'rank', 1, NULL, 'money', 1, 10000, 'CAD', false, '{"en": "money", "fr": "de l’argent"}', NULL, NULL, NULL),
	(2, 4, 'cup', 1, 'choice', NULL, NULL, 'goods', 1, NULL, NULL, false, '{"en": "a cup", "fr": "une coupe"}', NULL, NULL, NULL);


--
-- Data for Name: prize_award; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.prize_award OVERRIDING SYSTEM VALUE VALUES
	(1, 2, 2, 2, 1, NULL, 1, NULL, 1, '2026-11-30 10:40:12.226425+00', NULL, NULL, NULL, NULL, NULL),
	(1, 1, 1, 1, 1, 10000, 1, NULL, 1, '2026-11-30 10:40:12.22023+00', '2026-11-30 10:40:12.431161+00', NULL, NULL, NULL, NULL);


--
-- Data for Name: prize_refusal; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.prize_refusal VALUES
	(1, 1, 2, 'They asked for none.', 1, '2026-11-30 10:40:12.307237+00');


--
-- Data for Name: prize_rules; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.prize_rules VALUES
	(1, 'full', 2);


--
-- Data for Name: prize_vote; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.prize_vote VALUES
	(1, 2, 2, 'Paper ballots', 12),
	(1, 2, 3, 'Paper ballots', 7);


--
-- Data for Name: result; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.result VALUES
	(1, 1, 1, 'reliability', '2026-11-30 10:40:11.018178+00', '{"across":false,"components":1,"decisions":[],"draws":10000,"draws_asked":10000,"edition":1,"event":"spring","excluded_sheets":[],"flagged_sheets":[],"input_sha256":"4055e438105fdf4b86250d166b1f571229a85139603e600f9a81a948bded64e1","judges":[{"flags":[],"judge":"J-1","misfit_p":null,"severity":-0.10543839731729392,"sheets":3,"standard_error":0.33446155081837653,"unrelated":0.016652735179172262},{"flags":[],"judge":"J-2","misfit_p":null,"severity":0.1054383973172939,"sheets":3,"standard_error":0.3344615508183765,"unrelated":0.01665273517917225}],"method":"reliability","model":{"log_marginal_likelihood":-16.58747540166394,"mu":-3.780125835953967e-17,"reml_criterion":null,"var_judge":0.15755926445862103,"var_residual":0.1779512162172564,"var_room":0,"var_team":0.21448951932412272},"podiums":[{"method":"reliability","ranks":[{"rank":1,"team":"alder"},{"rank":2,"team":"birch"},{"rank":3,"team":"cedar"}]},{"method":"integrated","ranks":[{"rank":1,"team":"alder"},{"rank":2,"team":"birch"},{"rank":3,"team":"cedar"}]},{"method":"raw","ranks":[{"rank":1,"team":"alder"},{"rank":2,"team":"birch"},{"rank":3,"team":"cedar"}]}],"previous":null,"ranking":[{"component":1,"computed_rank":1,"mean":0.34895079127263756,"name":"Alder and friends","p_first":0.7227,"p_top3":1,"provisional":false,"rank":1,"rank_high":2,"rank_low":1,"raw_mean":8,"raw_rank":1,"score":"7.40","sd":0.40529737550877926,"sheets":2,"standard_error":0.4543912782615389,"team":"alder","tie_break":null},{"component":1,"computed_rank":2,"mean":-1.2450602591646196e-17,"name":"Birch","p_first":0.2183,"p_top3":1,"provisional":false,"rank":2,"rank_high":3,"rank_low":1,"raw_mean":7,"raw_rank":2,"score":"7.00","sd":0.37226232947704946,"sheets":2,"standard_error":0.42405341390814755,"team":"birch","tie_break":null},{"component":1,"computed_rank":3,"mean":-0.34895079127263756,"name":"Cedar","p_first":0.059,"p_top3":1,"provisional":false,"rank":3,"rank_high":3,"rank_low":2,"raw_mean":6,"raw_rank":3,"score":"6.60","sd":0.4052973755087792,"sheets":2,"standard_error":0.45439127826153847,"team":"cedar","tie_break":null}],"round":"main","rubric":{"criteria":[{"key":"idea","scale":["0","10"],"weight":"50"},{"key":"demo","scale":["0","10"],"weight":"50"}],"key":"main","version":1},"schema":"datajam.result/3","seed":1,"sheets":[{"judge":"J-1","points":{"demo":"6","idea":"9"},"team":"alder"},{"judge":"J-1","points":{"demo":"6","idea":"7"},"team":"birch"},{"judge":"J-1","points":{"demo":"6","idea":"5"},"team":"cedar"},{"judge":"J-2","points":{"demo":"9","idea":"8"},"team":"alder"},{"judge":"J-2","points":{"demo":"7","idea":"8"},"team":"birch"},{"judge":"J-2","points":{"demo":"5","idea":"8"},"team":"cedar"}],"statements":["\"alder\" is first; the scores support this with 72 %.","A likely winner: \"alder\" is better than \"birch\" with 76 %. Announce it with that figure."],"unranked":[],"verdicts":[{"component":1,"finalists":["alder","birch","cedar"],"first":"alder","p_first_beats_second":0.762,"second":"birch","sheets_for_final":0,"verdict":"likely"}],"warnings":[]}', '\xdaa9a989748eaa52ca6aab95087cdb7071634b06f3d2d13b53f7aed82c90a00e');


--
-- Data for Name: result_rank; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.result_rank VALUES
	(1, 1, 1, 1),
	(1, 1, 2, 2),
	(1, 1, 3, 3);


--
-- Data for Name: result_step; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.result_step OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, 'approved', 1, 1, '2026-11-30 10:40:11.526584+00', NULL, NULL),
	(1, 2, 1, 'approved', 2, 2, '2026-11-30 10:40:12.001568+00', NULL, NULL),
	(1, 3, 1, 'announced', 1, NULL, '2026-11-30 10:40:12.663096+00', '2026-11-30 10:40:12.663046+00', NULL);


--
-- Data for Name: room; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.room OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'hall', '{"en": "Hall", "fr": "Salle"}', 40, NULL);


--
-- Data for Name: round; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.round OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'main', 'preliminary', 'frozen', 1, 'all', NULL, NULL, 1, false, NULL),
	(1, 2, 'final', 'final', 'planned', 1, 'finalists', NULL, 1, 1, false, 'raw');


--
-- Data for Name: round_entrant; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.round_entrant VALUES
	(1, 2, 2),
	(1, 2, 1);


--
-- Data for Name: round_judge; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.round_judge VALUES
	(1, 1, 1),
	(1, 1, 2),
	(1, 2, 1),
	(1, 2, 2);


--
-- Data for Name: rubric; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.rubric OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'main', 1),
	(2, 2, 'main', 1);


--
-- Data for Name: schema_migration; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.schema_migration VALUES
	(1, 'events', 'b31a7f6f0cfec20823c3dccee390094e60ee53bcb2e4ff0c53c7a1d0e07eba9f', '2026-11-30 10:40:05.170068+00'),
	(2, 'organisations', '1bb8b2037c1ca2ea92de7269df568c450b0f79fc8308c44b2fcc4d0cf9fd0d79', '2026-11-30 10:40:05.183955+00'),
	(3, 'access', '38e98e5cd6deb860c4604f383738955e6b504d1476fd284b4328ec31b2546c3f', '2026-11-30 10:40:05.194062+00'),
	(4, 'audit', '8ef74279fa5ef0860f7fcdb72795a7f705d58d7b9c386db5fef585d6217d25cb', '2026-11-30 10:40:05.204717+00'),
	(5, 'participants', '82573019cf8fda8c6cbd69239bc450065641f5ac241fdff7f762a3f95e19e1a0', '2026-11-30 10:40:05.2118+00'),
	(6, 'teams', 'e81fa090d8bf5c2490da76d527d94a3fd15dec1c026719031097283bf5783227', '2026-11-30 10:40:05.235957+00'),
	(7, 'agenda', '635c453cc956a9f7bee6fa2768db077c1a1aea26e53569654a1d15fc87afef42', '2026-11-30 10:40:05.251946+00'),
	(8, 'mentoring', '7734e88e5d4a74f888b63d5561bf1b179cecbb0f5658e790c7d24b322abedf7f', '2026-11-30 10:40:05.300664+00'),
	(9, 'submissions', '5638f57e5936ed5799a34cad9e85bc6d97c5f9cdf2dc46b5874faa89ae030693', '2026-11-30 10:40:05.318982+00'),
	(10, 'rubrics', '44f25bfe6c891aeb77f3acf1c306d03b04f037f3fb25b84330991f9f9a06a982', '2026-11-30 10:40:05.33127+00'),
	(11, 'judging', 'ecb46357f447b7ee06e479b27b9cc2ee1d4245ccda4d8365479a47ade901c943', '2026-11-30 10:40:05.361151+00'),
	(12, 'scores', 'a8434a497da1944271d57ec2b25f66e8b73d88bb37bc5988e883b30e734922c7', '2026-11-30 10:40:05.371345+00'),
	(13, 'results', '9de35e4ccc585d36e47324c3b220e89df15fa2007e1c0269eacb69323ac0c334', '2026-11-30 10:40:05.382634+00'),
	(14, 'prizes', 'a278aa8d5f4779a12bf9294540a129ac2bbc9785cd3d9e82921e8467166b05d9', '2026-11-30 10:40:05.404082+00'),
	(15, 'announcement', '6fc21e6ae70dcabffc2ac0af4b75a2dcee9481fde1d7868c9cf132410c13c1bb', '2026-11-30 10:40:05.423085+00'),
	(16, 'imports', 'd5d87f100c205510e18afadce4c18905a77a6d09a29c25bd9230de1946c45411', '2026-11-30 10:40:05.427184+00');


--
-- Data for Name: schema_routine; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.schema_routine VALUES
	('routines/values', '4a8a1f88114655b62045577878109366c606ac6d211086f4567dfe134b2c08cc', '2026-11-30 10:40:05.456024+00'),
	('routines/times', '56ebf70a7e7c5ea9152633c865bbec596fab8c32c861630619f11f2554cf917c', '2026-11-30 10:40:05.456122+00'),
	('routines/events', 'a7384a04f034f497a673301e7f6d6bf2f4369ccae5aa039f68653932fe16f35b', '2026-11-30 10:40:05.456126+00'),
	('routines/audit', 'dff1e7ad2ad4fc080ceea2fcc669aeaab7ce2d0557f61242cda9253acd96d425', '2026-11-30 10:40:05.456128+00'),
	('routines/organisations', '55dd0d5d7f2e51887f30fb8d94d1f3b8f76db6adfdb55e35ea0f6133bb7cfa81', '2026-11-30 10:40:05.456129+00'),
	('routines/participants', 'b42f0c4b433c95ca2c6ff2afbcb4c0696917c18671db9492c7f09e97d78aa061', '2026-11-30 10:40:05.456131+00'),
	('routines/teams', '4828f553a56c61b7fa8c1eb6653efc062d8b9079810d1264976cffc99a66d4ee', '2026-11-30 10:40:05.456132+00'),
	('routines/agenda', '54ca4bc80e11437b0b4b7248ced3695b52a15b84371e623f48a6ae0fde43c41b', '2026-11-30 10:40:05.456134+00'),
	('routines/mentoring', '1b188efec3eebcdca06070b8759f62ab06f69b00beba0b74f26d841c77ad2ee9', '2026-11-30 10:40:05.456135+00'),
	('routines/submissions', '956587006852ee6f33d0c0c41b8ec7eaac6b6e99a1aa1bd5bf23ed635240e68e', '2026-11-30 10:40:05.456137+00'),
	('routines/rubrics', '459e4eed9c5c2cc99565980c85fe5e07b80a832b38de635584ab424aa46318f4', '2026-11-30 10:40:05.456138+00'),
	('routines/judging', 'e73fb4a5a469460fb3a5bf0863218feee95ad09307bde208d329bae3ae56a47b', '2026-11-30 10:40:05.456139+00'),
	('routines/scores', 'adc1161c56e582d1283d0ccf9dd05bc26c0191e2567f6da729a2cea7a6622b5e', '2026-11-30 10:40:05.456141+00'),
	('routines/results', '7ed768eb1a9847d366e84fa4df252f27ee1d6a6965f6d690ebe7fec4fde15201', '2026-11-30 10:40:05.456142+00'),
	('routines/prizes', '0ded61fc6a856d3dad750df95e0d4224a757789db2abff983556f60eb7092c8a', '2026-11-30 10:40:05.456143+00'),
	('routines/announcement', '9460e2b0e543489617a1d221790997cdf82cf896a8f5d3f682cd5f6874788c8b', '2026-11-30 10:40:05.456145+00'),
	('routines/imports', '332bed1874cb8318e73a00b028d43d70d2fc8addeaab0440ac3e70d7f163d1d4', '2026-11-30 10:40:05.456146+00');


--
-- Data for Name: score; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.score VALUES
	(1, 1, 1, 1, 1, 1, 9000),
	(1, 1, 1, 1, 1, 2, 6000),
	(1, 1, 2, 1, 1, 1, 8000),
	(1, 1, 2, 1, 1, 2, 9000),
	(1, 1, 1, 2, 1, 1, 7000),
	(1, 1, 1, 2, 1, 2, 6000),
	(1, 1, 2, 2, 1, 1, 8000),
	(1, 1, 2, 2, 1, 2, 7000),
	(1, 1, 1, 3, 1, 1, 5000),
	(1, 1, 1, 3, 1, 2, 6000),
	(1, 1, 2, 3, 1, 1, 8000),
	(1, 1, 2, 3, 1, 2, 5000);


--
-- Data for Name: sheet; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.sheet VALUES
	(1, 1, 1, 1, 1, 'ready', NULL, 'Good.', '', 1, '2026-11-30 10:40:09.962654+00', 1, NULL, NULL),
	(1, 1, 2, 1, 1, 'ready', NULL, '', 'Well done.', 1, '2026-11-30 10:40:10.062779+00', 1, NULL, NULL),
	(1, 1, 1, 2, 1, 'ready', NULL, 'Good.', '', 1, '2026-11-30 10:40:10.155454+00', 1, NULL, NULL),
	(1, 1, 2, 2, 1, 'ready', NULL, '', 'Well done.', 1, '2026-11-30 10:40:10.247711+00', 1, NULL, NULL),
	(1, 1, 1, 3, 1, 'ready', NULL, 'Good.', '', 1, '2026-11-30 10:40:10.348169+00', 1, NULL, NULL),
	(1, 1, 2, 3, 1, 'ready', NULL, '', 'Well done.', 1, '2026-11-30 10:40:10.441104+00', 1, NULL, NULL);


--
-- Data for Name: sheet_revision; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.sheet_revision VALUES
	(1, 1, 1, 1, 1, 'ready', NULL, '{"demo": 6000, "idea": 9000}', 'Good.', '', 1, '2026-11-30 10:40:09.969594+00'),
	(1, 1, 2, 1, 1, 'ready', NULL, '{"demo": 9000, "idea": 8000}', '', 'Well done.', 1, '2026-11-30 10:40:10.069544+00'),
	(1, 1, 1, 2, 1, 'ready', NULL, '{"demo": 6000, "idea": 7000}', 'Good.', '', 1, '2026-11-30 10:40:10.159584+00'),
	(1, 1, 2, 2, 1, 'ready', NULL, '{"demo": 7000, "idea": 8000}', '', 'Well done.', 1, '2026-11-30 10:40:10.25274+00'),
	(1, 1, 1, 3, 1, 'ready', NULL, '{"demo": 6000, "idea": 5000}', 'Good.', '', 1, '2026-11-30 10:40:10.353152+00'),
	(1, 1, 2, 3, 1, 'ready', NULL, '{"demo": 5000, "idea": 8000}', '', 'Well done.', 1, '2026-11-30 10:40:10.445577+00');


--
-- Data for Name: submission; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.submission OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '{"en": "Project of alder", "fr": "Projet de alder"}', '{"en": "A map.", "fr": "Une carte."}', NULL, NULL, '', NULL, '', true, '2026-04-11 19:00:00+00', NULL, NULL),
	(1, 2, 2, '{"en": "Project of birch", "fr": "Projet de birch"}', '{"en": "A map.", "fr": "Une carte."}', NULL, NULL, '', NULL, '', true, '2026-04-11 19:00:00+00', NULL, NULL),
	(1, 3, 3, '{"en": "Project of cedar", "fr": "Projet de cedar"}', '{"en": "A map.", "fr": "Une carte."}', NULL, NULL, '', NULL, '', true, '2026-04-11 21:00:00+00', NULL, NULL);


--
-- Data for Name: submission_file; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.submission_file VALUES
	(1, 1, 'data.csv', NULL, 5, '\x6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f');


--
-- Data for Name: submission_late_acceptance; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.submission_late_acceptance VALUES
	(1, 3, 1, 'The network failed.', 1, '2026-11-30 10:40:08.70407+00');


--
-- Data for Name: submission_track; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.submission_track VALUES
	(1, 1, 1);


--
-- Data for Name: submission_version; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.submission_version VALUES
	(1, 1, 1, '{"files": [{"name": "data.csv", "size": 5, "sha256": "6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f"}], "title": {"en": "Project of alder", "fr": "Projet de alder"}, "tracks": ["health"], "summary": {"en": "A map.", "fr": "Une carte."}}', 'organiser', 1, '2026-04-11 19:00:00+00', '2026-11-30 10:40:08.552332+00'),
	(1, 2, 1, '{"title": {"en": "Project of birch", "fr": "Projet de birch"}, "summary": {"en": "A map.", "fr": "Une carte."}}', 'organiser', 1, '2026-04-11 19:00:00+00', '2026-11-30 10:40:08.627222+00'),
	(1, 3, 1, '{"title": {"en": "Project of cedar", "fr": "Projet de cedar"}, "summary": {"en": "A map.", "fr": "Une carte."}}', 'organiser', 1, '2026-04-11 21:00:00+00', '2026-11-30 10:40:08.696696+00');


--
-- Data for Name: team; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.team OVERRIDING SYSTEM VALUE VALUES
	(1, 3, 'cedar', 'Cedar', 'cedar', '{}', '{"en": "Ottawa", "fr": "Ottawa"}', NULL, NULL, NULL, NULL, NULL, NULL, 'active', NULL),
	(1, 1, 'alder', 'Alder and friends', 'alder and friends', '{}', '{"en": "Toronto", "fr": "Toronto"}', NULL, NULL, NULL, 1, NULL, NULL, 'active', NULL),
	(1, 2, 'birch', 'Birch', 'birch', '{}', '{"en": "Montreal", "fr": "Montréal"}', NULL, NULL, NULL, NULL, NULL, '\xf465af0463cc1fb571bb6c874d9df3b109174b7b61875948f21e622fb451ae50', 'active', NULL);


--
-- Data for Name: team_former_name; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.team_former_name VALUES
	(1, 'cedars', 3);


--
-- Data for Name: team_invitation; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.team_invitation OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, 4, '\xc620afd3c7104586c3d649f85ae3a04a0141fc14d0428814eb4b1741f99331f1', '2026-12-07 10:40:06.669759+00', NULL);


--
-- Data for Name: team_member; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.team_member VALUES
	(1, 1, 1, false),
	(1, 2, 2, false),
	(1, 3, 3, false);


--
-- Data for Name: track; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.track OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'health', '{"en": "Health", "fr": "Santé"}', '{health,sante}'),
	(2, 2, 'health', '{"en": "Health", "fr": "Santé"}', '{health,sante}');


--
-- Data for Name: winner_confirmation; Type: TABLE DATA; Schema: datajam; Owner: -
--

INSERT INTO datajam.winner_confirmation VALUES
	(1, 1, 1, '2026-11-30 10:40:12.367962+00');


--
-- Name: access_token_token_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.access_token_token_id_seq', 2, true);


--
-- Name: agenda_session_session_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.agenda_session_session_id_seq', 1, true);


--
-- Name: certificate_certificate_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.certificate_certificate_id_seq', 4, true);


--
-- Name: criterion_criterion_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.criterion_criterion_id_seq', 4, true);


--
-- Name: event_event_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.event_event_id_seq', 2, true);


--
-- Name: event_relation_relation_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.event_relation_relation_id_seq', 1, true);


--
-- Name: judge_judge_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.judge_judge_id_seq', 3, true);


--
-- Name: mentor_availability_availability_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.mentor_availability_availability_id_seq', 1, true);


--
-- Name: mentor_mentor_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.mentor_mentor_id_seq', 1, true);


--
-- Name: mentor_note_note_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.mentor_note_note_id_seq', 1, true);


--
-- Name: mentor_request_request_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.mentor_request_request_id_seq', 1, true);


--
-- Name: mentor_session_session_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.mentor_session_session_id_seq', 1, true);


--
-- Name: organisation_organisation_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.organisation_organisation_id_seq', 2, true);


--
-- Name: participant_participant_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.participant_participant_id_seq', 4, true);


--
-- Name: principal_principal_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.principal_principal_id_seq', 3, true);


--
-- Name: prize_award_award_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.prize_award_award_id_seq', 2, true);


--
-- Name: prize_prize_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.prize_prize_id_seq', 4, true);


--
-- Name: result_step_step_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.result_step_step_id_seq', 3, true);


--
-- Name: room_room_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.room_room_id_seq', 1, true);


--
-- Name: round_round_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.round_round_id_seq', 2, true);


--
-- Name: rubric_rubric_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.rubric_rubric_id_seq', 2, true);


--
-- Name: submission_submission_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.submission_submission_id_seq', 3, true);


--
-- Name: team_invitation_invitation_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.team_invitation_invitation_id_seq', 1, true);


--
-- Name: team_team_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.team_team_id_seq', 4, true);


--
-- Name: track_track_id_seq; Type: SEQUENCE SET; Schema: datajam; Owner: -
--

SELECT pg_catalog.setval('datajam.track_track_id_seq', 2, true);


--
-- Name: access_token access_token_of_principal; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.access_token
    ADD CONSTRAINT access_token_of_principal UNIQUE (event_id, token_id, principal_id);


--
-- Name: access_token access_token_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.access_token
    ADD CONSTRAINT access_token_once UNIQUE (event_id, prefix);


--
-- Name: access_token access_token_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (event_id, token_id);


--
-- Name: agenda_session agenda_session_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_session
    ADD CONSTRAINT agenda_session_once UNIQUE (event_id, key);


--
-- Name: agenda_session agenda_session_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_session
    ADD CONSTRAINT agenda_session_pkey PRIMARY KEY (event_id, session_id);


--
-- Name: agenda_speaker agenda_speaker_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_speaker
    ADD CONSTRAINT agenda_speaker_pkey PRIMARY KEY (event_id, session_id, "position");


--
-- Name: agenda_version agenda_version_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_version
    ADD CONSTRAINT agenda_version_pkey PRIMARY KEY (event_id, number);


--
-- Name: announcement_correction announcement_correction_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.announcement_correction
    ADD CONSTRAINT announcement_correction_pkey PRIMARY KEY (event_id, number);


--
-- Name: announcement announcement_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY (event_id);


--
-- Name: assignment assignment_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id);


--
-- Name: audit_chain audit_chain_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_chain
    ADD CONSTRAINT audit_chain_pkey PRIMARY KEY (event_id, principal_id);


--
-- Name: audit_checkpoint audit_checkpoint_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (event_id, number);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (event_id, principal_id, number);


--
-- Name: audit_personal_value audit_personal_value_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_personal_value
    ADD CONSTRAINT audit_personal_value_pkey PRIMARY KEY (event_id, principal_id, number, field, side);


--
-- Name: certificate certificate_code_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.certificate
    ADD CONSTRAINT certificate_code_once UNIQUE (event_id, code_hash);


--
-- Name: certificate certificate_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.certificate
    ADD CONSTRAINT certificate_pkey PRIMARY KEY (event_id, certificate_id);


--
-- Name: conflict_override conflict_override_once_by_each; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.conflict_override
    ADD CONSTRAINT conflict_override_once_by_each PRIMARY KEY (event_id, judge_id, team_id, kind, principal_id);


--
-- Name: criterion_level criterion_level_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.criterion_level
    ADD CONSTRAINT criterion_level_once PRIMARY KEY (event_id, rubric_id, criterion_id, points);


--
-- Name: criterion criterion_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.criterion
    ADD CONSTRAINT criterion_once UNIQUE (event_id, rubric_id, key);


--
-- Name: criterion criterion_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.criterion
    ADD CONSTRAINT criterion_pkey PRIMARY KEY (event_id, rubric_id, criterion_id);


--
-- Name: event event_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.event
    ADD CONSTRAINT event_once UNIQUE (slug);


--
-- Name: event event_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (event_id);


--
-- Name: event_relation event_relation_name_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.event_relation
    ADD CONSTRAINT event_relation_name_once UNIQUE (event_id, other_name);


--
-- Name: event_relation event_relation_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.event_relation
    ADD CONSTRAINT event_relation_once UNIQUE (event_id, other_event_id);


--
-- Name: event_relation event_relation_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.event_relation
    ADD CONSTRAINT event_relation_pkey PRIMARY KEY (event_id, relation_id);


--
-- Name: feedback_policy feedback_policy_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.feedback_policy
    ADD CONSTRAINT feedback_policy_pkey PRIMARY KEY (event_id);


--
-- Name: import_origin import_origin_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.import_origin
    ADD CONSTRAINT import_origin_pkey PRIMARY KEY (event_id, noun, record_id, source);


--
-- Name: judge_conflict judge_conflict_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge_conflict
    ADD CONSTRAINT judge_conflict_once PRIMARY KEY (event_id, judge_id, team_id, kind);


--
-- Name: judge judge_email_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge
    ADD CONSTRAINT judge_email_once UNIQUE (event_id, email_folded);


--
-- Name: judge_invitation judge_invitation_code_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge_invitation
    ADD CONSTRAINT judge_invitation_code_once UNIQUE (event_id, code_hash);


--
-- Name: judge_invitation judge_invitation_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge_invitation
    ADD CONSTRAINT judge_invitation_pkey PRIMARY KEY (event_id, judge_id);


--
-- Name: judge judge_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge
    ADD CONSTRAINT judge_once UNIQUE (event_id, code);


--
-- Name: judge judge_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge
    ADD CONSTRAINT judge_pkey PRIMARY KEY (event_id, judge_id);


--
-- Name: judge judge_principal_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge
    ADD CONSTRAINT judge_principal_once UNIQUE (event_id, principal_id);


--
-- Name: mentor_availability mentor_availability_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_availability
    ADD CONSTRAINT mentor_availability_once UNIQUE (event_id, mentor_id, is_exception, during);


--
-- Name: mentor_availability mentor_availability_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_availability
    ADD CONSTRAINT mentor_availability_pkey PRIMARY KEY (event_id, availability_id);


--
-- Name: mentor mentor_email_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor
    ADD CONSTRAINT mentor_email_once UNIQUE (event_id, email_folded);


--
-- Name: mentor_session mentor_free; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT mentor_free EXCLUDE USING gist (event_id WITH =, mentor_id WITH =, during WITH &&) WHERE ((state = 'booked'::text));


--
-- Name: mentor_note mentor_note_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_note
    ADD CONSTRAINT mentor_note_pkey PRIMARY KEY (event_id, note_id);


--
-- Name: mentor mentor_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor
    ADD CONSTRAINT mentor_once UNIQUE (event_id, key);


--
-- Name: mentor mentor_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor
    ADD CONSTRAINT mentor_pkey PRIMARY KEY (event_id, mentor_id);


--
-- Name: mentor_request mentor_request_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_request
    ADD CONSTRAINT mentor_request_pkey PRIMARY KEY (event_id, request_id);


--
-- Name: mentor_session mentor_session_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT mentor_session_pkey PRIMARY KEY (event_id, session_id);


--
-- Name: team_member one_team_per_participant; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_member
    ADD CONSTRAINT one_team_per_participant PRIMARY KEY (event_id, participant_id);


--
-- Name: organisation_alias organisation_alias_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation_alias
    ADD CONSTRAINT organisation_alias_once PRIMARY KEY (event_id, folded);


--
-- Name: organisation organisation_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation
    ADD CONSTRAINT organisation_once UNIQUE (event_id, key);


--
-- Name: organisation organisation_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (event_id, organisation_id);


--
-- Name: organisation_role organisation_role_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation_role
    ADD CONSTRAINT organisation_role_pkey PRIMARY KEY (event_id, organisation_id, role);


--
-- Name: participant participant_email_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.participant
    ADD CONSTRAINT participant_email_once UNIQUE (event_id, email_folded) DEFERRABLE;


--
-- Name: participant participant_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.participant
    ADD CONSTRAINT participant_once UNIQUE (event_id, key);


--
-- Name: participant participant_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (event_id, participant_id);


--
-- Name: principal principal_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.principal
    ADD CONSTRAINT principal_once UNIQUE (event_id, name);


--
-- Name: principal principal_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.principal
    ADD CONSTRAINT principal_pkey PRIMARY KEY (event_id, principal_id);


--
-- Name: prize_award prize_award_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_award
    ADD CONSTRAINT prize_award_pkey PRIMARY KEY (event_id, award_id);


--
-- Name: prize prize_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize
    ADD CONSTRAINT prize_once UNIQUE (event_id, key);


--
-- Name: prize prize_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize
    ADD CONSTRAINT prize_pkey PRIMARY KEY (event_id, prize_id);


--
-- Name: prize_refusal prize_refusal_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_refusal
    ADD CONSTRAINT prize_refusal_pkey PRIMARY KEY (event_id, prize_id, team_id);


--
-- Name: prize_rules prize_rules_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_rules
    ADD CONSTRAINT prize_rules_pkey PRIMARY KEY (event_id);


--
-- Name: prize_vote prize_vote_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_vote
    ADD CONSTRAINT prize_vote_pkey PRIMARY KEY (event_id, prize_id, team_id, source);


--
-- Name: result result_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result
    ADD CONSTRAINT result_pkey PRIMARY KEY (event_id, number);


--
-- Name: result_rank result_rank_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_rank
    ADD CONSTRAINT result_rank_pkey PRIMARY KEY (event_id, number, team_id);


--
-- Name: result_step result_step_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_step
    ADD CONSTRAINT result_step_pkey PRIMARY KEY (event_id, step_id);


--
-- Name: mentor_session room_free; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT room_free EXCLUDE USING gist (event_id WITH =, room_id WITH =, during WITH &&) WHERE ((state = 'booked'::text));


--
-- Name: room room_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.room
    ADD CONSTRAINT room_once UNIQUE (event_id, key);


--
-- Name: room room_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.room
    ADD CONSTRAINT room_pkey PRIMARY KEY (event_id, room_id);


--
-- Name: round_entrant round_entrant_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round_entrant
    ADD CONSTRAINT round_entrant_pkey PRIMARY KEY (event_id, round_id, team_id);


--
-- Name: round_judge round_judge_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round_judge
    ADD CONSTRAINT round_judge_pkey PRIMARY KEY (event_id, round_id, judge_id);


--
-- Name: round round_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_once UNIQUE (event_id, key);


--
-- Name: round round_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_pkey PRIMARY KEY (event_id, round_id);


--
-- Name: round round_rubric; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_rubric UNIQUE (event_id, round_id, rubric_id);


--
-- Name: rubric rubric_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.rubric
    ADD CONSTRAINT rubric_pkey PRIMARY KEY (event_id, rubric_id);


--
-- Name: rubric rubric_version_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.rubric
    ADD CONSTRAINT rubric_version_once UNIQUE (event_id, key, version);


--
-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (version);


--
-- Name: schema_routine schema_routine_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.schema_routine
    ADD CONSTRAINT schema_routine_pkey PRIMARY KEY (name);


--
-- Name: score score_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.score
    ADD CONSTRAINT score_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id, criterion_id);


--
-- Name: sheet sheet_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id);


--
-- Name: sheet_revision sheet_revision_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet_revision
    ADD CONSTRAINT sheet_revision_pkey PRIMARY KEY (event_id, round_id, judge_id, team_id, revision);


--
-- Name: sheet sheet_rubric; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_rubric UNIQUE (event_id, round_id, judge_id, team_id, rubric_id);


--
-- Name: submission_file submission_file_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_file
    ADD CONSTRAINT submission_file_once PRIMARY KEY (event_id, submission_id, name);


--
-- Name: submission_late_acceptance submission_late_acceptance_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_late_acceptance
    ADD CONSTRAINT submission_late_acceptance_once PRIMARY KEY (event_id, submission_id, number);


--
-- Name: submission submission_once_per_team; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission
    ADD CONSTRAINT submission_once_per_team UNIQUE (event_id, team_id);


--
-- Name: submission submission_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (event_id, submission_id);


--
-- Name: submission_track submission_track_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_track
    ADD CONSTRAINT submission_track_pkey PRIMARY KEY (event_id, submission_id, track_id);


--
-- Name: submission_version submission_version_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_version
    ADD CONSTRAINT submission_version_once PRIMARY KEY (event_id, submission_id, number);


--
-- Name: team_former_name team_former_name_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_former_name
    ADD CONSTRAINT team_former_name_pkey PRIMARY KEY (event_id, name);


--
-- Name: mentor_session team_free; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT team_free EXCLUDE USING gist (event_id WITH =, team_id WITH =, during WITH &&) WHERE ((state = 'booked'::text));


--
-- Name: team_invitation team_invitation_code_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_invitation
    ADD CONSTRAINT team_invitation_code_once UNIQUE (event_id, code_hash);


--
-- Name: team_invitation team_invitation_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_invitation
    ADD CONSTRAINT team_invitation_once UNIQUE (event_id, team_id, participant_id);


--
-- Name: team_invitation team_invitation_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_invitation
    ADD CONSTRAINT team_invitation_pkey PRIMARY KEY (event_id, invitation_id);


--
-- Name: team team_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team
    ADD CONSTRAINT team_once UNIQUE (event_id, key);


--
-- Name: team team_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (event_id, team_id);


--
-- Name: track track_once; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.track
    ADD CONSTRAINT track_once UNIQUE (event_id, key);


--
-- Name: track track_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.track
    ADD CONSTRAINT track_pkey PRIMARY KEY (event_id, track_id);


--
-- Name: winner_confirmation winner_confirmation_pkey; Type: CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.winner_confirmation
    ADD CONSTRAINT winner_confirmation_pkey PRIMARY KEY (event_id, participant_id);


--
-- Name: access_token_by_prefix; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX access_token_by_prefix ON datajam.access_token USING btree (prefix);


--
-- Name: agenda_session_by_room; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX agenda_session_by_room ON datajam.agenda_session USING btree (event_id, room_id);


--
-- Name: assignment_by_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX assignment_by_team ON datajam.assignment USING btree (event_id, round_id, team_id);


--
-- Name: event_relation_by_other; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX event_relation_by_other ON datajam.event_relation USING btree (other_event_id);


--
-- Name: import_origin_by_source_key; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX import_origin_by_source_key ON datajam.import_origin USING btree (event_id, source, noun, source_key) WHERE (source_key IS NOT NULL);


--
-- Name: judge_invitation_by_code; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX judge_invitation_by_code ON datajam.judge_invitation USING btree (code_hash);


--
-- Name: mentor_note_by_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX mentor_note_by_team ON datajam.mentor_note USING btree (event_id, team_id);


--
-- Name: mentor_request_by_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX mentor_request_by_team ON datajam.mentor_request USING btree (event_id, team_id);


--
-- Name: mentor_request_met_once; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX mentor_request_met_once ON datajam.mentor_session USING btree (event_id, request_id) WHERE (state <> 'cancelled'::text);


--
-- Name: mentor_session_by_mentor; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX mentor_session_by_mentor ON datajam.mentor_session USING btree (event_id, mentor_id);


--
-- Name: mentor_session_by_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX mentor_session_by_team ON datajam.mentor_session USING btree (event_id, team_id);


--
-- Name: one_captain_per_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX one_captain_per_team ON datajam.team_member USING btree (event_id, team_id) WHERE is_captain;


--
-- Name: organisation_alias_by_organisation; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX organisation_alias_by_organisation ON datajam.organisation_alias USING btree (event_id, organisation_id);


--
-- Name: participant_by_country; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX participant_by_country ON datajam.participant USING btree (event_id, country);


--
-- Name: prize_award_once; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX prize_award_once ON datajam.prize_award USING btree (event_id, prize_id, team_id) WHERE (withdrawn_at IS NULL);


--
-- Name: result_approved_once_by_each; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX result_approved_once_by_each ON datajam.result_step USING btree (event_id, number, principal_id) WHERE (kind = 'approved'::text);


--
-- Name: result_retracted_once; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX result_retracted_once ON datajam.result_step USING btree (event_id, number) WHERE (kind = 'retracted'::text);


--
-- Name: submission_track_by_track; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX submission_track_by_track ON datajam.submission_track USING btree (event_id, track_id);


--
-- Name: team_by_folded_name; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX team_by_folded_name ON datajam.team USING btree (event_id, name_folded);


--
-- Name: team_former_name_by_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX team_former_name_by_team ON datajam.team_former_name USING btree (event_id, team_id);


--
-- Name: team_invitation_by_participant; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX team_invitation_by_participant ON datajam.team_invitation USING btree (event_id, participant_id);


--
-- Name: team_join_code_once; Type: INDEX; Schema: datajam; Owner: -
--

CREATE UNIQUE INDEX team_join_code_once ON datajam.team USING btree (event_id, join_code_hash);


--
-- Name: team_member_by_team; Type: INDEX; Schema: datajam; Owner: -
--

CREATE INDEX team_member_by_team ON datajam.team_member USING btree (event_id, team_id);


--
-- Name: agenda_version agenda_version_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER agenda_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.agenda_version FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: announcement_correction announcement_correction_never_emptied; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER announcement_correction_never_emptied BEFORE TRUNCATE ON datajam.announcement_correction FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: announcement_correction announcement_correction_only_grows; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER announcement_correction_only_grows BEFORE DELETE OR UPDATE ON datajam.announcement_correction FOR EACH ROW EXECUTE FUNCTION datajam.guard_correction();


--
-- Name: assignment assignment_guarded; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER assignment_guarded BEFORE INSERT OR UPDATE ON datajam.assignment FOR EACH ROW EXECUTE FUNCTION datajam.guard_assignment();


--
-- Name: assignment assignment_of_frozen_round_stays; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER assignment_of_frozen_round_stays BEFORE INSERT OR DELETE OR UPDATE ON datajam.assignment FOR EACH ROW EXECUTE FUNCTION datajam.guard_part_of_round();


--
-- Name: audit_chain audit_chain_never_shorter; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER audit_chain_never_shorter BEFORE DELETE OR TRUNCATE ON datajam.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: audit_chain audit_chain_settled; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE CONSTRAINT TRIGGER audit_chain_settled AFTER UPDATE ON datajam.audit_chain DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.touched_by IS DISTINCT FROM new.touched_by)) EXECUTE FUNCTION datajam.audit_settle_chain();


--
-- Name: audit_checkpoint audit_checkpoint_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER audit_checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: audit_entry audit_entry_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: audit_personal_value audit_personal_value_only_erased; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER audit_personal_value_only_erased BEFORE UPDATE OR TRUNCATE ON datajam.audit_personal_value FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: conflict_override conflict_overridden_by_organisers; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER conflict_overridden_by_organisers BEFORE INSERT OR UPDATE ON datajam.conflict_override FOR EACH ROW EXECUTE FUNCTION datajam.guard_override();


--
-- Name: criterion_level criterion_level_on_scale; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER criterion_level_on_scale BEFORE INSERT OR UPDATE ON datajam.criterion_level FOR EACH ROW EXECUTE FUNCTION datajam.guard_level_points();


--
-- Name: round_entrant entrant_of_frozen_round_stays; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER entrant_of_frozen_round_stays BEFORE INSERT OR DELETE OR UPDATE ON datajam.round_entrant FOR EACH ROW EXECUTE FUNCTION datajam.guard_part_of_round();


--
-- Name: event event_phase_one_step_forward; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER event_phase_one_step_forward BEFORE UPDATE OF phase ON datajam.event FOR EACH ROW EXECUTE FUNCTION datajam.guard_phase();


--
-- Name: round frozen_round_stays; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER frozen_round_stays BEFORE DELETE OR UPDATE ON datajam.round FOR EACH ROW WHEN ((old.state = 'frozen'::text)) EXECUTE FUNCTION datajam.guard_frozen_round();


--
-- Name: judge_conflict judge_conflict_waits; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER judge_conflict_waits BEFORE INSERT ON datajam.judge_conflict FOR EACH ROW EXECUTE FUNCTION datajam.guard_conflict();


--
-- Name: mentor_session mentor_session_guarded; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER mentor_session_guarded BEFORE INSERT OR UPDATE OF state, mentor_id, team_id, room_id, during ON datajam.mentor_session FOR EACH ROW WHEN ((new.state = 'booked'::text)) EXECUTE FUNCTION datajam.guard_mentor_session();


--
-- Name: round_judge panel_of_frozen_round_stays; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER panel_of_frozen_round_stays BEFORE INSERT OR DELETE OR UPDATE ON datajam.round_judge FOR EACH ROW EXECUTE FUNCTION datajam.guard_part_of_round();


--
-- Name: participant participant_withdrawn_leaves_team; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER participant_withdrawn_leaves_team AFTER UPDATE OF withdrawn_at ON datajam.participant FOR EACH ROW WHEN (((new.withdrawn_at IS NOT NULL) AND (old.withdrawn_at IS NULL))) EXECUTE FUNCTION datajam.leave_team_on_withdrawal();


--
-- Name: prize_rules prize_rules_before_judging; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER prize_rules_before_judging BEFORE INSERT OR UPDATE ON datajam.prize_rules FOR EACH ROW EXECUTE FUNCTION datajam.guard_prize_rules();


--
-- Name: result result_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER result_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.result FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: result_rank result_rank_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER result_rank_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.result_rank FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: result_step result_step_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER result_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.result_step FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: result_step result_step_guarded; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER result_step_guarded BEFORE INSERT ON datajam.result_step FOR EACH ROW EXECUTE FUNCTION datajam.guard_result_step();


--
-- Name: criterion_level rubric_levels_locked_by_scores; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER rubric_levels_locked_by_scores BEFORE INSERT OR DELETE OR UPDATE ON datajam.criterion_level FOR EACH ROW EXECUTE FUNCTION datajam.guard_rubric_levels();


--
-- Name: criterion rubric_locked_by_scores; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER rubric_locked_by_scores BEFORE INSERT OR DELETE OR UPDATE ON datajam.criterion FOR EACH ROW EXECUTE FUNCTION datajam.guard_rubric();


--
-- Name: score score_of_frozen_round_stays; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER score_of_frozen_round_stays BEFORE DELETE ON datajam.score FOR EACH ROW EXECUTE FUNCTION datajam.guard_part_of_round();


--
-- Name: score score_within_scale; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER score_within_scale BEFORE INSERT OR UPDATE ON datajam.score FOR EACH ROW EXECUTE FUNCTION datajam.guard_score();


--
-- Name: sheet_revision sheet_by_its_judge; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER sheet_by_its_judge BEFORE INSERT ON datajam.sheet_revision FOR EACH ROW EXECUTE FUNCTION datajam.guard_sheet_author();


--
-- Name: sheet sheet_guarded; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER sheet_guarded BEFORE INSERT OR UPDATE ON datajam.sheet FOR EACH ROW EXECUTE FUNCTION datajam.guard_sheet();


--
-- Name: sheet sheet_of_frozen_round_stays; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER sheet_of_frozen_round_stays BEFORE DELETE ON datajam.sheet FOR EACH ROW EXECUTE FUNCTION datajam.guard_part_of_round();


--
-- Name: sheet sheet_recused_until_reopened; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER sheet_recused_until_reopened BEFORE UPDATE ON datajam.sheet FOR EACH ROW WHEN (((old.status = 'recused'::text) AND (new.status = 'ready'::text))) EXECUTE FUNCTION datajam.guard_recused_sheet();


--
-- Name: sheet_revision sheet_revision_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER sheet_revision_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.sheet_revision FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: submission submission_added_in_time; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER submission_added_in_time AFTER INSERT ON datajam.submission REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION datajam.guard_entries();


--
-- Name: submission_late_acceptance submission_late_acceptance_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER submission_late_acceptance_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.submission_late_acceptance FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: submission_version submission_version_added_in_time; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER submission_version_added_in_time AFTER INSERT ON datajam.submission_version REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION datajam.guard_entries();


--
-- Name: submission_version submission_version_append_only; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER submission_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON datajam.submission_version FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: submission_version submitted_before_deadline; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER submitted_before_deadline BEFORE INSERT ON datajam.submission_version FOR EACH ROW WHEN ((new.submitted_by_role = 'participant'::text)) EXECUTE FUNCTION datajam.guard_submission_time();


--
-- Name: team team_added_in_time; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER team_added_in_time AFTER INSERT ON datajam.team REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION datajam.guard_entries();


--
-- Name: team_member team_member_moves_by_leaving; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER team_member_moves_by_leaving BEFORE UPDATE OF team_id ON datajam.team_member FOR EACH STATEMENT EXECUTE FUNCTION datajam.refuse_change();


--
-- Name: team_member team_not_above_size; Type: TRIGGER; Schema: datajam; Owner: -
--

CREATE TRIGGER team_not_above_size BEFORE INSERT ON datajam.team_member FOR EACH ROW EXECUTE FUNCTION datajam.guard_team_size();


--
-- Name: access_token access_token_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.access_token
    ADD CONSTRAINT access_token_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: agenda_session agenda_session_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_session
    ADD CONSTRAINT agenda_session_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: agenda_session agenda_session_room; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_session
    ADD CONSTRAINT agenda_session_room FOREIGN KEY (event_id, room_id) REFERENCES datajam.room(event_id, room_id);


--
-- Name: agenda_speaker agenda_speaker_event_id_session_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_speaker
    ADD CONSTRAINT agenda_speaker_event_id_session_id_fkey FOREIGN KEY (event_id, session_id) REFERENCES datajam.agenda_session(event_id, session_id);


--
-- Name: agenda_version agenda_version_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.agenda_version
    ADD CONSTRAINT agenda_version_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: announcement_correction announcement_correction_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.announcement_correction
    ADD CONSTRAINT announcement_correction_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: announcement announcement_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.announcement
    ADD CONSTRAINT announcement_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: assignment assignment_event_id_judge_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.assignment
    ADD CONSTRAINT assignment_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES datajam.judge(event_id, judge_id);


--
-- Name: assignment assignment_event_id_round_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.assignment
    ADD CONSTRAINT assignment_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES datajam.round(event_id, round_id);


--
-- Name: assignment assignment_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.assignment
    ADD CONSTRAINT assignment_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: audit_chain audit_chain_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_chain
    ADD CONSTRAINT audit_chain_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: audit_checkpoint audit_checkpoint_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: audit_entry audit_entry_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_entry
    ADD CONSTRAINT audit_entry_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.audit_chain(event_id, principal_id);


--
-- Name: audit_personal_value audit_personal_value_event_id_principal_id_number_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.audit_personal_value
    ADD CONSTRAINT audit_personal_value_event_id_principal_id_number_fkey FOREIGN KEY (event_id, principal_id, number) REFERENCES datajam.audit_entry(event_id, principal_id, number);


--
-- Name: certificate certificate_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.certificate
    ADD CONSTRAINT certificate_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: certificate certificate_event_id_participant_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.certificate
    ADD CONSTRAINT certificate_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES datajam.participant(event_id, participant_id);


--
-- Name: certificate certificate_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.certificate
    ADD CONSTRAINT certificate_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: conflict_override conflict_override_authenticated; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.conflict_override
    ADD CONSTRAINT conflict_override_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES datajam.access_token(event_id, token_id, principal_id);


--
-- Name: conflict_override conflict_override_event_id_judge_id_team_id_kind_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.conflict_override
    ADD CONSTRAINT conflict_override_event_id_judge_id_team_id_kind_fkey FOREIGN KEY (event_id, judge_id, team_id, kind) REFERENCES datajam.judge_conflict(event_id, judge_id, team_id, kind) ON DELETE CASCADE;


--
-- Name: criterion criterion_event_id_rubric_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.criterion
    ADD CONSTRAINT criterion_event_id_rubric_id_fkey FOREIGN KEY (event_id, rubric_id) REFERENCES datajam.rubric(event_id, rubric_id);


--
-- Name: criterion_level criterion_level_event_id_rubric_id_criterion_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.criterion_level
    ADD CONSTRAINT criterion_level_event_id_rubric_id_criterion_id_fkey FOREIGN KEY (event_id, rubric_id, criterion_id) REFERENCES datajam.criterion(event_id, rubric_id, criterion_id);


--
-- Name: event_relation event_relation_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.event_relation
    ADD CONSTRAINT event_relation_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: feedback_policy feedback_policy_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.feedback_policy
    ADD CONSTRAINT feedback_policy_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: import_origin import_origin_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.import_origin
    ADD CONSTRAINT import_origin_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: judge_conflict judge_conflict_event_id_judge_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge_conflict
    ADD CONSTRAINT judge_conflict_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES datajam.judge(event_id, judge_id);


--
-- Name: judge_conflict judge_conflict_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge_conflict
    ADD CONSTRAINT judge_conflict_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: judge judge_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge
    ADD CONSTRAINT judge_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: judge_invitation judge_invitation_event_id_judge_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge_invitation
    ADD CONSTRAINT judge_invitation_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES datajam.judge(event_id, judge_id);


--
-- Name: judge judge_principal; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.judge
    ADD CONSTRAINT judge_principal FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: mentor_availability mentor_availability_event_id_mentor_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_availability
    ADD CONSTRAINT mentor_availability_event_id_mentor_id_fkey FOREIGN KEY (event_id, mentor_id) REFERENCES datajam.mentor(event_id, mentor_id);


--
-- Name: mentor mentor_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor
    ADD CONSTRAINT mentor_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: mentor_note mentor_note_event_id_mentor_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_note
    ADD CONSTRAINT mentor_note_event_id_mentor_id_fkey FOREIGN KEY (event_id, mentor_id) REFERENCES datajam.mentor(event_id, mentor_id);


--
-- Name: mentor_note mentor_note_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_note
    ADD CONSTRAINT mentor_note_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: mentor_request mentor_request_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_request
    ADD CONSTRAINT mentor_request_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: mentor_session mentor_session_event_id_mentor_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT mentor_session_event_id_mentor_id_fkey FOREIGN KEY (event_id, mentor_id) REFERENCES datajam.mentor(event_id, mentor_id);


--
-- Name: mentor_session mentor_session_event_id_request_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT mentor_session_event_id_request_id_fkey FOREIGN KEY (event_id, request_id) REFERENCES datajam.mentor_request(event_id, request_id);


--
-- Name: mentor_session mentor_session_event_id_room_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT mentor_session_event_id_room_id_fkey FOREIGN KEY (event_id, room_id) REFERENCES datajam.room(event_id, room_id);


--
-- Name: mentor_session mentor_session_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.mentor_session
    ADD CONSTRAINT mentor_session_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: organisation_alias organisation_alias_names_organisation; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation_alias
    ADD CONSTRAINT organisation_alias_names_organisation FOREIGN KEY (event_id, organisation_id) REFERENCES datajam.organisation(event_id, organisation_id);


--
-- Name: organisation organisation_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation
    ADD CONSTRAINT organisation_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: organisation_role organisation_role_event_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.organisation_role
    ADD CONSTRAINT organisation_role_event_id_organisation_id_fkey FOREIGN KEY (event_id, organisation_id) REFERENCES datajam.organisation(event_id, organisation_id);


--
-- Name: participant participant_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.participant
    ADD CONSTRAINT participant_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: principal principal_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.principal
    ADD CONSTRAINT principal_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: prize_award prize_award_event_id_number_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_award
    ADD CONSTRAINT prize_award_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES datajam.result(event_id, number);


--
-- Name: prize_award prize_award_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_award
    ADD CONSTRAINT prize_award_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: prize_award prize_award_event_id_prize_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_award
    ADD CONSTRAINT prize_award_event_id_prize_id_fkey FOREIGN KEY (event_id, prize_id) REFERENCES datajam.prize(event_id, prize_id);


--
-- Name: prize_award prize_award_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_award
    ADD CONSTRAINT prize_award_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: prize prize_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize
    ADD CONSTRAINT prize_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: prize prize_event_id_track_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize
    ADD CONSTRAINT prize_event_id_track_id_fkey FOREIGN KEY (event_id, track_id) REFERENCES datajam.track(event_id, track_id);


--
-- Name: prize_refusal prize_refusal_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_refusal
    ADD CONSTRAINT prize_refusal_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: prize_refusal prize_refusal_event_id_prize_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_refusal
    ADD CONSTRAINT prize_refusal_event_id_prize_id_fkey FOREIGN KEY (event_id, prize_id) REFERENCES datajam.prize(event_id, prize_id);


--
-- Name: prize_refusal prize_refusal_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_refusal
    ADD CONSTRAINT prize_refusal_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: prize_rules prize_rules_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_rules
    ADD CONSTRAINT prize_rules_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: prize_vote prize_vote_event_id_prize_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_vote
    ADD CONSTRAINT prize_vote_event_id_prize_id_fkey FOREIGN KEY (event_id, prize_id) REFERENCES datajam.prize(event_id, prize_id);


--
-- Name: prize_vote prize_vote_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.prize_vote
    ADD CONSTRAINT prize_vote_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: result result_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result
    ADD CONSTRAINT result_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: result result_event_id_round_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result
    ADD CONSTRAINT result_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES datajam.round(event_id, round_id);


--
-- Name: result_rank result_rank_event_id_number_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_rank
    ADD CONSTRAINT result_rank_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES datajam.result(event_id, number);


--
-- Name: result_rank result_rank_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_rank
    ADD CONSTRAINT result_rank_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: result_step result_step_authenticated; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_step
    ADD CONSTRAINT result_step_authenticated FOREIGN KEY (event_id, token_id, principal_id) REFERENCES datajam.access_token(event_id, token_id, principal_id);


--
-- Name: result_step result_step_event_id_number_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_step
    ADD CONSTRAINT result_step_event_id_number_fkey FOREIGN KEY (event_id, number) REFERENCES datajam.result(event_id, number);


--
-- Name: result_step result_step_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.result_step
    ADD CONSTRAINT result_step_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: room room_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.room
    ADD CONSTRAINT room_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: round_entrant round_entrant_event_id_round_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round_entrant
    ADD CONSTRAINT round_entrant_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES datajam.round(event_id, round_id);


--
-- Name: round_entrant round_entrant_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round_entrant
    ADD CONSTRAINT round_entrant_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: round round_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: round round_event_id_rubric_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_event_id_rubric_id_fkey FOREIGN KEY (event_id, rubric_id) REFERENCES datajam.rubric(event_id, rubric_id);


--
-- Name: round round_from; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_from FOREIGN KEY (event_id, from_round_id) REFERENCES datajam.round(event_id, round_id);


--
-- Name: round_judge round_judge_event_id_judge_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round_judge
    ADD CONSTRAINT round_judge_event_id_judge_id_fkey FOREIGN KEY (event_id, judge_id) REFERENCES datajam.judge(event_id, judge_id);


--
-- Name: round_judge round_judge_event_id_round_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round_judge
    ADD CONSTRAINT round_judge_event_id_round_id_fkey FOREIGN KEY (event_id, round_id) REFERENCES datajam.round(event_id, round_id);


--
-- Name: round round_track; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.round
    ADD CONSTRAINT round_track FOREIGN KEY (event_id, track_id) REFERENCES datajam.track(event_id, track_id);


--
-- Name: rubric rubric_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.rubric
    ADD CONSTRAINT rubric_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: score score_of_its_rubric; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.score
    ADD CONSTRAINT score_of_its_rubric FOREIGN KEY (event_id, rubric_id, criterion_id) REFERENCES datajam.criterion(event_id, rubric_id, criterion_id);


--
-- Name: score score_on_its_sheet; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.score
    ADD CONSTRAINT score_on_its_sheet FOREIGN KEY (event_id, round_id, judge_id, team_id, rubric_id) REFERENCES datajam.sheet(event_id, round_id, judge_id, team_id, rubric_id);


--
-- Name: sheet sheet_confirmed_by_somebody; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_confirmed_by_somebody FOREIGN KEY (event_id, confirmed_by) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: sheet sheet_event_id_rubric_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_event_id_rubric_id_fkey FOREIGN KEY (event_id, rubric_id) REFERENCES datajam.rubric(event_id, rubric_id);


--
-- Name: sheet sheet_follows_rubric_of_round; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_follows_rubric_of_round FOREIGN KEY (event_id, round_id, rubric_id) REFERENCES datajam.round(event_id, round_id, rubric_id);


--
-- Name: CONSTRAINT sheet_follows_rubric_of_round ON sheet; Type: COMMENT; Schema: datajam; Owner: -
--

COMMENT ON CONSTRAINT sheet_follows_rubric_of_round ON datajam.sheet IS 'A round cannot change its rubric once it has a sheet, draft or ready.';


--
-- Name: sheet sheet_is_assigned; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_is_assigned FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES datajam.assignment(event_id, round_id, judge_id, team_id);


--
-- Name: sheet_revision sheet_revision_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet_revision
    ADD CONSTRAINT sheet_revision_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: sheet_revision sheet_revision_event_id_round_id_judge_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet_revision
    ADD CONSTRAINT sheet_revision_event_id_round_id_judge_id_team_id_fkey FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES datajam.sheet(event_id, round_id, judge_id, team_id);


--
-- Name: sheet sheet_saved_by_somebody; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.sheet
    ADD CONSTRAINT sheet_saved_by_somebody FOREIGN KEY (event_id, saved_by) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: submission submission_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission
    ADD CONSTRAINT submission_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: submission_file submission_file_event_id_submission_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_file
    ADD CONSTRAINT submission_file_event_id_submission_id_fkey FOREIGN KEY (event_id, submission_id) REFERENCES datajam.submission(event_id, submission_id);


--
-- Name: submission_late_acceptance submission_late_acceptance_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_late_acceptance
    ADD CONSTRAINT submission_late_acceptance_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: submission_late_acceptance submission_late_acceptance_event_id_submission_id_number_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_late_acceptance
    ADD CONSTRAINT submission_late_acceptance_event_id_submission_id_number_fkey FOREIGN KEY (event_id, submission_id, number) REFERENCES datajam.submission_version(event_id, submission_id, number);


--
-- Name: submission_track submission_track_event_id_submission_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_track
    ADD CONSTRAINT submission_track_event_id_submission_id_fkey FOREIGN KEY (event_id, submission_id) REFERENCES datajam.submission(event_id, submission_id);


--
-- Name: submission_track submission_track_known; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_track
    ADD CONSTRAINT submission_track_known FOREIGN KEY (event_id, track_id) REFERENCES datajam.track(event_id, track_id);


--
-- Name: submission_version submission_version_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_version
    ADD CONSTRAINT submission_version_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- Name: submission_version submission_version_event_id_submission_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.submission_version
    ADD CONSTRAINT submission_version_event_id_submission_id_fkey FOREIGN KEY (event_id, submission_id) REFERENCES datajam.submission(event_id, submission_id);


--
-- Name: team team_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team
    ADD CONSTRAINT team_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: team_former_name team_former_name_leads_to_team; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_former_name
    ADD CONSTRAINT team_former_name_leads_to_team FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: team_invitation team_invitation_event_id_participant_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_invitation
    ADD CONSTRAINT team_invitation_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES datajam.participant(event_id, participant_id);


--
-- Name: team_invitation team_invitation_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_invitation
    ADD CONSTRAINT team_invitation_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: team_member team_member_event_id_participant_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_member
    ADD CONSTRAINT team_member_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES datajam.participant(event_id, participant_id);


--
-- Name: team_member team_member_event_id_team_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team_member
    ADD CONSTRAINT team_member_event_id_team_id_fkey FOREIGN KEY (event_id, team_id) REFERENCES datajam.team(event_id, team_id);


--
-- Name: team team_track; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.team
    ADD CONSTRAINT team_track FOREIGN KEY (event_id, track_id) REFERENCES datajam.track(event_id, track_id);


--
-- Name: track track_event_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.track
    ADD CONSTRAINT track_event_id_fkey FOREIGN KEY (event_id) REFERENCES datajam.event(event_id);


--
-- Name: winner_confirmation winner_confirmation_event_id_participant_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.winner_confirmation
    ADD CONSTRAINT winner_confirmation_event_id_participant_id_fkey FOREIGN KEY (event_id, participant_id) REFERENCES datajam.participant(event_id, participant_id);


--
-- Name: winner_confirmation winner_confirmation_event_id_principal_id_fkey; Type: FK CONSTRAINT; Schema: datajam; Owner: -
--

ALTER TABLE ONLY datajam.winner_confirmation
    ADD CONSTRAINT winner_confirmation_event_id_principal_id_fkey FOREIGN KEY (event_id, principal_id) REFERENCES datajam.principal(event_id, principal_id);


--
-- PostgreSQL database dump complete
--


