-- Corrections, certificates and feedback after the announcement.

CREATE OR REPLACE FUNCTION guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(OLD.event_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.text @> OLD.text
    AND (NEW.event_id, NEW.number, NEW.noted_at, NEW.edition) IS NOT DISTINCT FROM
      (OLD.event_id, OLD.number, OLD.noted_at, OLD.edition) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'announcement_correction only grows' USING ERRCODE = 'DJ001';
END $$;
COMMENT ON FUNCTION guard_correction IS 'Refuses changes of a correction, except a text in a further language and the removal of its event.';

CREATE OR REPLACE TRIGGER announcement_correction_only_grows BEFORE UPDATE OR DELETE ON announcement_correction
  FOR EACH ROW EXECUTE FUNCTION guard_correction();
CREATE OR REPLACE TRIGGER announcement_correction_never_emptied BEFORE TRUNCATE ON announcement_correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Objects whose keys are languages hold texts; everything else has to be equal.
CREATE OR REPLACE FUNCTION adds_only_texts(old jsonb, new jsonb) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION adds_only_texts IS 'Whether facts differ by nothing but texts in languages that had none.';

-- The lock on the result makes transactions that keep an edition at the same time take turns.
CREATE OR REPLACE FUNCTION guard_announcement_edition() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_announcement_edition IS 'Keeps editions as they are, except that a name may be removed, and says which have to be approved.';

CREATE OR REPLACE TRIGGER announcement_edition_guarded BEFORE INSERT OR UPDATE OR DELETE ON announcement_edition
  FOR EACH ROW EXECUTE FUNCTION guard_announcement_edition();
CREATE OR REPLACE TRIGGER announcement_edition_never_emptied BEFORE TRUNCATE ON announcement_edition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION guard_announcement_approval() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_announcement_approval IS 'Lets organisers approve the newest edition and no other.';

CREATE OR REPLACE TRIGGER announcement_approval_guarded BEFORE INSERT ON announcement_approval
  FOR EACH ROW EXECUTE FUNCTION guard_announcement_approval();
CREATE OR REPLACE TRIGGER announcement_approval_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON announcement_approval
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER announcement_approval_never_removed BEFORE DELETE ON announcement_approval
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE VIEW effective_edition AS
  SELECT e.event_id, e.edition, e.number, e.facts, e.sha256, e.redacted_at
  FROM announcement_edition AS e
  WHERE NOT e.needs_approval OR (
    SELECT count(*) FROM announcement_approval AS a WHERE a.event_id = e.event_id AND a.edition = e.edition) >= 2;
COMMENT ON VIEW effective_edition IS 'The editions that need no approval or have it.';

CREATE OR REPLACE VIEW announced_facts AS
  SELECT DISTINCT ON (event_id, number) event_id, number, edition, facts, sha256, redacted_at
  FROM effective_edition ORDER BY event_id, number, edition DESC;
COMMENT ON VIEW announced_facts IS 'The facts from which each announced version of a result is rendered: the newest effective edition.';

CREATE OR REPLACE TRIGGER erased_name_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erased_name
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER erased_name_never_removed BEFORE DELETE ON erased_name
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE VIEW certificate_standing AS
  SELECT c.event_id, c.code_hash, c.team_id, c.participant_id, c.rank, c.issued_at,
    t.status = 'active'
      AND (c.participant_id IS NULL OR EXISTS (
        SELECT FROM team_member AS m
        WHERE m.event_id = c.event_id AND m.participant_id = c.participant_id AND m.team_id = c.team_id))
      AND (c.rank IS NULL OR EXISTS (
        SELECT FROM published_result AS r JOIN result_rank AS p USING (event_id, number)
        WHERE r.event_id = c.event_id AND p.team_id = c.team_id AND p.rank = c.rank)) AS is_valid,
    EXISTS (SELECT FROM once_public_result AS o WHERE o.event_id = c.event_id) AS is_public
  FROM certificate AS c JOIN team AS t USING (event_id, team_id);
COMMENT ON VIEW certificate_standing IS 'Whether what each certificate says is still true, and whether anything of it may be told.';

-- Comments are ordered by their hashes, so that the order tells nothing of the judges.
CREATE OR REPLACE VIEW released_feedback AS
  SELECT s.event_id, s.round_id, s.team_id, p.shares,
    CASE WHEN p.shares IN ('comments', 'everything') THEN (
      SELECT COALESCE(array_agg(x.feedback ORDER BY sha256(convert_to(x.feedback, 'UTF8'))), '{}')
      FROM sheet AS x
      WHERE x.event_id = s.event_id AND x.round_id = s.round_id AND x.team_id = s.team_id AND x.status = 'ready'
        AND x.feedback ~ '\S')
      ELSE '{}' END AS comments,
    s.sheets
  FROM (
    SELECT event_id, round_id, team_id, count(*) AS sheets FROM sheet
    WHERE status = 'ready' GROUP BY event_id, round_id, team_id) AS s
  JOIN round AS r USING (event_id, round_id)
  JOIN feedback_policy AS p USING (event_id)
  WHERE p.shares <> 'nothing' AND r.state IN ('closed', 'frozen')
    AND EXISTS (
      SELECT FROM once_public_result AS q JOIN result AS x USING (event_id, number)
      LEFT JOIN round AS o ON o.event_id = x.event_id AND o.round_id = x.round_id
      WHERE q.event_id = s.event_id
        AND (x.round_id IS NULL OR s.round_id IN (x.round_id, o.from_round_id))
        AND EXISTS (SELECT FROM current_result AS t WHERE t.event_id = q.event_id AND t.number = q.number));
COMMENT ON VIEW released_feedback IS 'What teams may be told now: nothing of a round before its own result is public or that of the final to which it led, and nothing that the event does not share.';
