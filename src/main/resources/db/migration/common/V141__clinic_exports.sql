-- everything of a clinic as one encrypted file: a manager asks for it, the privacy officer releases it, a job makes it
create table clinic_export (
    id binary(16) not null primary key,
    version bigint not null,
    clinic_id binary(16) not null,
    status varchar(10) not null,
    reason varchar(400) not null,
    recipient varchar(200) not null,
    -- who can decrypt the file: a public key in the age format
    recipient_key varchar(100) not null,
    asked_at datetime(6) not null,
    asked_by binary(16) not null,
    decided_at datetime(6),
    decided_by binary(16),
    -- while it is being made: by whom, and how far it is
    maker_id binary(16),
    working_at datetime(6),
    done bigint not null default 0,
    in_all bigint not null default 0,
    made_at datetime(6),
    until_at datetime(6),
    contents varchar(400),
    stored_as varchar(32),
    bytes bigint,
    sha256 varchar(64),
    -- how much of the file, from its beginning, went to the person who downloads it
    sent_bytes bigint not null default 0,
    disclosed_on date,
    closed_at datetime(6),
    closing_reason varchar(400),
    constraint clinic_export_clinic foreign key (clinic_id) references clinic (id)
);
create index clinic_export_of_clinic on clinic_export (clinic_id, asked_at, id);
create index clinic_export_status on clinic_export (status, asked_at);
create index clinic_export_disclosed on clinic_export (disclosed_on, id);

-- whose records are in it
create table clinic_export_patient (
    export_id binary(16) not null,
    patient_id binary(16) not null,
    primary key (export_id, patient_id),
    constraint clinic_export_patient_export foreign key (export_id) references clinic_export (id),
    constraint clinic_export_patient_patient foreign key (patient_id) references patient (id)
);
create index clinic_export_of_patient on clinic_export_patient (patient_id);

insert into disposal_rule (step, table_name, kind, reason) values
    (100060, 'clinic_export', 'NONE', 'It is about no patient');
insert into disposal_rule (step, table_name, kind, rows_where) values
    (3, 'clinic_export_patient', 'DELETE', 'patient_id = ?');
