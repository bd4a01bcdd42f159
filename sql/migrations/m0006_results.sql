-- Results, which are never changed, and the prizes.

CREATE TABLE result (
  event_id bigint NOT NULL REFERENCES event,
  number integer NOT NULL,
  round_id bigint,
  method text NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  snapshot text NOT NULL,
  sha256 bytea NOT NULL CONSTRAINT result_hash_of_snapshot CHECK (sha256 = sha256(convert_to(snapshot, 'UTF8'))),
  PRIMARY KEY (event_id, number),
  FOREIGN KEY (event_id, round_id) REFERENCES round
);
COMMENT ON COLUMN result.snapshot IS 'Canonical JSON: the rubric, the sheets and the ranking; teams by key, judges by code, never a person.';
COMMENT ON COLUMN result.round_id IS 'Missing where places were decided elsewhere and are only stated.';

CREATE TABLE result_place (
  event_id bigint NOT NULL,
  number integer NOT NULL,
  team_id bigint NOT NULL,
  place integer NOT NULL CONSTRAINT result_place_positive CHECK (place > 0),
  PRIMARY KEY (event_id, number, team_id),
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);

CREATE TRIGGER result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER result_place_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result_place
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE prize (
  event_id bigint NOT NULL REFERENCES event,
  prize_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT prize_key_is_key CHECK (is_key(key)),
  place integer NOT NULL CONSTRAINT prize_place_positive CHECK (place > 0),
  position integer NOT NULL,
  kind text NOT NULL CONSTRAINT prize_kind_known CHECK (kind IN ('money', 'seat', 'invitation', 'promotion', 'goods')),
  amount bigint CONSTRAINT prize_amount_positive CHECK (amount > 0),
  currency text CONSTRAINT prize_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
  is_undisclosed boolean NOT NULL DEFAULT false,
  label jsonb NOT NULL DEFAULT '{}' CONSTRAINT prize_label_localised CHECK (is_localised(label)),
  giver text,
  PRIMARY KEY (event_id, prize_id),
  CONSTRAINT prize_once UNIQUE (event_id, key),
  CONSTRAINT prize_amount_has_currency CHECK ((amount IS NULL) = (currency IS NULL)),
  CONSTRAINT prize_amount_only_of_money CHECK (kind = 'money' OR (amount IS NULL AND NOT is_undisclosed)),
  CONSTRAINT prize_amount_or_undisclosed CHECK (amount IS NULL OR NOT is_undisclosed)
);
COMMENT ON COLUMN prize.amount IS 'In the minor unit of the currency (cents); missing while it is not known, or undisclosed.';
