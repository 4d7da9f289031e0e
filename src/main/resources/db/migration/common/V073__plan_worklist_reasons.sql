-- the worklist counts and lists these by clinic
create index treatment_plan_step on treatment_plan (clinic_id, status, proposed_step, due_on, id);
create index treatment_plan_reevaluation on treatment_plan (clinic_id, status, reevaluate_on, id);
