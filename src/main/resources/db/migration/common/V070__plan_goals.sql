-- what a plan is to reach: a score of an outcome measure, or of one activity of it, by a day
create table plan_goal (
    plan_id binary(16) not null,
    position int not null,
    measure varchar(24) not null,
    -- empty for the score of the whole measure
    activity varchar(120) not null,
    baseline decimal(6, 2),
    baseline_on date,
    target decimal(6, 2),
    due_on date,
    primary key (plan_id, position),
    constraint plan_goal_plan foreign key (plan_id) references treatment_plan (id)
);
