-- what one practitioner had still to do in a plan went to another
create table plan_hand_over (
    id binary(16) not null primary key,
    plan_id binary(16) not null,
    from_id binary(16) not null,
    to_id binary(16) not null,
    visits int not null,
    -- whether the responsibility for the plan went with them
    responsible boolean not null,
    handed_at datetime(6) not null,
    handed_by binary(16) not null,
    constraint plan_hand_over_plan foreign key (plan_id) references treatment_plan (id)
);
create index plan_hand_over_of_plan on plan_hand_over (plan_id, handed_at, id);
