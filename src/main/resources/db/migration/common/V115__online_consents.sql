-- from which address a patient agreed online; null in what was recorded by staff
alter table patient_consent add column given_from varchar(45);
