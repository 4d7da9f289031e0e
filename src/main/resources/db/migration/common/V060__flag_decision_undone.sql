-- how a flag stood before its last decision, to which undoing the decision returns; null once anything else happened to it
alter table red_flag add column before_status varchar(20);
alter table red_flag add column before_decided_at datetime(6);
alter table red_flag add column before_decided_by binary(16);
alter table red_flag add column before_reason varchar(400);
alter table red_flag add column before_monitored_until date;
alter table red_flag add column before_outcome_due_at datetime(6);
create index red_flag_decided_by on red_flag (decided_by, decided_at);
