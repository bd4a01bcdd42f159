-- Care for what is held about people.

-- The personal values beside the log that are those of certain participants: of entries about one of them, named by
-- number or key, and of entries about many records, whose fields are the participants' numbers.
CREATE FUNCTION audit_personal_values_of(event bigint, numbers bigint[], keys text[])
RETURNS TABLE (principal_id bigint, number bigint, field text, side text) STABLE LANGUAGE sql AS $$
  WITH who AS MATERIALIZED (
    SELECT n::text AS name FROM unnest(numbers) AS n
  ), called AS MATERIALIZED (
    SELECT name FROM who UNION SELECT k FROM unnest(keys) AS k
  ), held AS MATERIALIZED (
    SELECT DISTINCT v.principal_id, v.number FROM audit_personal_value AS v WHERE v.event_id = event
  ), entry AS MATERIALIZED (
    SELECT e.principal_id, e.number, e.details::jsonb ->> 'key' AS name
    FROM audit_entry AS e JOIN held USING (principal_id, number)
    WHERE e.event_id = event AND e.details::jsonb ->> 'noun' = 'participant'
  )
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN entry AS e USING (principal_id, number)
  WHERE v.event_id = event
    AND (e.name IN (SELECT name FROM called) OR (e.name LIKE '% records' AND v.field IN (SELECT name FROM who)))
$$;
