-- The names of organisations, for comparing.

CREATE OR REPLACE VIEW organisation_spelling AS
  SELECT o.event_id, o.organisation_id, o.key, n.folded
  FROM organisation AS o CROSS JOIN LATERAL (
    SELECT unnest(o.names_folded) AS folded
    UNION SELECT a.folded FROM organisation_alias AS a
      WHERE a.event_id = o.event_id AND a.organisation_id = o.organisation_id) AS n
  WHERE n.folded <> '';
COMMENT ON VIEW organisation_spelling IS 'Every folded name of every organisation: its key, names, acronyms and other names.';
