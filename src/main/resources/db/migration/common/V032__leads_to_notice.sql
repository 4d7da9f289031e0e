-- when somebody opened the lead first, and when a manager was told that its promise has passed
alter table consultation_lead add column first_opened_at datetime(6);
alter table consultation_lead add column escalated_at datetime(6);

-- what came in before this is no news
update consultation_lead set first_opened_at = received_at;

-- when it came in, while it is open and nobody has opened it
alter table consultation_lead add column unopened_since datetime(6)
    generated always as (case when first_opened_at is null and next_touch_at is not null then received_at end);
-- when it is late, until a manager was told
alter table consultation_lead add column escalates_at datetime(6)
    generated always as (case when escalated_at is null then overdue_at end);

create index consultation_lead_unopened on consultation_lead (queue_id, unopened_since, id);
create index consultation_lead_escalates on consultation_lead (escalates_at, id);
