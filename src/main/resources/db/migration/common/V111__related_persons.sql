-- what each member of a care team does; lead_of is the patient for the one who leads, else null
create table care_team_role (
    patient_id binary(16) not null,
    staff_id binary(16) not null,
    team_role varchar(12) not null,
    lead_of binary(16),
    primary key (patient_id, staff_id),
    constraint care_team_one_lead unique (lead_of),
    constraint care_team_role_patient foreign key (patient_id) references patient (id)
);
-- the people around a patient: patients too, or only a name
create table patient_related (
    id binary(16) not null primary key,
    patient_id binary(16) not null,
    kind varchar(12) not null,
    related_patient_id binary(16),
    name varchar(120) not null,
    phone varchar(20),
    added_at datetime(6) not null,
    added_by binary(16) not null,
    constraint patient_related_patient foreign key (patient_id) references patient (id),
    constraint patient_related_other foreign key (related_patient_id) references patient (id)
);
create index patient_related_of_patient on patient_related (patient_id, added_at, id);
create index patient_related_of_other on patient_related (related_patient_id, added_at, id);
-- who of the contacts book referred a patient, beside the words in patient.referred_by
create table patient_referring_contact (
    patient_id binary(16) not null primary key,
    contact_id binary(16) not null,
    changed_at datetime(6) not null,
    changed_by binary(16) not null,
    constraint patient_referring_patient foreign key (patient_id) references patient (id),
    constraint patient_referring_contact_known foreign key (contact_id) references referral_contact (id)
);
