-- why a flag was cleared: who examined the patient, what was found, on which day
alter table red_flag add column examined_by varchar(120);
alter table red_flag add column examination varchar(400);
alter table red_flag add column examined_on date;
-- from when on the outcome of a referral is overdue; null while none is awaited
alter table red_flag add column outcome_due_at datetime(6);
create index red_flag_outcome on red_flag (clinic_id, outcome_due_at, id);

-- what a step was: of the status, that the outcome was asked for, or that a hold came back
alter table red_flag_step add column kind varchar(16) not null default 'STATUS';
alter table red_flag_step add column examined_by varchar(120);
alter table red_flag_step add column examination varchar(400);
alter table red_flag_step add column examined_on date;
