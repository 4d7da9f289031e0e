-- practitioner, room and time before a move, to which undoing the move returns; null for any other change
alter table appointment_change add column before_practitioner_id binary(16);
alter table appointment_change add column before_room_id binary(16);
alter table appointment_change add column before_on date;
alter table appointment_change add column before_at time;
alter table appointment_change add column before_minutes int;
alter table appointment_change add column before_buffer_minutes int;
-- the appointment as which the visit was booked last, until it is booked again: undoing its end books the same visit
alter table planned_visit add column freed_appointment_id binary(16);
