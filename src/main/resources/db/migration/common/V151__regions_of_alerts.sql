-- where on the body an alert applies, by the codes of the body chart; null for the whole body, or where nobody said
alter table patient_alert add column regions varchar(400);
