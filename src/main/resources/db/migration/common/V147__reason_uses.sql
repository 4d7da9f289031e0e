-- for which patient somebody used the words of a clinical reason, as a keyed hash: the words are no copy for another
create table reason_use (
    staff_id binary(16) not null,
    words_hash binary(32) not null,
    patient_id binary(16) not null,
    used_at datetime(6) not null,
    primary key (staff_id, words_hash, patient_id)
);
create index reason_use_of_patient on reason_use (patient_id);
insert into disposal_rule (step, table_name, kind, rows_where) values
    (4, 'reason_use', 'DELETE', 'patient_id = ?');
