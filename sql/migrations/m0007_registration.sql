-- Registration in full: more about people and teams, how they come and go, and how one joins.

CREATE TABLE track (
  event_id bigint NOT NULL REFERENCES event,
  track_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT track_key_is_key CHECK (is_key(key)),
  name jsonb NOT NULL CONSTRAINT track_name_localised CHECK (is_localised(name) AND name <> '{}'),
  PRIMARY KEY (event_id, track_id),
  CONSTRAINT track_once UNIQUE (event_id, key)
);

ALTER TABLE participant
  ADD languages text NOT NULL DEFAULT '' CONSTRAINT participant_languages_form CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  ADD alias text CONSTRAINT participant_alias_not_blank CHECK (alias ~ '\S'),
  ADD came_by text CONSTRAINT participant_came_by_not_blank CHECK (came_by ~ '\S'),
  ADD registered_at timestamptz,
  ADD registered_as_written text,
  ADD checked_in_at timestamptz,
  ADD withdrawn_at timestamptz,
  ADD erased_at timestamptz,
  ADD CONSTRAINT participant_withdrawn_is_not_present CHECK (withdrawn_at IS NULL OR checked_in_at IS NULL),
  ADD CONSTRAINT participant_erased_is_nobody CHECK (erased_at IS NULL OR (
    given_name = '' AND family_name = '' AND display_name = key AND NOT may_be_named
    AND COALESCE(email, country, city, affiliation, alias, came_by, registered_as_written) IS NULL AND languages = ''));
COMMENT ON COLUMN participant.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';
COMMENT ON COLUMN participant.alias IS 'The name on a stage, in place of the person''s own.';
COMMENT ON COLUMN participant.came_by IS 'How the person came in: a ticket''s type, a form''s name.';
COMMENT ON COLUMN participant.registered_as_written IS 'The time of registration as the other system wrote it.';
COMMENT ON COLUMN participant.erased_at IS 'When the person''s identity was taken out for good; scores and counts stay.';
CREATE INDEX participant_by_country ON participant (event_id, country);

CREATE VIEW attendance AS
  SELECT event_id, count(*) AS people, count(DISTINCT country) AS nationalities
  FROM participant WHERE withdrawn_at IS NULL
  GROUP BY event_id;
COMMENT ON VIEW attendance IS 'How many people take part, and of how many nationalities: those who withdrew do not count.';

ALTER TABLE team
  ADD name_folded text NOT NULL DEFAULT '',
  ADD affiliation text CONSTRAINT team_affiliation_not_blank CHECK (affiliation ~ '\S'),
  ADD track_id bigint,
  ADD stated_size integer CONSTRAINT team_stated_size_positive CHECK (stated_size > 0),
  ADD state text NOT NULL DEFAULT 'active' CONSTRAINT team_state_known CHECK (state IN ('active', 'withdrawn', 'disqualified')),
  ADD state_reason text,
  ADD CONSTRAINT team_disqualified_with_reason CHECK (state <> 'disqualified' OR COALESCE(state_reason, '') ~ '\S'),
  ADD join_code_hash bytea,
  ADD CONSTRAINT team_track FOREIGN KEY (event_id, track_id) REFERENCES track;
UPDATE team SET name_folded = lower(name);
CREATE INDEX team_by_folded_name ON team (event_id, name_folded);
COMMENT ON COLUMN team.name_folded IS 'The name in NFC, lower case and single spaces, for finding it again; the server''s own folding knows no accents.';
COMMENT ON COLUMN team.affiliation IS 'As the team writes it; never cut at commas.';
COMMENT ON COLUMN team.stated_size IS 'How many people another system counts in the team, where not all are registered here.';
COMMENT ON COLUMN team.join_code_hash IS 'sha256 of the code by which participants join; the code itself is shown once.';
CREATE UNIQUE INDEX team_join_code_once ON team (event_id, join_code_hash);

CREATE TABLE team_invitation (
  event_id bigint NOT NULL,
  invitation_id bigint GENERATED ALWAYS AS IDENTITY,
  team_id bigint NOT NULL,
  participant_id bigint NOT NULL,
  code_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  PRIMARY KEY (event_id, invitation_id),
  CONSTRAINT team_invitation_once UNIQUE (event_id, team_id, participant_id),
  CONSTRAINT team_invitation_code_once UNIQUE (event_id, code_hash),
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, participant_id) REFERENCES participant
);
CREATE INDEX team_invitation_by_participant ON team_invitation (event_id, participant_id);
COMMENT ON TABLE team_invitation IS 'A code that lets one participant into one team, once, until it expires.';

-- As before, and: nobody joins a team that is out, and nobody who withdrew joins. The team's lock lets foreign keys look
-- on; the participant's makes whoever withdraws wait until the membership is there to be ended.
CREATE OR REPLACE FUNCTION guard_team_size() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats integer;
  standing text;
  takes_part boolean;
BEGIN
  SELECT state INTO standing FROM team WHERE event_id = NEW.event_id AND team_id = NEW.team_id FOR NO KEY UPDATE;
  IF standing <> 'active' THEN
    RAISE EXCEPTION 'team is out' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_is_active';
  END IF;
  SELECT withdrawn_at IS NULL INTO takes_part FROM participant
    WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id FOR SHARE;
  IF NOT takes_part THEN
    RAISE EXCEPTION 'participant withdrew' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_takes_part';
  END IF;
  SELECT team_size INTO seats FROM event WHERE event_id = NEW.event_id;
  IF (SELECT count(*) FROM team_member WHERE event_id = NEW.event_id AND team_id = NEW.team_id) >= seats THEN
    RAISE EXCEPTION 'team is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_not_above_size';
  END IF;
  RETURN NEW;
END $$;

-- Whoever withdraws leaves the team at the same moment; the row's lock keeps them from joining another meanwhile.
CREATE FUNCTION leave_team_on_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM team_member WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER participant_withdrawn_leaves_team AFTER UPDATE OF withdrawn_at ON participant
  FOR EACH ROW WHEN (NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL) EXECUTE FUNCTION leave_team_on_withdrawal();

CREATE TABLE team_former_name (
  event_id bigint NOT NULL,
  name text NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (event_id, name),
  CONSTRAINT team_former_name_leads_to_team FOREIGN KEY (event_id, team_id) REFERENCES team
);
CREATE INDEX team_former_name_by_team ON team_former_name (event_id, team_id);
COMMENT ON TABLE team_former_name IS 'What files call a team that was merged into another: its key, its folded name, and what each source calls it.';

-- What other tables hold of a team that becomes part of another one. Its submission follows, judges who are in conflict
-- with it are in conflict with the other, and what files call it leads to the other.
CREATE FUNCTION hand_over_team(event bigint, gone bigint, stays bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE submission SET team_id = stays WHERE event_id = event AND team_id = gone;
  INSERT INTO judge_conflict (event_id, judge_id, team_id, reason)
    SELECT event_id, judge_id, stays, reason FROM judge_conflict WHERE event_id = event AND team_id = gone
    ON CONFLICT DO NOTHING;
  DELETE FROM judge_conflict WHERE event_id = event AND team_id = gone;
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

ALTER TABLE submission
  ADD video_url text CONSTRAINT submission_video_url_form CHECK (video_url ~ '^https?://'),
  ADD links text NOT NULL DEFAULT '',
  ADD built_with text,
  ADD opted_for text NOT NULL DEFAULT '',
  ADD received_as_written text,
  ADD is_entered_by_organiser boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN submission.links IS 'Addresses, one a line.';
COMMENT ON COLUMN submission.opted_for IS 'Names of the prizes that the team competes for, one a line.';
COMMENT ON COLUMN submission.received_as_written IS 'received_at as the other system wrote it.';

ALTER TABLE event ADD keep_people_until date;
COMMENT ON COLUMN event.keep_people_until IS 'The last day on which people''s identities are kept; "person erase --due" takes them out afterwards.';
