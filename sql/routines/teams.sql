-- Membership of teams, and merging two teams.

-- The team's row is locked so that two people cannot both become the last member; foreign keys may still read it. The
-- participant's row is locked so that a withdrawal waits until it sees the membership that it has to end.
-- A plan that is made while the table is empty would read the whole table for each member of a large import.
CREATE OR REPLACE FUNCTION guard_team_size() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  seats integer;
  team_status text;
  is_withdrawn boolean;
BEGIN
  SELECT status INTO team_status FROM team WHERE event_id = NEW.event_id AND team_id = NEW.team_id FOR NO KEY UPDATE;
  IF team_status <> 'active' THEN
    RAISE EXCEPTION 'team is not active' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_is_active';
  END IF;
  SELECT withdrawn_at IS NOT NULL INTO is_withdrawn FROM participant
    WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id FOR SHARE;
  IF is_withdrawn THEN
    RAISE EXCEPTION 'participant withdrew' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_not_withdrawn';
  END IF;
  SELECT team_size INTO seats FROM event WHERE event_id = NEW.event_id;
  IF (SELECT count(*) FROM team_member WHERE event_id = NEW.event_id AND team_id = NEW.team_id) >= seats THEN
    RAISE EXCEPTION 'team is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_not_above_size';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_team_size IS 'Refuses a member above the size, a member of a team that is not active, and a member who withdrew.';

CREATE OR REPLACE TRIGGER team_not_above_size BEFORE INSERT ON team_member
  FOR EACH ROW EXECUTE FUNCTION guard_team_size();
CREATE OR REPLACE TRIGGER team_member_moves_by_leaving BEFORE UPDATE OF team_id ON team_member
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The row's lock keeps the participant from joining another team meanwhile.
CREATE OR REPLACE FUNCTION leave_team_on_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM team_member WHERE event_id = NEW.event_id AND participant_id = NEW.participant_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION leave_team_on_withdrawal IS 'Removes a participant who withdraws from the team in the same statement.';

CREATE OR REPLACE TRIGGER participant_withdrawn_leaves_team AFTER UPDATE OF withdrawn_at ON participant
  FOR EACH ROW WHEN (NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL) EXECUTE FUNCTION leave_team_on_withdrawal();
CREATE OR REPLACE TRIGGER team_added_in_time AFTER INSERT ON team
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_entries();

CREATE OR REPLACE FUNCTION merge_team_references(event bigint, merged bigint, kept bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE submission SET team_id = kept WHERE event_id = event AND team_id = merged;
  PERFORM merge_team_conflicts(event, merged, kept);
  PERFORM merge_team_mentoring(event, merged, kept);
  UPDATE team_former_name SET team_id = kept WHERE event_id = event AND team_id = merged;
  INSERT INTO team_former_name (event_id, name, team_id)
    SELECT event, n.name, kept
    FROM (
      SELECT key AS name FROM team WHERE event_id = event AND team_id = merged
      UNION SELECT name_folded FROM team WHERE event_id = event AND team_id = merged
      UNION SELECT source_key FROM import_origin
        WHERE event_id = event AND noun = 'team' AND record_id = merged AND source_key IS NOT NULL) AS n
    ON CONFLICT (event_id, name) DO UPDATE SET team_id = EXCLUDED.team_id;
  DELETE FROM import_origin WHERE event_id = event AND noun = 'team' AND record_id = merged;
END $$;
COMMENT ON FUNCTION merge_team_references IS 'Moves what other tables hold of a team to the team into which it is merged: submission, conflicts, mentoring, and the names by which files call it.';
