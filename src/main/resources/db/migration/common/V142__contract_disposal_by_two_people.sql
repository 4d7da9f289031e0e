-- H2 keeps a list of constants with the connection that made the constraint, and refuses each row once that is closed
alter table disposal_list drop constraint disposal_list_two_people;
alter table disposal_list add constraint disposal_list_two_people check (
    (status <> 'APPROVED' or decided_by is not null and decided_by <> proposed_by)
    and (status <> 'RUNNING' or decided_by is not null and decided_by <> proposed_by)
    and (status <> 'DONE' or decided_by is not null and decided_by <> proposed_by));
