-- files on the record of a patient; their content lies in the file store, and no row is deleted
create table patient_attachment (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    -- where it was added
    clinic_id binary(16) not null,
    kind varchar(16) not null,
    title varchar(120) not null,
    -- who made it; empty if that is the patient or unknown
    source varchar(120) not null,
    -- of the recording, the letter or the signature
    dated_on date not null,
    -- by its content
    format varchar(8) not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    -- its random name in the file store
    stored_as varchar(32) not null,
    added_at datetime(6) not null,
    added_by binary(16) not null,
    error_at datetime(6),
    error_by binary(16),
    error_reason varchar(400),
    -- patient and content while it counts, else null: the same file once
    current_key varchar(110),
    constraint patient_attachment_patient foreign key (patient_id) references patient (id),
    constraint patient_attachment_stored unique (stored_as),
    constraint patient_attachment_current unique (current_key)
);
create index patient_attachment_of_patient on patient_attachment (patient_id, added_at, id);
