-- What speakers are and where, by language. One text of before is taken as one of the event's first language.

ALTER TABLE agenda_speaker RENAME COLUMN role TO old_role;
ALTER TABLE agenda_speaker RENAME COLUMN organisation TO old_organisation;
ALTER TABLE agenda_speaker RENAME COLUMN second_role TO old_second_role;
ALTER TABLE agenda_speaker RENAME COLUMN second_organisation TO old_second_organisation;
ALTER TABLE agenda_speaker
  ADD COLUMN role jsonb NOT NULL DEFAULT '{}' CONSTRAINT agenda_speaker_role_localised CHECK (is_localised(role)),
  ADD COLUMN organisation jsonb NOT NULL DEFAULT '{}'
    CONSTRAINT agenda_speaker_organisation_localised CHECK (is_localised(organisation)),
  ADD COLUMN second_role jsonb NOT NULL DEFAULT '{}'
    CONSTRAINT agenda_speaker_second_role_localised CHECK (is_localised(second_role)),
  ADD COLUMN second_organisation jsonb NOT NULL DEFAULT '{}'
    CONSTRAINT agenda_speaker_second_organisation_localised CHECK (is_localised(second_organisation));
UPDATE agenda_speaker AS p SET
  role = CASE WHEN p.old_role ~ '\S' THEN jsonb_build_object(e.languages[1], p.old_role) ELSE '{}' END,
  organisation = CASE WHEN p.old_organisation ~ '\S'
    THEN jsonb_build_object(e.languages[1], p.old_organisation) ELSE '{}' END,
  second_role = CASE WHEN p.old_second_role ~ '\S'
    THEN jsonb_build_object(e.languages[1], p.old_second_role) ELSE '{}' END,
  second_organisation = CASE WHEN p.old_second_organisation ~ '\S'
    THEN jsonb_build_object(e.languages[1], p.old_second_organisation) ELSE '{}' END
FROM event AS e
WHERE e.event_id = p.event_id;
ALTER TABLE agenda_speaker DROP COLUMN old_role, DROP COLUMN old_organisation, DROP COLUMN old_second_role,
  DROP COLUMN old_second_organisation;
COMMENT ON COLUMN agenda_speaker.organisation IS 'A proper name: where it has none in a language, its name in another one is used.';
