-- since when a patient is worse: an examination before that day is no answer to it
alter table treatment_plan add column worse_since date;
