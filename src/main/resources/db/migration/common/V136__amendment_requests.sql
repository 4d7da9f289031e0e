-- requests of patients to amend their record (45 CFR 164.526), which is answered by adding, never by overwriting
create table amendment_request (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    requested_by varchar(160) not null,
    identity_check varchar(200) not null,
    -- what to amend and why, in the words of who asks
    wanted varchar(2000) not null,
    received_on date not null,
    due_on date not null,
    -- the order of the list: open ones by the day they are due, all others behind them
    place date not null,
    extension_reason varchar(400),
    status varchar(10) not null,
    registered_at datetime(6) not null,
    registered_by binary(16) not null,
    decided_at datetime(6),
    decided_by binary(16),
    denial_basis varchar(24),
    -- what was appended, the basis of the denial in plain words, or how it was withdrawn
    decision_words varchar(2000),
    told varchar(400),
    disagreement varchar(2000),
    disagreed_on date,
    rebuttal varchar(2000),
    rebutted_on date,
    constraint amendment_request_patient foreign key (patient_id) references patient (id)
);
create index amendment_request_by_place on amendment_request (place, id desc);
create index amendment_request_of_patient on amendment_request (patient_id, received_on, id);
-- which parts of the record a request is about
create table amendment_link (
    request_id binary(16) not null,
    kind varchar(16) not null,
    record_id binary(16) not null,
    primary key (request_id, record_id),
    constraint amendment_link_request foreign key (request_id) references amendment_request (id)
);
create index amendment_link_of_record on amendment_link (record_id);
insert into disposal_rule (step, table_name, kind, rows_where) values
    (1, 'amendment_link', 'DELETE', 'request_id in (select id from amendment_request where patient_id = ?)'),
    (2, 'amendment_request', 'DELETE', 'patient_id = ?');
