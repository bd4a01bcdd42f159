-- Rubrics: what judges look at. Points and weights are whole thousandths: 6.5 is 6500.

CREATE TABLE rubric (
  event_id bigint NOT NULL REFERENCES event,
  rubric_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT rubric_key_is_key CHECK (is_key(key)),
  version integer NOT NULL,
  PRIMARY KEY (event_id, rubric_id),
  CONSTRAINT rubric_version_once UNIQUE (event_id, key, version)
);
COMMENT ON TABLE rubric IS 'Versions of rubrics. A version does not change after its first saved score.';

CREATE TABLE criterion (
  event_id bigint NOT NULL,
  rubric_id bigint NOT NULL,
  criterion_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT criterion_key_is_key CHECK (is_key(key)),
  position integer NOT NULL,
  name jsonb NOT NULL CONSTRAINT criterion_name_localised CHECK (is_localised(name) AND name <> '{}'),
  description jsonb NOT NULL DEFAULT '{}' CONSTRAINT criterion_description_localised CHECK (is_localised(description)),
  weight bigint NOT NULL CONSTRAINT criterion_weight_positive CHECK (weight > 0),
  minimum bigint NOT NULL,
  maximum bigint NOT NULL CONSTRAINT criterion_scale_not_empty CHECK (maximum > minimum),
  step bigint NOT NULL DEFAULT 1 CONSTRAINT criterion_step_positive CHECK (step > 0),
  is_required boolean NOT NULL DEFAULT true,
  PRIMARY KEY (event_id, rubric_id, criterion_id),
  CONSTRAINT criterion_once UNIQUE (event_id, rubric_id, key),
  CONSTRAINT criterion_scale_in_steps CHECK ((maximum - minimum) % step = 0),
  FOREIGN KEY (event_id, rubric_id) REFERENCES rubric
);
COMMENT ON TABLE criterion IS 'The criteria of a rubric version, with their scales.';
COMMENT ON COLUMN criterion.position IS 'The order in which judges see the criteria.';
COMMENT ON COLUMN criterion.weight IS 'In thousandths.';
COMMENT ON COLUMN criterion.minimum IS 'The fewest points, in thousandths.';
COMMENT ON COLUMN criterion.maximum IS 'The most points, in thousandths.';
COMMENT ON COLUMN criterion.step IS 'The distance of neighbouring points from the minimum on, in thousandths.';
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
COMMENT ON COLUMN criterion_level.points IS 'In thousandths.';
