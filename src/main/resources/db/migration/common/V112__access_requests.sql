-- requests of patients to get their record (45 CFR 164.524), kept by the privacy officer
create table access_request (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    requested_by varchar(160) not null,
    -- how the identity of who asks was checked
    identity_check varchar(200) not null,
    received_on date not null,
    due_on date not null,
    -- as it was written to who asks; null if the time was not extended
    extension_reason varchar(400),
    status varchar(12) not null,
    registered_at datetime(6) not null,
    registered_by binary(16) not null,
    -- of the last export for it
    exported_at datetime(6),
    export_sha256 varchar(64),
    delivered_on date,
    delivery varchar(200),
    -- the statement of a denial, or how it was withdrawn
    closing_reason varchar(400),
    closed_at datetime(6),
    closed_by binary(16),
    constraint access_request_patient foreign key (patient_id) references patient (id)
);
create index access_request_due on access_request (status, due_on);
