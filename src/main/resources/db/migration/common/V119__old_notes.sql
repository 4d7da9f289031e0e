-- notes of another product, imported as documents that nobody edits
create table old_note (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    -- where it was imported
    clinic_id binary(16) not null,
    -- the product that wrote the file
    source varchar(40) not null,
    written_on date not null,
    -- as the other product has it; empty if the file does not say
    author varchar(120) not null,
    title varchar(160) not null,
    body longtext not null,
    imported_at datetime(6) not null,
    imported_by binary(16) not null,
    -- from then on the import no longer removes it
    opened_at datetime(6),
    error_at datetime(6),
    error_by binary(16),
    error_reason varchar(400),
    constraint old_note_patient foreign key (patient_id) references patient (id)
);
create index old_note_of_patient on old_note (patient_id, written_on, id);
