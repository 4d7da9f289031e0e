-- the day on which a plan ends: that of its last open visit, as booked or else as planned; otherwise of its last delivered one
alter table treatment_plan add column ends_on date;
update treatment_plan set ends_on = coalesce(
    (select max(coalesce(v.booked_on, v.planned_on)) from planned_visit v
     where v.plan_id = treatment_plan.id and v.delivered_note_id is null),
    (select max(v.delivered_on) from planned_visit v where v.plan_id = treatment_plan.id))
where status <> 'DRAFT';

-- why the scores of an active plan ask a clinician to look, since the last visit, score or decision
alter table treatment_plan add column review_reason varchar(12);

-- a draft in which nothing is missing but the agreement of the patient; the worklist orders it by its start
alter table treatment_plan add column awaits_agreement boolean not null default false;
update treatment_plan set awaits_agreement = true
where status = 'DRAFT' and agreed = false and starts_on is not null and reason_for_care <> ''
    and exists (select 1 from plan_service s where s.plan_id = treatment_plan.id)
    and not exists (select 1 from plan_service s where s.plan_id = treatment_plan.id and s.practitioner_id is null)
    and exists (select 1 from plan_goal g where g.plan_id = treatment_plan.id)
    and not exists (select 1 from plan_goal g where g.plan_id = treatment_plan.id
        and (g.baseline is null or g.baseline_on is null or g.target is null or g.due_on is null));
update treatment_plan set due_on = starts_on where status = 'DRAFT';

-- who is responsible: whoever activated the plan, before that whoever writes it
alter table treatment_plan add column responsible_id binary(16);
update treatment_plan set responsible_id = coalesce(activated_by, created_by);

create index treatment_plan_ends on treatment_plan (clinic_id, status, ends_on, id);
create index treatment_plan_review on treatment_plan (clinic_id, status, review_reason, due_on, id);
create index treatment_plan_of_responsible on treatment_plan (responsible_id, clinic_id, status, due_on, id);

-- the filters that somebody comes back to, as the address of a list has them; until now those of leads only
alter table saved_lead_filter rename to saved_filter;
alter table saved_filter add column list_name varchar(12) not null default 'lead';
alter table saved_filter drop primary key;
alter table saved_filter add primary key (staff_id, list_name, name);
