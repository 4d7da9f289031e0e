-- the language that the person prefers, as a patient's record has it; null if it was never asked
alter table consultation_lead add column spoken_language varchar(40);
