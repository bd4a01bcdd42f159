-- Who is to score whom: what there is to read in a team's work, and conflicts that outlive a merge as what they are.

-- The parts stand for themselves, so that a database without statistics reads each of them once.
CREATE FUNCTION team_matter(event bigint) RETURNS TABLE (team_id bigint, languages text[], topics text[])
STABLE LANGUAGE sql AS $$
  WITH judged AS MATERIALIZED (
    SELECT submission_id, number FROM judged_submission WHERE event_id = event
  ), handed_in AS MATERIALIZED (
    SELECT v.submission_id, v.contents
    FROM judged AS j JOIN submission_version AS v ON v.event_id = event AND v.submission_id = j.submission_id
      AND v.number = j.number
  ), work AS MATERIALIZED (
    SELECT s.team_id,
      COALESCE(NULLIF(t.summary, '{}'), NULLIF(t.title, '{}'), '{}') AS written,
      COALESCE(h.contents -> 'tracks', CASE WHEN h.submission_id IS NULL THEN (
        SELECT jsonb_agg(k.key) FROM submission_track AS r JOIN track AS k USING (event_id, track_id)
        WHERE r.event_id = event AND r.submission_id = s.submission_id) END) AS tracks
    FROM submission AS s LEFT JOIN handed_in AS h USING (submission_id)
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
COMMENT ON FUNCTION team_matter IS 'What a judge of each team meets: the languages of its work (whoever reads one can read it), otherwise those of its members, and its topics: tracks, and what it asked mentors about.';

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
