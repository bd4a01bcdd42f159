-- Rubrics, rounds, judges, and the sheets that they fill in. Points and weights are whole thousandths: 6.5 is 6500.

CREATE TABLE rubric (
  event_id bigint NOT NULL REFERENCES event,
  rubric_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT rubric_key_is_key CHECK (is_key(key)),
  version integer NOT NULL,
  PRIMARY KEY (event_id, rubric_id),
  CONSTRAINT rubric_version_once UNIQUE (event_id, key, version)
);

CREATE TABLE criterion (
  event_id bigint NOT NULL,
  rubric_id bigint NOT NULL,
  criterion_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT criterion_key_is_key CHECK (is_key(key)),
  position integer NOT NULL,
  name jsonb NOT NULL CONSTRAINT criterion_name_localised CHECK (is_localised(name) AND name <> '{}'),
  weight bigint NOT NULL CONSTRAINT criterion_weight_positive CHECK (weight > 0),
  minimum bigint NOT NULL,
  maximum bigint NOT NULL CONSTRAINT criterion_scale_not_empty CHECK (maximum > minimum),
  PRIMARY KEY (event_id, rubric_id, criterion_id),
  CONSTRAINT criterion_once UNIQUE (event_id, rubric_id, key),
  FOREIGN KEY (event_id, rubric_id) REFERENCES rubric
);

CREATE TABLE round (
  event_id bigint NOT NULL REFERENCES event,
  round_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT round_key_is_key CHECK (is_key(key)),
  rubric_id bigint NOT NULL,
  state text NOT NULL DEFAULT 'planned' CONSTRAINT round_state_known CHECK (state IN ('planned', 'open', 'closed', 'frozen')),
  PRIMARY KEY (event_id, round_id),
  CONSTRAINT round_once UNIQUE (event_id, key),
  CONSTRAINT round_rubric UNIQUE (event_id, round_id, rubric_id),
  FOREIGN KEY (event_id, rubric_id) REFERENCES rubric
);

CREATE TABLE judge (
  event_id bigint NOT NULL REFERENCES event,
  judge_id bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL CONSTRAINT judge_code_form CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
  name text NOT NULL CONSTRAINT judge_has_name CHECK (name ~ '\S'),
  affiliation text,
  PRIMARY KEY (event_id, judge_id),
  CONSTRAINT judge_once UNIQUE (event_id, code)
);
COMMENT ON COLUMN judge.code IS 'What stands for the judge in published results, such as J-03.';

CREATE TABLE judge_conflict (
  event_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (event_id, judge_id, team_id),
  FOREIGN KEY (event_id, judge_id) REFERENCES judge,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);

CREATE TABLE assignment (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, judge_id, team_id),
  FOREIGN KEY (event_id, round_id) REFERENCES round,
  FOREIGN KEY (event_id, judge_id) REFERENCES judge,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
CREATE INDEX assignment_by_team ON assignment (event_id, round_id, team_id);

CREATE TABLE sheet (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  rubric_id bigint NOT NULL,
  status text NOT NULL CONSTRAINT sheet_status_known CHECK (status IN ('draft', 'ready')),
  revision integer NOT NULL,
  PRIMARY KEY (event_id, round_id, judge_id, team_id),
  CONSTRAINT sheet_rubric UNIQUE (event_id, round_id, judge_id, team_id, rubric_id),
  CONSTRAINT sheet_is_assigned FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES assignment,
  CONSTRAINT sheet_follows_rubric_of_round FOREIGN KEY (event_id, round_id, rubric_id)
    REFERENCES round (event_id, round_id, rubric_id),
  FOREIGN KEY (event_id, rubric_id) REFERENCES rubric
);
COMMENT ON CONSTRAINT sheet_follows_rubric_of_round ON sheet IS 'A round cannot change its rubric once it has a sheet, draft or ready.';
COMMENT ON COLUMN sheet.revision IS 'Counts the saves, from 1; a save names the revision that it was made from.';

CREATE TABLE score (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  rubric_id bigint NOT NULL,
  criterion_id bigint NOT NULL,
  points bigint NOT NULL,
  PRIMARY KEY (event_id, round_id, judge_id, team_id, criterion_id),
  CONSTRAINT score_on_its_sheet FOREIGN KEY (event_id, round_id, judge_id, team_id, rubric_id)
    REFERENCES sheet (event_id, round_id, judge_id, team_id, rubric_id),
  CONSTRAINT score_of_its_rubric FOREIGN KEY (event_id, rubric_id, criterion_id) REFERENCES criterion
);

CREATE TABLE sheet_revision (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  revision integer NOT NULL,
  status text NOT NULL,
  points jsonb NOT NULL,
  principal_id bigint NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, round_id, judge_id, team_id, revision),
  FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES sheet,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE sheet_revision IS 'Every save of every sheet, whole, so that no score is ever overwritten without a trace.';
COMMENT ON COLUMN sheet_revision.points IS '{criterion: thousandths}.';
CREATE TRIGGER sheet_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sheet_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A rubric version never changes after its first saved score. The lock on its row waits for sheets under way.
CREATE FUNCTION guard_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched criterion := COALESCE(NEW, OLD);
BEGIN
  PERFORM FROM rubric WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id FOR UPDATE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = touched.event_id AND rubric_id = touched.rubric_id) THEN
    RAISE EXCEPTION 'rubric is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'rubric_locked_by_scores';
  END IF;
  RETURN touched;
END $$;
CREATE INDEX sheet_by_rubric ON sheet (event_id, rubric_id);
CREATE TRIGGER rubric_locked_by_scores BEFORE INSERT OR UPDATE OR DELETE ON criterion
  FOR EACH ROW EXECUTE FUNCTION guard_rubric();

-- A sheet is saved only while its round is open, and never by a judge in conflict. The round's row is shared with other
-- judges and excluded by whoever closes it.
CREATE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state_now text;
BEGIN
  SELECT state INTO state_now FROM round WHERE event_id = NEW.event_id AND round_id = NEW.round_id FOR SHARE;
  IF state_now IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'round is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_is_open';
  END IF;
  IF EXISTS (
    SELECT FROM judge_conflict
    WHERE event_id = NEW.event_id AND judge_id = NEW.judge_id AND team_id = NEW.team_id)
  THEN
    RAISE EXCEPTION 'judge is in conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'judge_without_conflict';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sheet_guarded BEFORE INSERT OR UPDATE ON sheet
  FOR EACH ROW EXECUTE FUNCTION guard_sheet();

CREATE FUNCTION guard_points() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM criterion
    WHERE event_id = NEW.event_id AND rubric_id = NEW.rubric_id AND criterion_id = NEW.criterion_id
      AND NEW.points BETWEEN minimum AND maximum)
  THEN
    RAISE EXCEPTION 'points outside the scale' USING ERRCODE = 'check_violation', CONSTRAINT = 'score_within_scale';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_within_scale BEFORE INSERT OR UPDATE ON score
  FOR EACH ROW EXECUTE FUNCTION guard_points();
