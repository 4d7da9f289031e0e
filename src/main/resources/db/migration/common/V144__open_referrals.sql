-- a decision to refer is open until a referral is written or the decision is taken back
alter table treatment_plan add column referral_open_on date;
alter table plan_decision add column is_referral_taken_back boolean default false not null;
-- the last decision was to refer, and nobody has referred the patient since; half a day earlier, as in V143
update treatment_plan set referral_open_on = (
    select cast(timestampadd(hour, -12, d.decided_at) as date) from plan_decision d
    where d.plan_id = treatment_plan.id and (d.decided = 'REFER' or d.reevaluation = 'REFER')
    and not exists (select 1 from plan_decision later
        where later.plan_id = d.plan_id
        and (later.decided_at > d.decided_at or later.decided_at = d.decided_at and later.id > d.id))
    and not exists (select 1 from referral r
        where r.patient_id = treatment_plan.patient_id and r.asked_at >= d.decided_at))
where status in ('ACTIVE', 'ON_HOLD');
