-- six digits with which a person signs records and unlocks their screen; the hash is the portal's Argon2, as of passwords
create table signing_pin (
    staff_id binary(16) not null primary key,
    pin_hash varchar(200) not null,
    set_at datetime(6) not null,
    -- wrong tries since the person last gave the password, on all nodes; five disable the PIN
    wrong_tries int not null default 0,
    -- since when wrong tries disable it
    off_at datetime(6),
    -- since when its owner is still to be told of the wrong tries
    untold_since datetime(6),
    constraint signing_pin_account foreign key (staff_id) references staff_account (id)
);
