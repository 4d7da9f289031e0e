-- The past visits of a clinic that nobody closed are few among all that it ever had.
create index appointment_to_close on appointment (status, clinic_id, starts_on, starts_at, id);
