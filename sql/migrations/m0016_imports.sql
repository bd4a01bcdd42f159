-- What imports last wrote, so that a later import keeps what was edited by hand since.

CREATE TABLE import_origin (
  event_id bigint NOT NULL REFERENCES event,
  noun text NOT NULL,
  record_id bigint NOT NULL,
  source text NOT NULL,
  source_key text,
  fields jsonb NOT NULL,
  PRIMARY KEY (event_id, noun, record_id, source)
);
CREATE UNIQUE INDEX import_origin_by_source_key ON import_origin (event_id, source, noun, source_key) WHERE source_key IS NOT NULL;
COMMENT ON TABLE import_origin IS 'For each record and source: the record''s name in the other system, and what its file last wrote into each field.';
COMMENT ON COLUMN import_origin.noun IS 'The kind of record, such as team.';
COMMENT ON COLUMN import_origin.record_id IS 'The record''s number in the table of its kind.';
COMMENT ON COLUMN import_origin.source IS 'The form of the file, such as devpost.';
COMMENT ON COLUMN import_origin.source_key IS 'The record''s name in the other system.';
COMMENT ON COLUMN import_origin.fields IS '{field: value that the file last wrote}.';
