-- the signed note that a score was recorded from, so that it is withdrawn with the note; null if it was entered itself
alter table outcome_score add column note_id binary(16);
create index outcome_score_of_note on outcome_score (note_id);
