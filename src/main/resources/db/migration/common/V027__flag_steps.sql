-- the intake or session note in which it was found; null where it was raised without one
alter table red_flag add column found_in binary(16);
alter table red_flag add column acknowledged_at datetime(6);
alter table red_flag add column acknowledged_by binary(16);

-- what became of a red flag after it was raised, in order
create table red_flag_step (
    id binary(16) not null primary key,
    flag_id binary(16) not null,
    taken_at datetime(6) not null,
    taken_by binary(16) not null,
    -- raised: a monitored one came back on its day
    status varchar(20) not null,
    reason varchar(400) not null,
    monitored_until date,
    constraint red_flag_step_flag foreign key (flag_id) references red_flag (id)
);
create index red_flag_step_of_flag on red_flag_step (flag_id, taken_at, id);

-- what is open and was decided before was monitored
insert into red_flag_step (id, flag_id, taken_at, taken_by, status, reason, monitored_until)
select id, id, decided_at, decided_by, case when status in ('RAISED', 'ACKNOWLEDGED') then 'MONITORED' else status end,
    coalesce(decision_reason, ''), monitored_until
from red_flag where decided_at is not null and decided_by is not null;
