-- Counts of the people who take part.

CREATE OR REPLACE VIEW attendance AS
  SELECT event_id, count(*) AS people, count(DISTINCT country) AS nationalities
  FROM participant WHERE withdrawn_at IS NULL
  GROUP BY event_id;
COMMENT ON VIEW attendance IS 'How many people take part, and of how many nationalities; people who withdrew do not count.';
