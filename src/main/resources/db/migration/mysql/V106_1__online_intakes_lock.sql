-- what was submitted by an online intake never changes
delimiter //
create trigger online_intake_submission_signed_update before update on online_intake_submission for each row
begin
    signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
end//
create trigger online_intake_submission_signed_delete before delete on online_intake_submission for each row
begin
    signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
end//
delimiter ;
