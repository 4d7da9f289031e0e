-- patients for whom leads of the same person have to be looked for, by a job: they were added, corrected or became known at
-- one more clinic
create table patient_twin_due (
    id binary(16) not null primary key,
    patient_id binary(16) not null
);
create index patient_twin_due_of_patient on patient_twin_due (patient_id);

-- patients may have changed since the open leads of an older store were looked for
insert ignore into lead_twin_due (id, lead_id)
select id, id from consultation_lead where status not in ('CONVERTED', 'LOST', 'SPAM', 'MERGED');
