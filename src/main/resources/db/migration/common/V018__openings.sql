-- a record outside the relation, opened for an hour with a reason; closing it early moves its end
create table opening_with_reason (
    id binary(16) not null primary key,
    staff_id binary(16) not null,
    patient_id binary(16) not null,
    reason varchar(400) not null,
    opened_at datetime(6) not null,
    until_at datetime(6) not null,
    reviewed_by binary(16),
    reviewed_at datetime(6)
);

create index opening_with_reason_now on opening_with_reason (staff_id, until_at, patient_id);
create index opening_with_reason_by_time on opening_with_reason (opened_at desc, id desc);
create index opening_with_reason_to_review on opening_with_reason (reviewed_at, opened_at desc, id desc);

-- the clinics that knew the patient then: their managers review it
create table opening_clinic (
    opening_id binary(16) not null,
    clinic_id binary(16) not null,
    opened_at datetime(6) not null,
    primary key (opening_id, clinic_id),
    constraint opening_clinic_opening foreign key (opening_id) references opening_with_reason (id),
    constraint opening_clinic_clinic foreign key (clinic_id) references clinic (id)
);

create index opening_clinic_by_time on opening_clinic (clinic_id, opened_at desc, opening_id desc);
