create trigger intake_note_conclusion_signed_update before update on intake_note_conclusion for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_conclusion_signed_delete before delete on intake_note_conclusion for each row call 'io.plumbline.shared.SignedLock';
