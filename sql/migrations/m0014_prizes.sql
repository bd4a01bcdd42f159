-- Prizes, who won them, and what came of each award.

CREATE TABLE prize (
  event_id bigint NOT NULL REFERENCES event,
  prize_id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL CONSTRAINT prize_key_is_key CHECK (is_key(key)),
  position integer NOT NULL,
  basis text NOT NULL DEFAULT 'rank'
    CONSTRAINT prize_basis_known CHECK (basis IN ('rank', 'track', 'special-award', 'choice')),
  rank integer CONSTRAINT prize_rank_positive CHECK (rank > 0),
  track_id bigint,
  kind text NOT NULL CONSTRAINT prize_kind_known CHECK (kind IN ('money', 'seat', 'invitation', 'promotion', 'goods')),
  quantity integer NOT NULL DEFAULT 1 CONSTRAINT prize_quantity_possible CHECK (quantity BETWEEN 1 AND 1000),
  amount bigint CONSTRAINT prize_amount_positive CHECK (amount > 0)
    CONSTRAINT prize_amount_possible CHECK (amount <= 1000000000000000),
  currency text CONSTRAINT prize_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
  is_undisclosed boolean NOT NULL DEFAULT false,
  label jsonb NOT NULL DEFAULT '{}' CONSTRAINT prize_label_localised CHECK (is_localised(label)),
  giver text,
  target text,
  target_when text,
  PRIMARY KEY (event_id, prize_id),
  CONSTRAINT prize_once UNIQUE (event_id, key),
  FOREIGN KEY (event_id, track_id) REFERENCES track,
  CONSTRAINT prize_rank_only_of_ranks CHECK ((basis = 'rank') = (rank IS NOT NULL)),
  CONSTRAINT prize_track_only_of_tracks CHECK ((basis = 'track') = (track_id IS NOT NULL)),
  CONSTRAINT prize_amount_has_currency CHECK ((amount IS NULL) = (currency IS NULL)),
  CONSTRAINT prize_amount_only_of_money CHECK (kind = 'money' OR (amount IS NULL AND NOT is_undisclosed)),
  CONSTRAINT prize_amount_or_undisclosed CHECK (amount IS NULL OR NOT is_undisclosed),
  CONSTRAINT prize_target_only_of_invitations CHECK (kind = 'invitation' OR (target IS NULL AND target_when IS NULL))
);
COMMENT ON TABLE prize IS 'What teams can win.';
COMMENT ON COLUMN prize.position IS 'The order of prizes that are given for the same reason.';
COMMENT ON COLUMN prize.basis IS 'What it is given for: a rank, the best ranks within a track, a special award that a person decides, or the votes of the public.';
COMMENT ON COLUMN prize.quantity IS 'How many of it there are: the team of a rank receives all of them, otherwise each team one.';
COMMENT ON COLUMN prize.amount IS 'In the minor unit of the currency (cents); missing while it is not known, or undisclosed.';
COMMENT ON COLUMN prize.currency IS 'ISO 4217.';
COMMENT ON COLUMN prize.is_undisclosed IS 'Whether the amount is known and not published.';
COMMENT ON COLUMN prize.label IS 'The name of the prize where its kind and amount do not say it.';
COMMENT ON COLUMN prize.giver IS 'Who gives it.';
COMMENT ON COLUMN prize.target IS 'The event to which it is an invitation.';
COMMENT ON COLUMN prize.target_when IS 'The date of that event in the organisers'' words: "2021-10", "fall 2021".';

CREATE TABLE prize_rules (
  event_id bigint PRIMARY KEY REFERENCES event,
  ties text NOT NULL DEFAULT 'pool' CONSTRAINT prize_rules_ties_known CHECK (ties IN ('pool', 'full')),
  most_per_team integer CONSTRAINT prize_rules_most_positive CHECK (most_per_team > 0)
);
COMMENT ON TABLE prize_rules IS 'How prizes are shared out in an event.';
COMMENT ON COLUMN prize_rules.ties IS 'pool: teams that share ranks share their prizes; full: each receives the prize of the best of these ranks.';
COMMENT ON COLUMN prize_rules.most_per_team IS 'The most prizes that one team may receive; missing where there is no limit.';

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
COMMENT ON TABLE prize_vote IS 'The votes of the public, counted elsewhere.';
COMMENT ON COLUMN prize_vote.source IS 'Where the votes were cast.';

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
COMMENT ON TABLE prize_award IS 'Which team won which prize. An award is never deleted, only withdrawn.';
COMMENT ON COLUMN prize_award.number IS 'The version of the result from which it follows.';
COMMENT ON COLUMN prize_award.amount IS 'The team''s share of the money, in the minor unit of the prize''s currency.';
COMMENT ON COLUMN prize_award.shares IS 'How many teams share the prize.';
COMMENT ON COLUMN prize_award.reason IS 'Why this team, where a person decided; missing where the ranking or the votes did.';
COMMENT ON COLUMN prize_award.principal_id IS 'Who awarded it.';

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
COMMENT ON TABLE prize_refusal IS 'Teams that declined a prize or may not have it; the next team moves up.';
COMMENT ON COLUMN prize_refusal.principal_id IS 'Who recorded it.';

CREATE TABLE winner_confirmation (
  event_id bigint NOT NULL,
  participant_id bigint NOT NULL,
  principal_id bigint NOT NULL,
  confirmed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, participant_id),
  FOREIGN KEY (event_id, participant_id) REFERENCES participant,
  FOREIGN KEY (event_id, principal_id) REFERENCES principal
);
COMMENT ON TABLE winner_confirmation IS 'Members of teams who confirmed that they did the work and may receive a prize.';
COMMENT ON COLUMN winner_confirmation.principal_id IS 'The organiser to whom the member confirmed it.';
