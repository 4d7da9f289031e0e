-- what a note says by discipline, as JSON: read, saved and locked with the row of the note
alter table session_note add column details longtext;

-- the last note of a discipline, from which a new one is carried forward
create index session_note_of_service on session_note (patient_id, service, status, treated_on, id);
