-- single sign-on: who an account is at the provider
create table staff_identity (
    staff_id binary(16) not null primary key,
    -- the address by which an administrator expects the person, in lower case
    email varchar(254),
    email_by binary(16),
    -- the provider that the account is linked to, and the hash of what it calls the person there
    issuer varchar(255),
    subject_hash varbinary(32),
    linked_at datetime(6),
    constraint staff_identity_account foreign key (staff_id) references staff_account (id),
    constraint staff_identity_email unique (email),
    constraint staff_identity_subject unique (subject_hash)
);
