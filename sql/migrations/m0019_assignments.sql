-- Who is to score whom: what there is to read in a team's work, and conflicts that outlive a merge as what they are.

CREATE VIEW team_matter AS
  SELECT t.event_id, t.team_id,
    COALESCE(w.languages, ARRAY(
      SELECT DISTINCT l.code
      FROM team_member AS m JOIN participant AS p USING (event_id, participant_id)
      CROSS JOIN LATERAL string_to_table(p.languages, ' ') AS l (code)
      WHERE m.event_id = t.event_id AND m.team_id = t.team_id
      ORDER BY l.code)) AS languages,
    ARRAY(
      SELECT k.key FROM track AS k
        WHERE k.event_id = t.event_id AND (k.track_id = t.track_id OR w.tracks ? k.key)
      UNION SELECT n.value FROM track AS k CROSS JOIN LATERAL jsonb_each_text(k.name) AS n
        WHERE k.event_id = t.event_id AND (k.track_id = t.track_id OR w.tracks ? k.key)
      UNION SELECT unnest(q.topics) FROM mentor_request AS q
        WHERE q.event_id = t.event_id AND q.team_id = t.team_id AND NOT q.is_withdrawn
      ORDER BY 1) AS topics
  FROM team AS t
  LEFT JOIN LATERAL (
    SELECT h.contents -> 'tracks' AS tracks, (
      SELECT array_agg(l.code ORDER BY l.code)
      FROM jsonb_object_keys(
        COALESCE(NULLIF(h.contents -> 'summary', '{}'), NULLIF(h.contents -> 'title', '{}'), '{}')) AS l (code)
      ) AS languages
    FROM submission AS s
    JOIN submission_contents AS c USING (event_id, submission_id)
    LEFT JOIN judged_submission AS j USING (event_id, submission_id)
    LEFT JOIN submission_version AS v
      ON v.event_id = j.event_id AND v.submission_id = j.submission_id AND v.number = j.number
    CROSS JOIN LATERAL (SELECT COALESCE(v.contents, c.contents) AS contents) AS h
    WHERE s.event_id = t.event_id AND s.team_id = t.team_id AND s.withdrawn_at IS NULL) AS w ON true;
COMMENT ON VIEW team_matter IS 'What a judge of a team meets: the languages of its work, otherwise those of its members, and its topics.';
COMMENT ON COLUMN team_matter.languages IS 'Whoever reads one of them can read the work; none is known where it is empty.';
COMMENT ON COLUMN team_matter.topics IS 'The names of its tracks, and what it asked mentors about.';

-- The conflicts of a team that becomes part of another, as what they were. Where both teams have one of a kind, it is off
-- only for whoever overrode both.
CREATE FUNCTION hand_over_conflicts(event bigint, gone bigint, stays bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM conflict_override AS o
    WHERE o.event_id = event AND o.team_id = stays
      AND EXISTS (
        SELECT FROM judge_conflict AS c
        WHERE c.event_id = event AND c.team_id = gone AND c.judge_id = o.judge_id AND c.kind = o.kind)
      AND NOT EXISTS (
        SELECT FROM conflict_override AS p
        WHERE p.event_id = event AND p.team_id = gone AND p.judge_id = o.judge_id AND p.kind = o.kind
          AND p.principal_id = o.principal_id);
  WITH moved AS (
    INSERT INTO judge_conflict AS c (event_id, judge_id, team_id, kind, reason, is_pinned)
    SELECT g.event_id, g.judge_id, stays, g.kind, g.reason, g.is_pinned
    FROM judge_conflict AS g
    WHERE g.event_id = event AND g.team_id = gone
    ORDER BY g.judge_id, g.kind
    ON CONFLICT DO NOTHING
    RETURNING c.judge_id, c.kind)
  INSERT INTO conflict_override (event_id, judge_id, team_id, kind, principal_id, token_id, reason, said_at)
    SELECT o.event_id, o.judge_id, stays, o.kind, o.principal_id, o.token_id, o.reason, o.said_at
    FROM conflict_override AS o JOIN moved AS m USING (judge_id, kind)
    WHERE o.event_id = event AND o.team_id = gone;
  UPDATE judge_conflict AS c SET is_pinned = true, reason = g.reason
    FROM judge_conflict AS g
    WHERE c.event_id = event AND c.team_id = stays AND NOT c.is_pinned
      AND g.event_id = event AND g.team_id = gone AND g.is_pinned AND g.judge_id = c.judge_id AND g.kind = c.kind;
  DELETE FROM judge_conflict WHERE event_id = event AND team_id = gone;
END $$;
COMMENT ON FUNCTION hand_over_conflicts IS 'Kinds, pins and overrides stay with each conflict.';

CREATE OR REPLACE FUNCTION hand_over_team(event bigint, gone bigint, stays bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE submission SET team_id = stays WHERE event_id = event AND team_id = gone;
  PERFORM hand_over_conflicts(event, gone, stays);
  PERFORM hand_over_mentoring(event, gone, stays);
  UPDATE team_former_name SET team_id = stays WHERE event_id = event AND team_id = gone;
  INSERT INTO team_former_name (event_id, name, team_id)
    SELECT event, n.name, stays
    FROM (
      SELECT key AS name FROM team WHERE event_id = event AND team_id = gone
      UNION SELECT name_folded FROM team WHERE event_id = event AND team_id = gone
      UNION SELECT source_key FROM import_origin
        WHERE event_id = event AND noun = 'team' AND record_id = gone AND source_key IS NOT NULL) AS n
    ON CONFLICT (event_id, name) DO UPDATE SET team_id = EXCLUDED.team_id;
  DELETE FROM import_origin WHERE event_id = event AND noun = 'team' AND record_id = gone;
END $$;

-- As before, but a judge in conflict may recuse: that is what ends it.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state_now text;
BEGIN
  SELECT state INTO state_now FROM round WHERE event_id = NEW.event_id AND round_id = NEW.round_id FOR SHARE;
  IF state_now IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'round is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_is_open';
  END IF;
  IF NEW.status <> 'recused' AND is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN
    RAISE EXCEPTION 'judge is in conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'judge_without_conflict';
  END IF;
  RETURN NEW;
END $$;
