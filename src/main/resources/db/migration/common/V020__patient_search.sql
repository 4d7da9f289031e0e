-- what a patient is found by, once for each clinic that knows them: words of the name, pairs of them, phone, number,
-- birth date, e-mail; rows that exist already get theirs from the Java migration of the next number
create table patient_token (
    clinic_id binary(16) not null,
    token varchar(170) not null,
    sort_key varchar(170) not null,
    patient_id binary(16) not null,
    primary key (clinic_id, token, sort_key, patient_id),
    constraint patient_token_clinic foreign key (clinic_id) references clinic (id),
    constraint patient_token_patient foreign key (patient_id) references patient (id)
);
create index patient_token_of_patient on patient_token (patient_id, token);
