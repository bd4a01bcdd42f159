-- The facts that were announced, which are kept as they were, and who approved a change of them.

CREATE TABLE announcement_edition (
  event_id bigint NOT NULL REFERENCES event,
  edition integer NOT NULL CONSTRAINT announcement_edition_from_one CHECK (edition > 0),
  number integer NOT NULL,
  origin text NOT NULL
    CONSTRAINT announcement_edition_origin_known CHECK (origin IN ('announced', 'corrected', 'redacted')),
  facts text NOT NULL,
  sha256 bytea NOT NULL,
  needs_approval boolean NOT NULL DEFAULT true,
  principal_id bigint NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  redacted_at timestamptz,
  PRIMARY KEY (event_id, edition),
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT announcement_edition_hash_of_facts
    CHECK (redacted_at IS NOT NULL OR sha256 = sha256(convert_to(facts, 'UTF8')))
);
COMMENT ON TABLE announcement_edition IS 'The facts of an announcement as they were announced or corrected. Each text is rendered from one of these editions.';
COMMENT ON COLUMN announcement_edition.edition IS 'Counts the editions of the event, from 1.';
COMMENT ON COLUMN announcement_edition.number IS 'The version of the result that it announces.';
COMMENT ON COLUMN announcement_edition.origin IS 'announced: the facts at that step; corrected: facts with a dated correction; redacted: a person''s name was removed.';
COMMENT ON COLUMN announcement_edition.facts IS 'Canonical JSON in every language.';
COMMENT ON COLUMN announcement_edition.sha256 IS 'The hash of the facts before any name was removed from them.';
COMMENT ON COLUMN announcement_edition.needs_approval IS 'Whether two organisers have to approve it: where a correction changes more than notes and missing texts.';
COMMENT ON COLUMN announcement_edition.principal_id IS 'Who announced or corrected.';
COMMENT ON COLUMN announcement_edition.redacted_at IS 'When the name of an erased person was removed from the facts.';

CREATE TABLE announcement_approval (
  event_id bigint NOT NULL,
  edition integer NOT NULL,
  principal_id bigint NOT NULL,
  token_id bigint NOT NULL,
  approved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, edition, principal_id),
  FOREIGN KEY (event_id, edition) REFERENCES announcement_edition,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT announcement_approval_authenticated FOREIGN KEY (event_id, token_id, principal_id)
    REFERENCES access_token (event_id, token_id, principal_id)
);
COMMENT ON TABLE announcement_approval IS 'Who approved an edition that corrects announced facts. Two organisers have to.';
COMMENT ON COLUMN announcement_approval.token_id IS 'The token that proved who approved.';

ALTER TABLE announcement_correction
  ADD COLUMN edition integer,
  ADD FOREIGN KEY (event_id, edition) REFERENCES announcement_edition DEFERRABLE INITIALLY DEFERRED;
COMMENT ON COLUMN announcement_correction.edition IS 'The edition with which the note becomes public; missing where no edition was kept yet.';
