create trigger session_note_signed_update before update on session_note for each row call 'io.plumbline.shared.SignedLock';
