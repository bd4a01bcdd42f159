-- Who judges: tokens, judges in full, rounds with entrants and panels of their own, conflicts of interest.

CREATE TABLE access_token (
  event_id bigint NOT NULL,
  token_id bigint GENERATED ALWAYS AS IDENTITY,
  principal_id bigint NOT NULL,
  prefix text NOT NULL CONSTRAINT access_token_prefix_form CHECK (prefix ~ '^[a-z0-9]{10}$'),
  hash bytea NOT NULL CONSTRAINT access_token_hash_is_sha256 CHECK (length(hash) = 32),
  scope text NOT NULL CONSTRAINT access_token_scope_known CHECK (scope IN ('full', 'read')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (event_id, token_id),
  CONSTRAINT access_token_once UNIQUE (event_id, prefix),
  CONSTRAINT access_token_of_principal UNIQUE (event_id, token_id, principal_id),
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
CREATE INDEX access_token_by_prefix ON access_token (prefix);
COMMENT ON COLUMN access_token.prefix IS 'The part of a token by which people speak of it; it opens nothing.';
COMMENT ON COLUMN access_token.hash IS 'sha256 of the whole token, which is shown once and kept nowhere.';
COMMENT ON COLUMN access_token.scope IS 'full: whatever the principal may do; read: without changing anything.';
COMMENT ON COLUMN access_token.last_used_at IS 'To within a minute.';

ALTER TABLE judge
  ADD email text,
  ADD email_folded text,
  ADD languages text NOT NULL DEFAULT '' CONSTRAINT judge_languages_form CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  ADD expertise text[] NOT NULL DEFAULT '{}' CONSTRAINT judge_expertise_form CHECK (strpos(array_to_string(expertise, ' '), ',') = 0),
  ADD principal_id bigint,
  ADD CONSTRAINT judge_email_folded CHECK ((email IS NULL) = (email_folded IS NULL)),
  ADD CONSTRAINT judge_email_once UNIQUE (event_id, email_folded),
  ADD CONSTRAINT judge_principal FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  ADD CONSTRAINT judge_principal_once UNIQUE (event_id, principal_id);
COMMENT ON COLUMN judge.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';
COMMENT ON COLUMN judge.principal_id IS 'Who the judge is when acting themselves; missing until an invitation is accepted.';

CREATE TABLE judge_invitation (
  event_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  code_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  PRIMARY KEY (event_id, judge_id),
  CONSTRAINT judge_invitation_code_once UNIQUE (event_id, code_hash),
  FOREIGN KEY (event_id, judge_id) REFERENCES judge
);
CREATE INDEX judge_invitation_by_code ON judge_invitation (code_hash);
COMMENT ON TABLE judge_invitation IS 'The last code for each judge, good for one token until it expires.';

ALTER TABLE round
  ADD kind text NOT NULL DEFAULT 'preliminary' CONSTRAINT round_kind_known CHECK (kind IN ('preliminary', 'final')),
  ADD entrants text NOT NULL DEFAULT 'all' CONSTRAINT round_entrants_known CHECK (entrants IN ('all', 'track', 'finalists')),
  ADD track_id bigint,
  ADD from_round_id bigint CONSTRAINT round_not_from_itself CHECK (from_round_id <> round_id),
  ADD minimum_sheets integer NOT NULL DEFAULT 1 CONSTRAINT round_minimum_sheets_positive CHECK (minimum_sheets > 0),
  ADD asks_confirmation boolean NOT NULL DEFAULT false,
  ADD method text CONSTRAINT round_method_not_blank CHECK (method ~ '\S'),
  ADD CONSTRAINT round_track FOREIGN KEY (event_id, track_id) REFERENCES track,
  ADD CONSTRAINT round_from FOREIGN KEY (event_id, from_round_id) REFERENCES round,
  ADD CONSTRAINT round_track_only_of_track CHECK ((entrants = 'track') = (track_id IS NOT NULL)),
  ADD CONSTRAINT round_from_only_of_finalists CHECK ((entrants = 'finalists') = (from_round_id IS NOT NULL));
COMMENT ON COLUMN round.from_round_id IS 'Whose result named the finalists.';
COMMENT ON COLUMN round.minimum_sheets IS 'How many complete sheets without conflict a team needs before the round closes.';
COMMENT ON COLUMN round.asks_confirmation IS 'Whether judges have to save themselves what others entered for them.';
COMMENT ON COLUMN round.method IS 'How the round is ranked unless said otherwise; missing where the scores decide it.';

CREATE TABLE round_entrant (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, team_id),
  FOREIGN KEY (event_id, round_id) REFERENCES round,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE round_entrant IS 'The finalists of a round: under embargo until the announcement.';

CREATE TABLE round_judge (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, judge_id),
  FOREIGN KEY (event_id, round_id) REFERENCES round,
  FOREIGN KEY (event_id, judge_id) REFERENCES judge
);
COMMENT ON TABLE round_judge IS 'The judges of a round; a round without any has all of the event.';

CREATE VIEW round_team AS
  SELECT r.event_id, r.round_id, t.team_id, t.key, t.state
  FROM round AS r JOIN team AS t USING (event_id)
  WHERE CASE r.entrants
    WHEN 'all' THEN true
    WHEN 'track' THEN t.track_id = r.track_id
    ELSE EXISTS (
      SELECT FROM round_entrant AS e
      WHERE e.event_id = r.event_id AND e.round_id = r.round_id AND e.team_id = t.team_id)
  END;
COMMENT ON VIEW round_team IS 'The teams that a round takes.';

CREATE VIEW round_panel AS
  SELECT r.event_id, r.round_id, j.judge_id, j.code
  FROM round AS r JOIN judge AS j USING (event_id)
  WHERE EXISTS (
      SELECT FROM round_judge AS p
      WHERE p.event_id = r.event_id AND p.round_id = r.round_id AND p.judge_id = j.judge_id)
    OR NOT EXISTS (SELECT FROM round_judge AS p WHERE p.event_id = r.event_id AND p.round_id = r.round_id);
COMMENT ON VIEW round_panel IS 'The judges whom a round takes.';

ALTER TABLE judge_conflict
  ADD kind text NOT NULL DEFAULT 'declared' CONSTRAINT judge_conflict_kind_known
    CHECK (kind IN ('declared', 'organisation', 'domain', 'mentored', 'member')),
  ADD is_pinned boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT judge_conflict_has_reason CHECK (reason ~ '\S'),
  DROP CONSTRAINT judge_conflict_pkey,
  ADD CONSTRAINT judge_conflict_once PRIMARY KEY (event_id, judge_id, team_id, kind);
COMMENT ON COLUMN judge_conflict.is_pinned IS 'Somebody said it, so it stays when it is no longer found.';

CREATE TABLE conflict_override (
  event_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  kind text NOT NULL,
  principal_id bigint NOT NULL,
  token_id bigint NOT NULL,
  reason text NOT NULL CONSTRAINT conflict_override_has_reason CHECK (reason ~ '\S'),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT conflict_override_once_by_each PRIMARY KEY (event_id, judge_id, team_id, kind, principal_id),
  FOREIGN KEY (event_id, judge_id, team_id, kind) REFERENCES judge_conflict ON DELETE CASCADE,
  CONSTRAINT conflict_override_authenticated FOREIGN KEY (event_id, token_id, principal_id)
    REFERENCES access_token (event_id, token_id, principal_id)
);
COMMENT ON TABLE conflict_override IS 'Who holds, known by a token, that a conflict does not matter; it takes two.';

CREATE FUNCTION guard_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
  THEN
    RAISE EXCEPTION 'no organiser' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_overridden_by_organisers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conflict_overridden_by_organisers BEFORE INSERT OR UPDATE ON conflict_override
  FOR EACH ROW EXECUTE FUNCTION guard_override();

CREATE VIEW open_conflict AS
  SELECT c.event_id, c.judge_id, c.team_id, c.kind, c.reason
  FROM judge_conflict AS c
  WHERE (
    SELECT count(*) FROM conflict_override AS o
    WHERE o.event_id = c.event_id AND o.judge_id = c.judge_id AND o.team_id = c.team_id AND o.kind = c.kind) < 2;
COMMENT ON VIEW open_conflict IS 'The conflicts that keep a judge from a team: those that two organisers did not override.';

-- The judge's lock makes whoever finds a conflict wait for sheets and assignments under way, and later ones see it.
CREATE FUNCTION guard_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = NEW.event_id AND j.judge_id = NEW.judge_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER judge_conflict_waits BEFORE INSERT ON judge_conflict FOR EACH ROW EXECUTE FUNCTION guard_conflict();

CREATE FUNCTION is_in_conflict(event bigint, judge bigint, team bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM judge AS j WHERE j.event_id = event AND j.judge_id = judge FOR SHARE;
  RETURN EXISTS (
    SELECT FROM open_conflict AS c WHERE c.event_id = event AND c.judge_id = judge AND c.team_id = team);
END $$;
COMMENT ON FUNCTION is_in_conflict IS 'Whether a conflict keeps the judge from the team; what it says holds until the unit ends.';

-- A judge is given a team that the round takes, by a round that takes the judge, and never one in conflict.
CREATE FUNCTION guard_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  obstacle text := CASE
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
  IF obstacle IS NOT NULL THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'check_violation', CONSTRAINT = obstacle;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_guarded BEFORE INSERT OR UPDATE ON assignment
  FOR EACH ROW EXECUTE FUNCTION guard_assignment();

-- As before, with conflicts that can be overridden.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state_now text;
BEGIN
  SELECT state INTO state_now FROM round WHERE event_id = NEW.event_id AND round_id = NEW.round_id FOR SHARE;
  IF state_now IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'round is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_is_open';
  END IF;
  IF is_in_conflict(NEW.event_id, NEW.judge_id, NEW.team_id) THEN
    RAISE EXCEPTION 'judge is in conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'judge_without_conflict';
  END IF;
  RETURN NEW;
END $$;

-- Who saves a sheet is an organiser, for the judge, or that very judge.
CREATE FUNCTION guard_sheet_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM principal AS p
    LEFT JOIN judge AS j ON j.event_id = p.event_id AND j.principal_id = p.principal_id
    WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id
      AND (p.role = 'organiser' OR j.judge_id = NEW.judge_id))
  THEN
    RAISE EXCEPTION 'sheet of another judge' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_by_its_judge';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sheet_by_its_judge BEFORE INSERT ON sheet_revision
  FOR EACH ROW EXECUTE FUNCTION guard_sheet_author();

CREATE VIEW unconfirmed_sheet AS
  SELECT s.event_id, s.round_id, s.judge_id, s.team_id
  FROM sheet AS s
  JOIN judge AS j USING (event_id, judge_id)
  JOIN sheet_revision AS r USING (event_id, round_id, judge_id, team_id, revision)
  WHERE s.status = 'ready' AND r.principal_id IS DISTINCT FROM j.principal_id;
COMMENT ON VIEW unconfirmed_sheet IS 'Ready sheets that somebody else than the judge saved last.';

CREATE FUNCTION fold_name(name text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT trim(regexp_replace(
    regexp_replace(lower(normalize(name, NFD) COLLATE "und-x-icu"), '[\u0300-\u036f''’‘]', '', 'g') COLLATE "und-x-icu",
    '[^[:alnum:]]+', ' ', 'g'))
$$;
COMMENT ON FUNCTION fold_name IS 'A name without case, accents and marks, for comparing two of them.';

-- Why judges should not judge teams, as far as what is held of both tells: the same organisation (by any of its names, or
-- written alike), the same e-mail domain unless it is a public provider's, sessions as a mentor, a seat in the team.
CREATE FUNCTION conflict_grounds(event bigint, providers text[])
RETURNS TABLE (judge_id bigint, team_id bigint, kind text, reason text) STABLE LANGUAGE sql AS $$
  WITH spelling AS MATERIALIZED (
    SELECT DISTINCT o.key, fold_name(n.name) AS folded
    FROM organisation AS o CROSS JOIN LATERAL (
      SELECT o.key UNION SELECT value FROM jsonb_each_text(o.name) UNION SELECT value FROM jsonb_each_text(o.acronym)
      UNION SELECT a.name FROM organisation_alias AS a
        WHERE a.event_id = o.event_id AND a.organisation_id = o.organisation_id) AS n (name)
    WHERE o.event_id = event
  ), person AS MATERIALIZED (
    SELECT j.judge_id, fold_name(j.name) AS name, j.affiliation, fold_name(j.affiliation) AS place, j.email_folded AS email,
      split_part(j.email_folded, '@', 2) AS domain
    FROM judge AS j WHERE j.event_id = event
  ), member AS MATERIALIZED (
    SELECT m.team_id, fold_name(p.display_name) AS name, fold_name(p.affiliation) AS place, p.email_folded AS email,
      split_part(p.email_folded, '@', 2) AS domain
    FROM team_member AS m JOIN participant AS p USING (event_id, participant_id)
    WHERE m.event_id = event
  ), judge_place AS (
    SELECT p.judge_id, p.place AS place, p.affiliation AS shown FROM person AS p WHERE p.place <> ''
    UNION SELECT p.judge_id, '#' || s.key, s.key FROM person AS p JOIN spelling AS s ON s.folded = p.place
  ), team_written AS (
    SELECT t.team_id, fold_name(t.affiliation) AS place FROM team AS t WHERE t.event_id = event
    UNION SELECT m.team_id, m.place FROM member AS m
  ), team_place AS (
    SELECT t.team_id, t.place FROM team_written AS t WHERE t.place <> ''
    UNION SELECT t.team_id, '#' || s.key FROM team_written AS t JOIN spelling AS s ON s.folded = t.place
  ), ground AS (
    SELECT j.judge_id, t.team_id, 'organisation' AS kind, 'both belong to ' || min(j.shown COLLATE "C") AS reason
    FROM judge_place AS j JOIN team_place AS t USING (place) GROUP BY j.judge_id, t.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'domain', 'both write from ' || min(p.domain)
    FROM person AS p JOIN member AS m USING (domain)
    WHERE p.domain <> '' AND p.domain <> ALL (providers) GROUP BY p.judge_id, m.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'mentored', 'mentors the team (' || sum(m.sessions) || ' booked)'
    FROM person AS p JOIN mentored_team AS m ON m.event_id = event
      AND (m.email_folded = p.email OR p.name <> '' AND fold_name(m.name) = p.name)
    GROUP BY p.judge_id, m.team_id
    UNION ALL
    SELECT p.judge_id, m.team_id, 'member',
      CASE WHEN bool_or(m.email = p.email) THEN 'has the e-mail address of a member' ELSE 'has the name of a member' END
    FROM person AS p JOIN member AS m ON m.email = p.email OR p.name <> '' AND m.name = p.name
    GROUP BY p.judge_id, m.team_id
  )
  SELECT g.judge_id, g.team_id, g.kind, g.reason FROM ground AS g
$$;
