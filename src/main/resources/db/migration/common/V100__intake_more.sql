-- what an intake note says beside its columns, as JSON; null if nothing
alter table intake_note add column more longtext;
