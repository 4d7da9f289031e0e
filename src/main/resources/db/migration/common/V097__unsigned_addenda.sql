-- the addenda that an author has not signed, by how long they wait
create index session_note_addendum_draft_by_author on session_note_addendum_draft (author_id, changed_at, id);
