-- the day before which the person does not want to be called
alter table consultation_lead add column call_from date;
-- when the time for a call that begins with the next touch ends, and from when on the touch is late
alter table consultation_lead add column window_ends_at datetime(6);
alter table consultation_lead add column overdue_at datetime(6);
-- the times that suit the person cannot be met
alter table consultation_lead add column write_first boolean;

-- as where no clinic has hours; what is called next is counted by the clock
update consultation_lead set window_ends_at = timestampadd(minute, 15, next_touch_at),
    overdue_at = timestampadd(minute, 15, next_touch_at), write_first = false where next_touch_at is not null;

-- when the time for a call ends before the touch is late: then the next one is looked for
alter table consultation_lead add column moves_on_at datetime(6)
    generated always as (case when window_ends_at < overdue_at then window_ends_at end);

create index consultation_lead_overdue on consultation_lead (queue_id, overdue_at, id);
create index consultation_lead_callable on consultation_lead (queue_id, window_ends_at, id);
create index consultation_lead_moves_on on consultation_lead (moves_on_at, id);
alter table consultation_lead drop index consultation_lead_due;
