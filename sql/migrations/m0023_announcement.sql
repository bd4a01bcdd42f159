-- What the announcement says beside the results: where it stands, whom to ask, what was corrected; and certificates.

CREATE FUNCTION is_address(address text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT address ~ '^https?://[^\s/]+\S*$'
$$;
COMMENT ON FUNCTION is_address IS 'Whether this has the form of a page''s address; nobody looks whether it leads anywhere.';

CREATE TABLE announcement (
  event_id bigint PRIMARY KEY REFERENCES event,
  addresses jsonb NOT NULL DEFAULT '{}' CONSTRAINT announcement_addresses_localised CHECK (is_localised(addresses)),
  contact text CONSTRAINT announcement_contact_form CHECK (contact ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$' OR is_address(contact)),
  certificate_secret bytea CONSTRAINT announcement_secret_long CHECK (length(certificate_secret) >= 32),
  CONSTRAINT announcement_addresses_form CHECK (
    is_address(COALESCE(addresses ->> 'en', 'http://x')) AND is_address(COALESCE(addresses ->> 'fr', 'http://x'))
    AND is_address(COALESCE(addresses ->> 'es', 'http://x')))
);
COMMENT ON COLUMN announcement.addresses IS 'Where the announcement stands in each language.';
COMMENT ON COLUMN announcement.contact IS 'Whom to ask: an e-mail address or a page.';
COMMENT ON COLUMN announcement.certificate_secret IS 'From which the codes of certificates are derived; it never leaves the database.';

CREATE TABLE announcement_correction (
  event_id bigint NOT NULL REFERENCES event,
  number integer NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  text jsonb NOT NULL CONSTRAINT announcement_correction_localised CHECK (is_localised(text) AND text <> '{}'),
  PRIMARY KEY (event_id, number)
);

-- A note says for good what it said; a language that came later may be added.
CREATE FUNCTION guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.text @> OLD.text
    AND (NEW.event_id, NEW.number, NEW.noted_at) = (OLD.event_id, OLD.number, OLD.noted_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'announcement_correction only grows' USING ERRCODE = 'DJ001';
END $$;
CREATE TRIGGER announcement_correction_only_grows BEFORE UPDATE OR DELETE ON announcement_correction
  FOR EACH ROW EXECUTE FUNCTION guard_correction();
CREATE TRIGGER announcement_correction_never_emptied BEFORE TRUNCATE ON announcement_correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE certificate (
  event_id bigint NOT NULL REFERENCES event,
  certificate_id bigint GENERATED ALWAYS AS IDENTITY,
  code_hash bytea NOT NULL,
  team_id bigint NOT NULL,
  participant_id bigint,
  place integer CONSTRAINT certificate_place_positive CHECK (place > 0),
  issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, certificate_id),
  CONSTRAINT certificate_code_once UNIQUE (event_id, code_hash),
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, participant_id) REFERENCES participant
);
COMMENT ON TABLE certificate IS 'What a certificate says, found by the hash of its code; never a name, so that erasing somebody leaves it.';
COMMENT ON COLUMN certificate.participant_id IS 'Whose it is; missing where it is the whole team''s.';
COMMENT ON COLUMN certificate.place IS 'The place that it attests; missing where it attests taking part.';

-- An hour that was moved before it came, or whose result was retracted before, is none.
CREATE VIEW once_public_result AS
  SELECT a.event_id, a.number
  FROM (
    SELECT DISTINCT ON (s.event_id, s.number) s.event_id, s.number, GREATEST(s.publish_at, s.taken_at) AS public_at
    FROM result_step AS s
    WHERE s.kind = 'announced'
    ORDER BY s.event_id, s.number, s.step_id DESC) AS a
  LEFT JOIN result_step AS r ON r.event_id = a.event_id AND r.number = a.number AND r.kind = 'retracted'
  WHERE a.public_at <= clock_timestamp() AND (r.taken_at IS NULL OR r.taken_at > a.public_at);
COMMENT ON VIEW once_public_result IS 'The editions that are or were public, as everybody could read them.';

CREATE VIEW certificate_standing AS
  SELECT c.event_id, c.code_hash, c.team_id, c.participant_id, c.place, c.issued_at,
    t.state = 'active'
      AND (c.participant_id IS NULL OR EXISTS (
        SELECT FROM team_member AS m
        WHERE m.event_id = c.event_id AND m.participant_id = c.participant_id AND m.team_id = c.team_id))
      AND (c.place IS NULL OR EXISTS (
        SELECT FROM published_result AS r JOIN result_place AS p USING (event_id, number)
        WHERE r.event_id = c.event_id AND p.team_id = c.team_id AND p.place = c.place)) AS is_valid,
    EXISTS (SELECT FROM once_public_result AS o WHERE o.event_id = c.event_id) AS is_public
  FROM certificate AS c JOIN team AS t USING (event_id, team_id);
COMMENT ON VIEW certificate_standing IS 'Whether what each certificate says is still true, and whether anything of it may be told.';
