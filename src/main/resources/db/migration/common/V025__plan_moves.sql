-- every step of a plan from one status to the next
create table plan_move (
    id binary(16) not null primary key,
    plan_id binary(16) not null,
    moved_at datetime(6) not null,
    moved_by binary(16) not null,
    from_status varchar(16) not null,
    to_status varchar(16) not null,
    -- clinical
    reason varchar(400) not null,
    constraint plan_move_plan foreign key (plan_id) references treatment_plan (id)
);
create index plan_move_of_plan on plan_move (plan_id, moved_at, id);

insert into plan_move (id, plan_id, moved_at, moved_by, from_status, to_status, reason)
select id, id, activated_at, activated_by, 'DRAFT', 'ACTIVE', '' from treatment_plan where activated_at is not null;

-- the day at the clinic since which a plan is on hold
alter table treatment_plan add column held_on date;
-- the day at the clinic on which a plan was completed, revoked or found to be an error
alter table treatment_plan add column ended_on date;
-- the last day for which a visit is booked that is not delivered yet; the first day of 1970 while none is
alter table treatment_plan add column booked_until date not null default '1970-01-01';
update treatment_plan set booked_until = coalesce(
    (select max(v.booked_on) from planned_visit v
     where v.plan_id = treatment_plan.id and v.delivered_note_id is null), '1970-01-01');
create index treatment_plan_not_booked on treatment_plan (clinic_id, status, booked_until, id);

-- what a clinic has not signed yet
create index session_note_of_clinic on session_note (clinic_id, status, treated_on, id);
