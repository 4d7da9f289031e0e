-- what keeps a record whatever its retention rule says, as while a proceeding runs; lifted by two people
create table legal_hold (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    reason varchar(400) not null,
    placed_at datetime(6) not null,
    placed_by binary(16) not null,
    -- who asked to lift it, and why; null if nobody does
    lift_reason varchar(400),
    lift_asked_at datetime(6),
    lift_asked_by binary(16),
    -- who agreed; null as long as it lasts
    lifted_at datetime(6),
    lifted_by binary(16),
    constraint legal_hold_patient foreign key (patient_id) references patient (id)
);
create index legal_hold_by_time on legal_hold (placed_at desc, id desc);
create index legal_hold_of_patient on legal_hold (patient_id, placed_at desc, id desc);
