-- The published agenda.

CREATE OR REPLACE TRIGGER agenda_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agenda_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER agenda_version_never_removed BEFORE DELETE ON agenda_version
  FOR EACH ROW EXECUTE FUNCTION refuse_removal();
