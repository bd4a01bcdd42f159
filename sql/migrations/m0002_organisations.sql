-- The organisations behind an event.

CREATE TABLE organisation (
  event_id bigint NOT NULL REFERENCES event,
  organisation_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT organisation_key_is_key CHECK (is_key(key)),
  name jsonb NOT NULL CONSTRAINT organisation_name_localised CHECK (is_localised(name) AND name <> '{}'),
  acronym jsonb NOT NULL DEFAULT '{}' CONSTRAINT organisation_acronym_localised CHECK (is_localised(acronym)),
  url text CONSTRAINT organisation_url_form CHECK (is_address(url)),
  names_folded text[] NOT NULL DEFAULT '{}',
  logo text CONSTRAINT organisation_logo_form CHECK (is_address(logo)),
  PRIMARY KEY (event_id, organisation_id),
  CONSTRAINT organisation_once UNIQUE (event_id, key)
);
COMMENT ON TABLE organisation IS 'Organisations that support an event or that people belong to.';
COMMENT ON COLUMN organisation.url IS 'The page to which the organisation''s name links.';
COMMENT ON COLUMN organisation.names_folded IS 'Its key, names and acronyms, folded by the program for comparing.';
COMMENT ON COLUMN organisation.logo IS 'The address of its logo.';

CREATE TABLE organisation_role (
  event_id bigint NOT NULL,
  organisation_id bigint NOT NULL,
  role text NOT NULL CONSTRAINT organisation_role_known
    CHECK (role IN ('funder', 'partner', 'co-organiser', 'sponsor', 'prize-giver', 'affiliation')),
  print_order integer NOT NULL CONSTRAINT organisation_role_print_order_positive CHECK (print_order > 0),
  PRIMARY KEY (event_id, organisation_id, role),
  FOREIGN KEY (event_id, organisation_id) REFERENCES organisation
);
COMMENT ON TABLE organisation_role IS 'What an organisation is for the event; it may have several roles.';
COMMENT ON COLUMN organisation_role.print_order IS 'The position of the organisation among those of its role, from 1.';

CREATE TABLE organisation_alias (
  event_id bigint NOT NULL,
  folded text NOT NULL CONSTRAINT organisation_alias_not_blank CHECK (folded ~ '\S'),
  organisation_id bigint NOT NULL,
  name text NOT NULL,
  CONSTRAINT organisation_alias_once PRIMARY KEY (event_id, folded),
  CONSTRAINT organisation_alias_names_organisation FOREIGN KEY (event_id, organisation_id) REFERENCES organisation
);
CREATE INDEX organisation_alias_by_organisation ON organisation_alias (event_id, organisation_id);
COMMENT ON TABLE organisation_alias IS 'Other spellings of an organisation, such as the names of one that was merged into it.';
COMMENT ON COLUMN organisation_alias.folded IS 'The name, folded by the program for comparing.';
COMMENT ON COLUMN organisation_alias.name IS 'The name with the spelling of its source.';
