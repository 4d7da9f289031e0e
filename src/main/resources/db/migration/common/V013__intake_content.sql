alter table intake_note add column onset varchar(400) not null default '';
alter table intake_note add column pain_now int;
alter table intake_note add column pain_worst int;
alter table intake_note add column pain_average int;
alter table intake_note add column consented boolean not null default false;
alter table intake_note add column outcome varchar(24);
alter table intake_note add column rules_version varchar(16) not null default '';
alter table intake_note add column changed_at datetime(6);
alter table intake_note add column changed_by binary(16);
alter table intake_note add column signed_at datetime(6);
alter table intake_note add column signed_by binary(16);
-- SHA-256 over canonical JSON of the note and its rows
alter table intake_note add column content_hash varchar(64);
-- the form of what was hashed; 0 while nothing is
alter table intake_note add column content_format int not null default 0;

create table intake_note_area (
    note_id binary(16) not null,
    position int not null,
    region varchar(40) not null,
    quality varchar(80) not null,
    intensity int,
    radiating_to varchar(40),
    primary key (note_id, position),
    constraint intake_note_area_note foreign key (note_id) references intake_note (id)
);

create table intake_note_factor (
    note_id binary(16) not null,
    position int not null,
    factor varchar(24) not null,
    primary key (note_id, position),
    constraint intake_note_factor_note foreign key (note_id) references intake_note (id)
);

create table intake_note_limitation (
    note_id binary(16) not null,
    position int not null,
    activity varchar(120) not null,
    ability int,
    primary key (note_id, position),
    constraint intake_note_limitation_note foreign key (note_id) references intake_note (id)
);

-- no row: the question was not asked
create table intake_note_answer (
    note_id binary(16) not null,
    rule_id varchar(16) not null,
    answer varchar(3) not null,
    primary key (note_id, rule_id),
    constraint intake_note_answer_note foreign key (note_id) references intake_note (id)
);
