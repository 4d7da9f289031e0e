create table intake_note (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    status varchar(16) not null,
    complaint varchar(2000) not null,
    created_at datetime(6) not null,
    created_by binary(16) not null,
    version bigint not null,
    constraint intake_note_patient foreign key (patient_id) references patient (id),
    constraint intake_note_clinic foreign key (clinic_id) references clinic (id)
);

create index intake_note_of_patient on intake_note (patient_id, created_at);
