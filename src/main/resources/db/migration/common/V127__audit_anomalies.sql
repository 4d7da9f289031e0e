-- unusual accesses, found in the audit trail by rule; one for each rule, person and what it is about, never twice
create table audit_anomaly (
    id binary(16) not null primary key,
    -- a name of AnomalyRule
    rule_name varchar(24) not null,
    staff_id binary(16) not null,
    -- the patient, or the hour as a number where the rule is about a time
    about_id binary(16) not null,
    -- null for several patients
    patient_id binary(16),
    first_at datetime(6) not null,
    last_at datetime(6) not null,
    accesses int not null,
    -- a name of AnomalyState
    state varchar(16) not null,
    note varchar(400) not null,
    decided_by binary(16),
    decided_at datetime(6),
    constraint audit_anomaly_once unique (rule_name, staff_id, about_id)
);
create index audit_anomaly_by_state on audit_anomaly (state, first_at, id);
create index audit_anomaly_of_person on audit_anomaly (rule_name, staff_id, last_at);

-- how far the trail was searched: what was written before this version is not searched
create table audit_anomaly_search (
    id int not null primary key,
    seq bigint not null
);
insert into audit_anomaly_search (id, seq) select 1, coalesce(max(seq), 0) from audit_event;
