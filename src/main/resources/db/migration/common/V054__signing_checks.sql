-- what was answered, before the signature, to a contradiction in a note; part of what is signed
create table session_note_check (
    note_id binary(16) not null,
    position int not null,
    code varchar(32) not null,
    question varchar(400) not null,
    answer varchar(200) not null,
    primary key (note_id, position),
    constraint session_note_check_note foreign key (note_id) references session_note (id)
);

create table intake_note_check (
    note_id binary(16) not null,
    position int not null,
    code varchar(32) not null,
    question varchar(400) not null,
    answer varchar(200) not null,
    primary key (note_id, position),
    constraint intake_note_check_note foreign key (note_id) references intake_note (id)
);
