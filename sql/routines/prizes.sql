-- The order of prizes, the rules for them, and who receives them.

CREATE OR REPLACE VIEW listed_prize AS
  SELECT p.event_id, p.prize_id, p.key, p.position, p.basis, p.rank, p.track_id, p.kind, p.quantity, p.amount, p.currency,
    p.is_undisclosed, p.label, p.giver, p.target, p.target_when, t.key AS track,
    row_number() OVER (
      PARTITION BY p.event_id
      ORDER BY p.rank, array_position('{track,special-award,choice}', p.basis), t.key, p.position, p.key) AS listing
  FROM prize AS p LEFT JOIN track AS t USING (event_id, track_id);
COMMENT ON VIEW listed_prize IS 'Prizes in the order in which people read them: by rank, then those of tracks, special awards, and the votes of the public.';

CREATE OR REPLACE FUNCTION guard_prize_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM round WHERE event_id = NEW.event_id FOR SHARE;
  IF EXISTS (SELECT FROM sheet WHERE event_id = NEW.event_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_rules_before_judging',
      MESSAGE = 'the rules for prizes are declared before judging';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_prize_rules IS 'Refuses changes of the rules once a sheet exists: they are declared before anybody can know whom they favour.';

CREATE OR REPLACE TRIGGER prize_rules_before_judging BEFORE INSERT OR UPDATE ON prize_rules
  FOR EACH ROW EXECUTE FUNCTION guard_prize_rules();

CREATE OR REPLACE VIEW announced_prize AS
  SELECT a.event_id, a.number, a.prize_id, a.team_id, a.amount, a.shares, a.accepted_at IS NOT NULL AS is_accepted,
    true AS is_awarded
  FROM prize_award AS a
  WHERE a.withdrawn_at IS NULL
  UNION ALL
  SELECT p.event_id, r.number, p.prize_id, r.team_id, p.amount, 1, false, false
  FROM result_rank AS r JOIN prize AS p ON p.event_id = r.event_id AND p.rank = r.rank
  WHERE NOT EXISTS (SELECT FROM prize_award AS a WHERE a.event_id = r.event_id AND a.number = r.number);
COMMENT ON VIEW announced_prize IS 'Which team receives which prize by each result: the awards, or the prizes of the ranks while nothing was awarded.';
