create trigger session_note_signed_update before update on session_note for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_signed_delete before delete on session_note for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_area_signed_insert before insert on session_note_area for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_area_signed_update before update on session_note_area for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_area_signed_delete before delete on session_note_area for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_modality_signed_insert before insert on session_note_modality for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_modality_signed_update before update on session_note_modality for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_modality_signed_delete before delete on session_note_modality for each row call 'io.plumbline.shared.SignedLock';
