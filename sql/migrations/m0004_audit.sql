-- The append-only log of every change: one hash chain for each principal of an event, tied together by checkpoints.

CREATE TABLE audit_chain (
  event_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  length bigint NOT NULL DEFAULT 0,
  head bytea NOT NULL DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000',
  touched_by xid8,
  PRIMARY KEY (event_id, principal_id),
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE audit_chain IS 'The end of each chain. Its row is locked while an entry is appended, so numbers have no gaps.';
COMMENT ON COLUMN audit_chain.length IS 'The number of the last entry.';
COMMENT ON COLUMN audit_chain.head IS 'The hash of the last entry; 32 zero bytes in an empty chain.';
COMMENT ON COLUMN audit_chain.touched_by IS 'The last transaction that appended. It writes length and head once, at its end: a row with thousands of versions is slow to lock.';

CREATE TABLE audit_entry (
  event_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  number bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  details text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (event_id, principal_id, number),
  FOREIGN KEY (event_id, principal_id) REFERENCES audit_chain
);
COMMENT ON TABLE audit_entry IS 'The changes, each by one principal.';
COMMENT ON COLUMN audit_entry.number IS 'Counts the entries of the chain, from 1 without gaps.';
COMMENT ON COLUMN audit_entry.details IS 'Canonical JSON: action, noun, key, channel (the client) and the fields with their old and new values.';
COMMENT ON COLUMN audit_entry.hash IS 'sha256(hash of the entry before || number || " " || recorded_at || " " || details); the first entry follows 32 zero bytes.';

CREATE TABLE audit_personal_value (
  event_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  number bigint NOT NULL,
  field text NOT NULL,
  side text NOT NULL CONSTRAINT audit_personal_side_known CHECK (side IN ('old', 'new')),
  salt bytea NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (event_id, principal_id, number, field, side),
  FOREIGN KEY (event_id, principal_id, number) REFERENCES audit_entry
);
COMMENT ON TABLE audit_personal_value IS 'Personal values of entries. An entry holds only sha256(salt || value), so the value can be erased and the chain stays whole.';

CREATE TABLE audit_checkpoint (
  event_id bigint NOT NULL REFERENCES event,
  number bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  details text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (event_id, number)
);
COMMENT ON TABLE audit_checkpoint IS 'The ends of all chains of an event at one moment, in a hash chain of their own.';
COMMENT ON COLUMN audit_checkpoint.details IS 'Canonical JSON: the reason, who asked, and the length and head of every chain at that moment.';
COMMENT ON COLUMN audit_checkpoint.hash IS 'Computed as audit_entry.hash is, over the checkpoints of the event.';
