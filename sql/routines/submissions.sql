-- Submitting, and which version of a submission is judged.

CREATE OR REPLACE VIEW submission_contents AS
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
COMMENT ON VIEW submission_contents IS 'Everything that a team would submit now.';

CREATE OR REPLACE TRIGGER submission_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER submission_version_never_removed BEFORE DELETE ON submission_version
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE OR REPLACE TRIGGER submission_late_acceptance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_late_acceptance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER submission_late_acceptance_never_removed BEFORE DELETE ON submission_late_acceptance
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

-- The event's row is locked for sharing: participants do not wait for each other, and a change of the deadline waits
-- for them.
CREATE OR REPLACE FUNCTION guard_submission_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closes_at timestamptz;
BEGIN
  SELECT submissions_close_at(e) INTO closes_at
    FROM event AS e WHERE e.event_id = NEW.event_id FOR SHARE;
  NEW.received_at := clock_timestamp();
  NEW.recorded_at := NEW.received_at;
  IF NEW.received_at > closes_at THEN
    RAISE EXCEPTION 'the deadline is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_before_deadline';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_submission_time IS 'Receives a participant''s version now, whatever time the statement gives, and refuses it after the grace period.';

CREATE OR REPLACE TRIGGER submitted_before_deadline BEFORE INSERT ON submission_version
  FOR EACH ROW WHEN (NEW.submitted_by_role = 'participant') EXECUTE FUNCTION guard_submission_time();
CREATE OR REPLACE TRIGGER submission_added_in_time AFTER INSERT ON submission
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();
CREATE OR REPLACE TRIGGER submission_version_added_in_time AFTER INSERT ON submission_version
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

CREATE OR REPLACE VIEW submission_version_standing AS
  SELECT v.event_id, v.submission_id, v.number, v.received_at, v.received_at - c.closes_at AS after_closing,
    v.submitted_by_role = 'organiser' AND COALESCE(v.received_at > c.closes_at, false) AS is_late,
    a.reason AS accepted_because
  FROM submission_version AS v
  JOIN event AS e USING (event_id)
  CROSS JOIN LATERAL (SELECT submissions_close_at(e) AS closes_at) AS c
  LEFT JOIN submission_late_acceptance AS a USING (event_id, submission_id, number);
COMMENT ON VIEW submission_version_standing IS 'Whether each version was in time. A participant''s version was in time when it was taken and stays so; an organiser''s version follows the present deadline.';
COMMENT ON COLUMN submission_version_standing.after_closing IS 'How long after the end of the grace period it came; negative when it came before.';

CREATE OR REPLACE VIEW judged_submission AS
  SELECT DISTINCT ON (p.event_id, p.submission_id)
    p.event_id, s.team_id, p.submission_id, p.number, p.received_at, p.is_late, p.accepted_because
  FROM submission_version_standing AS p JOIN submission AS s USING (event_id, submission_id)
  WHERE s.withdrawn_at IS NULL AND (NOT p.is_late OR p.accepted_because IS NOT NULL)
  ORDER BY p.event_id, p.submission_id, p.received_at DESC, p.number DESC;
COMMENT ON VIEW judged_submission IS 'The version of each submission that is judged: the last one that came in time or was accepted late.';
