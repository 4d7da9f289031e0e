-- whether a patient is active, inactive or deceased, beside what every list joins anyway
alter table patient_summary add column status varchar(10) default 'ACTIVE' not null;
alter table patient_summary add column status_since date;
-- each change, with what was open before it: one line each, nothing clinical
create table patient_status_change (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    status varchar(10) not null,
    since date not null,
    reason varchar(160) not null,
    open_before varchar(4000) not null,
    changed_at datetime(6) not null,
    changed_by binary(16) not null,
    constraint patient_status_change_patient foreign key (patient_id) references patient (id)
);
create index patient_status_change_of_patient on patient_status_change (patient_id, changed_at, id);
