-- the secret that an authenticator app shares with the portal, encrypted; stored once a code of it was confirmed
create table second_factor (
    staff_id binary(16) not null primary key,
    secret varbinary(100) not null,
    -- the period of thirty seconds whose code was used last: a code works once
    last_step bigint not null,
    confirmed_at datetime(6) not null,
    constraint second_factor_account foreign key (staff_id) references staff_account (id)
);

-- recovery codes: of each only the keyed hash is kept
create table recovery_code (
    staff_id binary(16) not null,
    code_hash binary(32) not null,
    used_at datetime(6),
    primary key (staff_id, code_hash),
    constraint recovery_code_account foreign key (staff_id) references staff_account (id)
);

-- since when a role asks for a second factor, and when a lost one was removed
create table second_factor_need (
    staff_id binary(16) not null primary key,
    needed_since datetime(6),
    reset_at datetime(6),
    constraint second_factor_need_account foreign key (staff_id) references staff_account (id)
);

-- whether the device of the link's owner is lost: using the link then also removes the second factor
alter table account_link add column resets_factor boolean not null default false;
