-- until when one node has a job to itself, by the clock of the store; a row stays, so that taking it is one update
create table job_lease (
    job varchar(64) not null primary key,
    held_until datetime(6) not null,
    held_since datetime(6) not null,
    held_by varchar(255) not null
);
