-- drafts of session notes that were discarded though they said something, or closed unread after their author had left:
-- kept for whoever must answer for the record; no screen reads them
create table session_note_discarded (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    author_id binary(16) not null,
    service varchar(16) not null,
    treated_on date not null,
    content longtext not null,
    reason varchar(400) not null,
    discarded_by binary(16) not null,
    discarded_at datetime(6) not null
);
