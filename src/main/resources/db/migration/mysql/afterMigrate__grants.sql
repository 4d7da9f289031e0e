-- What the portal's own database user may do; the owner, who migrates, may do everything.
-- Whatever is signed or audited is neither changed nor deleted, also not past the triggers.
grant select, insert, update, delete on clinic to '${runtime-user}'@'%';
grant select, insert, update, delete on clinic_hours to '${runtime-user}'@'%';
grant select, insert, update, delete on clinic_closed_day to '${runtime-user}'@'%';
grant select, insert, update, delete on clinic_day_part to '${runtime-user}'@'%';
grant select, insert, update, delete on staff_account to '${runtime-user}'@'%';
grant select, insert, update, delete on staff_account_clinic to '${runtime-user}'@'%';
grant select, insert, update, delete on patient_relation to '${runtime-user}'@'%';
grant select, insert, update, delete on practitioner to '${runtime-user}'@'%';
grant select, insert, update, delete on practitioner_hours to '${runtime-user}'@'%';
grant select, insert, update, delete on exercise to '${runtime-user}'@'%';
grant select, insert, update, delete on patient to '${runtime-user}'@'%';
grant select, insert, update, delete on patient_clinic to '${runtime-user}'@'%';
grant select, insert, update, delete on patient_summary to '${runtime-user}'@'%';
grant select, insert, update on red_flag to '${runtime-user}'@'%';
grant select, insert, update on appointment to '${runtime-user}'@'%';
grant select, insert, update, delete on booked_slot to '${runtime-user}'@'%';
grant select, insert, update on intake_note to '${runtime-user}'@'%';
grant select, insert, update, delete on consultation_lead to '${runtime-user}'@'%';
grant select, insert, update, delete on call_attempt to '${runtime-user}'@'%';
grant select, insert, update on treatment_plan to '${runtime-user}'@'%';
grant select, insert, update (seq, chain) on audit_event to '${runtime-user}'@'%';
grant select, insert on store to '${runtime-user}'@'%';
