-- The points that a team has to meet to be ranked, as the event declares them, and what organisers found.

CREATE TABLE eligibility_point (
  event_id bigint NOT NULL REFERENCES event,
  key text NOT NULL CONSTRAINT eligibility_point_key_is_key CHECK (is_key(key)),
  kind text NOT NULL CONSTRAINT eligibility_point_kind_known
    CHECK (kind IN ('submitted', 'members', 'confirmed', 'project-link', 'stated')),
  text jsonb NOT NULL DEFAULT '{}' CONSTRAINT eligibility_point_text_localised CHECK (is_localised(text)),
  CONSTRAINT eligibility_point_once PRIMARY KEY (event_id, key),
  CONSTRAINT eligibility_point_stated_has_text CHECK (kind <> 'stated' OR text <> '{}')
);
CREATE UNIQUE INDEX eligibility_point_kind_once ON eligibility_point (event_id, kind) WHERE kind <> 'stated';
COMMENT ON TABLE eligibility_point IS 'What a team has to meet to be ranked. An event that declares nothing asks for a submission in time.';
COMMENT ON COLUMN eligibility_point.kind IS 'submitted: a judged version; members: the sizes of the event; confirmed: each member confirmed; project-link: an address; stated: an organiser finds it.';
COMMENT ON COLUMN eligibility_point.text IS 'What the point asks, in words, such as consent to the terms.';

CREATE TABLE eligibility_finding (
  event_id bigint NOT NULL,
  team_id bigint NOT NULL,
  key text NOT NULL,
  number integer NOT NULL CONSTRAINT eligibility_finding_from_one CHECK (number > 0),
  is_met boolean NOT NULL,
  reason text NOT NULL CONSTRAINT eligibility_finding_has_reason CHECK (reason ~ '\S' AND length(reason) <= 500),
  principal_id bigint NOT NULL,
  found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, team_id, key, number),
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  CONSTRAINT eligibility_finding_of_point FOREIGN KEY (event_id, key) REFERENCES eligibility_point,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE eligibility_finding IS 'Whether a team meets a stated point. The newest finding counts; rows are only added.';
COMMENT ON COLUMN eligibility_finding.number IS 'Counts the findings on one point of one team, from 1.';
COMMENT ON COLUMN eligibility_finding.principal_id IS 'Who found it.';
