-- the conclusion of an intake note never changes
delimiter //
create trigger intake_note_conclusion_signed_update before update on intake_note_conclusion for each row
begin
    signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
end//
create trigger intake_note_conclusion_signed_delete before delete on intake_note_conclusion for each row
begin
    signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
end//
delimiter ;
