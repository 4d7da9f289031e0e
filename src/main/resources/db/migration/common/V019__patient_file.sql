-- who a patient is and how to reach them, in full
alter table patient add column preferred_name varchar(80) not null default '';
alter table patient add column former_name varchar(160) not null default '';
alter table patient add column pronouns varchar(40) not null default '';
alter table patient add column spoken_language varchar(40) not null default '';
alter table patient add column occupation varchar(120) not null default '';
alter table patient add column referred_by varchar(120) not null default '';
alter table patient add column emergency_name varchar(120) not null default '';
alter table patient add column emergency_relation varchar(60) not null default '';
alter table patient add column emergency_phone varchar(20);
alter table patient add column guardian_name varchar(120) not null default '';
alter table patient add column guardian_relation varchar(60) not null default '';
alter table patient add column guardian_contact varchar(120) not null default '';
alter table patient add column guardian_proof varchar(120) not null default '';
alter table patient add column added_at datetime(6);
alter table patient add column changed_by binary(16);
-- what makes sending the same form twice one patient
alter table patient add column operation_id binary(16);
alter table patient add constraint patient_operation unique (operation_id);

create table patient_alert (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    kind varchar(20) not null,
    words varchar(160) not null,
    audience varchar(12) not null,
    starts_on date not null,
    ends_on date,
    added_at datetime(6) not null,
    added_by binary(16) not null,
    ended_by binary(16),
    operation_id binary(16),
    version bigint not null,
    constraint patient_alert_patient foreign key (patient_id) references patient (id),
    constraint patient_alert_operation unique (operation_id)
);
create index patient_alert_of_patient on patient_alert (patient_id, starts_on);

create table patient_consent (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    kind varchar(16) not null,
    wording varchar(20) not null,
    given_on date not null,
    taken_by binary(16) not null,
    withdrawn_on date,
    withdrawal_taken_by binary(16),
    -- patient and kind while it is in force, else null: one of each kind
    current_key varchar(64),
    version bigint not null,
    constraint patient_consent_patient foreign key (patient_id) references patient (id),
    constraint patient_consent_current unique (current_key)
);
create index patient_consent_of_patient on patient_consent (patient_id, given_on);

-- the care team in the patient's header
create index patient_relation_of_patient on patient_relation (patient_id, reason, staff_id);
