-- whether this store holds the demo clinic or real patients: one row, written once
create table store (
    id int not null primary key,
    kind varchar(8) not null,
    opened_at datetime(6) not null
);
