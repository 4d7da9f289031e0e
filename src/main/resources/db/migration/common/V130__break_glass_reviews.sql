-- until when break-glass access is to be reviewed, what its reviewer decided, and when the overdue review was escalated;
-- access that was reviewed before has no decision
alter table break_glass_access add column review_due_at datetime(6) default '9999-12-31 00:00:00' not null;
alter table break_glass_access add column decision varchar(16);
alter table break_glass_access add column review_note varchar(400);
alter table break_glass_access add column escalated_at datetime(6);
-- three working days are five days at most where weekends are closed
update break_glass_access set review_due_at = timestampadd(day, 5, opened_at);
create index break_glass_access_due on break_glass_access (reviewed_at, review_due_at, id);
create index break_glass_access_decided on break_glass_access (decision, opened_at desc, id desc);
