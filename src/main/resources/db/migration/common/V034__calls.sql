-- what was said
alter table call_attempt add column note varchar(2000) default '' not null;
-- somebody else answered at the number; until it is corrected
alter table consultation_lead add column phone_wrong boolean default false not null;
