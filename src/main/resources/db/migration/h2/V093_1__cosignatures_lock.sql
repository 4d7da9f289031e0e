create trigger session_note_cosignature_signed_update before update on session_note_cosignature for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_cosignature_signed_delete before delete on session_note_cosignature for each row call 'io.plumbline.shared.SignedLock';
