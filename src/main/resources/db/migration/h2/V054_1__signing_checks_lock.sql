create trigger session_note_check_signed_insert before insert on session_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_check_signed_update before update on session_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_check_signed_delete before delete on session_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_check_signed_insert before insert on intake_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_check_signed_update before update on intake_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_check_signed_delete before delete on intake_note_check for each row call 'io.plumbline.shared.SignedLock';
