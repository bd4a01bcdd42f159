-- Which teams are ranked.

CREATE OR REPLACE TRIGGER team_allowance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON team_allowance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER team_allowance_never_removed BEFORE DELETE ON team_allowance
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE TRIGGER eligibility_finding_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON eligibility_finding
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER eligibility_finding_never_removed BEFORE DELETE ON eligibility_finding
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE FUNCTION guard_eligibility_point() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_eligibility_point IS 'Refuses changes of the points once a sheet exists: they are declared before anybody can know whom they favour.';

CREATE OR REPLACE TRIGGER eligibility_point_before_judging BEFORE INSERT OR UPDATE OR DELETE ON eligibility_point
  FOR EACH ROW EXECUTE FUNCTION guard_eligibility_point();

CREATE OR REPLACE FUNCTION submission_obstacle(event bigint, team bigint) RETURNS text STABLE LANGUAGE sql AS $$
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
COMMENT ON FUNCTION submission_obstacle IS 'Why no version of a team''s submission is judged; nothing where one is.';

CREATE OR REPLACE VIEW required_point AS
  SELECT event_id, key, kind, text FROM eligibility_point
  UNION ALL
  SELECT e.event_id, 'submitted', 'submitted', '{}'::jsonb FROM event AS e
  WHERE NOT EXISTS (SELECT FROM eligibility_point AS p WHERE p.event_id = e.event_id)
    AND (e.submissions_due_at IS NOT NULL
      OR EXISTS (SELECT FROM submission_version AS v WHERE v.event_id = e.event_id));
COMMENT ON VIEW required_point IS 'What each event asks of its teams: what it declares, otherwise a submission where it has a deadline or any submission.';

CREATE OR REPLACE VIEW team_point AS
  SELECT t.event_id, t.team_id, t.key AS team, p.key, p.kind, p.text, f.reason, f.found_by, f.found_at,
    CASE p.kind
      WHEN 'submitted' THEN submission_obstacle(t.event_id, t.team_id)
      WHEN 'members' THEN (
        SELECT CASE
          WHEN count(*) < e.team_minimum THEN count(*) || ' of at least ' || e.team_minimum || ' members'
          WHEN count(*) > e.team_size THEN count(*) || ' of at most ' || e.team_size || ' members'
        END
        FROM team_member AS m WHERE m.event_id = t.event_id AND m.team_id = t.team_id)
      WHEN 'confirmed' THEN (
        SELECT CASE WHEN count(*) > 0 THEN count(*) || ' unconfirmed members' END
        FROM team_member AS m
        WHERE m.event_id = t.event_id AND m.team_id = t.team_id AND NOT EXISTS (
          SELECT FROM winner_confirmation AS c
          WHERE c.event_id = m.event_id AND c.participant_id = m.participant_id))
      WHEN 'project-link' THEN CASE WHEN NOT EXISTS (
        SELECT FROM judged_submission AS j
        JOIN submission_version AS v ON (v.event_id, v.submission_id, v.number) = (j.event_id, j.submission_id, j.number)
        WHERE j.event_id = t.event_id AND j.team_id = t.team_id AND v.contents ->> 'url' ~ '\S')
        THEN 'no link to the project' END
      ELSE CASE WHEN f.is_met THEN NULL WHEN f.is_met IS NULL THEN p.key || ' not stated' ELSE p.key || ' not met' END
    END AS obstacle
  FROM team AS t
  JOIN event AS e USING (event_id)
  JOIN required_point AS p USING (event_id)
  LEFT JOIN LATERAL (
    SELECT d.is_met, d.reason, q.name AS found_by, d.found_at
    FROM eligibility_finding AS d JOIN principal AS q USING (event_id, principal_id)
    WHERE d.event_id = t.event_id AND d.team_id = t.team_id AND d.key = p.key
    ORDER BY d.number DESC LIMIT 1) AS f ON true;
COMMENT ON VIEW team_point IS 'Each point of each team, and what is missing of it.';
COMMENT ON COLUMN team_point.obstacle IS 'Missing where the point is met.';

CREATE OR REPLACE VIEW team_eligibility AS
  SELECT t.event_id, t.team_id, t.key, COALESCE(a.is_allowed, false) AS is_allowed,
    CASE WHEN NOT COALESCE(a.is_allowed, false) THEN (
      SELECT string_agg(p.obstacle, ', ' ORDER BY p.key) FROM team_point AS p
      WHERE p.event_id = t.event_id AND p.team_id = t.team_id AND p.obstacle IS NOT NULL)
    END AS obstacle
  FROM team AS t
  LEFT JOIN LATERAL (
    SELECT d.is_allowed FROM team_allowance AS d
    WHERE d.event_id = t.event_id AND d.team_id = t.team_id
    ORDER BY d.number DESC LIMIT 1) AS a ON true;
COMMENT ON VIEW team_eligibility IS 'What keeps each team from being ranked: the points that it does not meet, unless an organiser allowed it.';
COMMENT ON COLUMN team_eligibility.obstacle IS 'Missing where the team is ranked.';
