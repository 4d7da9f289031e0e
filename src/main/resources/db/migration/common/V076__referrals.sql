-- whom the group refers patients to; no patient data
create table referral_contact (
    id binary(16) not null primary key,
    version bigint not null,
    operation_id binary(16) not null,
    kind varchar(20) not null,
    name varchar(120) not null,
    organization varchar(120) not null,
    phone varchar(24),
    fax varchar(24),
    email varchar(254),
    address varchar(300) not null,
    note varchar(400) not null,
    active boolean not null,
    -- the words of name and organization without accents, a space before each: to order by and to search in
    search_words varchar(300) not null,
    constraint referral_contact_once unique (operation_id)
);
create index referral_contact_by_name on referral_contact (search_words, id);

create table referral (
    id binary(16) not null primary key,
    version bigint not null,
    operation_id binary(16) not null,
    patient_id binary(16) not null,
    clinic_id binary(16) not null,
    -- from what it follows, and the id of that record; null where it follows from none
    source_kind varchar(10),
    source_id binary(16),
    -- null: an emergency department without a contact
    contact_id binary(16),
    -- to whom, as the contact was called that day
    addressee varchar(260) not null,
    reason varchar(2000) not null,
    priority varchar(10) not null,
    asked_on date not null,
    asked_at datetime(6) not null,
    asked_by binary(16) not null,
    due_on date not null,
    -- the end of that day at the clinic
    overdue_at datetime(6) not null,
    status varchar(20) not null,
    status_at datetime(6) not null,
    answer varchar(4000) not null,
    document_on date,
    answered_at datetime(6),
    answered_by binary(16),
    close_reason varchar(20),
    constraint referral_once unique (operation_id),
    constraint referral_patient foreign key (patient_id) references patient (id),
    constraint referral_clinic foreign key (clinic_id) references clinic (id),
    constraint referral_of_contact foreign key (contact_id) references referral_contact (id)
);
create index referral_of_patient on referral (patient_id, status, overdue_at);

-- what happened to a referral, with the words as they were then
create table referral_step (
    id binary(16) not null primary key,
    referral_id binary(16) not null,
    kind varchar(20) not null,
    taken_at datetime(6) not null,
    taken_by binary(16) not null,
    words varchar(4000) not null,
    why varchar(400) not null,
    due_on date,
    document_on date,
    close_reason varchar(20),
    constraint referral_step_referral foreign key (referral_id) references referral (id)
);
create index referral_step_in_order on referral_step (referral_id, taken_at);
