-- the filters of leads that somebody comes back to, as the address has them
create table saved_lead_filter (
    staff_id binary(16) not null,
    name varchar(60) not null,
    query varchar(1000) not null,
    primary key (staff_id, name)
);
