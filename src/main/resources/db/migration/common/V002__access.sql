create table staff_account (
    id binary(16) not null primary key,
    username varchar(60) not null,
    display_name varchar(120) not null,
    password_hash varchar(200) not null,
    status varchar(16) not null,
    roles varchar(120) not null,
    version bigint not null,
    constraint staff_account_username unique (username)
);

create table staff_account_clinic (
    staff_id binary(16) not null,
    clinic_id binary(16) not null,
    primary key (staff_id, clinic_id),
    constraint staff_account_clinic_account foreign key (staff_id) references staff_account (id),
    constraint staff_account_clinic_clinic foreign key (clinic_id) references clinic (id)
);

-- why a clinician may see a patient, one row a reason: an appointment, a place on the care team, a plan
create table patient_relation (
    staff_id binary(16) not null,
    patient_id binary(16) not null,
    reason varchar(16) not null,
    source_id binary(16) not null,
    from_on date not null,
    until_on date not null,
    primary key (staff_id, patient_id, reason, source_id)
);

create index patient_relation_now on patient_relation (staff_id, until_on, from_on, patient_id);
