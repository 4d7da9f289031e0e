-- a patient record that is read as part of another of the same person; its rows stay where they are. What was unmerged
-- stays as history
create table patient_alias (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    kept_id binary(16) not null,
    reason varchar(400) not null,
    merged_at datetime(6) not null,
    merged_by binary(16) not null,
    unmerged_at datetime(6),
    unmerged_by binary(16),
    -- the record, while it is merged: into one other only
    merged_patient_id binary(16) generated always as (case when unmerged_at is null then patient_id end),
    constraint patient_alias_once unique (merged_patient_id),
    constraint patient_alias_patient foreign key (patient_id) references patient (id),
    constraint patient_alias_kept foreign key (kept_id) references patient (id)
);
create index patient_alias_of_kept on patient_alias (kept_id, unmerged_at);

-- the records that are read as one now, the one under which they are read too; a patient with one record has no row
create table patient_read_as (
    patient_id binary(16) not null primary key,
    read_as_id binary(16) not null,
    constraint patient_read_as_patient foreign key (patient_id) references patient (id)
);
create index patient_read_as_one on patient_read_as (read_as_id, patient_id);

-- the clinics that know a merged record (its own), which are out of the directory while it is merged, and those at which
-- the record under which it is read is registered only because of the merge
create table patient_alias_clinic (
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    is_own boolean not null,
    primary key (patient_id, clinic_id),
    constraint patient_alias_clinic_patient foreign key (patient_id) references patient (id),
    constraint patient_alias_clinic_clinic foreign key (clinic_id) references clinic (id)
);

-- one merge or unmerge at a time, in the whole group: of two managers, one waits
create table patient_alias_turn (id int not null primary key, turn bigint not null);
insert into patient_alias_turn (id, turn) values (1, 0);
