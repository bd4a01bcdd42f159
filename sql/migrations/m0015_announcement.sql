-- What is announced beside the results: addresses, corrections, certificates, and feedback for the teams.

CREATE TABLE announcement (
  event_id bigint PRIMARY KEY REFERENCES event,
  addresses jsonb NOT NULL DEFAULT '{}' CONSTRAINT announcement_addresses_localised CHECK (is_localised(addresses)),
  contact text CONSTRAINT announcement_contact_form CHECK (contact ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$' OR is_address(contact)),
  certificate_secret bytea CONSTRAINT announcement_secret_long CHECK (length(certificate_secret) >= 32),
  CONSTRAINT announcement_addresses_form CHECK (
    is_address(COALESCE(addresses ->> 'en', 'http://x')) AND is_address(COALESCE(addresses ->> 'fr', 'http://x'))
    AND is_address(COALESCE(addresses ->> 'es', 'http://x')))
);
COMMENT ON TABLE announcement IS 'What an announcement says beside the results.';
COMMENT ON COLUMN announcement.addresses IS 'The page of the announcement in each language.';
COMMENT ON COLUMN announcement.contact IS 'Whom to ask: an e-mail address or a page.';
COMMENT ON COLUMN announcement.certificate_secret IS 'The codes of certificates are derived from it; it never leaves the database.';

CREATE TABLE announcement_correction (
  event_id bigint NOT NULL REFERENCES event,
  number integer NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  text jsonb NOT NULL CONSTRAINT announcement_correction_localised CHECK (is_localised(text) AND text <> '{}'),
  PRIMARY KEY (event_id, number)
);
COMMENT ON TABLE announcement_correction IS 'Dated notes on what was corrected after the announcement; only further languages are added to a note.';

CREATE TABLE certificate (
  event_id bigint NOT NULL REFERENCES event,
  certificate_id bigint GENERATED ALWAYS AS IDENTITY,
  code_hash bytea NOT NULL,
  team_id bigint NOT NULL,
  participant_id bigint,
  rank integer CONSTRAINT certificate_rank_positive CHECK (rank > 0),
  issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, certificate_id),
  CONSTRAINT certificate_code_once UNIQUE (event_id, code_hash),
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, participant_id) REFERENCES participant
);
COMMENT ON TABLE certificate IS 'What a certificate says, found by the hash of its code. It holds no name, so erasing a person leaves it as it is.';
COMMENT ON COLUMN certificate.code_hash IS 'sha256 of the code that is printed on the certificate.';
COMMENT ON COLUMN certificate.participant_id IS 'The person whom it names; missing where it belongs to the whole team.';
COMMENT ON COLUMN certificate.rank IS 'The rank that it attests; missing where it attests taking part.';

CREATE TABLE feedback_policy (
  event_id bigint PRIMARY KEY REFERENCES event,
  shares text NOT NULL CONSTRAINT feedback_policy_known CHECK (shares IN ('nothing', 'comments', 'scores', 'everything'))
);
COMMENT ON TABLE feedback_policy IS 'What teams are told of how they were judged, once the result is public.';
COMMENT ON COLUMN feedback_policy.shares IS 'Comments are what judges wrote for the team; scores are means by criterion. Judges stay unnamed.';
