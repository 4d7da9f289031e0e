-- what clinicians want next for their patients, until the desk has booked, handed over or declined it; nothing clinical
create table checkout_order (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    kind varchar(20) not null,
    wanted_on date not null,
    -- whether that is the last day, rather than the day around which it is wanted
    deadline boolean not null,
    -- null: with anybody
    practitioner_id binary(16),
    desk_line varchar(200) not null,
    -- the note, plan or visit from which it follows
    source_kind varchar(10) not null,
    source_id binary(16) not null,
    ordered_by binary(16) not null,
    ordered_at datetime(6) not null,
    status varchar(16) not null,
    status_at datetime(6) not null,
    appointment_id binary(16),
    -- the appointment that was canceled, in case that is undone
    freed_appointment_id binary(16),
    decline_reason varchar(20),
    decline_words varchar(200) not null,
    constraint checkout_order_patient foreign key (patient_id) references patient (id),
    constraint checkout_order_clinic foreign key (clinic_id) references clinic (id),
    -- one appointment fulfills one order
    constraint checkout_order_appointment unique (appointment_id)
);
-- the lists: of the desk by clinic, of clinicians by who ordered; open ones by day, others newest first
create index checkout_order_at on checkout_order (clinic_id, status, wanted_on, id);
create index checkout_order_done_at on checkout_order (clinic_id, status, status_at, id);
create index checkout_order_by on checkout_order (ordered_by, status, wanted_on, id);
create index checkout_order_done_by on checkout_order (ordered_by, status, status_at, id);
create index checkout_order_of_patient on checkout_order (patient_id, status, wanted_on);
create index checkout_order_from on checkout_order (source_id, status);
create index checkout_order_freed on checkout_order (freed_appointment_id);

-- what happened to an order
create table checkout_order_step (
    id binary(16) not null primary key,
    order_id binary(16) not null,
    kind varchar(20) not null,
    taken_at datetime(6) not null,
    taken_by binary(16) not null,
    words varchar(240) not null,
    constraint checkout_order_step_order foreign key (order_id) references checkout_order (id)
);
create index checkout_order_step_in_order on checkout_order_step (order_id, taken_at);
