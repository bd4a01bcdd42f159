-- By what names of erased people are found in texts that are published later.

CREATE TABLE erased_name (
  event_id bigint NOT NULL REFERENCES event,
  sha256 bytea NOT NULL CONSTRAINT erased_name_is_hash CHECK (length(sha256) = 32),
  words integer NOT NULL CONSTRAINT erased_name_of_several_words CHECK (words > 1),
  PRIMARY KEY (event_id, sha256)
);
COMMENT ON TABLE erased_name IS 'Hashes of the names of erased people. Texts of the announcement are rendered without these names.';
COMMENT ON COLUMN erased_name.sha256 IS 'sha256 of the certificate secret of the event and the words of the name in lower case.';
COMMENT ON COLUMN erased_name.words IS 'How many words the name has. A name of one word is not kept, because it may be an ordinary word.';
