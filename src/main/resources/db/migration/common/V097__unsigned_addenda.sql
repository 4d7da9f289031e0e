-- the addenda that an author has not signed, by how long they wait
create index session_note_addendum_draft_by_author on session_note_addendum_draft (author_id, changed_at, id);

-- the last signed note of a service, of either status that counts as signed
create index session_note_of_service_day on session_note (patient_id, service, treated_on, id);
alter table session_note drop index session_note_of_service;
