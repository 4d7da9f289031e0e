-- an online intake of a lead has no patient until the lead is converted; it keeps its lead
alter table online_intake modify column patient_id binary(16);
alter table online_intake add column lead_id binary(16);
create index online_intake_of_lead on online_intake (lead_id, created_at, id);
alter table online_intake add constraint online_intake_lead foreign key (lead_id) references consultation_lead (id);
alter table online_intake add constraint online_intake_whose check (patient_id is not null or lead_id is not null);

-- what a lead submitted; whose it is now, the online intake says
alter table online_intake_submission modify column patient_id binary(16);
