-- The comparison of tables with their records asks for keys in another form.

DROP FUNCTION IF EXISTS record_key(text, text[]);
