-- The people who take part.

CREATE TABLE participant (
  event_id bigint NOT NULL REFERENCES event,
  participant_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT participant_key_is_key CHECK (is_key(key)),
  given_name text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  display_name text NOT NULL CONSTRAINT participant_has_name CHECK (display_name ~ '\S'),
  name_folded text NOT NULL DEFAULT '',
  alias text CONSTRAINT participant_alias_not_blank CHECK (alias ~ '\S'),
  may_be_named boolean NOT NULL DEFAULT false,
  email text,
  email_folded text,
  country text CONSTRAINT participant_country_form CHECK (country ~ '^[A-Z]{2}$'),
  city text,
  affiliation text,
  affiliation_folded text,
  languages text NOT NULL DEFAULT '' CONSTRAINT participant_languages_form CHECK (languages ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'),
  registration_source text CONSTRAINT participant_registration_source_not_blank CHECK (registration_source ~ '\S'),
  registered_at timestamptz,
  registered_as_written text,
  checked_in_at timestamptz,
  withdrawn_at timestamptz,
  erased_at timestamptz,
  PRIMARY KEY (event_id, participant_id),
  CONSTRAINT participant_once UNIQUE (event_id, key),
  -- Deferrable, because two people who exchange their addresses in one statement share one for a moment.
  CONSTRAINT participant_email_once UNIQUE (event_id, email_folded) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT participant_email_folded CHECK ((email IS NULL) = (email_folded IS NULL)),
  CONSTRAINT participant_affiliation_folded CHECK ((affiliation IS NULL) = (affiliation_folded IS NULL)),
  CONSTRAINT participant_withdrawn_is_not_present CHECK (withdrawn_at IS NULL OR checked_in_at IS NULL),
  CONSTRAINT participant_erased_is_nobody CHECK (erased_at IS NULL OR (
    given_name = '' AND family_name = '' AND display_name = key AND name_folded = '' AND NOT may_be_named
    AND COALESCE(email, country, city, affiliation, alias, registration_source, registered_as_written) IS NULL AND languages = ''))
);
CREATE INDEX participant_by_country ON participant (event_id, country);
COMMENT ON TABLE participant IS 'The people who registered for an event.';
COMMENT ON COLUMN participant.display_name IS 'The whole name in the order in which the person writes it.';
COMMENT ON COLUMN participant.name_folded IS 'display_name, folded by the program for comparing.';
COMMENT ON COLUMN participant.alias IS 'A name to be called by in public, in place of the person''s own.';
COMMENT ON COLUMN participant.may_be_named IS 'Whether the person agreed to be named in public.';
COMMENT ON COLUMN participant.email_folded IS 'The address in NFC and lower case, for comparing; the program writes it.';
COMMENT ON COLUMN participant.country IS 'Nationality, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN participant.affiliation_folded IS 'affiliation, folded by the program for comparing.';
COMMENT ON COLUMN participant.languages IS 'ISO 639 codes with spaces between them, in the order of preference.';
COMMENT ON COLUMN participant.registration_source IS 'How the person registered: a type of ticket, the name of a form.';
COMMENT ON COLUMN participant.registered_as_written IS 'The time of registration in the spelling of the other system.';
COMMENT ON COLUMN participant.checked_in_at IS 'When the person arrived at the event.';
COMMENT ON COLUMN participant.erased_at IS 'When the person''s identity was erased for good; scores and counts stay.';
