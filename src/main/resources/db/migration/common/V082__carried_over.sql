-- a plan may begin with visits of before: they are delivered and have no note, so the day says what is delivered
alter table treatment_plan add carried_over varchar(400);
create index planned_visit_not_delivered on planned_visit (plan_id, delivered_on, planned_on);
create index planned_visit_booked_ahead on planned_visit (plan_id, delivered_on, booked_on);
alter table planned_visit drop index planned_visit_open;
alter table planned_visit drop index planned_visit_booked;
