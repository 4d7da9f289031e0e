-- what a chiropractor concluded on a signed intake note that left the outcome to one; signed itself, and never changed
create table intake_note_conclusion (
    note_id binary(16) not null primary key,
    patient_id binary(16) not null,
    outcome varchar(24) not null,
    reason varchar(1000) not null,
    -- the hash of the note that was concluded
    note_hash varchar(80) not null,
    concluded_by binary(16) not null,
    concluded_at datetime(6) not null,
    content_format int not null,
    content_hash varchar(80) not null,
    constraint intake_note_conclusion_note foreign key (note_id) references intake_note (id)
);

-- the signed intake notes that wait for a chiropractor to conclude them
create table intake_to_conclude (
    note_id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    signed_by binary(16) not null,
    signed_at datetime(6) not null,
    constraint intake_to_conclude_note foreign key (note_id) references intake_note (id)
);
create index intake_to_conclude_in_order on intake_to_conclude (signed_at, note_id);
