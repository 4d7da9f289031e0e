create trigger session_note_amendment_signed_update before update on session_note_amendment for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_amendment_signed_delete before delete on session_note_amendment for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_signed_update before update on session_note for each row call 'io.plumbline.shared.SignedLock';
