-- Teams that are ranked although they did not submit in time, by a named organiser's decision.

CREATE TABLE team_allowance (
  event_id bigint NOT NULL REFERENCES event,
  team_id bigint NOT NULL,
  number integer NOT NULL CONSTRAINT team_allowance_from_one CHECK (number > 0),
  is_allowed boolean NOT NULL,
  reason text NOT NULL CONSTRAINT team_allowance_reason_given CHECK (reason ~ '\S' AND length(reason) <= 500),
  principal_id bigint NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, team_id, number),
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE team_allowance IS 'Decisions to rank a team that submitted nothing in time, or to end that. The newest counts; rows are only added.';
COMMENT ON COLUMN team_allowance.number IS 'Counts the decisions about a team from 1.';
COMMENT ON COLUMN team_allowance.principal_id IS 'Who decided.';
