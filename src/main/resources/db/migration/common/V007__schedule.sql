create table appointment (
    id binary(16) not null primary key,
    clinic_id binary(16) not null,
    practitioner_id binary(16) not null,
    subject_kind varchar(8) not null,
    subject_id binary(16) not null,
    appointment_type varchar(16) not null,
    starts_on date not null,
    starts_at time not null,
    minutes int not null,
    status varchar(16) not null,
    booked_at datetime(6) not null,
    version bigint not null,
    constraint appointment_clinic foreign key (clinic_id) references clinic (id),
    constraint appointment_practitioner foreign key (practitioner_id) references practitioner (id)
);

create index appointment_of_clinic on appointment (clinic_id, starts_on, starts_at, id);
create index appointment_of_practitioner on appointment (practitioner_id, starts_on, starts_at, id);
create index appointment_of_subject on appointment (subject_id, starts_on, starts_at);

-- five minutes of a practitioner or a room; the primary key is what makes double booking impossible
create table booked_slot (
    resource_id binary(16) not null,
    slot bigint not null,
    appointment_id binary(16) not null,
    primary key (resource_id, slot),
    constraint booked_slot_appointment foreign key (appointment_id) references appointment (id)
);

create index booked_slot_of_appointment on booked_slot (appointment_id);
