create table session_note (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    author_id binary(16) not null,
    service varchar(16) not null,
    treated_on date not null,
    appointment_id binary(16),
    planned_visit_id binary(16),
    status varchar(24) not null,
    -- half-typed is kept: what a signed note must have, the entity demands when it is signed
    pressure int,
    stop_at int,
    response varchar(8),
    minutes int,
    pain_before int,
    pain_after int,
    safety_recheck varchar(12),
    safety_rule varchar(16),
    consent varchar(12),
    statement varchar(1000) not null,
    observations varchar(2000) not null,
    next_step varchar(1000) not null,
    created_at datetime(6) not null,
    changed_at datetime(6) not null,
    signed_at datetime(6),
    signed_by binary(16),
    -- SHA-256 over canonical JSON of the note and its rows
    content_hash varchar(64),
    -- the form of what was hashed; 0 while nothing is
    content_format int not null,
    version bigint not null,
    constraint session_note_patient foreign key (patient_id) references patient (id),
    constraint session_note_clinic foreign key (clinic_id) references clinic (id),
    constraint session_note_of_appointment unique (appointment_id),
    constraint session_note_of_planned_visit unique (planned_visit_id)
);
create index session_note_of_author on session_note (author_id, status, treated_on, id);
create index session_note_of_patient on session_note (patient_id, treated_on, id);

create table session_note_area (
    note_id binary(16) not null,
    position int not null,
    region varchar(40) not null,
    primary key (note_id, position),
    constraint session_note_area_note foreign key (note_id) references session_note (id)
);

create table session_note_modality (
    note_id binary(16) not null,
    position int not null,
    modality varchar(24) not null,
    primary key (note_id, position),
    constraint session_note_modality_note foreign key (note_id) references session_note (id)
);
