-- a time in which the portal was away while a clinic was open; one row for each such clinic
create table portal_outage (
    id binary(16) not null primary key,
    clinic_id binary(16) not null,
    away_from datetime(6) not null,
    back_at datetime(6) not null,
    -- who said that all of its visits are entered, though the list has some
    dismissed_by binary(16),
    dismissed_at datetime(6),
    constraint portal_outage_once unique (clinic_id, back_at),
    constraint portal_outage_clinic foreign key (clinic_id) references clinic (id)
);
insert into disposal_rule (step, table_name, kind, reason) values
    (100050, 'portal_outage', 'NONE', 'It is about no patient');
