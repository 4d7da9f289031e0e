-- patients imported from a file of another product, and what is known of each row
create table patient_import (
    id binary(16) not null primary key,
    version bigint not null,
    clinic_id binary(16) not null,
    -- the product that wrote the file
    source varchar(16) not null,
    file_name varchar(160) not null,
    -- its random name in the file store
    stored_as varchar(32) not null,
    sha256 varchar(64) not null,
    bytes bigint not null,
    encoding varchar(24) not null,
    cell_separator varchar(1) not null,
    -- of birth dates; null if no date can be read in two ways
    date_order varchar(12),
    -- which column is which field, as JSON
    field_columns varchar(2000) not null,
    status varchar(12) not null,
    -- counted by the check
    row_count bigint not null,
    -- how many rows are done, and what became of them
    done bigint not null,
    added bigint not null,
    matched bigint not null,
    known bigint not null,
    skipped bigint not null,
    reverted bigint not null,
    -- how often the file was checked
    checks int not null,
    begun_at datetime(6) not null,
    begun_by binary(16) not null,
    changed_at datetime(6) not null,
    constraint patient_import_stored unique (stored_as)
);
create index patient_import_of_clinic on patient_import (clinic_id, begun_at, id);

-- what the check found: rows that cannot be imported, and rows that may be a patient who is there
create table patient_import_row (
    import_id binary(16) not null,
    row_number_in_file bigint not null,
    line bigint not null,
    finding varchar(12) not null,
    -- what is wrong, or what the two have in common
    sentence varchar(1000) not null,
    name varchar(170) not null,
    -- the patient whom the row may be
    patient_id binary(16),
    -- the earlier row of the same file that it may be
    earlier_row bigint,
    decision varchar(12),
    primary key (import_id, row_number_in_file),
    constraint patient_import_row_import foreign key (import_id) references patient_import (id)
);

-- by what a patient is known in another product, so that no row becomes a patient twice
create table external_patient (
    clinic_id binary(16) not null,
    source varchar(16) not null,
    external_id varchar(80) not null,
    patient_id binary(16) not null,
    import_id binary(16) not null,
    row_number_in_file bigint not null,
    -- whether the import added the patient
    is_added boolean not null,
    primary key (clinic_id, source, external_id),
    constraint external_patient_patient foreign key (patient_id) references patient (id),
    constraint external_patient_import foreign key (import_id) references patient_import (id)
);
create index external_patient_of_import on external_patient (import_id, row_number_in_file);
create index external_patient_of_patient on external_patient (patient_id);
