create trigger online_intake_submission_signed_update before update on online_intake_submission for each row call 'io.plumbline.onlineintake.SubmissionLock';
create trigger online_intake_submission_signed_delete before delete on online_intake_submission for each row call 'io.plumbline.onlineintake.SubmissionLock';
