-- the code of what is signed names its method; without a name it is a SHA-256 of before
alter table session_note modify column content_hash varchar(80);
alter table intake_note modify column content_hash varchar(80);
