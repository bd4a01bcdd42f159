-- Who may judge whom: entrants and judges of rounds, conflicts of interest, assignments.

CREATE OR REPLACE VIEW round_team AS
  SELECT r.event_id, r.round_id, t.team_id, t.key, t.status
  FROM round AS r JOIN team AS t USING (event_id)
  WHERE CASE r.entrants
    WHEN 'all' THEN true
    WHEN 'track' THEN t.track_id = r.track_id
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

CREATE OR REPLACE FUNCTION guard_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
  THEN
    RAISE EXCEPTION 'no organiser' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_overridden_by_organisers';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_override IS 'Refuses an override by anybody but an organiser.';

CREATE OR REPLACE TRIGGER conflict_overridden_by_organisers BEFORE INSERT OR UPDATE ON conflict_override
  FOR EACH ROW EXECUTE FUNCTION guard_override();

CREATE OR REPLACE FUNCTION overrides_needed() RETURNS integer IMMUTABLE LANGUAGE sql AS $$ SELECT 2 $$;
COMMENT ON FUNCTION overrides_needed IS 'How many organisers have to override a conflict before it keeps nobody from a team.';

CREATE OR REPLACE VIEW open_conflict AS
  SELECT c.event_id, c.judge_id, c.team_id, c.kind, c.reason
  FROM judge_conflict AS c
  WHERE (
    SELECT count(*) FROM conflict_override AS o
    WHERE o.event_id = c.event_id AND o.judge_id = c.judge_id AND o.team_id = c.team_id AND o.kind = c.kind) < overrides_needed();
COMMENT ON VIEW open_conflict IS 'The conflicts that keep a judge from a team: those that too few organisers overrode.';

-- Both lock the judge's row, so sheets and assignments that come later see the conflict.
CREATE OR REPLACE FUNCTION guard_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = NEW.event_id AND j.judge_id = NEW.judge_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_conflict IS 'Makes a new conflict wait for sheets and assignments of the judge that are being saved.';

CREATE OR REPLACE TRIGGER judge_conflict_waits BEFORE INSERT ON judge_conflict FOR EACH ROW EXECUTE FUNCTION guard_conflict();

CREATE OR REPLACE FUNCTION is_in_conflict(event bigint, judge bigint, team bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = event AND j.judge_id = judge FOR SHARE;
  RETURN EXISTS (
    SELECT FROM open_conflict AS c WHERE c.event_id = event AND c.judge_id = judge AND c.team_id = team);
END $$;
COMMENT ON FUNCTION is_in_conflict IS 'Whether a conflict keeps the judge from the team; the answer holds until the transaction ends.';

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

-- Names are compared as the program folded them: the schema folds nothing.
CREATE OR REPLACE FUNCTION conflict_evidence(event bigint, providers text[])
RETURNS TABLE (judge_id bigint, team_id bigint, kind text, reason text) STABLE LANGUAGE sql AS $$
  WITH spelling AS MATERIALIZED (
    SELECT n.key, n.folded FROM organisation_spelling AS n WHERE n.event_id = event
  ), person AS MATERIALIZED (
    SELECT j.judge_id, j.name_folded AS name, j.affiliation, j.affiliation_folded AS organisation, j.email_folded AS email,
      split_part(j.email_folded, '@', 2) AS domain
    FROM judge AS j WHERE j.event_id = event
  ), member AS MATERIALIZED (
    SELECT m.team_id, p.name_folded AS name, p.affiliation_folded AS organisation, p.email_folded AS email,
      split_part(p.email_folded, '@', 2) AS domain
    FROM team_member AS m JOIN participant AS p USING (event_id, participant_id)
    WHERE m.event_id = event
  ), judge_organisation AS (
    SELECT p.judge_id, p.organisation, p.affiliation AS shown FROM person AS p WHERE p.organisation <> ''
    UNION SELECT p.judge_id, '#' || s.key, s.key FROM person AS p JOIN spelling AS s ON s.folded = p.organisation
  ), team_written AS (
    SELECT t.team_id, t.affiliation_folded AS organisation FROM team AS t WHERE t.event_id = event
    UNION SELECT m.team_id, m.organisation FROM member AS m
  ), team_organisation AS (
    SELECT t.team_id, t.organisation FROM team_written AS t WHERE t.organisation <> ''
    UNION SELECT t.team_id, '#' || s.key FROM team_written AS t JOIN spelling AS s ON s.folded = t.organisation
  ), evidence AS (
    SELECT j.judge_id, t.team_id, 'organisation' AS kind, 'both belong to ' || min(j.shown COLLATE "C") AS reason
    FROM judge_organisation AS j JOIN team_organisation AS t USING (organisation) GROUP BY j.judge_id, t.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'domain', 'both write from ' || min(p.domain)
    FROM person AS p JOIN member AS m USING (domain)
    WHERE p.domain <> '' AND p.domain <> ALL (providers) GROUP BY p.judge_id, m.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'mentored', 'mentors the team (' || sum(m.sessions) || ' booked)'
    FROM person AS p JOIN mentored_team AS m ON m.event_id = event
      AND (m.email_folded = p.email OR p.name <> '' AND m.name_folded = p.name)
    GROUP BY p.judge_id, m.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'member',
      CASE WHEN bool_or(m.email = p.email) THEN 'has the e-mail address of a member' ELSE 'has the name of a member' END
    FROM person AS p JOIN member AS m ON m.email = p.email OR p.name <> '' AND m.name = p.name
    GROUP BY p.judge_id, m.team_id
  )
  SELECT g.judge_id, g.team_id, g.kind, g.reason FROM evidence AS g
$$;
COMMENT ON FUNCTION conflict_evidence IS 'Why judges should not judge teams, as far as the database knows: the same organisation by any of its names, the same e-mail domain unless it is one of the providers, sessions as a mentor, membership in the team.';

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

CREATE OR REPLACE FUNCTION merge_team_conflicts(event bigint, merged bigint, kept bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM conflict_override AS o
    WHERE o.event_id = event AND o.team_id = kept
      AND EXISTS (
        SELECT FROM judge_conflict AS c
        WHERE c.event_id = event AND c.team_id = merged AND c.judge_id = o.judge_id AND c.kind = o.kind)
      AND NOT EXISTS (
        SELECT FROM conflict_override AS p
        WHERE p.event_id = event AND p.team_id = merged AND p.judge_id = o.judge_id AND p.kind = o.kind
          AND p.principal_id = o.principal_id);
  WITH moved AS (
    INSERT INTO judge_conflict AS c (event_id, judge_id, team_id, kind, reason, is_pinned)
    SELECT g.event_id, g.judge_id, kept, g.kind, g.reason, g.is_pinned
    FROM judge_conflict AS g
    WHERE g.event_id = event AND g.team_id = merged
    ORDER BY g.judge_id, g.kind
    ON CONFLICT DO NOTHING
    RETURNING c.judge_id, c.kind)
  INSERT INTO conflict_override (event_id, judge_id, team_id, kind, principal_id, token_id, reason, said_at)
    SELECT o.event_id, o.judge_id, kept, o.kind, o.principal_id, o.token_id, o.reason, o.said_at
    FROM conflict_override AS o JOIN moved AS m USING (judge_id, kind)
    WHERE o.event_id = event AND o.team_id = merged;
  UPDATE judge_conflict AS c SET is_pinned = true, reason = g.reason
    FROM judge_conflict AS g
    WHERE c.event_id = event AND c.team_id = kept AND NOT c.is_pinned
      AND g.event_id = event AND g.team_id = merged AND g.is_pinned AND g.judge_id = c.judge_id AND g.kind = c.kind;
  DELETE FROM judge_conflict WHERE event_id = event AND team_id = merged;
END $$;
COMMENT ON FUNCTION merge_team_conflicts IS 'Moves the conflicts of a team to the team into which it is merged, with their kinds, pins and overrides. Where both teams have one of a kind, an override stays only of organisers who overrode both.';

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
