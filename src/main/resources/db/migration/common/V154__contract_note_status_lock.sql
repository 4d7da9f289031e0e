-- what gives a signed note another status, the next triggers ask for
drop trigger session_note_signed_update;
