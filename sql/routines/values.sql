-- What single values must look like. CHECK constraints of tables call these functions, so this file runs before the
-- migrations. A changed rule holds for new values only: PostgreSQL does not check rows again.

CREATE OR REPLACE FUNCTION is_localised(texts jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN jsonb_typeof(texts) <> 'object' THEN false
    ELSE NOT EXISTS (
      SELECT FROM jsonb_each(texts) AS entry
      WHERE entry.key NOT IN ('en', 'fr', 'es') OR jsonb_typeof(entry.value) <> 'string' OR entry.value #>> '{}' !~ '\S')
  END
$$;
COMMENT ON FUNCTION is_localised IS 'Whether this is {"en": text, "fr": text, "es": text}: any of them may be missing, none may be blank.';

CREATE OR REPLACE FUNCTION is_key(word text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT length(word) BETWEEN 1 AND 60 AND word ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
$$;
COMMENT ON FUNCTION is_key IS 'Whether this is a readable key: a-z and 0-9 with single dashes between words, 60 at most.';

CREATE OR REPLACE FUNCTION is_address(address text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT address ~* '^https?://[^\s/]+\S*$'
$$;
COMMENT ON FUNCTION is_address IS 'Whether this has the form of a page''s address: http or https, a host, no spaces. Whether the page exists is not checked.';
