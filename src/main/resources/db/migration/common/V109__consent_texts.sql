-- what patients agree to, by kind and language; what is being written stands beside the published versions
create table consent_text (
    id binary(16) primary key,
    version bigint not null,
    kind varchar(16) not null,
    language varchar(12) not null,
    published int not null,
    draft varchar(15000),
    constraint consent_text_key unique (kind, language)
);

-- a published version never changes
create table consent_text_version (
    id binary(16) primary key,
    text_id binary(16) not null,
    number int not null,
    title varchar(120) not null,
    body varchar(6000) not null,
    valid_from date not null,
    ask_again boolean not null,
    published_at datetime(6) not null,
    published_by binary(16) not null,
    constraint consent_text_version_text foreign key (text_id) references consent_text (id),
    constraint consent_text_version_number unique (text_id, number)
);

-- which version a patient agreed to, who agreed and how; null in what was recorded with a typed wording
alter table patient_consent add column text_id binary(16);
alter table patient_consent add column given_by varchar(12);
alter table patient_consent add column given_name varchar(120);
alter table patient_consent add column given_way varchar(12);
-- the consent to another version with which the patient replaced this one
alter table patient_consent add column replaced_on date;
alter table patient_consent add column replaced_by binary(16);
alter table patient_consent add constraint patient_consent_text foreign key (text_id) references consent_text_version (id);
