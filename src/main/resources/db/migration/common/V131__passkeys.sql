-- passkeys: of each only the public half of the key
create table passkey (
    id binary(16) not null primary key,
    staff_id binary(16) not null,
    -- the same for all passkeys of an account; it tells a browser nothing about the person
    user_handle varbinary(64) not null,
    credential_id varbinary(1023) not null,
    public_key varbinary(2000) not null,
    -- what the device said when the passkey was made
    attestation varbinary(8000) not null,
    -- how often the device says that it signed; 0 where it does not count
    sign_count bigint not null,
    transports varchar(100) not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    label varchar(60) not null,
    created_at datetime(6) not null,
    last_used_at datetime(6),
    -- when the challenge that was used last was made, in microseconds: a challenge works once
    last_challenge bigint not null,
    constraint passkey_account foreign key (staff_id) references staff_account (id),
    constraint passkey_credential unique (credential_id)
);
create index passkey_of_account on passkey (staff_id);
