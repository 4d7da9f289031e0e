-- what is signed is deleted in one case alone: a disposal that two people approved is running for its patient
delimiter //
create trigger intake_note_signed_delete before delete on intake_note for each row
begin
    if old.status <> 'DRAFT' and not exists (select 1 from disposal_entry e join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by
            where e.patient_id = old.patient_id and e.status = 'RUNNING') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_signed_delete before delete on session_note for each row
begin
    if old.status <> 'DRAFT' and not exists (select 1 from disposal_entry e join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by
            where e.patient_id = old.patient_id and e.status = 'RUNNING') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_area_signed_delete before delete on intake_note_area for each row
begin
    if exists (select 1 from intake_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from intake_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_factor_signed_delete before delete on intake_note_factor for each row
begin
    if exists (select 1 from intake_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from intake_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_limitation_signed_delete before delete on intake_note_limitation for each row
begin
    if exists (select 1 from intake_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from intake_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_answer_signed_delete before delete on intake_note_answer for each row
begin
    if exists (select 1 from intake_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from intake_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_check_signed_delete before delete on intake_note_check for each row
begin
    if exists (select 1 from intake_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from intake_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_area_signed_delete before delete on session_note_area for each row
begin
    if exists (select 1 from session_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from session_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_modality_signed_delete before delete on session_note_modality for each row
begin
    if exists (select 1 from session_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from session_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_check_signed_delete before delete on session_note_check for each row
begin
    if exists (select 1 from session_note n where n.id = old.note_id and n.status <> 'DRAFT')
        and not exists (select 1 from session_note n join disposal_entry e on e.patient_id = n.patient_id and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where n.id = old.note_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_amendment_signed_delete before delete on session_note_amendment for each row
begin
    if not exists (select 1 from disposal_entry e join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by
            where e.patient_id = old.patient_id and e.status = 'RUNNING') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_cosignature_signed_delete before delete on session_note_cosignature for each row
begin
    if not exists (select 1 from disposal_entry e join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by
            where e.patient_id = old.patient_id and e.status = 'RUNNING') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_conclusion_signed_delete before delete on intake_note_conclusion for each row
begin
    if not exists (select 1 from disposal_entry e join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by
            where e.patient_id = old.patient_id and e.status = 'RUNNING') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger online_intake_submission_signed_delete before delete on online_intake_submission for each row
begin
    if not exists (select 1 from online_intake i join disposal_entry e on e.patient_id = i.patient_id
            and e.status = 'RUNNING' join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where i.id = old.intake_id)
        and not exists (select 1 from online_intake i join consultation_lead c on c.id = i.lead_id
            left join lead_alias a on a.lead_id = c.id left join consultation_lead k on k.id = a.read_under_id
            join disposal_entry e on e.patient_id = coalesce(c.converted_patient_id, k.converted_patient_id)
            and e.status = 'RUNNING' join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' and l.decided_by <> l.proposed_by where i.id = old.intake_id) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
-- the portal's own user may delete a record by this alone, and only for a disposal that two people approved
create procedure dispose_step(in of_entry binary(16), in of_step int)
    sql security definer
    modifies sql data
begin
    declare removed bigint default 0;
    declare action varchar(2200);
    set @disposal_patient = null;
    select e.patient_id into @disposal_patient from disposal_entry e join disposal_list l on l.id = e.list_id
        where e.id = of_entry and e.status = 'RUNNING' and l.status = 'RUNNING' and l.decided_by <> l.proposed_by;
    if @disposal_patient is null then
        signal sqlstate '45000' set message_text = 'No disposal that two people approved is running';
    end if;
    select case kind when 'DELETE' then concat('delete from ', table_name, ' where ', rows_where)
        when 'BLANK' then concat('update ', table_name, ' set ', blanked, ' where ', rows_where) end
        into action from disposal_rule where step = of_step;
    if action is null then
        signal sqlstate '45000' set message_text = 'This step of the disposal removes nothing';
    end if;
    set @disposal_action = action;
    prepare disposal_step_now from @disposal_action;
    execute disposal_step_now using @disposal_patient;
    set removed = row_count();
    deallocate prepare disposal_step_now;
    select removed;
end//
delimiter ;
