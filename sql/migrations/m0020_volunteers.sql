-- Mentors and judges can be erased as participants can.

ALTER TABLE mentor
  ADD erased_at timestamptz,
  ADD CONSTRAINT mentor_erased_is_nobody CHECK (
    erased_at IS NULL OR (email IS NULL AND name = key AND expertise = '{}' AND languages = ''));
COMMENT ON COLUMN mentor.erased_at IS 'When the mentor''s identity was taken out for good; the sessions stay.';

ALTER TABLE judge
  ADD erased_at timestamptz,
  ADD CONSTRAINT judge_erased_is_nobody CHECK (
    erased_at IS NULL OR (email IS NULL AND affiliation IS NULL AND name = code AND expertise = '{}' AND languages = ''));
COMMENT ON COLUMN judge.erased_at IS 'When the judge''s identity was taken out for good; the sheets stay under the code.';

-- The personal values beside the log of entries about certain things, named by their keys or by the first word of them.
CREATE FUNCTION audit_personal_values_under(event bigint, what text, keys text[])
RETURNS TABLE (principal_id bigint, number bigint, field text, side text) STABLE LANGUAGE sql AS $$
  SELECT v.principal_id, v.number, v.field, v.side
  FROM audit_personal_value AS v JOIN audit_entry AS e USING (event_id, principal_id, number)
  WHERE v.event_id = event AND e.details::jsonb ->> 'noun' = what AND split_part(e.details::jsonb ->> 'key', ' ', 1) = ANY (keys)
$$;
