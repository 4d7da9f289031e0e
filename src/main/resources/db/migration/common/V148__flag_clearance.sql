-- what cleared a red flag: which finding and when, where, by whose examination, and the document of an outside examiner
alter table red_flag add column finding varchar(32);
alter table red_flag add column finding_on date;
alter table red_flag add column examined_place varchar(120);
alter table red_flag add column examiner_staff binary(16);
alter table red_flag add column examiner_contact binary(16);
alter table red_flag add column examiner_role varchar(80);
alter table red_flag add column document_asked_on date;
alter table red_flag add column document_id binary(16);
alter table red_flag_step add column finding varchar(32);
alter table red_flag_step add column finding_on date;
alter table red_flag_step add column examined_place varchar(120);
alter table red_flag_step add column examiner_staff binary(16);
alter table red_flag_step add column examiner_contact binary(16);
alter table red_flag_step add column examiner_role varchar(80);
alter table red_flag_step add column document_asked_on date;
alter table red_flag_step add column document_id binary(16);

-- who proposed to clear an emergency flag, which a second clinician confirms or refuses
alter table red_flag add column proposed_at datetime(6);
alter table red_flag add column proposed_by binary(16);
alter table red_flag add column proposed_reason varchar(400);
