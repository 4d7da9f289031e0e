-- drafts of intake notes that were discarded: kept for whoever must answer for the record; no screen reads them
create table intake_note_discarded (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    -- the signed version that it would have amended; null for a first version
    amends_id binary(16),
    content longtext not null,
    reason varchar(400) not null,
    discarded_by binary(16) not null,
    discarded_at datetime(6) not null
);
