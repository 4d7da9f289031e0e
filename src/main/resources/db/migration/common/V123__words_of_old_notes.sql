-- up to which old note a job has read those imported before they were found by their words; null once it has read all
insert into note_word_backfill (id, last_note_id) values (2, x'00000000000000000000000000000000');
