-- one-time links to online intakes
create table online_intake (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    state varchar(12) not null,
    -- SHA-256 of the token, which itself is not stored
    token_hash varchar(64) not null,
    language varchar(2) not null,
    by_mail boolean not null,
    wrong_answers int not null,
    created_at datetime(6) not null,
    created_by binary(16) not null,
    expires_at datetime(6) not null,
    opened_at datetime(6),
    submitted_at datetime(6),
    withdrawn_at datetime(6),
    withdrawn_by binary(16),
    withdrawn_why varchar(40) not null,
    reviewed_at datetime(6),
    reviewed_by binary(16),
    -- the intake note that was begun with the answers
    note_id binary(16),
    constraint online_intake_patient foreign key (patient_id) references patient (id),
    constraint online_intake_token unique (token_hash),
    constraint online_intake_note unique (note_id)
);
create index online_intake_of_patient on online_intake (patient_id, created_at, id);

-- what the patient has saved so far, as JSON; deleted once it is submitted
create table online_intake_draft (
    intake_id binary(16) not null primary key,
    answers longtext not null,
    saved_at datetime(6) not null,
    constraint online_intake_draft_intake foreign key (intake_id) references online_intake (id)
);

-- what was submitted: canonical JSON and its hash; never changed
create table online_intake_submission (
    intake_id binary(16) not null primary key,
    patient_id binary(16) not null,
    content longtext not null,
    content_hash varchar(80) not null,
    submitted_at datetime(6) not null,
    constraint online_intake_submission_intake foreign key (intake_id) references online_intake (id)
);
