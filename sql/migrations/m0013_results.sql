-- Results, which are never changed, and the steps by which they become public.

CREATE TABLE result (
  event_id bigint NOT NULL REFERENCES event,
  number integer NOT NULL,
  round_id bigint,
  method text NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  snapshot text NOT NULL,
  sha256 bytea NOT NULL CONSTRAINT result_hash_of_snapshot CHECK (sha256 = sha256(convert_to(snapshot, 'UTF8'))),
  PRIMARY KEY (event_id, number),
  FOREIGN KEY (event_id, round_id) REFERENCES round
);
COMMENT ON TABLE result IS 'Versions of rankings; a change is a new version.';
COMMENT ON COLUMN result.number IS 'Counts the versions of the event, from 1.';
COMMENT ON COLUMN result.round_id IS 'Missing where ranks were decided elsewhere and are only stated.';
COMMENT ON COLUMN result.snapshot IS 'Canonical JSON: the rubric, the sheets and the ranking; teams by key, judges by code, never a person.';

CREATE TABLE result_rank (
  event_id bigint NOT NULL,
  number integer NOT NULL,
  team_id bigint NOT NULL,
  rank integer NOT NULL CONSTRAINT result_rank_positive CHECK (rank > 0),
  PRIMARY KEY (event_id, number, team_id),
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE result_rank IS 'The ranks of a version; teams that tie share one.';

CREATE TABLE result_step (
  event_id bigint NOT NULL,
  step_id bigint GENERATED ALWAYS AS IDENTITY,
  number integer NOT NULL,
  kind text NOT NULL CONSTRAINT result_step_kind_known CHECK (kind IN ('approved', 'announced', 'retracted')),
  principal_id bigint NOT NULL,
  token_id bigint,
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  publish_at timestamptz,
  reason text,
  PRIMARY KEY (event_id, step_id),
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT result_step_authenticated FOREIGN KEY (event_id, token_id, principal_id)
    REFERENCES access_token (event_id, token_id, principal_id),
  CONSTRAINT result_approved_with_token CHECK (kind <> 'approved' OR token_id IS NOT NULL),
  CONSTRAINT result_step_announced_at_an_hour CHECK ((kind = 'announced') = (publish_at IS NOT NULL)),
  CONSTRAINT result_step_retracted_with_reason CHECK ((kind = 'retracted') = (COALESCE(reason, '') ~ '\S'))
);
CREATE UNIQUE INDEX result_approved_once_by_each ON result_step (event_id, number, principal_id) WHERE kind = 'approved';
CREATE UNIQUE INDEX result_retracted_once ON result_step (event_id, number) WHERE kind = 'retracted';
COMMENT ON TABLE result_step IS 'Who approved, announced or retracted a version, and when.';
COMMENT ON COLUMN result_step.number IS 'The version.';
COMMENT ON COLUMN result_step.token_id IS 'The token that proved who acted; an approval needs one, other steps trust the name.';
COMMENT ON COLUMN result_step.publish_at IS 'From when the result is public; no program has to run at that hour.';
