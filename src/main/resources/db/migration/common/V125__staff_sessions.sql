-- the running sessions of staff on all nodes: a session without its row here is over. The id is no credential.
create table staff_session (
    id binary(16) not null,
    staff_id binary(16) not null,
    started_at datetime(6) not null,
    last_action_at datetime(6) not null,
    -- when its process last said that it has this session
    seen_at datetime(6) not null,
    device varchar(60) not null,
    address varchar(45) not null,
    primary key (id),
    constraint staff_session_staff foreign key (staff_id) references staff_account (id)
);
create index staff_session_of_staff on staff_session (staff_id, seen_at);
create index staff_session_seen on staff_session (seen_at);
