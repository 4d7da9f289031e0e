-- a decision about a co-signature never changes
delimiter //
create trigger session_note_cosignature_signed_update before update on session_note_cosignature for each row
begin
    signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
end//
create trigger session_note_cosignature_signed_delete before delete on session_note_cosignature for each row
begin
    signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
end//
delimiter ;
