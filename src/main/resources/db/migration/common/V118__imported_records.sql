-- an import may also be of appointments to come
alter table patient_import add column kind varchar(16) not null default 'PATIENTS';
-- what names in the file mean here, as JSON
alter table patient_import add column chosen_names longtext;

-- by what a record other than a patient is known in another product, so that no row is imported twice
create table imported_record (
    clinic_id binary(16) not null,
    source varchar(16) not null,
    kind varchar(16) not null,
    external_id varchar(80) not null,
    record_id binary(16) not null,
    import_id binary(16) not null,
    row_number_in_file bigint not null,
    primary key (clinic_id, source, kind, external_id),
    constraint imported_record_import foreign key (import_id) references patient_import (id)
);
create index imported_record_of_import on imported_record (import_id, row_number_in_file);
