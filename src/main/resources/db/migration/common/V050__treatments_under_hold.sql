-- a treatment that a signed note says was given though a clinical hold forbade it; chiropractors and managers see it
-- until one of each has said that they have
create table held_treatment (
    note_id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    treated_on date not null,
    signed_at datetime(6) not null,
    signed_by binary(16) not null,
    clinician_seen_at datetime(6),
    clinician_seen_by binary(16),
    manager_seen_at datetime(6),
    manager_seen_by binary(16),
    constraint held_treatment_note foreign key (note_id) references session_note (id)
);
create index held_treatment_of_clinic on held_treatment (clinic_id, manager_seen_at, signed_at);
create index held_treatment_of_patient on held_treatment (patient_id, clinician_seen_at, signed_at);
