-- when the patient agreed; null in what was stored before it was asked
alter table plan_revision add column agreed_on date;

-- what the patient signed on the screen, as strokes: apart, since few revisions have one
create table plan_signature (
    revision_id binary(16) primary key,
    strokes varchar(8000) not null,
    constraint plan_signature_revision foreign key (revision_id) references plan_revision (id)
);

-- the agreement is no part of a draft any more: a complete draft waits for it
update treatment_plan set awaits_agreement = true
where status = 'DRAFT' and agreed = true and starts_on is not null and reason_for_care <> ''
    and exists (select 1 from plan_service s where s.plan_id = treatment_plan.id)
    and not exists (select 1 from plan_service s where s.plan_id = treatment_plan.id and s.practitioner_id is null)
    and exists (select 1 from plan_goal g where g.plan_id = treatment_plan.id)
    and not exists (select 1 from plan_goal g where g.plan_id = treatment_plan.id
        and (g.baseline is null or g.baseline_on is null or g.target is null or g.due_on is null));
