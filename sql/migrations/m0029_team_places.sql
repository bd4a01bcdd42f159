-- Where judges find a team.

ALTER TABLE team
  ADD COLUMN table_label text
    CONSTRAINT team_table_label_given CHECK (table_label ~ '\S'),
  ADD COLUMN room text
    CONSTRAINT team_room_given CHECK (room ~ '\S');
COMMENT ON COLUMN team.table_label IS 'The team''s table or stand, such as 4 or B-12.';
COMMENT ON COLUMN team.room IS 'The room or building where the table is.';
