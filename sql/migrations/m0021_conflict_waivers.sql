-- Conflicts of a whole domain or organisation that two organisers waived.

CREATE TABLE conflict_waiver (
  event_id bigint NOT NULL REFERENCES event,
  kind text NOT NULL CONSTRAINT conflict_waiver_kind_known CHECK (kind IN ('domain', 'organisation')),
  subject text NOT NULL CONSTRAINT conflict_waiver_subject_given CHECK (subject ~ '\S' AND length(subject) <= 500),
  principal_id bigint NOT NULL,
  token_id bigint NOT NULL,
  reason text NOT NULL CONSTRAINT conflict_waiver_has_reason CHECK (reason ~ '\S' AND length(reason) <= 500),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT conflict_waiver_once_by_each PRIMARY KEY (event_id, kind, subject, principal_id),
  CONSTRAINT conflict_waiver_authenticated FOREIGN KEY (event_id, token_id, principal_id)
    REFERENCES access_token (event_id, token_id, principal_id)
);
COMMENT ON TABLE conflict_waiver IS 'Organisers who hold that sharing a domain or an organisation is no conflict of interest; it takes two of them. Rows are only added.';
COMMENT ON COLUMN conflict_waiver.subject IS 'The domain in lower case, or a name of the organisation as the program folded it.';
COMMENT ON COLUMN conflict_waiver.token_id IS 'The token that proved who the organiser is.';

COMMENT ON COLUMN sheet_revision.reason IS 'Why the judge recused, why the sheet was reopened, or why a ready sheet was changed.';
