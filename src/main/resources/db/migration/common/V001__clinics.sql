create table clinic (
    id binary(16) not null primary key,
    code varchar(16) not null,
    name varchar(80) not null,
    zone varchar(40) not null,
    country char(2) not null,
    emergency_number varchar(20) not null,
    promise_minutes int not null,
    version bigint not null,
    constraint clinic_code unique (code)
);

create table clinic_hours (
    clinic_id binary(16) not null,
    weekday varchar(9) not null,
    opens_at time not null,
    closes_at time not null,
    primary key (clinic_id, weekday, opens_at),
    constraint clinic_hours_clinic foreign key (clinic_id) references clinic (id)
);

create table clinic_closed_day (
    clinic_id binary(16) not null,
    closed_on date not null,
    reason varchar(80) not null,
    primary key (clinic_id, closed_on),
    constraint clinic_closed_day_clinic foreign key (clinic_id) references clinic (id)
);

create table clinic_day_part (
    clinic_id binary(16) not null,
    day_part varchar(9) not null,
    starts_at time not null,
    ends_at time not null,
    primary key (clinic_id, day_part),
    constraint clinic_day_part_clinic foreign key (clinic_id) references clinic (id)
);
