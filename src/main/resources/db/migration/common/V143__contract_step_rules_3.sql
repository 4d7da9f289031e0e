-- version 3 of the step rules has more answers, and judges a course from the last examination or revision on
alter table treatment_plan modify column proposed_step varchar(24);
alter table treatment_plan modify column review_reason varchar(24);
alter table treatment_plan add column step_row int;
alter table treatment_plan add column is_worse boolean default false not null;
alter table treatment_plan add column examined_on date;
alter table treatment_plan add column revised_on date;
-- from when a course is to be judged again; all active ones are after this upgrade
alter table treatment_plan add column judge_at datetime(6);
create index treatment_plan_to_judge on treatment_plan (status, judge_at, id);
alter table plan_decision modify column proposed varchar(24);
alter table plan_decision modify column decided varchar(24);
update treatment_plan set judge_at = '1970-01-01 00:00:00' where status = 'ACTIVE';
-- a decision that added visits is no revision; half a day earlier, so that it is on the day at the clinic or before
update treatment_plan set revised_on = (
    select cast(max(timestampadd(hour, -12, r.made_at)) as date) from plan_revision r
    where r.plan_id = treatment_plan.id and r.number > 1
    and not exists (select 1 from plan_decision d where d.plan_id = r.plan_id and d.decided_at = r.made_at));
-- no course that worsens keeps an answer of more care until it is judged again
update treatment_plan set proposed_step = 'EXAMINE_AGAIN', review_reason = 'WORSE_THAN_BEFORE', is_worse = true
    where review_reason = 'PAIN_RISING' or proposed_step = 'STEP_UP';
update treatment_plan set proposed_step = 'EXAMINE_AGAIN', review_reason = 'WORSE_THAN_AT_START', is_worse = true
    where review_reason = 'WORSENING';
update treatment_plan set proposed_step = 'CHANGE' where review_reason = 'PLATEAU' and proposed_step = 'REFER';
update treatment_plan set review_reason = 'UNCHANGED' where review_reason = 'PLATEAU';
