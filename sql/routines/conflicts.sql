-- Conflicts of interest: found, declared, overridden and waived.

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

CREATE OR REPLACE FUNCTION guard_waiver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
  THEN
    RAISE EXCEPTION 'no organiser' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_waived_by_organisers';
  END IF;
  PERFORM stop_first_sheets_of(NEW.event_id);
  IF has_scores(NEW.event_id) THEN
    RAISE EXCEPTION 'scores were given' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_waived_before_scores';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_waiver IS 'Refuses a waiver by anybody but an organiser, and any after the first score of the event; it waits for first scores that are being saved.';

CREATE OR REPLACE TRIGGER conflict_waiver_guarded BEFORE INSERT ON conflict_waiver
  FOR EACH ROW EXECUTE FUNCTION guard_waiver();
CREATE OR REPLACE TRIGGER conflict_waiver_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conflict_waiver
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER conflict_waiver_never_removed BEFORE DELETE ON conflict_waiver
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE FUNCTION waiver_concerns(event bigint, kind text, subject text, email text, affiliation text)
RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT COALESCE(CASE kind
    WHEN 'domain' THEN subject = split_part(email, '@', 2)
    WHEN 'organisation' THEN subject = affiliation OR EXISTS (
      SELECT FROM organisation_spelling AS a JOIN organisation_spelling AS b USING (event_id, organisation_id)
      WHERE a.event_id = event AND a.folded = affiliation AND b.folded = subject)
  END, false)
$$;
COMMENT ON FUNCTION waiver_concerns IS 'Whether a waiver is about a judge with this folded address and affiliation; an organisation counts under each of its names.';

CREATE OR REPLACE VIEW judge_waiver AS
  SELECT j.event_id, j.judge_id, w.kind, count(DISTINCT w.principal_id)::integer AS organisers
  FROM judge AS j JOIN conflict_waiver AS w USING (event_id)
  WHERE waiver_concerns(w.event_id, w.kind, w.subject, j.email_folded, j.affiliation_folded)
  GROUP BY j.event_id, j.judge_id, w.kind;
COMMENT ON VIEW judge_waiver IS 'How many organisers waived the conflicts of a judge''s domain or organisation.';

CREATE OR REPLACE VIEW open_conflict AS
  SELECT c.event_id, c.judge_id, c.team_id, c.kind, c.reason, c.is_pinned
  FROM judge_conflict AS c
  WHERE (
    SELECT count(*) FROM conflict_override AS o
    WHERE o.event_id = c.event_id AND o.judge_id = c.judge_id AND o.team_id = c.team_id AND o.kind = c.kind) < overrides_needed()
  AND (c.is_pinned OR NOT EXISTS (
    SELECT FROM judge_waiver AS w
    WHERE w.event_id = c.event_id AND w.judge_id = c.judge_id AND w.kind = c.kind AND w.organisers >= overrides_needed()));
COMMENT ON VIEW open_conflict IS 'The conflicts that keep a judge from a team: those that too few organisers overrode or waived. What somebody declared is not waived.';

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
