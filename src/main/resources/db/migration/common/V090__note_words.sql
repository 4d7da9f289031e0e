-- the words of signed session notes and of what was added to them, by which a note is found: within one patient, and
-- among the notes of one author. Without a foreign key to the note, which would want an index of its own: a signed note
-- is never deleted
create table note_word (
    patient_id binary(16) not null,
    word varchar(40) not null,
    treated_on date not null,
    note_id binary(16) not null,
    author_id binary(16) not null,
    primary key (patient_id, word, treated_on, note_id)
);
create index note_word_of_author on note_word (author_id, word, treated_on, note_id, patient_id);

-- one row: up to which note a job has read the notes of an older store for their words; null once it has read them all
create table note_word_backfill (
    id int not null primary key,
    last_note_id binary(16)
);
insert into note_word_backfill (id, last_note_id) values (1, x'00000000000000000000000000000000');
