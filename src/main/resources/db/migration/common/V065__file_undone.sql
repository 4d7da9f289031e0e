-- who added, ended, recorded or withdrew what in a patient's file, and when: they may undo it for ten minutes
alter table patient_alert add column ended_at datetime(6);
-- the last day before the alert was ended, to which undoing returns; null while unknown
alter table patient_alert add column before_ends_on date;
-- set where the alert was added by mistake: it never applied
alter table patient_alert add column undone_at datetime(6);

alter table patient_consent add column recorded_at datetime(6);
alter table patient_consent add column recorded_by binary(16);
alter table patient_consent add column withdrawal_taken_at datetime(6);
-- set where the consent was recorded by mistake: it was never in force
alter table patient_consent add column undone_at datetime(6);

-- what was done to an alert or a consent and then undone; rows are never changed
create table patient_file_undone (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    record_id binary(16) not null,
    what varchar(20) not null,
    done_at datetime(6) not null,
    undone_at datetime(6) not null,
    undone_by binary(16) not null,
    constraint patient_file_undone_patient foreign key (patient_id) references patient (id)
);
create index patient_file_undone_of_patient on patient_file_undone (patient_id, undone_at);
