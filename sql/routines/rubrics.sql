-- Scales of criteria, and rubric versions that are in use.

CREATE OR REPLACE FUNCTION points_fault(points bigint, minimum bigint, maximum bigint, step bigint) RETURNS text
IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN (points BETWEEN minimum AND maximum) IS NOT TRUE THEN 'score_within_scale'
    WHEN (points - minimum) % step <> 0 THEN 'score_on_step'
  END
$$;
COMMENT ON FUNCTION points_fault IS 'The rule that points break: they lie on the criterion''s scale and on one of its steps. Nothing when they break none.';

CREATE OR REPLACE FUNCTION guard_level_points() RETURNS trigger LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION guard_level_points IS 'Refuses a level that is not on the scale of its criterion.';

CREATE OR REPLACE TRIGGER criterion_level_on_scale BEFORE INSERT OR UPDATE ON criterion_level
  FOR EACH ROW EXECUTE FUNCTION guard_level_points();

-- The lock on the rubric's row waits for sheets that are being saved.
CREATE OR REPLACE FUNCTION guard_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched criterion := COALESCE(NEW, OLD);
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(touched.event_id) THEN RETURN touched; END IF;
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;
COMMENT ON FUNCTION guard_rubric IS 'Refuses changes of the criteria of a rubric version that has a sheet.';

CREATE OR REPLACE TRIGGER rubric_locked_by_scores BEFORE INSERT OR UPDATE OR DELETE ON criterion
  FOR EACH ROW EXECUTE FUNCTION guard_rubric();

CREATE OR REPLACE FUNCTION guard_rubric_levels() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched criterion_level := COALESCE(NEW, OLD);
BEGIN
  IF TG_OP = 'DELETE' AND is_being_removed(touched.event_id) THEN RETURN touched; END IF;
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;
COMMENT ON FUNCTION guard_rubric_levels IS 'Refuses changes of the words of levels in the same case: they are part of the version.';

CREATE OR REPLACE TRIGGER rubric_levels_locked_by_scores BEFORE INSERT OR UPDATE OR DELETE ON criterion_level
  FOR EACH ROW EXECUTE FUNCTION guard_rubric_levels();
