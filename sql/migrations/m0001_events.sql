-- Events, the organisations behind them, and who acts in them.
-- Every table of an event begins its keys with event_id, so that an event is one range to copy, archive or erase.

CREATE FUNCTION is_localised(texts jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN jsonb_typeof(texts) <> 'object' THEN false
    ELSE NOT EXISTS (
      SELECT FROM jsonb_each(texts) AS entry
      WHERE entry.key NOT IN ('en', 'fr', 'es') OR jsonb_typeof(entry.value) <> 'string' OR entry.value #>> '{}' !~ '\S')
  END
$$;
COMMENT ON FUNCTION is_localised IS 'Whether this is {"en": text, "fr": text, "es": text} with any of them missing and none blank.';

CREATE FUNCTION is_key(word text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT length(word) BETWEEN 1 AND 60 AND word ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
$$;
COMMENT ON FUNCTION is_key IS 'Whether this is a readable key: a-z and 0-9 with single dashes between words, 60 at most.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'DJ001';
END $$;
COMMENT ON FUNCTION refuse_change IS 'For the tables to which rows are only ever added.';

CREATE TABLE event (
  event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug text NOT NULL CONSTRAINT event_once UNIQUE CONSTRAINT event_slug_is_key CHECK (is_key(slug)),
  name jsonb NOT NULL CONSTRAINT event_name_localised CHECK (is_localised(name) AND name <> '{}'),
  theme jsonb NOT NULL DEFAULT '{}' CONSTRAINT event_theme_localised CHECK (is_localised(theme)),
  purpose jsonb NOT NULL DEFAULT '{}' CONSTRAINT event_purpose_localised CHECK (is_localised(purpose)),
  notice jsonb NOT NULL DEFAULT '{}' CONSTRAINT event_notice_localised CHECK (is_localised(notice)),
  mode text NOT NULL CONSTRAINT event_mode_known CHECK (mode IN ('online', 'on-site', 'hybrid')),
  time_zone text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL CONSTRAINT event_ends_after_start CHECK (ends_on >= starts_on),
  announced_on date CONSTRAINT event_announced_after_end CHECK (announced_on >= ends_on),
  languages text[] NOT NULL CONSTRAINT event_languages_known CHECK (languages <@ '{en,fr,es}' AND cardinality(languages) > 0),
  phase text NOT NULL DEFAULT 'draft' CONSTRAINT event_phase_known
    CHECK (phase IN ('draft', 'registration', 'running', 'judging', 'review', 'announced', 'closed')),
  team_size integer NOT NULL DEFAULT 6 CONSTRAINT event_team_size_positive CHECK (team_size > 0),
  stated_participants integer CONSTRAINT event_stated_participants_positive CHECK (stated_participants > 0),
  stated_nationalities integer CONSTRAINT event_stated_nationalities_positive CHECK (stated_nationalities > 0)
);
COMMENT ON COLUMN event.time_zone IS 'An IANA name such as America/Toronto, never an abbreviation.';
COMMENT ON COLUMN event.purpose IS 'What the event is for, as it ends a sentence: "to turn data against human trafficking in Canada".';
COMMENT ON COLUMN event.notice IS 'A line at the foot of what is published in that language, such as who translated it.';
COMMENT ON COLUMN event.team_size IS 'The most members that a team may have.';
COMMENT ON COLUMN event.stated_participants IS 'The published total, which stands beside the counted one.';

CREATE TABLE organisation (
  event_id bigint NOT NULL REFERENCES event,
  organisation_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT organisation_key_is_key CHECK (is_key(key)),
  name jsonb NOT NULL CONSTRAINT organisation_name_localised CHECK (is_localised(name) AND name <> '{}'),
  acronym jsonb NOT NULL DEFAULT '{}' CONSTRAINT organisation_acronym_localised CHECK (is_localised(acronym)),
  PRIMARY KEY (event_id, organisation_id),
  CONSTRAINT organisation_once UNIQUE (event_id, key)
);

CREATE TABLE organisation_role (
  event_id bigint NOT NULL,
  organisation_id bigint NOT NULL,
  role text NOT NULL CONSTRAINT organisation_role_known
    CHECK (role IN ('funder', 'partner', 'co-organiser', 'sponsor', 'prize-giver', 'affiliation')),
  print_order integer NOT NULL,
  PRIMARY KEY (event_id, organisation_id, role),
  FOREIGN KEY (event_id, organisation_id) REFERENCES organisation
);
COMMENT ON COLUMN organisation_role.print_order IS 'Where the organisation stands among those of its role, from 1.';

CREATE TABLE principal (
  event_id bigint NOT NULL REFERENCES event,
  principal_id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CONSTRAINT principal_name_not_blank CHECK (name ~ '\S' AND length(name) <= 200),
  role text NOT NULL CONSTRAINT principal_role_known CHECK (role IN ('organiser', 'judge', 'mentor', 'participant')),
  PRIMARY KEY (event_id, principal_id),
  CONSTRAINT principal_once UNIQUE (event_id, name)
);
