-- who co-signs the session notes of a practitioner; no row: they sign alone
create table supervision (
    practitioner_id binary(16) not null primary key,
    version bigint not null,
    supervisor_id binary(16) not null,
    named_at datetime(6) not null,
    named_by binary(16) not null,
    constraint supervision_practitioner foreign key (practitioner_id) references practitioner (id),
    constraint supervision_supervisor foreign key (supervisor_id) references practitioner (id)
);
create index supervision_of_supervisor on supervision (supervisor_id);

-- what a supervisor decided on a signed note that waits for the co-signature; signed itself
create table session_note_cosignature (
    id binary(16) not null primary key,
    note_id binary(16) not null,
    patient_id binary(16) not null,
    -- how many decisions and addenda the note had, which the supervisor had read
    history int not null,
    decision varchar(12) not null,
    remark varchar(1000) not null,
    -- the hash of the note that the decision is about
    note_hash varchar(80) not null,
    decided_by binary(16) not null,
    decided_at datetime(6) not null,
    content_format int not null,
    content_hash varchar(80) not null,
    constraint session_note_cosignature_note foreign key (note_id) references session_note (id),
    constraint session_note_cosignature_once unique (note_id, history)
);
