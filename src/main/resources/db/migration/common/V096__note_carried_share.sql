-- how much of a signed session note is as it was carried forward or filled in, counted when it was signed: numbers
-- without a word of it. A note that was entered in error has a second row, with which it counts nothing. Without a
-- foreign key to the note, which would want an index of its own: a signed note is never deleted
create table note_carried_share (
    note_id binary(16) not null,
    -- 1, or -1 in the second row; the numbers after it likewise
    notes int not null,
    clinic_id binary(16) not null,
    author_id binary(16) not null,
    -- the first day of the month in which it was signed, at the clinic
    signed_month date not null,
    carried_notes int not null,
    chars int not null,
    carried_chars int not null,
    template_chars int not null,
    primary key (note_id, notes)
);
create index note_carried_share_month on note_carried_share
    (clinic_id, signed_month, author_id, notes, carried_notes, chars, carried_chars, template_chars);

-- one row: up to which note a job has counted the notes of an older store; null once it has counted them all
create table note_carried_share_backfill (
    id int not null primary key,
    last_note_id binary(16)
);
insert into note_carried_share_backfill (id, last_note_id) values (1, x'00000000000000000000000000000000');
