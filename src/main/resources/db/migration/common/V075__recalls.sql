-- the recall board: one row per patient whom the desk should call, or should have; no clinical content
create table recall (
    patient_id binary(16) not null primary key,
    clinic_id binary(16) not null,
    status varchar(16) not null,
    reason varchar(16) not null,
    reason_since date not null,
    last_visit_on date,
    planned_on date,
    -- 0 once a day for the next contact is agreed, before that the rank of the reason
    place int not null,
    -- the day agreed for the next contact, before that the day of the reason
    due_on date not null,
    attempts int not null,
    last_result varchar(16),
    claimed_by binary(16),
    claimed_until datetime(6),
    settled_on date,
    version bigint not null,
    constraint recall_patient foreign key (patient_id) references patient (id),
    constraint recall_clinic foreign key (clinic_id) references clinic (id)
);

-- each page of the board is read by one of these, as are its counts
create index recall_in_order on recall (clinic_id, status, place, due_on, patient_id);
create index recall_by_reason on recall (clinic_id, status, reason, place, due_on, patient_id);

-- what the desk did, with what the row said before, for the undo
create table recall_step (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    done_at datetime(6) not null,
    done_by binary(16) not null,
    result varchar(16) not null,
    next_on date,
    decline_reason varchar(16),
    note varchar(400) not null,
    version_after bigint not null,
    place_before int not null,
    due_before date not null,
    attempts_before int not null,
    result_before varchar(16),
    undone_at datetime(6),
    constraint recall_step_patient foreign key (patient_id) references patient (id)
);

create index recall_step_of_patient on recall_step (patient_id, id);

-- whom to look at, and when: at once after a change, or on the day on which nothing but time makes the difference
create table recall_check (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    check_at datetime(6) not null
);

create index recall_check_due on recall_check (check_at, id);
create index recall_check_of_patient on recall_check (patient_id);

-- everybody who is known already is looked at once, by the job, in batches
insert into recall_check (id, patient_id, check_at)
select id, id, '2000-01-01 00:00:00' from patient;
