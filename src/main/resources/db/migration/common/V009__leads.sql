-- the table cannot be called lead: that is a word of MySQL's
create table consultation_lead (
    id binary(16) not null primary key,
    -- the clinic that calls, or sixteen zero bytes for the group
    queue_id binary(16) not null,
    full_name varchar(120) not null,
    phone varchar(20),
    email varchar(254),
    concern varchar(2000) not null,
    call_days varchar(70) not null,
    call_day_parts varchar(40) not null,
    source varchar(16) not null,
    consent_at datetime(6) not null,
    status varchar(20) not null,
    status_before varchar(20),
    -- every open lead has one, no other lead has
    next_touch_at datetime(6),
    claimed_by binary(16),
    claimed_until datetime(6),
    lost_reason varchar(200),
    converted_patient_id binary(16),
    received_at datetime(6) not null,
    changed_at datetime(6) not null,
    changed_by binary(16) not null,
    operation_id binary(16),
    version bigint not null,
    constraint consultation_lead_operation unique (operation_id)
);

create index consultation_lead_due on consultation_lead (queue_id, next_touch_at, id);
create index consultation_lead_by_status on consultation_lead (queue_id, status, id);
create index consultation_lead_to_wake on consultation_lead (status, next_touch_at, id);

create table call_attempt (
    id binary(16) not null primary key,
    lead_id binary(16) not null,
    attempted_at datetime(6) not null,
    attempted_by binary(16) not null,
    outcome varchar(20) not null,
    constraint call_attempt_lead foreign key (lead_id) references consultation_lead (id)
);

create index call_attempt_of_lead on call_attempt (lead_id, attempted_at);
