-- what a patient reacted with after a treatment, and how it went on; a FHIR AdverseEvent of actuality "actual"
create table adverse_reaction (
    id binary(16) not null primary key,
    version bigint not null,
    operation_id binary(16) not null,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    -- the session note and the visit in which it was told; no foreign keys: a draft may be discarded
    note_id binary(16),
    appointment_id binary(16),
    -- the day and, where it is known, the time at the clinic
    began_on date not null,
    began_at time,
    description varchar(1000) not null,
    -- null: it is not clear which treatment
    suspected varchar(16),
    area varchar(120) not null,
    severity varchar(10) not null,
    outcome varchar(24) not null,
    -- what was agreed to do next; null if nothing is due
    follow_up_on date,
    -- the beginning of that day at the clinic
    follow_up_at datetime(6),
    follow_up_by binary(16),
    follow_up_agreed varchar(400),
    recorded_at datetime(6) not null,
    recorded_by binary(16) not null,
    changed_at datetime(6) not null,
    error_reason varchar(400),
    constraint adverse_reaction_once unique (operation_id),
    constraint adverse_reaction_patient foreign key (patient_id) references patient (id),
    constraint adverse_reaction_clinic foreign key (clinic_id) references clinic (id)
);
create index adverse_reaction_of_patient on adverse_reaction (patient_id, follow_up_at);
create index adverse_reaction_due on adverse_reaction (clinic_id, follow_up_at);

-- what happened to a reaction since, with the words and the outcome as they were then
create table adverse_reaction_entry (
    id binary(16) not null primary key,
    reaction_id binary(16) not null,
    kind varchar(20) not null,
    taken_at datetime(6) not null,
    taken_by binary(16) not null,
    outcome varchar(24) not null,
    words varchar(1000) not null,
    follow_up_on date,
    follow_up_by binary(16),
    follow_up_agreed varchar(400),
    constraint adverse_reaction_entry_reaction foreign key (reaction_id) references adverse_reaction (id)
);
create index adverse_reaction_entry_in_order on adverse_reaction_entry (reaction_id, taken_at);
