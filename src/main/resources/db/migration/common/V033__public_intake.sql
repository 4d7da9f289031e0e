-- what a person told us by the public form beside what every lead has; a reference is what we call it to them
alter table consultation_lead add column reference varchar(12);
alter table consultation_lead add column since varchar(120) not null default '';
alter table consultation_lead add column service_code varchar(24);
alter table consultation_lead add column practitioner_words varchar(120) not null default '';
-- made of a form that was refused, and still not sent again
alter table consultation_lead add column incomplete boolean not null default false;

create unique index consultation_lead_reference on consultation_lead (reference);

-- what came in with consent, as it came, before anything is made of it
create table submission (
    id binary(16) not null primary key,
    came_by varchar(8) not null,
    reference varchar(12) not null,
    body longtext not null,
    body_hash binary(32) not null,
    from_bot boolean not null,
    -- it was answered with what is wrong, and not with its reference
    refused boolean not null,
    received_at datetime(6) not null,
    -- the refused one whose key it came under, which it completes
    completes_id binary(16),
    -- the lead that was made of it; null while it waits, and where nobody could be reached
    lead_id binary(16),
    sorted_at datetime(6),
    constraint submission_reference unique (reference)
);

create index submission_waiting on submission (sorted_at, received_at, id);

-- what makes sending twice one lead: bound by the first that was accepted
create table submission_key (
    key_hash binary(32) not null primary key,
    submission_id binary(16) not null,
    body_hash binary(32) not null,
    bound boolean not null
);

-- all that is kept of who did not consent
create table refused_consent (
    on_day date not null primary key,
    submissions bigint not null
);

-- clinical: who calls the lead never reads it
create table lead_safety_answer (
    lead_id binary(16) not null,
    rule_id varchar(12) not null,
    answer varchar(8) not null,
    primary key (lead_id, rule_id),
    constraint lead_safety_answer_lead foreign key (lead_id) references consultation_lead (id)
);

-- who looks after a lead in clinical review; null while nobody does
alter table consultation_lead add column review_taken_by binary(16);
alter table consultation_lead add column review_taken_at datetime(6);

-- with what the marks of the public forms are signed: one row, made once
create table form_secret (
    id int not null primary key,
    secret binary(32) not null
);
