create table practitioner (
    id binary(16) not null primary key,
    family_name varchar(80) not null,
    given_name varchar(80) not null,
    title varchar(20) not null,
    sort_key varchar(170) not null,
    disciplines varchar(120) not null,
    languages varchar(120) not null,
    active boolean not null,
    version bigint not null
);

create index practitioner_by_name on practitioner (sort_key, id);

create table practitioner_hours (
    practitioner_id binary(16) not null,
    clinic_id binary(16) not null,
    weekday varchar(9) not null,
    starts_at time not null,
    ends_at time not null,
    primary key (practitioner_id, clinic_id, weekday, starts_at),
    constraint practitioner_hours_practitioner foreign key (practitioner_id) references practitioner (id),
    constraint practitioner_hours_clinic foreign key (clinic_id) references clinic (id)
);
