-- when the person of a lead was erased; the row stays for the report
alter table consultation_lead add column erased_at datetime(6);
create index consultation_lead_to_erase on consultation_lead (erased_at, status, changed_at, id);

-- when what came in was erased; that it came stays
alter table submission add column erased_at datetime(6);
create index submission_to_erase on submission (erased_at, received_at, id);
create index submission_of_lead on submission (lead_id);
create index submission_key_of on submission_key (submission_id);
