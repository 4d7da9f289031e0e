-- who answers an online intake: a link that staff copied, or that went to a new address, proves nothing; what came from
-- the clinic is marked; both are confirmed with the patient
alter table online_intake add column unproven varchar(12);
alter table online_intake add column from_clinic boolean not null default false;
alter table online_intake add column confirmed_at datetime(6);
alter table online_intake add column confirmed_by binary(16);
-- the code that was mailed last, as a keyed hash; until when it holds, and how many were mailed
alter table online_intake add column code_hash varchar(64);
alter table online_intake add column code_until datetime(6);
alter table online_intake add column codes_sent int not null default 0;
update online_intake set unproven = 'COPIED' where by_mail = false and state in ('SENT', 'OPENED');

-- which pages may show what is saved: those of the opening that saved it, or opened by a code
alter table online_intake_draft add column pass_key varchar(22) not null default '';

-- when staff recorded the e-mail address; null if the person gave it, or staff did before this was recorded
alter table patient add column email_recorded_at datetime(6);
alter table consultation_lead add column email_recorded_at datetime(6);

-- the online intake by which a consent was given
alter table patient_consent add column online_intake_id binary(16);

-- to an earlier address: that it was changed
insert into disposal_rule (step, table_name, kind, rows_where) values
    (381, 'outbox_mail', 'DELETE', 'about = ?');
