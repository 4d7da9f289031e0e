delimiter //
create trigger intake_note_signed_update before update on intake_note for each row
begin
    if old.status <> 'DRAFT' then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_signed_delete before delete on intake_note for each row
begin
    if old.status <> 'DRAFT' then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_area_signed_insert before insert on intake_note_area for each row
begin
    if exists (select 1 from intake_note where id in (new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_area_signed_update before update on intake_note_area for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id, new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_area_signed_delete before delete on intake_note_area for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_factor_signed_insert before insert on intake_note_factor for each row
begin
    if exists (select 1 from intake_note where id in (new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_factor_signed_update before update on intake_note_factor for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id, new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_factor_signed_delete before delete on intake_note_factor for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_limitation_signed_insert before insert on intake_note_limitation for each row
begin
    if exists (select 1 from intake_note where id in (new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_limitation_signed_update before update on intake_note_limitation for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id, new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_limitation_signed_delete before delete on intake_note_limitation for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_answer_signed_insert before insert on intake_note_answer for each row
begin
    if exists (select 1 from intake_note where id in (new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_answer_signed_update before update on intake_note_answer for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id, new.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
create trigger intake_note_answer_signed_delete before delete on intake_note_answer for each row
begin
    if exists (select 1 from intake_note where id in (old.note_id) and status <> 'DRAFT') then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
delimiter ;
