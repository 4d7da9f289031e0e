-- the practitioner of the visit of a note that somebody else wrote, since their account was deactivated, and how the
-- author took part in the visit
alter table session_note add column taken_over_from binary(16);
alter table session_note add column taken_over_presence varchar(400);

-- the lock of a signed note covers both; the next triggers say so
drop trigger session_note_signed_update;
