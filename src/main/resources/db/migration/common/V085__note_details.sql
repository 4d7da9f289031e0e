-- what a note says by discipline, as JSON: read, saved and locked with the row of the note
alter table session_note add column details longtext;
