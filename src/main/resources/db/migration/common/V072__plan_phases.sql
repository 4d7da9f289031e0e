-- what ends each phase of a plan and when it is re-evaluated, and where the plan is; JSON, read and revised as a whole
alter table treatment_plan add column phase_rules varchar(4000);
alter table treatment_plan add column phase_states varchar(2000);

-- what the facts propose since the last visit, score or decision; the worklist asks for it
alter table treatment_plan add column proposed_step varchar(10);
alter table treatment_plan add column reevaluate_on date;
alter table treatment_plan add column reevaluated_on date;
alter table treatment_plan add column reevaluated_course varchar(10);
alter table treatment_plan add column reevaluated_visits int not null default 0;

-- each decision about the course of a plan, with what was proposed and the facts that it was decided on
create table plan_decision (
    id binary(16) primary key,
    plan_id binary(16) not null,
    decided_at datetime(6) not null,
    decided_by binary(16) not null,
    phase varchar(10) not null,
    to_phase varchar(10) not null,
    proposed varchar(10),
    decided varchar(10),
    reevaluation varchar(10),
    course varchar(10),
    reason varchar(400) not null,
    facts varchar(4000) not null,
    agreement varchar(10),
    visits_added int not null,
    visits_removed int not null,
    rules_version varchar(20) not null,
    constraint plan_decision_plan foreign key (plan_id) references treatment_plan (id)
);
