-- What each row of the tables became, tied to the entries of the log, so that a change behind the program is found.

CREATE TABLE row_record (
  event_id bigint NOT NULL,
  record_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  transaction xid8 NOT NULL,
  relation text NOT NULL,
  contents jsonb NOT NULL,
  is_removed boolean NOT NULL,
  opens boolean NOT NULL,
  PRIMARY KEY (event_id, record_id)
);
COMMENT ON TABLE row_record IS 'What a row of a recorded table became, with each change. The schema writes it; the log is compared with the tables by it.';
COMMENT ON COLUMN row_record.event_id IS 'No foreign key: it would lock the event for every change of a row.';
COMMENT ON COLUMN row_record.transaction IS 'The transaction that wrote it, which tells it from those that were written at the same time.';
COMMENT ON COLUMN row_record.contents IS 'The row without its event, without left out columns, and with hashes in the place of long texts (unrecorded_columns).';
COMMENT ON COLUMN row_record.is_removed IS 'The row was removed; contents are those that it had.';
COMMENT ON COLUMN row_record.opens IS 'The first record that no entry of its transaction holds yet.';

CREATE INDEX row_record_of_table ON row_record (event_id, relation, record_id);
CREATE INDEX row_record_of_erased_values ON row_record
  (event_id, ((contents ->> 'principal_id')::bigint), ((contents ->> 'number')::bigint))
  WHERE relation = 'audit_personal_value';

ALTER TABLE audit_entry ADD COLUMN first_record bigint, ADD COLUMN last_record bigint, ADD COLUMN records_sha256 bytea,
  ADD CONSTRAINT audit_entry_records_whole CHECK (num_nulls(first_record, last_record, records_sha256) IN (0, 3)),
  ADD CONSTRAINT audit_entry_records_in_order CHECK (first_record <= last_record);
COMMENT ON COLUMN audit_entry.first_record IS 'The records that the transaction wrote before this entry: the first and the last, others'' between them left out.';
COMMENT ON COLUMN audit_entry.records_sha256 IS 'sha256 over the hashes of these records, in order (row_record_hash). It is hashed with the entry.';
COMMENT ON COLUMN audit_entry.hash IS 'sha256(hash of the entry before || number || " " || recorded_at || " " || details), and where the entry holds records || " " || first_record || " " || last_record || " " || records_sha256; the first entry follows 32 zero bytes.';
