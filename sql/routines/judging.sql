-- Who may judge whom: entrants and judges of rounds, assignments.

CREATE OR REPLACE VIEW team_track AS
  SELECT t.event_id, t.team_id, t.track_id FROM team AS t WHERE t.track_id IS NOT NULL
  UNION
  SELECT s.event_id, s.team_id, e.track_id FROM submission AS s JOIN submission_track AS e USING (event_id, submission_id)
  WHERE s.withdrawn_at IS NULL
  UNION
  SELECT s.event_id, s.team_id, k.track_id
  FROM submission AS s JOIN track AS k USING (event_id)
  CROSS JOIN LATERAL string_to_table(s.opted_for, E'\n') AS o (name)
  WHERE s.withdrawn_at IS NULL AND s.opted_for <> '' AND (
    lower(o.name) = k.key OR EXISTS (SELECT FROM jsonb_each_text(k.name) AS n WHERE lower(n.value) = lower(o.name)));
COMMENT ON VIEW team_track IS 'The tracks of each team: its own, those that its submission is entered for, and those that it opted for by name.';

CREATE OR REPLACE VIEW round_team AS
  SELECT r.event_id, r.round_id, t.team_id, t.key, t.status
  FROM round AS r JOIN team AS t USING (event_id)
  WHERE CASE r.entrants
    WHEN 'all' THEN true
    WHEN 'track' THEN EXISTS (
      SELECT FROM team_track AS k
      WHERE k.event_id = r.event_id AND k.team_id = t.team_id AND k.track_id = r.track_id)
    ELSE EXISTS (
      SELECT FROM round_entrant AS e
      WHERE e.event_id = r.event_id AND e.round_id = r.round_id AND e.team_id = t.team_id)
  END;
COMMENT ON VIEW round_team IS 'The teams that a round judges.';

CREATE OR REPLACE VIEW round_panel AS
  SELECT r.event_id, r.round_id, j.judge_id, j.code
  FROM round AS r JOIN judge AS j USING (event_id)
  WHERE EXISTS (
      SELECT FROM round_judge AS p
      WHERE p.event_id = r.event_id AND p.round_id = r.round_id AND p.judge_id = j.judge_id)
    OR NOT EXISTS (SELECT FROM round_judge AS p WHERE p.event_id = r.event_id AND p.round_id = r.round_id);
COMMENT ON VIEW round_panel IS 'The judges of a round.';

CREATE OR REPLACE FUNCTION guard_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken_rule text := CASE
    WHEN is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN 'judge_without_conflict'
    WHEN NOT EXISTS (
      SELECT FROM round_team AS t
      WHERE t.event_id = NEW.event_id AND t.round_id = NEW.round_id AND t.team_id = NEW.team_id)
      THEN 'assigned_team_is_entrant'
    WHEN NOT EXISTS (
      SELECT FROM round_panel AS p
      WHERE p.event_id = NEW.event_id AND p.round_id = NEW.round_id AND p.judge_id = NEW.judge_id)
      THEN 'assigned_judge_is_of_panel'
  END;
BEGIN
  IF broken_rule IS NOT NULL THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'check_violation', CONSTRAINT = broken_rule;
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_assignment IS 'Refuses an assignment of a judge in conflict, of a team that the round does not judge, or of a judge who is not in the round.';

CREATE OR REPLACE TRIGGER assignment_guarded BEFORE INSERT OR UPDATE ON assignment
  FOR EACH ROW EXECUTE FUNCTION guard_assignment();

-- Each part is materialised, so that a database without statistics reads it once.
CREATE OR REPLACE FUNCTION team_topics(event bigint) RETURNS TABLE (team_id bigint, languages text[], topics text[])
STABLE LANGUAGE sql AS $$
  WITH judged AS MATERIALIZED (
    SELECT submission_id, number FROM judged_submission WHERE event_id = event
  ), submitted AS MATERIALIZED (
    SELECT v.submission_id, v.contents
    FROM judged AS j JOIN submission_version AS v ON v.event_id = event AND v.submission_id = j.submission_id
      AND v.number = j.number
  ), work AS MATERIALIZED (
    SELECT s.team_id,
      COALESCE(NULLIF(t.summary, '{}'), NULLIF(t.title, '{}'), '{}') AS written,
      COALESCE(h.contents -> 'tracks', CASE WHEN h.submission_id IS NULL THEN (
        SELECT jsonb_agg(k.key) FROM submission_track AS r JOIN track AS k USING (event_id, track_id)
        WHERE r.event_id = event AND r.submission_id = s.submission_id) END) AS tracks
    FROM submission AS s LEFT JOIN submitted AS h USING (submission_id)
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
COMMENT ON FUNCTION team_topics IS 'What a judge of each team reads: the languages and topics of its work. Without a written work the languages are those of its members. Topics are tracks and what the team asked mentors about.';

-- Sheets need no check here: guard_sheet takes them only while the round is open, and scores come with their sheets.
CREATE OR REPLACE FUNCTION guard_frozen_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(OLD.event_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'DELETE' OR NEW.state NOT IN ('frozen', 'open') OR (to_jsonb(NEW) - 'state') <> (to_jsonb(OLD) - 'state') THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  IF NEW.state = 'open' AND EXISTS (
    SELECT FROM result AS r JOIN current_result AS t USING (event_id, number)
    JOIN result_step AS s USING (event_id, number)
    WHERE r.event_id = OLD.event_id AND r.round_id = OLD.round_id)
  THEN
    RAISE EXCEPTION 'round has an approved result' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'frozen_round_of_approved_result';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_frozen_round IS 'Refuses changes of a frozen round, and reopening it once a result of it was approved.';

CREATE OR REPLACE TRIGGER frozen_round_stays BEFORE UPDATE OR DELETE ON round
  FOR EACH ROW WHEN (OLD.state = 'frozen') EXECUTE FUNCTION guard_frozen_round();

CREATE OR REPLACE FUNCTION guard_part_of_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event bigint := COALESCE(NEW.event_id, OLD.event_id);
  round bigint := COALESCE(NEW.round_id, OLD.round_id);
  state_now text;
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(event) THEN RETURN OLD; END IF;
  SELECT r.state INTO state_now FROM round AS r WHERE r.event_id = event AND r.round_id = round FOR SHARE;
  IF state_now = 'frozen' THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
COMMENT ON FUNCTION guard_part_of_round IS 'Refuses changes of what belongs to a frozen round.';

CREATE OR REPLACE TRIGGER assignment_of_frozen_round_stays BEFORE INSERT OR UPDATE OR DELETE ON assignment
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE OR REPLACE TRIGGER entrant_of_frozen_round_stays BEFORE INSERT OR UPDATE OR DELETE ON round_entrant
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE OR REPLACE TRIGGER panel_of_frozen_round_stays BEFORE INSERT OR UPDATE OR DELETE ON round_judge
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
