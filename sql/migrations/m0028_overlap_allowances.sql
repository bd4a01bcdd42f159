-- Sessions that take place at once although they share a speaker or a room, by a named organiser's decision.

CREATE TABLE overlap_allowance (
  event_id bigint NOT NULL REFERENCES event,
  first_session text NOT NULL CONSTRAINT overlap_allowance_first_is_key CHECK (is_key(first_session)),
  second_session text NOT NULL CONSTRAINT overlap_allowance_second_is_key CHECK (is_key(second_session)),
  shared text NOT NULL CONSTRAINT overlap_allowance_shared_known CHECK (shared IN ('speaker', 'room')),
  number integer NOT NULL CONSTRAINT overlap_allowance_from_one CHECK (number > 0),
  is_allowed boolean NOT NULL,
  reason text NOT NULL CONSTRAINT overlap_allowance_reason_given CHECK (reason ~ '\S' AND length(reason) <= 500),
  principal_id bigint NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, first_session, second_session, shared, number),
  CONSTRAINT overlap_allowance_in_order CHECK (first_session COLLATE "C" < second_session COLLATE "C"),
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE overlap_allowance IS 'Decisions that two sessions may take place at once, such as one talk in two rooms, or to end that. The newest counts; rows are only added.';
COMMENT ON COLUMN overlap_allowance.first_session IS 'The key of the session that comes first by its key. No foreign key: a session may leave the draft, its decisions stay.';
COMMENT ON COLUMN overlap_allowance.shared IS 'What both may have at once. A clash of the other kind is not allowed by it.';
COMMENT ON COLUMN overlap_allowance.number IS 'Counts the decisions about two sessions and what they share from 1.';
COMMENT ON COLUMN overlap_allowance.principal_id IS 'Who decided.';
