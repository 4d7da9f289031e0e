-- a call that was logged by mistake: it is shown and counts for nothing
alter table call_attempt add column undone_at datetime(6);
-- the call that the action logged
alter table lead_before add column call_id binary(16);
-- when a waiting mail was withdrawn, because the person asked not to be contacted; undoing that queues it again
alter table outbox_mail add column withdrawn_at datetime(6);
