-- two patients who may be the same person; the one with the smaller id is the first
create table patient_duplicate (
    id binary(16) not null primary key,
    first_id binary(16) not null,
    second_id binary(16) not null,
    -- what the two have in common, as names of DuplicateReason
    reasons varchar(200) not null,
    found_at datetime(6) not null,
    dismissed_at datetime(6),
    dismissed_by binary(16),
    constraint patient_duplicate_once unique (first_id, second_id)
);
create index patient_duplicate_of_second on patient_duplicate (second_id, first_id);
-- the clinics at which one of the two is registered; read in order as the lists show them
create table patient_duplicate_clinic (
    clinic_id binary(16) not null,
    dismissed boolean not null,
    since datetime(6) not null,
    duplicate_id binary(16) not null,
    primary key (clinic_id, dismissed, since, duplicate_id),
    constraint patient_duplicate_clinic_once unique (duplicate_id, clinic_id)
);
-- patients to search other records of, newest first; those of an older store are all searched once
create table patient_record_search (
    id binary(16) not null primary key,
    patient_id binary(16) not null
);
create index patient_record_search_of on patient_record_search (patient_id);
insert into patient_record_search (id, patient_id) select id, id from patient;
