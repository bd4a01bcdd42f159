-- Participants and the teams that they form.

CREATE TABLE participant (
  event_id bigint NOT NULL REFERENCES event,
  participant_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT participant_key_is_key CHECK (is_key(key)),
  given_name text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  display_name text NOT NULL CONSTRAINT participant_has_name CHECK (display_name ~ '\S'),
  email text,
  email_folded text,
  country text CONSTRAINT participant_country_form CHECK (country ~ '^[A-Z]{2}$'),
  city text,
  affiliation text,
  may_be_named boolean NOT NULL DEFAULT false,
  PRIMARY KEY (event_id, participant_id),
  CONSTRAINT participant_once UNIQUE (event_id, key),
  CONSTRAINT participant_email_once UNIQUE (event_id, email_folded),
  CONSTRAINT participant_email_folded CHECK ((email IS NULL) = (email_folded IS NULL))
);
COMMENT ON COLUMN participant.email_folded IS 'The address in NFC and lower case, for comparing; the server''s own folding knows no accents.';
COMMENT ON COLUMN participant.country IS 'Nationality, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN participant.may_be_named IS 'Whether the person agreed to be named in public.';

CREATE TABLE team (
  event_id bigint NOT NULL REFERENCES event,
  team_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT team_key_is_key CHECK (is_key(key)),
  name text NOT NULL CONSTRAINT team_has_name CHECK (name ~ '\S'),
  city jsonb NOT NULL DEFAULT '{}' CONSTRAINT team_city_localised CHECK (is_localised(city)),
  country text CONSTRAINT team_country_form CHECK (country ~ '^[A-Z]{2}$'),
  about jsonb NOT NULL DEFAULT '{}' CONSTRAINT team_about_localised CHECK (is_localised(about)),
  PRIMARY KEY (event_id, team_id),
  CONSTRAINT team_once UNIQUE (event_id, key)
);
COMMENT ON COLUMN team.name IS 'As the team writes it, in every language.';
COMMENT ON COLUMN team.about IS 'One sentence on the team for the announcement.';

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

-- The team's row is locked, so that two newcomers cannot both take the last seat.
CREATE FUNCTION guard_team_size() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats integer;
BEGIN
  PERFORM FROM team WHERE event_id = NEW.event_id AND team_id = NEW.team_id FOR UPDATE;
  SELECT team_size INTO seats FROM event WHERE event_id = NEW.event_id;
  IF (SELECT count(*) FROM team_member WHERE event_id = NEW.event_id AND team_id = NEW.team_id) >= seats THEN
    RAISE EXCEPTION 'team is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_not_above_size';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER team_not_above_size BEFORE INSERT ON team_member
  FOR EACH ROW EXECUTE FUNCTION guard_team_size();
CREATE TRIGGER team_member_moves_by_leaving BEFORE UPDATE OF team_id ON team_member
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
