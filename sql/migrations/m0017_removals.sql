-- Organisers who were removed, and what is kept of events that were removed.

ALTER TABLE principal ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN principal.removed_at IS 'Since when the principal may not act any more; the log still names them.';

CREATE TABLE removed_event (
  removal_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug text NOT NULL CONSTRAINT removed_event_slug_is_key CHECK (is_key(slug)),
  name jsonb NOT NULL CONSTRAINT removed_event_name_localised CHECK (is_localised(name) AND name <> '{}'),
  removed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  removed_by text NOT NULL CONSTRAINT removed_event_by_somebody CHECK (removed_by ~ '\S'),
  log_sha256 bytea NOT NULL CONSTRAINT removed_event_log_is_sha256 CHECK (length(log_sha256) = 32),
  chains jsonb NOT NULL
);
COMMENT ON TABLE removed_event IS 'Events that were removed with all their rows: the proof that each existed. Rows are only added.';
COMMENT ON COLUMN removed_event.slug IS 'The key that the event had; a later event may have it again.';
COMMENT ON COLUMN removed_event.removed_by IS 'The name of the organiser who removed it.';
COMMENT ON COLUMN removed_event.log_sha256 IS 'The hash of the log''s last checkpoint, which tied all chains together.';
COMMENT ON COLUMN removed_event.chains IS '[[number of the principal, number of entries, hash of the last entry as hex]].';
