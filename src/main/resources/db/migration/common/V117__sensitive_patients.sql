-- patients whose record only named people and the privacy officer find; each record that is read as one has a row
create table sensitive_patient (
    patient_id binary(16) not null primary key,
    reason varchar(400) not null,
    marked_at datetime(6) not null,
    marked_by binary(16) not null,
    constraint sensitive_patient_known foreign key (patient_id) references patient (id)
);
create index sensitive_patient_by_day on sensitive_patient (marked_at, patient_id);
-- who still finds such a record
create table sensitive_patient_reader (
    patient_id binary(16) not null,
    staff_id binary(16) not null,
    named_at datetime(6) not null,
    named_by binary(16) not null,
    primary key (patient_id, staff_id),
    constraint sensitive_reader_patient foreign key (patient_id) references sensitive_patient (patient_id),
    constraint sensitive_reader_staff foreign key (staff_id) references staff_account (id)
);
