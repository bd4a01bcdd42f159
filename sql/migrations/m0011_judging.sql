-- Judges, rounds, conflicts of interest, and who scores whom.

CREATE TABLE judge (
  event_id bigint NOT NULL REFERENCES event,
  judge_id bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL CONSTRAINT judge_code_form CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
  principal_id bigint,
  name text NOT NULL CONSTRAINT judge_has_name CHECK (name ~ '\S'),
  name_folded text NOT NULL DEFAULT '',
  email text,
  email_folded text,
  affiliation text,
  affiliation_folded text,
  languages text NOT NULL DEFAULT '' CONSTRAINT judge_languages_form CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  expertise text[] NOT NULL DEFAULT '{}' CONSTRAINT judge_expertise_form CHECK (strpos(array_to_string(expertise, ' '), ',') = 0),
  erased_at timestamptz,
  PRIMARY KEY (event_id, judge_id),
  CONSTRAINT judge_once UNIQUE (event_id, code),
  CONSTRAINT judge_principal FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT judge_principal_once UNIQUE (event_id, principal_id),
  CONSTRAINT judge_email_folded CHECK ((email IS NULL) = (email_folded IS NULL)),
  CONSTRAINT judge_affiliation_folded CHECK ((affiliation IS NULL) = (affiliation_folded IS NULL)),
  CONSTRAINT judge_email_once UNIQUE (event_id, email_folded),
  CONSTRAINT judge_erased_is_nobody CHECK (
    erased_at IS NULL OR (
      email IS NULL AND affiliation IS NULL AND name = code AND name_folded = '' AND expertise = '{}' AND languages = ''))
);
COMMENT ON TABLE judge IS 'The people who score teams.';
COMMENT ON COLUMN judge.code IS 'Names the judge in published results, such as J-03.';
COMMENT ON COLUMN judge.principal_id IS 'The principal in whose name the judge acts; missing until an invitation is accepted.';
COMMENT ON COLUMN judge.name_folded IS 'The name, folded by the program for comparing.';
COMMENT ON COLUMN judge.affiliation_folded IS 'affiliation, folded by the program for comparing.';
COMMENT ON COLUMN judge.email_folded IS 'The address in NFC and lower case, for comparing.';
COMMENT ON COLUMN judge.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';
COMMENT ON COLUMN judge.expertise IS 'Topics that the judge knows; none holds a comma.';
COMMENT ON COLUMN judge.erased_at IS 'When the judge''s identity was erased for good; the sheets stay under the code.';

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
COMMENT ON COLUMN judge_invitation.code_hash IS 'sha256 of the code, which is shown once.';

CREATE TABLE round (
  event_id bigint NOT NULL REFERENCES event,
  round_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT round_key_is_key CHECK (is_key(key)),
  kind text NOT NULL DEFAULT 'preliminary' CONSTRAINT round_kind_known CHECK (kind IN ('preliminary', 'final')),
  state text NOT NULL DEFAULT 'planned' CONSTRAINT round_state_known CHECK (state IN ('planned', 'open', 'closed', 'frozen')),
  rubric_id bigint NOT NULL,
  entrants text NOT NULL DEFAULT 'all' CONSTRAINT round_entrants_known CHECK (entrants IN ('all', 'track', 'finalists')),
  track_id bigint,
  from_round_id bigint CONSTRAINT round_not_from_itself CHECK (from_round_id <> round_id),
  minimum_sheets integer NOT NULL DEFAULT 1 CONSTRAINT round_minimum_sheets_positive CHECK (minimum_sheets > 0),
  asks_confirmation boolean NOT NULL DEFAULT false,
  method text CONSTRAINT round_method_not_blank CHECK (method ~ '\S'),
  PRIMARY KEY (event_id, round_id),
  CONSTRAINT round_once UNIQUE (event_id, key),
  CONSTRAINT round_rubric UNIQUE (event_id, round_id, rubric_id),
  FOREIGN KEY (event_id, rubric_id) REFERENCES rubric,
  CONSTRAINT round_track FOREIGN KEY (event_id, track_id) REFERENCES track,
  CONSTRAINT round_from FOREIGN KEY (event_id, from_round_id) REFERENCES round,
  CONSTRAINT round_track_only_of_track CHECK ((entrants = 'track') = (track_id IS NOT NULL)),
  CONSTRAINT round_from_only_of_finalists CHECK ((entrants = 'finalists') = (from_round_id IS NOT NULL))
);
COMMENT ON TABLE round IS 'Rounds of judging. Sheets are saved while a round is open; a frozen round does not change.';
COMMENT ON COLUMN round.entrants IS 'Which teams are judged: all, those of a track, or the finalists of an earlier round.';
COMMENT ON COLUMN round.from_round_id IS 'The round whose result named the finalists.';
COMMENT ON COLUMN round.minimum_sheets IS 'How many complete sheets without conflict a team needs before the round closes.';
COMMENT ON COLUMN round.asks_confirmation IS 'Whether a second person has to confirm a sheet that somebody entered for a judge.';
COMMENT ON COLUMN round.method IS 'How the round is ranked unless the ranking names a method; missing where the scores decide it.';

CREATE TABLE round_entrant (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, team_id),
  FOREIGN KEY (event_id, round_id) REFERENCES round,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE round_entrant IS 'The finalists of a round; secret until the announcement.';

CREATE TABLE round_judge (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, judge_id),
  FOREIGN KEY (event_id, round_id) REFERENCES round,
  FOREIGN KEY (event_id, judge_id) REFERENCES judge
);
COMMENT ON TABLE round_judge IS 'The judges of a round; a round without any row has all judges of the event.';

CREATE TABLE judge_conflict (
  event_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  kind text NOT NULL DEFAULT 'declared' CONSTRAINT judge_conflict_kind_known
    CHECK (kind IN ('declared', 'organisation', 'domain', 'mentored', 'member')),
  reason text NOT NULL CONSTRAINT judge_conflict_has_reason CHECK (reason ~ '\S'),
  is_pinned boolean NOT NULL DEFAULT true,
  CONSTRAINT judge_conflict_once PRIMARY KEY (event_id, judge_id, team_id, kind),
  FOREIGN KEY (event_id, judge_id) REFERENCES judge,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE judge_conflict IS 'Why a judge should not judge a team: declared by somebody, or found by the program.';
COMMENT ON COLUMN judge_conflict.is_pinned IS 'Whether a person stated it; then it stays when the program no longer finds it.';

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
COMMENT ON TABLE conflict_override IS 'Organisers who hold that a conflict does not matter; it takes two of them.';
COMMENT ON COLUMN conflict_override.token_id IS 'The token that proved who the organiser is.';

CREATE TABLE assignment (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, judge_id, team_id),
  FOREIGN KEY (event_id, round_id) REFERENCES round,
  FOREIGN KEY (event_id, judge_id) REFERENCES judge,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
CREATE INDEX assignment_by_team ON assignment (event_id, round_id, team_id);
COMMENT ON TABLE assignment IS 'Which judge is to score which team in which round.';
