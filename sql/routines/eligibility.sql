-- Which teams are ranked.

CREATE OR REPLACE TRIGGER team_allowance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON team_allowance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER team_allowance_never_removed BEFORE DELETE ON team_allowance
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE VIEW team_eligibility AS
  SELECT t.event_id, t.team_id, t.key, COALESCE(a.is_allowed, false) AS is_allowed,
    CASE
      WHEN COALESCE(a.is_allowed, false) OR j.team_id IS NOT NULL THEN NULL
      WHEN e.submissions_due_at IS NULL AND NOT s.has_any THEN NULL
      WHEN EXISTS (
        SELECT FROM submission AS d
        WHERE d.event_id = t.event_id AND d.team_id = t.team_id AND d.withdrawn_at IS NOT NULL)
      THEN 'submission withdrawn'
      WHEN EXISTS (
        SELECT FROM submission AS d JOIN submission_version AS v USING (event_id, submission_id)
        WHERE d.event_id = t.event_id AND d.team_id = t.team_id) THEN 'late submission, not accepted'
      ELSE 'no submission'
    END AS obstacle
  FROM team AS t
  JOIN event AS e USING (event_id)
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM submission_version AS v WHERE v.event_id = t.event_id) AS has_any) AS s
  LEFT JOIN judged_submission AS j USING (event_id, team_id)
  LEFT JOIN LATERAL (
    SELECT d.is_allowed FROM team_allowance AS d
    WHERE d.event_id = t.event_id AND d.team_id = t.team_id
    ORDER BY d.number DESC LIMIT 1) AS a ON true;
COMMENT ON VIEW team_eligibility IS 'What keeps each team from being ranked: in an event with a deadline or any submission, a team needs one that is judged, or an organiser''s decision.';
COMMENT ON COLUMN team_eligibility.obstacle IS 'Missing where the team is ranked.';
