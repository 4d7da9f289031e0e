-- how far the trail is sealed: one row, so that the removal of the last rows is noticed
create table audit_head (
    id int not null primary key,
    seq bigint not null,
    chain binary(32) not null,
    mac binary(32) not null
);

-- what waits for its seal
create index audit_event_to_seal on audit_event (seq, id);

-- the auditor's questions, newest first
alter table audit_event drop index audit_event_of_actor;
alter table audit_event drop index audit_event_of_patient;
alter table audit_event drop index audit_event_at;
create index audit_event_by_time on audit_event (at desc, id desc);
create index audit_event_of_actor on audit_event (actor, at desc, id desc);
create index audit_event_of_patient on audit_event (patient, at desc, id desc);
create index audit_event_of_kind on audit_event (kind, at desc, id desc);
create index audit_event_of_actor_and_kind on audit_event (actor, kind, at desc, id desc);
