-- Objections to a provisional result, and what they keep from being approved.

CREATE OR REPLACE TRIGGER objection_window_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON objection_window
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER objection_window_never_removed BEFORE DELETE ON objection_window
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER objection_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON objection
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER objection_never_removed BEFORE DELETE ON objection
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER objection_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON objection_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER objection_decision_never_removed BEFORE DELETE ON objection_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

-- The lock on the result makes a window, an objection and an approval at the same time take turns.
CREATE OR REPLACE FUNCTION guard_objection_window() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_objection_window IS 'Opens objections to a version that was neither retracted nor approved by anybody.';

CREATE OR REPLACE TRIGGER objection_window_guarded BEFORE INSERT ON objection_window
  FOR EACH ROW EXECUTE FUNCTION guard_objection_window();

CREATE OR REPLACE FUNCTION guard_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number FOR NO KEY UPDATE;
  IF NOT EXISTS (
    SELECT FROM objection_window AS w
    WHERE w.event_id = NEW.event_id AND w.number = NEW.number AND w.closes_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'objection is late' USING ERRCODE = 'check_violation', CONSTRAINT = 'objection_in_time';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_objection IS 'Takes an objection only until its window closes.';

CREATE OR REPLACE TRIGGER objection_guarded BEFORE INSERT ON objection FOR EACH ROW EXECUTE FUNCTION guard_objection();

CREATE OR REPLACE FUNCTION guard_objection_decision() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_objection_decision IS 'Lets an organiser decide who did not record the objection, did not judge the team and has no conflict with it.';

CREATE OR REPLACE TRIGGER objection_decision_guarded BEFORE INSERT ON objection_decision
  FOR EACH ROW EXECUTE FUNCTION guard_objection_decision();

CREATE OR REPLACE VIEW objection_obstacle AS
  SELECT w.event_id, w.number AS result, NULL::integer AS objection, 'window open' AS obstacle
  FROM objection_window AS w
  WHERE w.closes_at > clock_timestamp()
    AND EXISTS (SELECT FROM current_result AS c WHERE c.event_id = w.event_id AND c.number = w.number)
  UNION ALL
  SELECT o.event_id, o.number, o.objection, CASE WHEN d.objection IS NULL THEN 'undecided' ELSE 'accepted' END
  FROM objection AS o LEFT JOIN objection_decision AS d USING (event_id, objection)
  WHERE d.objection IS NULL OR (
    d.is_accepted AND EXISTS (SELECT FROM current_result AS c WHERE c.event_id = o.event_id AND c.number = o.number));
COMMENT ON VIEW objection_obstacle IS 'What keeps results from being approved: an open window, an undecided objection of any version, and an accepted one of its own version.';

CREATE OR REPLACE FUNCTION guard_step_against_objections() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_step_against_objections IS 'Refuses to approve or announce a result while objections are open.';

CREATE OR REPLACE TRIGGER result_step_after_objections BEFORE INSERT ON result_step
  FOR EACH ROW EXECUTE FUNCTION guard_step_against_objections();
