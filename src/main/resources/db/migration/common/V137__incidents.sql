-- incidents that may be a breach (45 CFR 164.400-414): who is affected is told within 60 days of the discovery
create table incident (
    id binary(16) not null primary key,
    version bigint not null,
    what varchar(2000) not null,
    discovered_on date not null,
    due_on date not null,
    -- the order of the list: open ones by the day they are due, all others behind them
    place date not null,
    -- whose accesses it is about; null for those of everybody
    staff_id binary(16),
    from_at datetime(6) not null,
    until_at datetime(6) not null,
    recorded_at datetime(6) not null,
    recorded_by binary(16) not null,
    -- when the list of affected patients was taken from the audit trail
    frozen_at datetime(6),
    frozen_by binary(16),
    patients int,
    decision varchar(10),
    assessment varchar(2000),
    decided_at datetime(6),
    decided_by binary(16),
    notified_on date
);
create index incident_by_place on incident (place, id desc);
-- the affected patients, as the audit trail had them when the list was frozen
create table incident_patient (
    incident_id binary(16) not null,
    patient_number bigint not null,
    patient_id binary(16) not null,
    accesses int not null,
    first_at datetime(6) not null,
    last_at datetime(6) not null,
    primary key (incident_id, patient_number),
    constraint incident_patient_incident foreign key (incident_id) references incident (id)
);
insert into disposal_rule (step, table_name, kind, reason) values
    (100001, 'incident', 'KEEP', 'Documentation of an incident, kept six years (45 CFR 164.530(j)); about no single patient'),
    (100002, 'incident_patient', 'KEEP', 'Whom an incident affected, by number: documentation kept six years (45 CFR 164.530(j))');
