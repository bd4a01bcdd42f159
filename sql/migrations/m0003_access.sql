-- Who acts in an event, and the tokens by which they are known.

CREATE TABLE principal (
  event_id bigint NOT NULL REFERENCES event,
  principal_id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CONSTRAINT principal_name_not_blank CHECK (name ~ '\S' AND length(name) <= 200),
  role text NOT NULL CONSTRAINT principal_role_known CHECK (role IN ('organiser', 'judge', 'mentor', 'participant')),
  PRIMARY KEY (event_id, principal_id),
  CONSTRAINT principal_once UNIQUE (event_id, name)
);
COMMENT ON TABLE principal IS 'Everybody in whose name something is changed.';
COMMENT ON COLUMN principal.role IS 'It decides what the principal may do.';

CREATE TABLE access_token (
  event_id bigint NOT NULL,
  token_id bigint GENERATED ALWAYS AS IDENTITY,
  principal_id bigint NOT NULL,
  prefix text NOT NULL CONSTRAINT access_token_prefix_form CHECK (prefix ~ '^[a-z0-9]{10}$'),
  hash bytea NOT NULL CONSTRAINT access_token_hash_is_sha256 CHECK (length(hash) = 32),
  scope text NOT NULL CONSTRAINT access_token_scope_known CHECK (scope IN ('full', 'read')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (event_id, token_id),
  CONSTRAINT access_token_once UNIQUE (event_id, prefix),
  CONSTRAINT access_token_of_principal UNIQUE (event_id, token_id, principal_id),
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
CREATE INDEX access_token_by_prefix ON access_token (prefix);
COMMENT ON TABLE access_token IS 'Tokens that prove who acts.';
COMMENT ON COLUMN access_token.prefix IS 'The part of a token by which people speak of it; it grants no access.';
COMMENT ON COLUMN access_token.hash IS 'sha256 of the whole token, which is shown once and stored nowhere.';
COMMENT ON COLUMN access_token.scope IS 'full: everything that the principal may do; read: only reading.';
COMMENT ON COLUMN access_token.last_used_at IS 'To within a minute.';
