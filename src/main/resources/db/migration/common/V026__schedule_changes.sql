-- the practitioner's and the room's time after it, in which nobody else comes
alter table appointment add column buffer_minutes int not null default 0;
alter table appointment add column room_id binary(16);
alter table appointment add column cancelled_late boolean not null default false;

-- what happened to an appointment since it was booked, in order
create table appointment_change (
    id binary(16) not null primary key,
    appointment_id binary(16) not null,
    changed_at datetime(6) not null,
    changed_by binary(16) not null,
    -- the same status again: it was moved
    status varchar(16) not null,
    detail varchar(200) not null,
    constraint appointment_change_appointment foreign key (appointment_id) references appointment (id)
);

create index appointment_change_of on appointment_change (appointment_id, changed_at);
