-- What teams hand in, version by version until the deadline, and rubrics in full.

ALTER TABLE event ADD grace_minutes integer NOT NULL DEFAULT 0
  CONSTRAINT event_grace_minutes_possible CHECK (grace_minutes BETWEEN 0 AND 10080);
COMMENT ON COLUMN event.grace_minutes IS 'For how long after submissions_due_at submissions are taken all the same.';

ALTER TABLE submission ADD withdrawn_at timestamptz;
COMMENT ON TABLE submission IS 'What a team works on; what it handed in stands in submission_version.';
COMMENT ON COLUMN submission.received_at IS 'When what was handed in last was received; before that, when the draft was begun.';
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

CREATE TABLE submission_file (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  name text NOT NULL CONSTRAINT submission_file_has_name CHECK (name ~ '\S' AND length(name) <= 255),
  url text CONSTRAINT submission_file_url_form CHECK (url ~ '^https?://'),
  size bigint NOT NULL CONSTRAINT submission_file_size_possible CHECK (size >= 0),
  sha256 bytea NOT NULL CONSTRAINT submission_file_sha256_form CHECK (length(sha256) = 32),
  CONSTRAINT submission_file_once PRIMARY KEY (event_id, submission_id, name),
  FOREIGN KEY (event_id, submission_id) REFERENCES submission
);
COMMENT ON TABLE submission_file IS 'Files by reference: what they are called, where they are, and what proves that they are the same.';

CREATE VIEW submission_contents AS
  SELECT s.event_id, s.submission_id, s.team_id, jsonb_strip_nulls(jsonb_build_object(
    'title', s.title, 'summary', s.summary, 'url', s.url, 'video_url', s.video_url,
    'links', to_jsonb(string_to_array(NULLIF(s.links, ''), E'\n')), 'built_with', s.built_with,
    'opted_for', to_jsonb(string_to_array(NULLIF(s.opted_for, ''), E'\n')),
    'tracks', (
      SELECT jsonb_agg(k.key ORDER BY k.key) FROM submission_track AS t JOIN track AS k USING (event_id, track_id)
      WHERE t.event_id = s.event_id AND t.submission_id = s.submission_id),
    'files', (
      SELECT jsonb_agg(jsonb_build_object(
        'name', f.name, 'url', f.url, 'size', f.size, 'sha256', encode(f.sha256, 'hex')) ORDER BY f.name)
      FROM submission_file AS f
      WHERE f.event_id = s.event_id AND f.submission_id = s.submission_id))) AS contents
  FROM submission AS s;
COMMENT ON VIEW submission_contents IS 'All that would be handed in now.';

CREATE TABLE submission_version (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  number integer NOT NULL CONSTRAINT submission_version_from_one CHECK (number > 0),
  contents jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  handed_in_by_role text NOT NULL CONSTRAINT submission_version_role_known
    CHECK (handed_in_by_role IN ('organiser', 'participant')),
  principal_id bigint,
  CONSTRAINT submission_version_once PRIMARY KEY (event_id, submission_id, number),
  FOREIGN KEY (event_id, submission_id) REFERENCES submission,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE submission_version IS 'What a team handed in, whole, each time; never changed.';
COMMENT ON COLUMN submission_version.contents IS 'As submission_contents had it.';
COMMENT ON COLUMN submission_version.received_at IS 'When it came: of a participant the database''s clock, otherwise what the organiser says.';
COMMENT ON COLUMN submission_version.principal_id IS 'Missing where it was handed in before versions were kept.';

CREATE TABLE submission_admission (
  event_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  number integer NOT NULL,
  reason text NOT NULL CONSTRAINT submission_admitted_with_reason CHECK (reason ~ '\S'),
  principal_id bigint NOT NULL,
  admitted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT submission_admission_once PRIMARY KEY (event_id, submission_id, number),
  FOREIGN KEY (event_id, submission_id, number) REFERENCES submission_version,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE submission_admission IS 'Late versions that are judged all the same, each with the reason.';

-- Everything that stood here had been handed in.
INSERT INTO submission_version (event_id, submission_id, number, contents, received_at, handed_in_by_role)
  SELECT s.event_id, s.submission_id, 1, c.contents, s.received_at, 'organiser'
  FROM submission AS s JOIN submission_contents AS c USING (event_id, submission_id);

CREATE TRIGGER submission_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_admission_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_admission
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A participant's version is received now, whatever is said, and until submissions close, to the microsecond. The event's
-- row is shared with others who hand in, and excluded by whoever moves the deadline.
CREATE FUNCTION guard_handing_in() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closes_at timestamptz;
BEGIN
  SELECT e.submissions_due_at + make_interval(mins => e.grace_minutes) INTO closes_at
    FROM event AS e WHERE e.event_id = NEW.event_id FOR SHARE;
  NEW.received_at := clock_timestamp();
  NEW.recorded_at := NEW.received_at;
  IF NEW.received_at > closes_at THEN
    RAISE EXCEPTION 'the deadline is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'handed_in_in_time';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handed_in_in_time BEFORE INSERT ON submission_version
  FOR EACH ROW WHEN (NEW.handed_in_by_role = 'participant') EXECUTE FUNCTION guard_handing_in();
CREATE TRIGGER submission_version_added_in_time AFTER INSERT ON submission_version
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

-- A participant's version was in time when it was taken, and stays so; an organiser's follows the deadline as it stands.
CREATE VIEW submission_version_standing AS
  SELECT v.event_id, v.submission_id, v.number, v.received_at, v.received_at - c.closes_at AS after_closing,
    v.handed_in_by_role = 'organiser' AND COALESCE(v.received_at > c.closes_at, false) AS is_late,
    a.reason AS admitted_because
  FROM submission_version AS v
  JOIN event AS e USING (event_id)
  CROSS JOIN LATERAL (SELECT e.submissions_due_at + make_interval(mins => e.grace_minutes) AS closes_at) AS c
  LEFT JOIN submission_admission AS a USING (event_id, submission_id, number);
COMMENT ON COLUMN submission_version_standing.after_closing IS 'How long after the end of the grace period it came; below zero when before.';

CREATE VIEW judged_submission AS
  SELECT DISTINCT ON (p.event_id, p.submission_id)
    p.event_id, s.team_id, p.submission_id, p.number, p.received_at, p.is_late, p.admitted_because
  FROM submission_version_standing AS p JOIN submission AS s USING (event_id, submission_id)
  WHERE s.withdrawn_at IS NULL AND (NOT p.is_late OR p.admitted_because IS NOT NULL)
  ORDER BY p.event_id, p.submission_id, p.received_at DESC, p.number DESC;
COMMENT ON VIEW judged_submission IS 'The version of each submission that is judged: the last that came in time or was admitted.';

ALTER TABLE criterion
  ADD description jsonb NOT NULL DEFAULT '{}'
    CONSTRAINT criterion_description_localised CHECK (is_localised(description)),
  ADD step bigint NOT NULL DEFAULT 1 CONSTRAINT criterion_step_positive CHECK (step > 0),
  ADD is_required boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT criterion_scale_in_steps CHECK ((maximum - minimum) % step = 0);
COMMENT ON COLUMN criterion.step IS 'Between two points next to each other, from the minimum on.';
COMMENT ON COLUMN criterion.is_required IS 'Whether a sheet without it cannot be ready.';

CREATE TABLE criterion_level (
  event_id bigint NOT NULL,
  rubric_id bigint NOT NULL,
  criterion_id bigint NOT NULL,
  points bigint NOT NULL,
  text jsonb NOT NULL CONSTRAINT criterion_level_localised CHECK (is_localised(text) AND text <> '{}'),
  CONSTRAINT criterion_level_once PRIMARY KEY (event_id, rubric_id, criterion_id, points),
  FOREIGN KEY (event_id, rubric_id, criterion_id) REFERENCES criterion
);
COMMENT ON TABLE criterion_level IS 'What some points mean, in words for the judges.';

-- Whether points stand on a criterion's scale, and on one of its steps.
CREATE FUNCTION points_fault(points bigint, minimum bigint, maximum bigint, step bigint) RETURNS text
IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN (points BETWEEN minimum AND maximum) IS NOT TRUE THEN 'score_within_scale'
    WHEN (points - minimum) % step <> 0 THEN 'score_on_step'
  END
$$;

CREATE OR REPLACE FUNCTION guard_points() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked criterion;
  fault text;
BEGIN
  SELECT * INTO asked FROM criterion
    WHERE event_id = NEW.event_id AND rubric_id = NEW.rubric_id AND criterion_id = NEW.criterion_id;
  fault := points_fault(NEW.points, asked.minimum, asked.maximum, asked.step);
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'points outside the scale' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER criterion_level_on_scale BEFORE INSERT OR UPDATE ON criterion_level
  FOR EACH ROW EXECUTE FUNCTION guard_points();

-- The words of a level are part of the version, which never changes after its first saved score.
CREATE FUNCTION guard_rubric_levels() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched criterion_level := COALESCE(NEW, OLD);
BEGIN
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;
CREATE TRIGGER rubric_levels_locked_by_scores BEFORE INSERT OR UPDATE OR DELETE ON criterion_level
  FOR EACH ROW EXECUTE FUNCTION guard_rubric_levels();
