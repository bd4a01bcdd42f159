-- What teams submit, version by version.

CREATE TABLE submission (
  event_id bigint NOT NULL,
  submission_id bigint GENERATED ALWAYS AS IDENTITY,
  team_id bigint NOT NULL,
  title jsonb NOT NULL DEFAULT '{}' CONSTRAINT submission_title_localised CHECK (is_localised(title)),
  summary jsonb NOT NULL DEFAULT '{}' CONSTRAINT submission_summary_localised CHECK (is_localised(summary)),
  url text CONSTRAINT submission_url_form CHECK (is_address(url)),
  video_url text CONSTRAINT submission_video_url_form CHECK (is_address(video_url)),
  links text NOT NULL DEFAULT '',
  built_with text,
  opted_for text NOT NULL DEFAULT '',
  is_entered_by_organiser boolean NOT NULL DEFAULT true,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  received_as_written text,
  withdrawn_at timestamptz,
  PRIMARY KEY (event_id, submission_id),
  CONSTRAINT submission_once_per_team UNIQUE (event_id, team_id),
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE submission IS 'The draft on which a team works; submission_version holds what it submitted.';
COMMENT ON COLUMN submission.summary IS 'What the project does, in one or two sentences for the announcement.';
COMMENT ON COLUMN submission.links IS 'Addresses, one a line.';
COMMENT ON COLUMN submission.built_with IS 'The tools and data that the team used, in its own words.';
COMMENT ON COLUMN submission.opted_for IS 'Names of the prizes that the team competes for, one a line.';
COMMENT ON COLUMN submission.received_at IS 'When the last version was received; until there is one, when the draft was begun.';
COMMENT ON COLUMN submission.received_as_written IS 'received_at in the spelling of the other system.';
COMMENT ON COLUMN submission.withdrawn_at IS 'Since when the team no longer wants it judged.';

CREATE TABLE submission_track (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  track_id bigint NOT NULL,
  PRIMARY KEY (event_id, submission_id, track_id),
  FOREIGN KEY (event_id, submission_id) REFERENCES submission,
  CONSTRAINT submission_track_known FOREIGN KEY (event_id, track_id) REFERENCES track
);
CREATE INDEX submission_track_by_track ON submission_track (event_id, track_id);
COMMENT ON TABLE submission_track IS 'The tracks for which the draft is entered.';

CREATE TABLE submission_file (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  name text NOT NULL CONSTRAINT submission_file_has_name CHECK (name ~ '\S' AND length(name) <= 255),
  url text CONSTRAINT submission_file_url_form CHECK (is_address(url)),
  size bigint NOT NULL CONSTRAINT submission_file_size_possible CHECK (size >= 0),
  sha256 bytea NOT NULL CONSTRAINT submission_file_sha256_form CHECK (length(sha256) = 32),
  CONSTRAINT submission_file_once PRIMARY KEY (event_id, submission_id, name),
  FOREIGN KEY (event_id, submission_id) REFERENCES submission
);
COMMENT ON TABLE submission_file IS 'Files of the draft by reference: their names, their addresses, and digests that show whether they changed.';
COMMENT ON COLUMN submission_file.size IS 'In bytes.';

CREATE TABLE submission_version (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  number integer NOT NULL CONSTRAINT submission_version_from_one CHECK (number > 0),
  contents jsonb NOT NULL,
  submitted_by_role text NOT NULL CONSTRAINT submission_version_role_known
    CHECK (submitted_by_role IN ('organiser', 'participant')),
  principal_id bigint,
  received_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT submission_version_once PRIMARY KEY (event_id, submission_id, number),
  FOREIGN KEY (event_id, submission_id) REFERENCES submission,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE submission_version IS 'What a team submitted, whole, each time; never changed.';
COMMENT ON COLUMN submission_version.contents IS 'What submission_contents showed at that time.';
COMMENT ON COLUMN submission_version.principal_id IS 'Who handed it in; missing where that is not known.';
COMMENT ON COLUMN submission_version.received_at IS 'When it came: by the database''s clock for a participant, otherwise as the organiser states.';

CREATE TABLE submission_late_acceptance (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  number integer NOT NULL,
  reason text NOT NULL CONSTRAINT submission_late_acceptance_with_reason CHECK (reason ~ '\S'),
  principal_id bigint NOT NULL,
  accepted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT submission_late_acceptance_once PRIMARY KEY (event_id, submission_id, number),
  FOREIGN KEY (event_id, submission_id, number) REFERENCES submission_version,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE submission_late_acceptance IS 'Late versions that are judged all the same, each with the reason.';
COMMENT ON COLUMN submission_late_acceptance.number IS 'The number of the version.';
COMMENT ON COLUMN submission_late_acceptance.principal_id IS 'Who accepted it.';
