-- What teams are told of how they were judged, once the result is public.

CREATE TABLE feedback_policy (
  event_id bigint PRIMARY KEY REFERENCES event,
  shares text NOT NULL CONSTRAINT feedback_policy_known CHECK (shares IN ('nothing', 'comments', 'scores', 'everything'))
);
COMMENT ON COLUMN feedback_policy.shares IS 'Comments are what judges wrote for the team; scores are means by criterion. Judges stay unnamed.';

-- The order of the comments tells nothing of the judges: it is that of their hashes.
CREATE VIEW released_feedback AS
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
        AND EXISTS (SELECT FROM standing_result AS t WHERE t.event_id = q.event_id AND t.number = q.number));
COMMENT ON VIEW released_feedback IS 'What may be told to teams now: nothing of a round before its own result is public or that of the final it led to, and nothing that the event does not share.';
