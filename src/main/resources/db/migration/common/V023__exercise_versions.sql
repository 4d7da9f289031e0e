-- number counts the versions of an exercise; version guards against two who change it at once
alter table exercise add column number int not null default 1;
alter table exercise add column exercise_level varchar(16);
alter table exercise add column status varchar(8) not null default 'ACTIVE';
alter table exercise add column retired_reason varchar(400);
alter table exercise add column approved_number int;

create index exercise_by_status on exercise (status, name, id);

create table exercise_version (
    id binary(16) not null primary key,
    exercise_id binary(16) not null,
    number int not null,
    name varchar(80) not null,
    exercise_group varchar(16) not null,
    stage varchar(16) not null,
    exercise_level varchar(16),
    instruction varchar(1000) not null,
    dose varchar(400) not null,
    caution varchar(400) not null,
    progression varchar(400) not null,
    areas varchar(400) not null,
    reason varchar(400) not null,
    written_by binary(16) not null,
    written_at datetime(6) not null,
    approved_by binary(16),
    approved_at datetime(6),
    constraint exercise_version_exercise foreign key (exercise_id) references exercise (id),
    constraint exercise_version_number unique (exercise_id, number)
);

create table exercise_area (
    exercise_id binary(16) not null,
    area varchar(32) not null,
    primary key (exercise_id, area),
    constraint exercise_area_exercise foreign key (exercise_id) references exercise (id)
);
create index exercise_of_area on exercise_area (area, exercise_id);

create table exercise_word (
    exercise_id binary(16) not null,
    word varchar(40) not null,
    primary key (exercise_id, word),
    constraint exercise_word_exercise foreign key (exercise_id) references exercise (id)
);
create index exercise_of_word on exercise_word (word, exercise_id);
