-- What the teams hand in.

CREATE TABLE submission (
  event_id bigint NOT NULL,
  submission_id bigint GENERATED ALWAYS AS IDENTITY,
  team_id bigint NOT NULL,
  title jsonb NOT NULL DEFAULT '{}' CONSTRAINT submission_title_localised CHECK (is_localised(title)),
  summary jsonb NOT NULL DEFAULT '{}' CONSTRAINT submission_summary_localised CHECK (is_localised(summary)),
  url text CONSTRAINT submission_url_form CHECK (url ~ '^https?://'),
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, submission_id),
  CONSTRAINT submission_once_per_team UNIQUE (event_id, team_id),
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON COLUMN submission.summary IS 'What the project does, in one or two sentences for the announcement.';
