create table red_flag (
    id binary(16) not null primary key,
    subject_kind varchar(8) not null,
    subject_id binary(16) not null,
    clinic_id binary(16) not null,
    rule_id varchar(16) not null,
    rules_version varchar(16) not null,
    flag varchar(120) not null,
    flag_level varchar(1) not null,
    status varchar(20) not null,
    raised_at datetime(6) not null,
    raised_by binary(16) not null,
    decided_at datetime(6),
    decided_by binary(16),
    decision_reason varchar(400),
    monitored_until date,
    version bigint not null,
    constraint red_flag_clinic foreign key (clinic_id) references clinic (id)
);

create index red_flag_of_subject on red_flag (subject_id, status, raised_at);
create index red_flag_monitored on red_flag (status, monitored_until, id);
