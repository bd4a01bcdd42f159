-- Prizes for more than places, to whom each went, and what came of it.

ALTER TABLE prize
  ALTER place DROP NOT NULL,
  ADD basis text NOT NULL DEFAULT 'place'
    CONSTRAINT prize_basis_known CHECK (basis IN ('place', 'track', 'honour', 'choice')),
  ADD track_id bigint,
  ADD quantity integer NOT NULL DEFAULT 1 CONSTRAINT prize_quantity_possible CHECK (quantity BETWEEN 1 AND 1000),
  ADD CONSTRAINT prize_amount_possible CHECK (amount <= 1000000000000000),
  ADD target text,
  ADD target_when text,
  ADD FOREIGN KEY (event_id, track_id) REFERENCES track,
  ADD CONSTRAINT prize_place_only_of_places CHECK ((basis = 'place') = (place IS NOT NULL)),
  ADD CONSTRAINT prize_track_only_of_tracks CHECK ((basis = 'track') = (track_id IS NOT NULL)),
  ADD CONSTRAINT prize_target_only_of_invitations CHECK (kind = 'invitation' OR (target IS NULL AND target_when IS NULL));
COMMENT ON COLUMN prize.basis IS 'For what it is given: a place, the best places within a track, an honour that somebody decides, or the public''s votes.';
COMMENT ON COLUMN prize.quantity IS 'How many of it there are: the team of a place receives all of them, otherwise each team one.';
COMMENT ON COLUMN prize.target IS 'The event that it is an invitation to.';
COMMENT ON COLUMN prize.target_when IS 'When that is, as somebody says it: "2021-10", "fall 2021".';

CREATE VIEW listed_prize AS
  SELECT p.*, t.key AS track,
    row_number() OVER (
      PARTITION BY p.event_id
      ORDER BY p.place, array_position('{track,honour,choice}', p.basis), t.key, p.position, p.key) AS listing
  FROM prize AS p LEFT JOIN track AS t USING (event_id, track_id);
COMMENT ON VIEW listed_prize IS 'Prizes in the order in which people read them: by place, then those of tracks, honours, and the public''s choice.';

CREATE TABLE prize_rules (
  event_id bigint PRIMARY KEY REFERENCES event,
  ties text NOT NULL DEFAULT 'pool' CONSTRAINT prize_rules_ties_known CHECK (ties IN ('pool', 'full')),
  most_per_team integer CONSTRAINT prize_rules_most_positive CHECK (most_per_team > 0)
);
COMMENT ON COLUMN prize_rules.ties IS 'Whether teams that share places share their prizes, or each receives that of the best of the places.';

-- What a tie does to the prizes is declared before anybody can know whom it favours.
CREATE FUNCTION guard_prize_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM round WHERE event_id = NEW.event_id FOR SHARE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = NEW.event_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_rules_before_judging',
      MESSAGE = 'the rules for prizes are declared before judging';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prize_rules_before_judging BEFORE INSERT OR UPDATE ON prize_rules
  FOR EACH ROW EXECUTE FUNCTION guard_prize_rules();

CREATE TABLE prize_vote (
  event_id bigint NOT NULL,
  prize_id bigint NOT NULL,
  team_id bigint NOT NULL,
  source text NOT NULL CONSTRAINT prize_vote_has_source CHECK (source ~ '\S'),
  votes bigint NOT NULL CONSTRAINT prize_vote_not_negative CHECK (votes >= 0),
  PRIMARY KEY (event_id, prize_id, team_id, source),
  FOREIGN KEY (event_id, prize_id) REFERENCES prize,
  FOREIGN KEY (event_id, team_id) REFERENCES team
);
COMMENT ON TABLE prize_vote IS 'The public''s votes, as somebody counted them elsewhere.';

CREATE TABLE prize_award (
  event_id bigint NOT NULL,
  award_id bigint GENERATED ALWAYS AS IDENTITY,
  prize_id bigint NOT NULL,
  team_id bigint NOT NULL,
  number integer NOT NULL,
  amount bigint CONSTRAINT prize_award_amount_not_negative CHECK (amount >= 0),
  shares integer NOT NULL DEFAULT 1 CONSTRAINT prize_award_shares_positive CHECK (shares > 0),
  reason text,
  principal_id bigint NOT NULL,
  awarded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  accepted_at timestamptz,
  delivered_at timestamptz,
  delivery_note text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  PRIMARY KEY (event_id, award_id),
  FOREIGN KEY (event_id, prize_id) REFERENCES prize,
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, number) REFERENCES result,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal,
  CONSTRAINT prize_award_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE UNIQUE INDEX prize_award_once ON prize_award (event_id, prize_id, team_id) WHERE withdrawn_at IS NULL;
COMMENT ON COLUMN prize_award.amount IS 'The team''s share of the money, in the minor unit of the prize''s currency.';
COMMENT ON COLUMN prize_award.shares IS 'How many teams share the prize.';
COMMENT ON COLUMN prize_award.reason IS 'Why this team, where a person decided; missing where the ranking or the votes did.';

CREATE TABLE prize_refusal (
  event_id bigint NOT NULL,
  prize_id bigint NOT NULL,
  team_id bigint NOT NULL,
  reason text NOT NULL CONSTRAINT prize_refusal_has_reason CHECK (reason ~ '\S'),
  principal_id bigint NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, prize_id, team_id),
  FOREIGN KEY (event_id, prize_id) REFERENCES prize,
  FOREIGN KEY (event_id, team_id) REFERENCES team,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE prize_refusal IS 'Teams that declined a prize or may not have it: the next one moves up.';

CREATE TABLE winner_confirmation (
  event_id bigint NOT NULL,
  participant_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  confirmed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, participant_id),
  FOREIGN KEY (event_id, participant_id) REFERENCES participant,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE winner_confirmation IS 'Members of teams who confirmed to an organiser that they did the work and may receive a prize.';

CREATE VIEW announced_prize AS
  SELECT a.event_id, a.number, a.prize_id, a.team_id, a.amount, a.shares, a.accepted_at IS NOT NULL AS is_accepted,
    true AS is_awarded
  FROM prize_award AS a
  WHERE a.withdrawn_at IS NULL
  UNION ALL
  SELECT p.event_id, r.number, p.prize_id, r.team_id, p.amount, 1, false, false
  FROM result_place AS r JOIN prize AS p ON p.event_id = r.event_id AND p.place = r.place
  WHERE NOT EXISTS (SELECT FROM prize_award AS a WHERE a.event_id = r.event_id AND a.number = r.number);
COMMENT ON VIEW announced_prize IS 'Which team receives which prize by each result: as it was awarded, and as the places promise it while nothing was awarded.';
