-- The sheets that judges fill in. Points are whole thousandths: 6.5 is 6500.

CREATE TABLE sheet (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  rubric_id bigint NOT NULL,
  status text NOT NULL CONSTRAINT sheet_status_known CHECK (status IN ('draft', 'ready', 'recused')),
  recusal_reason text,
  comment text NOT NULL DEFAULT '' CONSTRAINT sheet_comment_length CHECK (length(comment) <= 10000),
  feedback text NOT NULL DEFAULT '' CONSTRAINT sheet_feedback_length CHECK (length(feedback) <= 10000),
  revision integer NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  saved_by bigint,
  confirmed_at timestamptz,
  confirmed_by bigint,
  PRIMARY KEY (event_id, round_id, judge_id, team_id),
  CONSTRAINT sheet_rubric UNIQUE (event_id, round_id, judge_id, team_id, rubric_id),
  CONSTRAINT sheet_is_assigned FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES assignment,
  CONSTRAINT sheet_follows_rubric_of_round FOREIGN KEY (event_id, round_id, rubric_id)
    REFERENCES round (event_id, round_id, rubric_id),
  FOREIGN KEY (event_id, rubric_id) REFERENCES rubric,
  CONSTRAINT sheet_saved_by_somebody FOREIGN KEY (event_id, saved_by) REFERENCES principal,
  CONSTRAINT sheet_confirmed_by_somebody FOREIGN KEY (event_id, confirmed_by) REFERENCES principal,
  CONSTRAINT sheet_recused_with_reason CHECK ((status = 'recused') = (recusal_reason IS NOT NULL)),
  CONSTRAINT sheet_confirmed_by_another CHECK (confirmed_by IS DISTINCT FROM saved_by OR confirmed_by IS NULL),
  CONSTRAINT sheet_confirmed_when_ready CHECK (confirmed_by IS NULL OR status = 'ready')
);
COMMENT ON TABLE sheet IS 'What a judge says of a team in a round: the score sheet, with its points in score.';
COMMENT ON CONSTRAINT sheet_follows_rubric_of_round ON sheet IS 'A round cannot change its rubric once it has a sheet, draft or ready.';
COMMENT ON COLUMN sheet.comment IS 'For the organisers only.';
COMMENT ON COLUMN sheet.feedback IS 'For the team, after the announcement and if the event allows it.';
COMMENT ON COLUMN sheet.revision IS 'Counts the saves, from 1; a save names the revision from which it was made.';
COMMENT ON COLUMN sheet.saved_by IS 'The principal of the last save.';
COMMENT ON COLUMN sheet.confirmed_by IS 'Another principal, who found the last save right; a further save removes it.';

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
COMMENT ON TABLE score IS 'The points of a sheet, one row a criterion.';
COMMENT ON COLUMN score.points IS 'In thousandths.';

CREATE TABLE sheet_revision (
  event_id bigint NOT NULL,
  round_id bigint NOT NULL,
  judge_id bigint NOT NULL,
  team_id bigint NOT NULL,
  revision integer NOT NULL,
  status text NOT NULL,
  reason text,
  points jsonb NOT NULL,
  comment text NOT NULL DEFAULT '',
  feedback text NOT NULL DEFAULT '',
  principal_id bigint NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, round_id, judge_id, team_id, revision),
  FOREIGN KEY (event_id, round_id, judge_id, team_id) REFERENCES sheet,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE sheet_revision IS 'Every save of every sheet, whole, so that the earlier value of a score is always kept.';
COMMENT ON COLUMN sheet_revision.reason IS 'Why the judge recused, or why the sheet was reopened.';
COMMENT ON COLUMN sheet_revision.points IS '{criterion: thousandths}.';
COMMENT ON COLUMN sheet_revision.principal_id IS 'Who saved it.';
