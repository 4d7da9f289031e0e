-- the names of docs/glossary.md: response target, next follow-up, channel, duplicate candidate, break-glass access
alter table clinic rename column promise_minutes to response_target_minutes;

-- MySQL renames no column that a generated one reads
alter table consultation_lead drop index consultation_lead_unopened;
alter table consultation_lead drop column unopened_since;
alter table consultation_lead rename column next_touch_at to next_follow_up_at;
alter table consultation_lead rename column promise_kept to response_target_met;
alter table consultation_lead add column unopened_since datetime(6)
    generated always as (case when first_opened_at is null and next_follow_up_at is not null then received_at end);
create index consultation_lead_unopened on consultation_lead (queue_id, unopened_since, id);

alter table submission rename column came_by to channel;

alter table lead_twin rename to duplicate_candidate;
alter table lead_twin_queue rename column twin_id to candidate_id;
alter table lead_twin_queue rename to duplicate_candidate_queue;
alter table lead_twin_due rename to lead_duplicate_search;
alter table patient_twin_due rename to patient_duplicate_search;

alter table opening_with_reason rename to break_glass_access;
alter table opening_clinic rename column opening_id to break_glass_access_id;
alter table opening_clinic rename to break_glass_clinic;

-- the name of a person whose form contained none
update consultation_lead set full_name = 'Name not provided' where full_name = 'Name not told';
