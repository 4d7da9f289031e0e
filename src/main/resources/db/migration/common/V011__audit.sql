create table audit_event (
    id binary(16) not null primary key,
    at datetime(6) not null,
    actor binary(16) not null,
    kind varchar(40) not null,
    subject binary(16) not null,
    patient binary(16),
    detail varchar(400) not null,
    mac binary(32) not null,
    seq bigint,
    chain binary(32),
    constraint audit_event_seq unique (seq)
);

create index audit_event_of_actor on audit_event (actor, id);
create index audit_event_of_patient on audit_event (patient, id);
create index audit_event_at on audit_event (at);
