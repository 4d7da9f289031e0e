-- the ICD-10-CM codes that a chiropractor gave as the reason for care, the main one first
create table plan_diagnosis (
    plan_id binary(16) not null,
    position int not null,
    code varchar(8) not null,
    primary key (plan_id, position),
    constraint plan_diagnosis_plan foreign key (plan_id) references treatment_plan (id)
);
