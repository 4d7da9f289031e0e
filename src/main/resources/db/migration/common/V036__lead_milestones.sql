-- what the report counts, kept when it happens and never taken back
alter table consultation_lead add column first_attempt_at datetime(6);
alter table consultation_lead add column first_attempt_by binary(16);
-- opening minutes of the lead's queue since it came in; null where they were not counted then
alter table consultation_lead add column first_attempt_minutes int;
-- null until the first attempt, and where the lead went another way before its promise was over
alter table consultation_lead add column promise_kept boolean;
alter table consultation_lead add column contacted_at datetime(6);
alter table consultation_lead add column contacted_minutes int;
alter table consultation_lead add column booked_at datetime(6);
alter table consultation_lead add column held_at datetime(6);
alter table consultation_lead add column converted_at datetime(6);

update consultation_lead set
    first_attempt_at = (select min(a.attempted_at) from call_attempt a where a.lead_id = consultation_lead.id),
    first_attempt_by = (select a.attempted_by from call_attempt a where a.lead_id = consultation_lead.id
        order by a.attempted_at limit 1),
    contacted_at = (select min(a.attempted_at) from call_attempt a where a.lead_id = consultation_lead.id
        and a.outcome in ('REACHED', 'NOT_INTERESTED')),
    booked_at = case when status = 'CONVERTED' then changed_at end,
    converted_at = case when status = 'CONVERTED' then changed_at end;

-- the report reads nothing else of a lead; the list is in the order of its beginning
create index consultation_lead_report on consultation_lead (queue_id, received_at desc, id desc, status, source,
    first_attempt_by, first_attempt_minutes, contacted_at, contacted_minutes, promise_kept, overdue_at, booked_at, held_at,
    converted_at);
-- the list of one status with the reasons of the lost
create index consultation_lead_of_status on consultation_lead (queue_id, status, received_at desc, id desc, lost_reason);
create index consultation_lead_of_caller on consultation_lead (queue_id, first_attempt_by, received_at desc, id desc);
-- the columns of the board, by what is due first
create index consultation_lead_board on consultation_lead (queue_id, status, overdue_at, id);
alter table consultation_lead drop index consultation_lead_by_status;
