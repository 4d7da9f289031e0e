create table patient (
    id binary(16) not null primary key,
    patient_number bigint not null auto_increment,
    family_name varchar(80) not null,
    given_name varchar(80) not null,
    sort_key varchar(170) not null,
    birth_date date,
    phone varchar(20),
    email varchar(254),
    version bigint not null,
    constraint patient_number unique (patient_number)
);

-- which clinics know a patient; carries the sort key, so that a clinic's directory is read in order from one table
create table patient_clinic (
    clinic_id binary(16) not null,
    sort_key varchar(170) not null,
    patient_id binary(16) not null,
    primary key (clinic_id, sort_key, patient_id),
    constraint patient_clinic_once unique (patient_id, clinic_id),
    constraint patient_clinic_clinic foreign key (clinic_id) references clinic (id),
    constraint patient_clinic_patient foreign key (patient_id) references patient (id)
);

-- the patient's header: one row, written by the rooms that know
create table patient_summary (
    patient_id binary(16) not null primary key,
    open_flag_level varchar(1),
    next_visit_on date,
    next_visit_at time,
    constraint patient_summary_patient foreign key (patient_id) references patient (id)
);
