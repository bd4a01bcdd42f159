-- The teams that participants form, and the tracks that teams choose.

CREATE TABLE track (
  event_id bigint NOT NULL REFERENCES event,
  track_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT track_key_is_key CHECK (is_key(key)),
  name jsonb NOT NULL CONSTRAINT track_name_localised CHECK (is_localised(name) AND name <> '{}'),
  names_folded text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (event_id, track_id),
  CONSTRAINT track_once UNIQUE (event_id, key)
);
COMMENT ON TABLE track IS 'The challenges or themes among which teams choose.';
COMMENT ON COLUMN track.names_folded IS 'The names, folded by the program for comparing.';

CREATE TABLE team (
  event_id bigint NOT NULL REFERENCES event,
  team_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT team_key_is_key CHECK (is_key(key)),
  name text NOT NULL CONSTRAINT team_has_name CHECK (name ~ '\S'),
  name_folded text NOT NULL DEFAULT '',
  about jsonb NOT NULL DEFAULT '{}' CONSTRAINT team_about_localised CHECK (is_localised(about)),
  city jsonb NOT NULL DEFAULT '{}' CONSTRAINT team_city_localised CHECK (is_localised(city)),
  country text CONSTRAINT team_country_form CHECK (country ~ '^[A-Z]{2}$'),
  affiliation text CONSTRAINT team_affiliation_not_blank CHECK (affiliation ~ '\S'),
  affiliation_folded text,
  track_id bigint,
  declared_size integer CONSTRAINT team_declared_size_positive CHECK (declared_size > 0),
  join_code_hash bytea,
  status text NOT NULL DEFAULT 'active'
    CONSTRAINT team_status_known CHECK (status IN ('active', 'withdrawn', 'disqualified')),
  status_reason text,
  PRIMARY KEY (event_id, team_id),
  CONSTRAINT team_once UNIQUE (event_id, key),
  CONSTRAINT team_track FOREIGN KEY (event_id, track_id) REFERENCES track,
  CONSTRAINT team_affiliation_folded CHECK ((affiliation IS NULL) = (affiliation_folded IS NULL)),
  CONSTRAINT team_disqualified_with_reason CHECK (status <> 'disqualified' OR COALESCE(status_reason, '') ~ '\S')
);
CREATE INDEX team_by_folded_name ON team (event_id, name_folded);
CREATE UNIQUE INDEX team_join_code_once ON team (event_id, join_code_hash);
COMMENT ON TABLE team IS 'The teams of an event, also those that withdrew or were disqualified.';
COMMENT ON COLUMN team.name IS 'In the team''s own spelling, in every language.';
COMMENT ON COLUMN team.name_folded IS 'The name, folded by the program for finding the team again.';
COMMENT ON COLUMN team.about IS 'One sentence on the team for the announcement.';
COMMENT ON COLUMN team.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN team.affiliation IS 'In the team''s own spelling; never cut at commas.';
COMMENT ON COLUMN team.affiliation_folded IS 'affiliation, folded by the program for comparing.';
COMMENT ON COLUMN team.declared_size IS 'How many members another system counts, where some are not registered here.';
COMMENT ON COLUMN team.join_code_hash IS 'sha256 of the code by which participants join; the code itself is shown once.';

CREATE TABLE team_member (
  event_id bigint NOT NULL,
  participant_id bigint NOT NULL,
  team_id bigint NOT NULL,
  is_captain boolean NOT NULL DEFAULT false,
  CONSTRAINT one_team_per_participant PRIMARY KEY (event_id, participant_id),
  FOREIGN KEY (event_id, participant_id) REFERENCES participant,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
CREATE INDEX team_member_by_team ON team_member (event_id, team_id);
CREATE UNIQUE INDEX one_captain_per_team ON team_member (event_id, team_id) WHERE is_captain;
COMMENT ON TABLE team_member IS 'Which participant belongs to which team.';

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
COMMENT ON TABLE team_invitation IS 'A code that lets one participant join one team, once, until it expires.';
COMMENT ON COLUMN team_invitation.code_hash IS 'sha256 of the code, which is shown once.';

CREATE TABLE team_former_name (
  event_id bigint NOT NULL,
  name text NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (event_id, name),
  CONSTRAINT team_former_name_leads_to_team FOREIGN KEY (event_id, team_id) REFERENCES team
);
CREATE INDEX team_former_name_by_team ON team_former_name (event_id, team_id);
COMMENT ON TABLE team_former_name IS 'Names of teams that were merged into another one, by which files still call them.';
COMMENT ON COLUMN team_former_name.name IS 'The key, the folded name, or the name in a source of imports.';
COMMENT ON COLUMN team_former_name.team_id IS 'The team that goes on.';
