-- Objections of teams to a provisional result, in events that allow them.

CREATE TABLE objection_window (
  event_id bigint NOT NULL,
  number integer NOT NULL,
  closes_at timestamptz NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  principal_id bigint NOT NULL,
  PRIMARY KEY (event_id, number),
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT objection_window_closes_later CHECK (closes_at > opened_at)
);
COMMENT ON TABLE objection_window IS 'Until when teams may object to a version of the result, which is provisional until then.';
COMMENT ON COLUMN objection_window.principal_id IS 'Who opened it.';

CREATE TABLE objection (
  event_id bigint NOT NULL,
  objection integer NOT NULL CONSTRAINT objection_from_one CHECK (objection > 0),
  number integer NOT NULL,
  team_id bigint NOT NULL,
  claim text NOT NULL CONSTRAINT objection_has_claim CHECK (claim ~ '\S' AND length(claim) <= 4000),
  evidence text CONSTRAINT objection_evidence_said CHECK (evidence ~ '\S' AND length(evidence) <= 4000),
  file_name text,
  file_sha256 bytea,
  principal_id bigint NOT NULL,
  raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, objection),
  FOREIGN KEY (event_id, number) REFERENCES objection_window,
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT objection_file_with_hash CHECK ((file_name IS NULL) = (file_sha256 IS NULL))
);
COMMENT ON TABLE objection IS 'What a team says against a provisional result.';
COMMENT ON COLUMN objection.objection IS 'Counts the objections of the event, from 1.';
COMMENT ON COLUMN objection.number IS 'The version of the result.';
COMMENT ON COLUMN objection.file_sha256 IS 'The hash of the evidence; the file stays with the organisers.';
COMMENT ON COLUMN objection.principal_id IS 'Who recorded it.';

CREATE TABLE objection_decision (
  event_id bigint NOT NULL,
  objection integer NOT NULL,
  is_accepted boolean NOT NULL,
  reason text NOT NULL CONSTRAINT objection_decision_has_reason CHECK (reason ~ '\S' AND length(reason) <= 4000),
  principal_id bigint NOT NULL,
  token_id bigint NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, objection),
  FOREIGN KEY (event_id, objection) REFERENCES objection,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT objection_decision_authenticated FOREIGN KEY (event_id, token_id, principal_id)
    REFERENCES access_token (event_id, token_id, principal_id)
);
COMMENT ON TABLE objection_decision IS 'What an organiser without a conflict decided on an objection, and why.';
COMMENT ON COLUMN objection_decision.is_accepted IS 'Whether the result has to be computed again.';
