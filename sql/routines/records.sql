-- The records of rows: which tables have them, how they are written, and how tables are compared with them.

CREATE OR REPLACE FUNCTION unrecorded_tables() RETURNS TABLE (relation text, reason text) IMMUTABLE LANGUAGE sql AS $$
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
COMMENT ON FUNCTION unrecorded_tables IS 'The tables of an event whose rows are not recorded, each with its reason. Every other table is.';

CREATE OR REPLACE FUNCTION unrecorded_columns() RETURNS TABLE (relation text, name text, is_hashed boolean, reason text) IMMUTABLE LANGUAGE sql AS $$
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
COMMENT ON FUNCTION unrecorded_columns IS 'The columns of recorded tables that records leave out, or hold by their hash only, each with its reason.';

CREATE OR REPLACE FUNCTION recorded_tables() RETURNS TABLE (relation text, left_out text[], hashed text[]) STABLE LANGUAGE sql AS $$
  SELECT t.relation, array_append(COALESCE(c.left_out, '{}'), 'event_id'), COALESCE(c.hashed, '{}')
  FROM (SELECT c.relname::text AS relation FROM tables_of_events() AS e JOIN pg_class AS c ON c.oid = e.name) AS t
  LEFT JOIN (
    SELECT u.relation, array_agg(u.name) FILTER (WHERE NOT u.is_hashed) AS left_out,
      array_agg(u.name) FILTER (WHERE u.is_hashed) AS hashed
    FROM unrecorded_columns() AS u GROUP BY u.relation) AS c USING (relation)
  WHERE t.relation NOT IN (SELECT u.relation FROM unrecorded_tables() AS u)
  ORDER BY t.relation
$$;
COMMENT ON FUNCTION recorded_tables IS 'The tables whose rows are recorded, with the columns that records leave out and those that they hold by hash.';

CREATE OR REPLACE FUNCTION tables_of_results() RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
  SELECT '{assignment,conflict_override,criterion,criterion_level,eligibility_finding,eligibility_point,judge,objection,
    objection_decision,objection_window,prize,prize_award,result,result_rank,result_step,round,round_entrant,round_judge,rubric,
    score,sheet,submission_late_acceptance,submission_version,team,team_allowance}'::text[]
$$;
COMMENT ON FUNCTION tables_of_results IS 'The tables that a result is made of and announced with. Its steps compare them with the log.';

CREATE OR REPLACE FUNCTION row_image(contents jsonb, left_out text[], hashed text[]) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN hashed = '{}' THEN contents - left_out ELSE contents - left_out || (
    SELECT jsonb_object_agg(h, 'sha256:' || encode(sha256(convert_to(contents ->> h, 'UTF8')), 'hex')) FROM unnest(hashed) AS h) END
$$;
COMMENT ON FUNCTION row_image IS 'A row as it is recorded: without left out columns, and with hashes in the place of hashed ones.';

CREATE OR REPLACE FUNCTION untied_from(event bigint) RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT NULLIF(current_setting('datajam.untied_' || event, true), '')::bigint
$$;
COMMENT ON FUNCTION untied_from IS 'The first record of this transaction that no entry holds yet, or nothing.';

-- Times and bytes are written alike for every client. A row that an UPDATE left as it was has no record: no entry of the log
-- would hold it.
CREATE OR REPLACE FUNCTION record_rows() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
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
COMMENT ON FUNCTION record_rows IS 'Records what the rows of a statement became.';

CREATE OR REPLACE FUNCTION note_untied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('datajam.untied_' || NEW.event_id, NEW.record_id::text, true);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_untied IS 'Remembers until the transaction ends which record is the first that no entry holds yet.';

CREATE OR REPLACE TRIGGER row_record_noted AFTER INSERT ON row_record
  FOR EACH ROW WHEN (NEW.opens) EXECUTE FUNCTION note_untied();

-- Not IMMUTABLE, because PostgreSQL would not inline it then: convert_to is STABLE.
CREATE OR REPLACE FUNCTION row_record_hash(record row_record) RETURNS bytea STABLE LANGUAGE sql AS $$
  SELECT sha256(convert_to(record.record_id || ' ' || record.relation || ' ' || record.is_removed || ' ' || record.contents, 'UTF8'))
$$;
COMMENT ON FUNCTION row_record_hash IS 'The hash of a record, as entries of the log hold it.';

-- The records of other transactions stand between those of this one.
CREATE OR REPLACE FUNCTION untied_records(event bigint, OUT first bigint, OUT last bigint, OUT sha256 bytea) LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION untied_records IS 'The records of this transaction that no entry holds yet, with their hash; from now on one does.';

-- Records that were written behind the last entry get an entry of their own.
CREATE OR REPLACE FUNCTION tie_records() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION tie_records IS 'At the end of a transaction, has an entry of the log hold each record. A step of a result, an award, a token or a publication without any entry is refused.';

CREATE OR REPLACE TRIGGER row_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON row_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER row_record_never_removed BEFORE DELETE ON row_record
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

-- CREATE OR REPLACE does not exist for constraint triggers.
DROP TRIGGER IF EXISTS row_record_tied ON row_record;
CREATE CONSTRAINT TRIGGER row_record_tied AFTER INSERT ON row_record DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.opens) EXECUTE FUNCTION tie_records();

-- Of a personal value only its removal is recorded, and where it stood.
CREATE OR REPLACE TRIGGER zz_rows_removed AFTER DELETE ON audit_personal_value REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION record_rows('{event_id,salt,value}', '{}');

CREATE OR REPLACE FUNCTION record_erased_values() RETURNS void LANGUAGE sql AS $$
  INSERT INTO row_record (event_id, transaction, relation, contents, is_removed, opens)
  SELECT e.event_id, pg_current_xact_id(), 'audit_personal_value', jsonb_build_object(
    'principal_id', e.principal_id, 'number', e.number, 'field', f.key, 'side', s.key), true, false
  FROM audit_entry AS e
  CROSS JOIN LATERAL jsonb_each(e.details::jsonb -> 'changes') AS f
  CROSS JOIN LATERAL jsonb_each(f.value) AS s
  WHERE s.value #>> '{}' ~ '^sha256:[0-9a-f]{64}$' AND NOT EXISTS (
    SELECT FROM audit_personal_value AS v
    WHERE (v.event_id, v.principal_id, v.number, v.field, v.side) = (e.event_id, e.principal_id, e.number, f.key, s.key))
$$;
COMMENT ON FUNCTION record_erased_values IS 'Records the personal values that were erased before removals were recorded.';

CREATE OR REPLACE FUNCTION recorded_columns(relation text) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT string_agg(a.attname, ' ' ORDER BY a.attnum) FROM pg_attribute AS a
  WHERE a.attrelid = relation::regclass AND a.attnum > 0 AND NOT a.attisdropped
$$;
COMMENT ON FUNCTION recorded_columns IS 'The columns of a table, by which a column that was added since is noticed.';

CREATE OR REPLACE FUNCTION record_changes_of(relation text, left_out text[], hashed text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  calls text := format('FOR EACH STATEMENT EXECUTE FUNCTION record_rows(%L, %L, %L)', left_out, hashed, recorded_columns(relation));
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER zz_rows_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed %s', relation, calls);
  EXECUTE format('CREATE OR REPLACE TRIGGER zz_rows_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS former NEW TABLE AS changed %s', relation, calls);
  EXECUTE format('CREATE OR REPLACE TRIGGER zz_rows_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS changed %s', relation, calls);
END $$;
COMMENT ON FUNCTION record_changes_of IS 'Gives a table the triggers that record its rows. They come last by name, after every rule.';

CREATE OR REPLACE FUNCTION is_recorded_so(relation text, left_out text[], hashed text[]) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (
    SELECT FROM pg_trigger AS t CROSS JOIN LATERAL (
      SELECT convert_to(left_out::text, 'UTF8') || '\x00' || convert_to(hashed::text, 'UTF8') || '\x00' AS lists) AS l
    WHERE t.tgrelid = relation::regclass AND t.tgname = 'zz_rows_added'
      -- Migration 25 gave the triggers no list of columns.
      AND (t.tgargs = l.lists OR t.tgargs = l.lists || convert_to(recorded_columns(relation), 'UTF8') || '\x00'))
$$;
COMMENT ON FUNCTION is_recorded_so IS 'Whether the rows of a table are recorded with these lists and all columns that it has now.';

-- Rows that were there before are recorded as they are found; who changed them earlier is not known.
CREATE OR REPLACE FUNCTION record_found_rows(relation text, left_out text[], hashed text[]) RETURNS void LANGUAGE plpgsql SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO row_record (event_id, transaction, relation, contents, is_removed, opens)
     SELECT t.event_id, pg_current_xact_id(), %L, row_image(to_jsonb(t), %L, %L), false, false FROM %I AS t',
    relation, left_out, hashed, relation);
END $$;
COMMENT ON FUNCTION record_found_rows IS 'Records the rows that a table has when it begins to be recorded, or when another part of them does.';

CREATE OR REPLACE FUNCTION tie_found_rows() RETURNS void LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION tie_found_rows IS 'Has an entry of each event''s log hold the rows that were found.';

DO $$
DECLARE
  one record;
BEGIN
  IF current_setting('datajam.restores_guards', true) IS DISTINCT FROM 'on' AND NOT EXISTS (SELECT FROM row_record) THEN
    PERFORM record_erased_values();
  END IF;
  FOR one IN SELECT * FROM recorded_tables() LOOP
    -- While guards are restored, rows that were changed meanwhile must not be taken for recorded ones.
    IF current_setting('datajam.restores_guards', true) IS DISTINCT FROM 'on'
      AND NOT is_recorded_so(one.relation, one.left_out, one.hashed) THEN
      PERFORM record_found_rows(one.relation, one.left_out, one.hashed);
    END IF;
    PERFORM record_changes_of(one.relation, one.left_out, one.hashed);
  END LOOP;
  PERFORM tie_found_rows();
END $$;

CREATE OR REPLACE FUNCTION recorded_key(relation text, left_out text[], OUT of_record text, OUT as_json text) STABLE LANGUAGE sql AS $$
  SELECT COALESCE('ROW(' || string_agg(format('r.contents ->> %L', a.attname), ', ' ORDER BY a.attname) || ')::text', ''''''),
    COALESCE(
      'jsonb_build_object(' || string_agg(format('%1$L, r.contents -> %1$L', a.attname), ', ' ORDER BY a.attname) || ')',
      $empty$'{}'::jsonb$empty$)
  FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = relation::regclass AND i.indisprimary AND NOT a.attname = ANY (left_out)
$$;
COMMENT ON FUNCTION recorded_key IS 'The expressions that give the key of a recorded row, by its primary key without the event: as a text and as JSON.';

-- Columns one by one are compared in a quarter of the time that whole JSON values take.
CREATE OR REPLACE FUNCTION recorded_row(relation text, left_out text[], hashed text[], OUT of_record text, OUT of_table text)
STABLE LANGUAGE sql AS $$
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
$$;
COMMENT ON FUNCTION recorded_row IS 'The expressions that give a recorded row as one text: from its record, and from its table.';

-- No join can become a loop over all rows, as a table without statistics would make it right after an import.
CREATE OR REPLACE FUNCTION rows_that_differ(event bigint, relations text[])
RETURNS TABLE (relation text, key jsonb, recorded jsonb, found jsonb) LANGUAGE plpgsql STABLE
SET timezone = 'UTC' SET bytea_output = 'hex' SET work_mem = '64MB' AS $$
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
END $$;
COMMENT ON FUNCTION rows_that_differ IS 'The rows of some tables, or of all, that are not what their last record says; nothing on a side where there is no row.';
