-- modalities: codes, separated by commas, since they are only ever read with their practitioner
alter table practitioner add column modalities varchar(400) default '' not null;
alter table practitioner add column biography varchar(2000) default '' not null;
alter table practitioner add column changed_by binary(16);

-- without times the whole of each day; with them a part of the one day, in the time of the clinic that they work at
create table practitioner_absence (
    id binary(16) not null primary key,
    practitioner_id binary(16) not null,
    from_on date not null,
    until_on date not null,
    starts_at time,
    ends_at time,
    kind varchar(16) not null,
    note varchar(200) not null,
    withdrawn boolean not null,
    operation binary(16) not null,
    version bigint not null,
    constraint practitioner_absence_operation unique (operation),
    constraint practitioner_absence_practitioner foreign key (practitioner_id) references practitioner (id)
);

create index practitioner_absence_ahead on practitioner_absence (practitioner_id, until_on, from_on);

-- what entitles a practitioner; valid_until is the last valid day, null where there is none
create table credential (
    id binary(16) not null primary key,
    practitioner_id binary(16) not null,
    kind varchar(16) not null,
    discipline varchar(20),
    credential_number varchar(60) not null,
    issuer varchar(80) not null,
    valid_from date not null,
    valid_until date,
    recorded_at datetime(6) not null,
    recorded_by binary(16) not null,
    verified_at datetime(6),
    verified_by binary(16),
    revoked_on date,
    revoked_by binary(16),
    revoke_reason varchar(200) not null,
    operation binary(16) not null,
    version bigint not null,
    constraint credential_operation unique (operation),
    constraint credential_practitioner foreign key (practitioner_id) references practitioner (id)
);

create index credential_of_practitioner on credential (practitioner_id, valid_until);
create index credential_by_end on credential (valid_until, practitioner_id);
