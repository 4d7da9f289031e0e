-- what of a patient's record went to whom outside the clinic (45 CFR 164.528); a row is never changed, only marked
create table disclosure (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    -- of repeated disclosures to one recipient for one purpose, the first
    disclosed_on date not null,
    times int not null,
    last_on date not null,
    recipient varchar(160) not null,
    -- empty if it is not known
    address varchar(300) not null,
    what varchar(400) not null,
    purpose varchar(400) not null,
    recorded_at datetime(6) not null,
    recorded_by binary(16) not null,
    -- why it was entered in error; null if it was not
    error_reason varchar(400),
    error_at datetime(6),
    error_by binary(16),
    constraint disclosure_patient foreign key (patient_id) references patient (id)
);
create index disclosure_by_day on disclosure (disclosed_on desc, id desc);
create index disclosure_of_patient on disclosure (patient_id, disclosed_on desc, id desc);
