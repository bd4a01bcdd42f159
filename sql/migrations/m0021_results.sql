-- A result on its way to the public: approved by two organisers, announced at an hour, retracted with a reason.

CREATE TABLE result_step (
  event_id bigint NOT NULL,
  step_id bigint GENERATED ALWAYS AS IDENTITY,
  number integer NOT NULL,
  kind text NOT NULL CONSTRAINT result_step_kind_known CHECK (kind IN ('approved', 'announced', 'retracted')),
  principal_id bigint NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  publish_at timestamptz,
  reason text,
  PRIMARY KEY (event_id, step_id),
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT result_step_announced_at_an_hour CHECK ((kind = 'announced') = (publish_at IS NOT NULL)),
  CONSTRAINT result_step_retracted_with_reason CHECK ((kind = 'retracted') = (COALESCE(reason, '') ~ '\S'))
);
COMMENT ON COLUMN result_step.publish_at IS 'From when the result is public; nothing has to run at that hour.';
CREATE UNIQUE INDEX result_approved_once_by_each ON result_step (event_id, number, principal_id) WHERE kind = 'approved';
CREATE UNIQUE INDEX result_retracted_once ON result_step (event_id, number) WHERE kind = 'retracted';

CREATE TRIGGER result_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW standing_result AS
  SELECT r.event_id, r.number,
    (SELECT count(*) FROM result_step AS s
      WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'approved') >= 2 AS is_approved,
    (SELECT max(s.publish_at) FROM result_step AS s
      WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'announced') AS publish_at
  FROM result AS r
  WHERE NOT EXISTS (
    SELECT FROM result_step AS s WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'retracted');
COMMENT ON VIEW standing_result IS 'The editions of results that were not retracted.';

CREATE VIEW published_result AS
  SELECT DISTINCT ON (event_id) event_id, number, publish_at FROM standing_result
  WHERE publish_at <= clock_timestamp()
  ORDER BY event_id, publish_at DESC, number DESC;
COMMENT ON VIEW published_result IS 'The one edition that is public now, computed by every reader.';

CREATE VIEW result_to_announce AS
  SELECT DISTINCT ON (event_id) event_id, number, is_approved, publish_at FROM standing_result
  ORDER BY event_id, is_approved DESC, number DESC;
COMMENT ON VIEW result_to_announce IS 'From which edition the announcement is written: the newest that two approved, otherwise the newest.';
