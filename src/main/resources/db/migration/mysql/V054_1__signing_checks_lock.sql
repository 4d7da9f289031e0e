delimiter //
create trigger session_note_check_signed_insert before insert on session_note_check for each row
begin
    if exists (select 1 from session_note where id in (new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_check_signed_update before update on session_note_check for each row
begin
    if exists (select 1 from session_note where id in (old.note_id, new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger session_note_check_signed_delete before delete on session_note_check for each row
begin
    if exists (select 1 from session_note where id in (old.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_check_signed_insert before insert on intake_note_check for each row
begin
    if exists (select 1 from intake_note where id in (new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_check_signed_update before update on intake_note_check for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id, new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_check_signed_delete before delete on intake_note_check for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
delimiter ;
