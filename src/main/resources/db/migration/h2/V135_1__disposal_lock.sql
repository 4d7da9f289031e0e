-- what is signed is deleted in one case alone: a disposal that two people approved is running for its patient
create trigger intake_note_signed_delete before delete on intake_note for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_signed_delete before delete on session_note for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_area_signed_delete before delete on intake_note_area for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_factor_signed_delete before delete on intake_note_factor for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_limitation_signed_delete before delete on intake_note_limitation for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_answer_signed_delete before delete on intake_note_answer for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_check_signed_delete before delete on intake_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_area_signed_delete before delete on session_note_area for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_modality_signed_delete before delete on session_note_modality for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_check_signed_delete before delete on session_note_check for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_amendment_signed_delete before delete on session_note_amendment for each row call 'io.plumbline.shared.SignedLock';
create trigger session_note_cosignature_signed_delete before delete on session_note_cosignature for each row call 'io.plumbline.shared.SignedLock';
create trigger intake_note_conclusion_signed_delete before delete on intake_note_conclusion for each row call 'io.plumbline.shared.SignedLock';
create trigger online_intake_submission_signed_delete before delete on online_intake_submission for each row call 'io.plumbline.onlineintake.SubmissionLock';
