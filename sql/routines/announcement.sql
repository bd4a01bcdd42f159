-- Corrections, certificates and feedback after the announcement.

CREATE OR REPLACE FUNCTION guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(OLD.event_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.text @> OLD.text
    AND (NEW.event_id, NEW.number, NEW.noted_at) = (OLD.event_id, OLD.number, OLD.noted_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'announcement_correction only grows' USING ERRCODE = 'DJ001';
END $$;
COMMENT ON FUNCTION guard_correction IS 'Refuses changes of a correction, except a text in a further language and the removal of its event.';

CREATE OR REPLACE TRIGGER announcement_correction_only_grows BEFORE UPDATE OR DELETE ON announcement_correction
  FOR EACH ROW EXECUTE FUNCTION guard_correction();
CREATE OR REPLACE TRIGGER announcement_correction_never_emptied BEFORE TRUNCATE ON announcement_correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

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
