create table exercise (
    id binary(16) not null primary key,
    slug varchar(40) not null,
    name varchar(80) not null,
    exercise_group varchar(16) not null,
    stage varchar(16) not null,
    instruction varchar(1000),
    dose varchar(400),
    caution varchar(400),
    progression varchar(400),
    named_in int not null,
    on_clinic_page boolean not null,
    source varchar(400) not null,
    library_version varchar(16) not null,
    version bigint not null,
    constraint exercise_slug unique (slug)
);

create index exercise_by_name on exercise (name, id);
