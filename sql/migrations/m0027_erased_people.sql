-- By what erased people are found again in files and in what is added by hand.

CREATE TABLE erased_person (
  event_id bigint NOT NULL REFERENCES event,
  sha256 bytea NOT NULL CONSTRAINT erased_person_is_hash CHECK (length(sha256) = 32),
  PRIMARY KEY (event_id, sha256)
);
COMMENT ON TABLE erased_person IS 'Hashes of what identified erased people. Imports leave such people out, and nobody adds them unawares.';
COMMENT ON COLUMN erased_person.sha256 IS 'erased_person_hash of the certificate secret of the event, the kind of person, a field and its value.';
