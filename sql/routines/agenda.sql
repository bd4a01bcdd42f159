-- The published agenda, and sessions that may take place at once.

CREATE OR REPLACE TRIGGER agenda_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agenda_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER agenda_version_never_removed BEFORE DELETE ON agenda_version
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE TRIGGER overlap_allowance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON overlap_allowance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER overlap_allowance_never_removed BEFORE DELETE ON overlap_allowance
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE OR REPLACE VIEW allowed_overlap AS
  SELECT event_id, first_session, second_session, shared, reason, principal_id
  FROM (
    SELECT DISTINCT ON (event_id, first_session, second_session, shared) * FROM overlap_allowance
    ORDER BY event_id, first_session, second_session, shared, number DESC) AS newest
  WHERE is_allowed;
COMMENT ON VIEW allowed_overlap IS 'What two sessions may share although they take place at once, and why.';
