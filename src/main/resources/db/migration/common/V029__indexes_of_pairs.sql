-- each covers an equality that H2 else takes from an index that grows with the group
create index patient_relation_pair on patient_relation (staff_id, patient_id, until_on, from_on);
create index planned_visit_open on planned_visit (plan_id, delivered_note_id, planned_on);
create index planned_visit_booked on planned_visit (plan_id, delivered_note_id, booked_on);
