-- A result on its way to the public: its round is frozen, two organisers approve it, it is announced for an hour, and
-- retracted with a reason.

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
COMMENT ON COLUMN result_step.token_id IS 'By which whoever approves is known; others may be believed by name.';
COMMENT ON COLUMN result_step.publish_at IS 'From when the result is public; nothing has to run at that hour.';
CREATE UNIQUE INDEX result_approved_once_by_each ON result_step (event_id, number, principal_id) WHERE kind = 'approved';
CREATE UNIQUE INDEX result_retracted_once ON result_step (event_id, number) WHERE kind = 'retracted';

CREATE TRIGGER result_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW standing_result AS
  SELECT r.event_id, r.number,
    (SELECT count(*) FROM result_step AS s
      WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'approved') >= 2 AS is_approved,
    (SELECT s.publish_at FROM result_step AS s
      WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'announced'
      ORDER BY s.step_id DESC LIMIT 1) AS publish_at
  FROM result AS r
  WHERE NOT EXISTS (
    SELECT FROM result_step AS s WHERE s.event_id = r.event_id AND s.number = r.number AND s.kind = 'retracted');
COMMENT ON VIEW standing_result IS 'The editions of results that were not retracted.';

-- What was announced last counts, from its hour on. Where that one was retracted since, nothing is public: an older one
-- does not come back by itself. One that was retracted before its hour never was public.
CREATE VIEW published_result AS
  SELECT l.event_id, l.number, l.publish_at
  FROM (
    SELECT DISTINCT ON (a.event_id) a.event_id, a.number, a.publish_at, r.taken_at AS retracted_at
    FROM (
      SELECT DISTINCT ON (s.event_id, s.number) s.event_id, s.number, s.step_id, s.publish_at,
        GREATEST(s.publish_at, s.taken_at) AS public_at -- an hour that had passed means at once
      FROM result_step AS s
      WHERE s.kind = 'announced'
      ORDER BY s.event_id, s.number, s.step_id DESC) AS a
    LEFT JOIN result_step AS r ON r.event_id = a.event_id AND r.number = a.number AND r.kind = 'retracted'
    WHERE a.public_at <= clock_timestamp() AND (r.taken_at IS NULL OR r.taken_at > a.public_at)
    ORDER BY a.event_id, a.step_id DESC) AS l
  WHERE l.retracted_at IS NULL;
COMMENT ON VIEW published_result IS 'The one edition that is public now, computed by every reader.';

CREATE FUNCTION phase_now(event bigint, phase text) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN phase_number(phase) < phase_number('announced')
      AND EXISTS (SELECT FROM published_result AS p WHERE p.event_id = event) THEN 'announced'
    ELSE phase
  END
$$;
COMMENT ON FUNCTION phase_now IS 'The phase of an event that is kept with this one: announced from the hour of its result.';

CREATE VIEW result_to_announce AS
  SELECT DISTINCT ON (event_id) event_id, number, is_approved, publish_at FROM standing_result
  ORDER BY event_id, is_approved DESC, number DESC;
COMMENT ON VIEW result_to_announce IS 'From which edition the announcement is written: the newest that two approved, otherwise the newest.';

-- Organisers approve what nothing can change any more; what two approved is announced; what went out stays out until it
-- is retracted. The round's lock and the result's make those who do so at once take turns.
CREATE FUNCTION guard_result_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  round_state text;
  obstacle text;
BEGIN
  SELECT o.state INTO round_state FROM round AS o
    WHERE (o.event_id, o.round_id) = (
      SELECT r.event_id, r.round_id FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number)
    FOR SHARE;
  PERFORM FROM result AS r WHERE r.event_id = NEW.event_id AND r.number = NEW.number FOR NO KEY UPDATE;
  obstacle := CASE
    WHEN NOT EXISTS (
      SELECT FROM principal AS p
      WHERE p.event_id = NEW.event_id AND p.principal_id = NEW.principal_id AND p.role = 'organiser')
      THEN 'result_step_by_organisers'
    WHEN NEW.kind = 'retracted' THEN NULL
    WHEN EXISTS (
      SELECT FROM result_step AS s
      WHERE s.event_id = NEW.event_id AND s.number = NEW.number AND s.kind = 'retracted')
      THEN 'result_not_retracted'
    WHEN round_state <> 'frozen' THEN 'result_of_frozen_round'
    WHEN NEW.kind = 'approved' THEN NULL
    WHEN NOT EXISTS (
      SELECT FROM standing_result AS s
      WHERE s.event_id = NEW.event_id AND s.number = NEW.number AND s.is_approved)
      THEN 'result_approved_by_two'
    WHEN EXISTS (
      SELECT FROM published_result AS p WHERE p.event_id = NEW.event_id AND p.number = NEW.number)
      THEN 'result_stays_public'
  END;
  IF obstacle IS NOT NULL THEN
    RAISE EXCEPTION 'step cannot be taken' USING ERRCODE = 'check_violation', CONSTRAINT = obstacle;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER result_step_guarded BEFORE INSERT ON result_step FOR EACH ROW EXECUTE FUNCTION guard_result_step();

-- Nothing of a frozen round changes: neither its settings, nor who scores whom, nor a sheet. (guard_sheet already takes
-- sheets while the round is open only, and scores come with their sheets.)
CREATE FUNCTION guard_frozen_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.state NOT IN ('frozen', 'open') OR (to_jsonb(NEW) - 'state') <> (to_jsonb(OLD) - 'state') THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  IF NEW.state = 'open' AND EXISTS (
    SELECT FROM result AS r JOIN standing_result AS t USING (event_id, number)
    JOIN result_step AS s USING (event_id, number)
    WHERE r.event_id = OLD.event_id AND r.round_id = OLD.round_id)
  THEN
    RAISE EXCEPTION 'round has an approved result' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'frozen_round_of_approved_result';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_round_stays BEFORE UPDATE OR DELETE ON round
  FOR EACH ROW WHEN (OLD.state = 'frozen') EXECUTE FUNCTION guard_frozen_round();

CREATE FUNCTION guard_part_of_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event bigint := COALESCE(NEW.event_id, OLD.event_id);
  round bigint := COALESCE(NEW.round_id, OLD.round_id);
  state_now text;
BEGIN
  SELECT r.state INTO state_now FROM round AS r WHERE r.event_id = event AND r.round_id = round FOR SHARE;
  IF state_now = 'frozen' THEN
    RAISE EXCEPTION 'round is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_round_stays';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER assignment_of_frozen_round_stays BEFORE INSERT OR UPDATE OR DELETE ON assignment
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE TRIGGER entrant_of_frozen_round_stays BEFORE INSERT OR UPDATE OR DELETE ON round_entrant
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE TRIGGER panel_of_frozen_round_stays BEFORE INSERT OR UPDATE OR DELETE ON round_judge
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE TRIGGER sheet_of_frozen_round_stays BEFORE DELETE ON sheet
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();
CREATE TRIGGER score_of_frozen_round_stays BEFORE DELETE ON score
  FOR EACH ROW EXECUTE FUNCTION guard_part_of_round();

-- As before, and of a frozen round no score is added or changed, whatever became of its sheet.
CREATE OR REPLACE FUNCTION guard_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fault text;
BEGIN
  SELECT CASE WHEN s.status = 'recused' THEN 'sheet_recused_until_reopened'
      WHEN r.state = 'frozen' THEN 'frozen_round_stays'
      ELSE points_fault(NEW.points, c.minimum, c.maximum, c.step) END INTO fault
    FROM criterion AS c JOIN sheet AS s USING (event_id, rubric_id) JOIN round AS r USING (event_id, round_id)
    WHERE c.event_id = NEW.event_id AND c.rubric_id = NEW.rubric_id AND c.criterion_id = NEW.criterion_id
      AND s.round_id = NEW.round_id AND s.judge_id = NEW.judge_id AND s.team_id = NEW.team_id;
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'score cannot be given' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NEW;
END $$;
