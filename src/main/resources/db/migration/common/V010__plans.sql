create table treatment_plan (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    title varchar(120) not null,
    status varchar(16) not null,
    next_planned_on date,
    next_booked_on date,
    created_at datetime(6) not null,
    version bigint not null,
    constraint treatment_plan_patient foreign key (patient_id) references patient (id),
    constraint treatment_plan_clinic foreign key (clinic_id) references clinic (id)
);

create index treatment_plan_of_patient on treatment_plan (patient_id, status);
create index treatment_plan_of_clinic on treatment_plan (clinic_id, status, next_planned_on, id);
