-- who changed a clinic last, by the name that colleagues read
alter table clinic add column changed_by varchar(120);

-- a room is never deleted, since appointments name it; it is closed
create table clinic_room (
    id binary(16) not null primary key,
    clinic_id binary(16) not null,
    name varchar(60) not null,
    active boolean not null,
    constraint clinic_room_clinic foreign key (clinic_id) references clinic (id)
);

create table clinic_service (
    clinic_id binary(16) not null,
    code varchar(24) not null,
    name varchar(60) not null,
    minutes int not null,
    buffer_minutes int not null,
    needs_room boolean not null,
    active boolean not null,
    primary key (clinic_id, code),
    constraint clinic_service_clinic foreign key (clinic_id) references clinic (id)
);

insert into clinic_service (clinic_id, code, name, minutes, buffer_minutes, needs_room, active)
select id, 'consultation', 'Consultation', 30, 0, false, true from clinic;

insert into clinic_service (clinic_id, code, name, minutes, buffer_minutes, needs_room, active)
select id, 'assessment', 'Assessment', 45, 0, false, true from clinic;

insert into clinic_service (clinic_id, code, name, minutes, buffer_minutes, needs_room, active)
select id, 'adjustment', 'Adjustment', 20, 0, false, true from clinic;

insert into clinic_service (clinic_id, code, name, minutes, buffer_minutes, needs_room, active)
select id, 'massage', 'Massage', 50, 0, false, true from clinic;

insert into clinic_service (clinic_id, code, name, minutes, buffer_minutes, needs_room, active)
select id, 'exercise', 'Exercise session', 40, 0, false, true from clinic;
