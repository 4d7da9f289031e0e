-- who may read a session note beside its author; apart from the note, which nothing may change after the signature.
-- Without a row, everybody in relation to the patient
create table session_note_privacy (
    note_id binary(16) not null primary key,
    privacy varchar(12) not null,
    -- that of the visit, so that a reader is found in one statement
    discipline varchar(24) not null,
    changed_by binary(16) not null,
    changed_at datetime(6) not null,
    version bigint not null,
    constraint session_note_privacy_note foreign key (note_id) references session_note (id)
);

-- whom the author named, if the note is restricted to named people
create table session_note_reader (
    note_id binary(16) not null,
    staff_id binary(16) not null,
    primary key (note_id, staff_id),
    constraint session_note_reader_note foreign key (note_id) references session_note_privacy (note_id)
);
