-- the intake note by which a patient who is worse is examined for the plan; null while none is begun
alter table treatment_plan add column examination_id binary(16);
-- the phase in which a visit took place, which may not be the one that it was planned in
alter table planned_visit add column delivered_phase varchar(12);
