-- Events and how they follow each other.
-- The keys of every table begin with event_id, so that one event is one range to copy, archive or erase.

CREATE TABLE event (
  event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug text NOT NULL CONSTRAINT event_once UNIQUE CONSTRAINT event_slug_is_key CHECK (is_key(slug)),
  name jsonb NOT NULL CONSTRAINT event_name_localised CHECK (is_localised(name) AND name <> '{}'),
  theme jsonb NOT NULL DEFAULT '{}' CONSTRAINT event_theme_localised CHECK (is_localised(theme)),
  purpose jsonb NOT NULL DEFAULT '{}' CONSTRAINT event_purpose_localised CHECK (is_localised(purpose)),
  notice jsonb NOT NULL DEFAULT '{}' CONSTRAINT event_notice_localised CHECK (is_localised(notice)),
  languages text[] NOT NULL CONSTRAINT event_languages_known CHECK (languages <@ '{en,fr,es}' AND cardinality(languages) > 0),
  mode text NOT NULL CONSTRAINT event_mode_known CHECK (mode IN ('online', 'on-site', 'hybrid')),
  time_zone text NOT NULL,
  phase text NOT NULL DEFAULT 'draft' CONSTRAINT event_phase_known
    CHECK (phase IN ('draft', 'registration', 'running', 'judging', 'review', 'announced', 'closed')),
  registration_from date,
  registration_to date,
  starts_on date NOT NULL,
  ends_on date NOT NULL CONSTRAINT event_ends_after_start CHECK (ends_on >= starts_on),
  submissions_due_at timestamptz,
  grace_minutes integer NOT NULL DEFAULT 0 CONSTRAINT event_grace_minutes_possible CHECK (grace_minutes BETWEEN 0 AND 10080),
  judging_from date,
  judging_to date,
  announced_on date CONSTRAINT event_announced_after_end CHECK (announced_on >= ends_on),
  keep_people_until date,
  team_minimum integer NOT NULL DEFAULT 1,
  team_size integer NOT NULL DEFAULT 6 CONSTRAINT event_team_size_positive CHECK (team_size > 0),
  mentor_sessions_per_day integer NOT NULL DEFAULT 2
    CONSTRAINT event_mentor_sessions_per_day_positive CHECK (mentor_sessions_per_day > 0),
  stated_participants integer CONSTRAINT event_stated_participants_positive CHECK (stated_participants > 0),
  stated_nationalities integer CONSTRAINT event_stated_nationalities_positive CHECK (stated_nationalities > 0),
  CONSTRAINT event_registration_ends_after_start CHECK (registration_to >= registration_from),
  CONSTRAINT event_registration_starts_before_end CHECK (registration_from <= ends_on),
  CONSTRAINT event_registration_ends_before_end CHECK (registration_to <= ends_on),
  CONSTRAINT event_submissions_due_after_start CHECK ((submissions_due_at AT TIME ZONE time_zone)::date >= starts_on),
  CONSTRAINT event_submissions_due_before_judging_ends
    CHECK ((submissions_due_at AT TIME ZONE time_zone)::date <= judging_to),
  CONSTRAINT event_submissions_due_before_announcement
    CHECK ((submissions_due_at AT TIME ZONE time_zone)::date <= announced_on),
  CONSTRAINT event_judging_starts_after_start CHECK (judging_from >= starts_on),
  CONSTRAINT event_judging_ends_after_start CHECK (judging_to >= starts_on),
  CONSTRAINT event_judging_ends_after_it_starts CHECK (judging_to >= judging_from),
  CONSTRAINT event_judging_starts_before_announcement CHECK (judging_from <= announced_on),
  CONSTRAINT event_judging_ends_before_announcement CHECK (judging_to <= announced_on),
  CONSTRAINT event_team_minimum_within_size CHECK (team_minimum BETWEEN 1 AND team_size)
);
COMMENT ON TABLE event IS 'One edition of a hackathon.';
COMMENT ON COLUMN event.slug IS 'The readable key of the event, such as datajam-2021.';
COMMENT ON COLUMN event.purpose IS 'What the event is for, as the end of a sentence: "to turn data against human trafficking in Canada".';
COMMENT ON COLUMN event.notice IS 'A line at the foot of what is published in a language, such as the name of its translator.';
COMMENT ON COLUMN event.languages IS 'The languages in which the event publishes.';
COMMENT ON COLUMN event.time_zone IS 'An IANA name such as America/Toronto, never an abbreviation.';
COMMENT ON COLUMN event.phase IS 'The phase that an organiser set; phase_now tells the phase that applies.';
COMMENT ON COLUMN event.submissions_due_at IS 'The deadline for submissions; organisers give it as local time of the event''s zone.';
COMMENT ON COLUMN event.grace_minutes IS 'For how many minutes after submissions_due_at submissions are still taken.';
COMMENT ON COLUMN event.announced_on IS 'The day on which the winners are announced.';
COMMENT ON COLUMN event.keep_people_until IS 'The last day on which people''s identities are kept; "person erase --due" erases them afterwards.';
COMMENT ON COLUMN event.team_minimum IS 'The fewest members that a team may have when the event starts running.';
COMMENT ON COLUMN event.team_size IS 'The most members that a team may have.';
COMMENT ON COLUMN event.mentor_sessions_per_day IS 'The most mentor sessions that a team may have on one day of the event''s zone.';
COMMENT ON COLUMN event.stated_participants IS 'The number of participants that was published; it is shown beside the counted one.';
COMMENT ON COLUMN event.stated_nationalities IS 'The number of nationalities that was published; it is shown beside the counted one.';

CREATE TABLE event_relation (
  event_id bigint NOT NULL REFERENCES event,
  relation_id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CONSTRAINT event_relation_kind_known CHECK (kind IN ('follow-up', 'sister')),
  other_event_id bigint CONSTRAINT event_relation_not_to_itself CHECK (other_event_id <> event_id),
  other_name text CONSTRAINT event_relation_name_not_blank CHECK (other_name ~ '\S' AND length(other_name) <= 200),
  held_precision text CONSTRAINT event_relation_precision_known
    CHECK (held_precision IN ('day', 'month', 'season', 'year')),
  held_year integer CONSTRAINT event_relation_year_possible CHECK (held_year BETWEEN 1 AND 9999),
  held_season text CONSTRAINT event_relation_season_known
    CHECK (held_season IN ('winter', 'spring', 'summer', 'fall')),
  held_month integer CONSTRAINT event_relation_month_possible CHECK (held_month BETWEEN 1 AND 12),
  held_day integer CONSTRAINT event_relation_day_possible CHECK (held_day BETWEEN 1 AND 31),
  PRIMARY KEY (event_id, relation_id),
  CONSTRAINT event_relation_once UNIQUE (event_id, other_event_id),
  CONSTRAINT event_relation_name_once UNIQUE (event_id, other_name),
  CONSTRAINT event_relation_to_one_edition CHECK (num_nonnulls(other_event_id, other_name) = 1),
  CONSTRAINT event_relation_date_as_precise_as_said CHECK (
    (held_year IS NOT NULL) = (held_precision IS NOT NULL)
    AND (held_month IS NOT NULL) = (COALESCE(held_precision, '') IN ('day', 'month'))
    AND (held_day IS NOT NULL) = (COALESCE(held_precision, '') = 'day')
    AND (held_season IS NOT NULL) = (COALESCE(held_precision, '') = 'season'))
);
CREATE INDEX event_relation_by_other ON event_relation (other_event_id);
COMMENT ON TABLE event_relation IS 'The follow-up and sister editions of an event, as the event itself states them.';
COMMENT ON COLUMN event_relation.other_event_id IS 'No foreign key: it would lead out of the event''s own range of rows.';
COMMENT ON COLUMN event_relation.other_name IS 'The name of an edition that is not in this database.';
COMMENT ON COLUMN event_relation.held_precision IS 'How exactly the date of the other edition is known.';
COMMENT ON COLUMN event_relation.held_season IS 'The season in the organisers'' words; its months depend on the hemisphere and are not guessed.';
