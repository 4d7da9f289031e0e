-- a later version of a signed intake note: the first version, the one that it amends, its number from 2, and why; null
-- for a first version. The version that is amended is never touched: that it no longer counts follows from these.
alter table intake_note add column first_id binary(16);
alter table intake_note add column amends_id binary(16);
alter table intake_note add column revision int;
alter table intake_note add column amendment_reason varchar(500);
-- a version has one that amends it, being written or signed
create unique index intake_note_amends on intake_note (amends_id);
