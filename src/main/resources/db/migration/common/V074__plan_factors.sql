-- the contributing factors of a plan and what addresses each; JSON, read and changed as a whole with the plan
alter table treatment_plan add column factors varchar(8000);
