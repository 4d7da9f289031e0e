-- what a plan wants next, on which day: a planned visit, or a decision once all are delivered
alter table treatment_plan rename column next_planned_on to due_on;
alter table treatment_plan drop column next_booked_on;
alter table treatment_plan add column intake_id binary(16);
-- clinical, unlike the title
alter table treatment_plan add column reason_for_care varchar(200) not null default '';
alter table treatment_plan add column starts_on date;
alter table treatment_plan add column agreed boolean not null default false;
alter table treatment_plan add column created_by binary(16);
alter table treatment_plan add column activated_at datetime(6);
alter table treatment_plan add column activated_by binary(16);
alter table treatment_plan add column planned_visits int not null default 0;
alter table treatment_plan add column delivered_visits int not null default 0;
alter table treatment_plan add column open_flag_level varchar(1);
-- patient and reason for care while the plan runs, else null: one active plan for each
alter table treatment_plan add column active_key varchar(64);
alter table treatment_plan add constraint treatment_plan_active unique (active_key);

create table plan_service (
    plan_id binary(16) not null,
    position int not null,
    phase varchar(16) not null,
    service varchar(16) not null,
    practitioner_id binary(16),
    frequency varchar(16) not null,
    visits int not null,
    primary key (plan_id, position),
    constraint plan_service_plan foreign key (plan_id) references treatment_plan (id)
);

create table planned_visit (
    id binary(16) not null primary key,
    plan_id binary(16) not null,
    position int not null,
    phase varchar(16) not null,
    service varchar(16) not null,
    practitioner_id binary(16) not null,
    planned_on date not null,
    appointment_id binary(16),
    booked_on date,
    delivered_note_id binary(16),
    delivered_on date,
    constraint planned_visit_plan foreign key (plan_id) references treatment_plan (id),
    constraint planned_visit_in_order unique (plan_id, position),
    constraint planned_visit_appointment unique (appointment_id),
    constraint planned_visit_delivered_once unique (delivered_note_id)
);
create index planned_visit_of_practitioner on planned_visit (practitioner_id, planned_on, id);

-- the plan in the patient's header
alter table patient_summary add column plan_title varchar(120);
alter table patient_summary add column planned_visits int;
alter table patient_summary add column delivered_visits int;
