-- Which result is approved, announced and public.

CREATE OR REPLACE TRIGGER result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER result_never_removed BEFORE DELETE ON result
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER result_rank_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result_rank
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER result_rank_never_removed BEFORE DELETE ON result_rank
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER result_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER result_step_never_removed BEFORE DELETE ON result_step
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE VIEW current_result AS
  SELECT r.event_id, r.number,
    (SELECT count(*) FROM result_step AS s
      WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'approved') >= 2 AS is_approved,
    (SELECT s.publish_at FROM result_step AS s
      WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'announced'
      ORDER BY s.step_id DESC LIMIT 1) AS publish_at
  FROM result AS r
  WHERE NOT EXISTS (
    SELECT FROM result_step AS s WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'retracted');
COMMENT ON VIEW current_result IS 'The versions that were not retracted.';

-- The version that was announced last counts, from its hour on. When it was retracted since, nothing is public: an
-- older version does not come back by itself. A version that was retracted before its hour was never public.
CREATE OR REPLACE VIEW published_result AS
  SELECT l.event_id, l.number, l.publish_at
  FROM (
    SELECT DISTINCT ON (a.event_id) a.event_id, a.number, a.publish_at, r.taken_at AS retracted_at
    FROM (
      SELECT DISTINCT ON (s.event_id, s.number) s.event_id, s.number, s.step_id, s.publish_at,
        GREATEST(s.publish_at, s.taken_at) AS public_at -- an hour that had passed means at once
      FROM result_step AS s
      WHERE s.kind = 'announced'
      ORDER BY s.event_id, s.number, s.step_id DESC) AS a
    LEFT JOIN result_step AS r ON r.event_id = a.event_id AND r.number = a.number AND r.kind = 'retracted'
    WHERE a.public_at <= clock_timestamp() AND (r.taken_at IS NULL OR r.taken_at > a.public_at)
    ORDER BY a.event_id, a.step_id DESC) AS l
  WHERE l.retracted_at IS NULL;
COMMENT ON VIEW published_result IS 'The one version that is public now. Every reader computes it, so no program has to run at the hour.';

-- An hour that was moved before it came does not count, nor does one before which the result was retracted.
CREATE OR REPLACE VIEW once_public_result AS
  SELECT a.event_id, a.number
  FROM (
    SELECT DISTINCT ON (s.event_id, s.number) s.event_id, s.number, GREATEST(s.publish_at, s.taken_at) AS public_at
    FROM result_step AS s
    WHERE s.kind = 'announced'
    ORDER BY s.event_id, s.number, s.step_id DESC) AS a
  LEFT JOIN result_step AS r ON r.event_id = a.event_id AND r.number = a.number AND r.kind = 'retracted'
  WHERE a.public_at <= clock_timestamp() AND (r.taken_at IS NULL OR r.taken_at > a.public_at);
COMMENT ON VIEW once_public_result IS 'The versions that are or were public.';

CREATE OR REPLACE FUNCTION phase_now(event bigint, phase text) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN phase_number(phase) < phase_number('announced')
      AND EXISTS (SELECT FROM published_result AS p WHERE p.event_id = event) THEN 'announced'
    ELSE phase
  END
$$;
COMMENT ON FUNCTION phase_now IS 'The phase that applies to an event whose row says this one: announced from the hour of its result.';

CREATE OR REPLACE VIEW result_to_announce AS
  SELECT DISTINCT ON (event_id) event_id, number, is_approved, publish_at FROM current_result
  ORDER BY event_id, is_approved DESC, number DESC;
COMMENT ON VIEW result_to_announce IS 'The version from which the announcement is written: the newest that two organisers approved, otherwise the newest.';

-- The locks on the round and the result make transactions that take steps at the same time take turns.
CREATE OR REPLACE FUNCTION guard_result_step() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_result_step IS 'Refuses a step out of order. Organisers approve a result whose round is frozen; one that two approved is announced; a public one stays until it is retracted.';

CREATE OR REPLACE TRIGGER result_step_guarded BEFORE INSERT ON result_step FOR EACH ROW EXECUTE FUNCTION guard_result_step();
