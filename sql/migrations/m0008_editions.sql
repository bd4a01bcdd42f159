-- Editions: their dates and phases, and how they follow each other; organisations' links and their other names.

CREATE FUNCTION instants_of(local timestamp, zone text) RETURNS SETOF timestamptz STABLE LANGUAGE sql AS $$
  SELECT DISTINCT instant
  FROM (VALUES (interval '-48 hours'), (interval '48 hours')) AS around (shift)
  CROSS JOIN LATERAL (SELECT (local AT TIME ZONE 'UTC') + shift AS near) AS neighbour
  CROSS JOIN LATERAL (SELECT (near AT TIME ZONE zone) - (near AT TIME ZONE 'UTC') AS ahead) AS clock
  CROSS JOIN LATERAL (SELECT (local - ahead) AT TIME ZONE 'UTC' AS instant) AS candidate
  WHERE instant AT TIME ZONE zone = local
  ORDER BY instant
$$;
COMMENT ON FUNCTION instants_of IS 'When the clocks of a zone show this time: never where they skip it, twice where they are put back.';

ALTER TABLE event
  ADD COLUMN registration_from date,
  ADD COLUMN registration_to date,
  ADD COLUMN submissions_due_at timestamptz,
  ADD COLUMN judging_from date,
  ADD COLUMN judging_to date,
  ADD COLUMN team_minimum integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT event_registration_ends_after_start CHECK (registration_to >= registration_from),
  ADD CONSTRAINT event_registration_starts_before_end CHECK (registration_from <= ends_on),
  ADD CONSTRAINT event_registration_ends_before_end CHECK (registration_to <= ends_on),
  ADD CONSTRAINT event_submissions_due_after_start
    CHECK ((submissions_due_at AT TIME ZONE time_zone)::date >= starts_on),
  ADD CONSTRAINT event_submissions_due_before_judging_ends
    CHECK ((submissions_due_at AT TIME ZONE time_zone)::date <= judging_to),
  ADD CONSTRAINT event_submissions_due_before_announcement
    CHECK ((submissions_due_at AT TIME ZONE time_zone)::date <= announced_on),
  ADD CONSTRAINT event_judging_starts_after_start CHECK (judging_from >= starts_on),
  ADD CONSTRAINT event_judging_ends_after_start CHECK (judging_to >= starts_on),
  ADD CONSTRAINT event_judging_ends_after_it_starts CHECK (judging_to >= judging_from),
  ADD CONSTRAINT event_judging_starts_before_announcement CHECK (judging_from <= announced_on),
  ADD CONSTRAINT event_judging_ends_before_announcement CHECK (judging_to <= announced_on),
  ADD CONSTRAINT event_team_minimum_within_size CHECK (team_minimum BETWEEN 1 AND team_size);
COMMENT ON COLUMN event.submissions_due_at IS 'Until when submissions are taken; given as local time in the event''s zone.';
COMMENT ON COLUMN event.team_minimum IS 'The fewest members that a team may have when the event starts running.';

CREATE FUNCTION phase_number(phase text) RETURNS integer IMMUTABLE LANGUAGE sql AS $$
  SELECT array_position('{draft,registration,running,judging,review,announced,closed}'::text[], phase)
$$;

CREATE FUNCTION guard_phase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF phase_number(NEW.phase) > phase_number(OLD.phase) + 1 THEN
    RAISE EXCEPTION 'a phase is skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_phase_one_step_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_phase_one_step_forward BEFORE UPDATE OF phase ON event
  FOR EACH ROW EXECUTE FUNCTION guard_phase();

CREATE TABLE event_relation (
  event_id bigint NOT NULL REFERENCES event,
  relation_id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CONSTRAINT event_relation_kind_known CHECK (kind IN ('follow-up', 'sister')),
  other_event_id bigint CONSTRAINT event_relation_not_to_itself CHECK (other_event_id <> event_id),
  other_name text CONSTRAINT event_relation_name_not_blank CHECK (other_name ~ '\S' AND length(other_name) <= 200),
  held_precision text CONSTRAINT event_relation_precision_known
    CHECK (held_precision IN ('day', 'month', 'season', 'year')),
  held_year integer CONSTRAINT event_relation_year_possible CHECK (held_year BETWEEN 1 AND 9999),
  held_month integer CONSTRAINT event_relation_month_possible CHECK (held_month BETWEEN 1 AND 12),
  held_day integer CONSTRAINT event_relation_day_possible CHECK (held_day BETWEEN 1 AND 31),
  held_season text CONSTRAINT event_relation_season_known
    CHECK (held_season IN ('winter', 'spring', 'summer', 'fall')),
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
COMMENT ON TABLE event_relation IS 'The follow-up and sister editions of an event, as the event itself states them.';
COMMENT ON COLUMN event_relation.other_event_id IS 'No foreign key: it would lead out of the event''s own range of rows.';
COMMENT ON COLUMN event_relation.other_name IS 'The name of an edition that is not in this database.';
COMMENT ON COLUMN event_relation.held_season IS 'As it was said; which months it has depends on the hemisphere, which is not guessed.';
CREATE INDEX event_relation_by_other ON event_relation (other_event_id);

ALTER TABLE organisation
  ADD COLUMN url text CONSTRAINT organisation_url_form CHECK (url ~ '^https?://[^\s]+$'),
  ADD COLUMN logo text CONSTRAINT organisation_logo_form CHECK (logo ~ '^https?://[^\s]+$');
COMMENT ON COLUMN organisation.url IS 'Where the organisation''s name leads.';
COMMENT ON COLUMN organisation.logo IS 'The address of its logo.';

ALTER TABLE organisation_role
  ADD CONSTRAINT organisation_role_print_order_positive CHECK (print_order > 0);

CREATE TABLE organisation_alias (
  event_id bigint NOT NULL,
  folded text NOT NULL CONSTRAINT organisation_alias_not_blank CHECK (folded ~ '\S'),
  organisation_id bigint NOT NULL,
  name text NOT NULL,
  CONSTRAINT organisation_alias_once PRIMARY KEY (event_id, folded),
  CONSTRAINT organisation_alias_names_organisation FOREIGN KEY (event_id, organisation_id) REFERENCES organisation
);
CREATE INDEX organisation_alias_by_organisation ON organisation_alias (event_id, organisation_id);
COMMENT ON TABLE organisation_alias IS 'Other spellings of an organisation, such as those of one that was merged into it.';
COMMENT ON COLUMN organisation_alias.folded IS 'The name without case, accents and punctuation, for comparing.';
COMMENT ON COLUMN organisation_alias.name IS 'As it was written.';
