-- the appointment that was booked for a lead last, before there is a patient
alter table consultation_lead add column consultation_id binary(16);
