-- phrases that clinicians insert in session notes; of one clinician, or without an owner of the clinics
create table phrase (
    id binary(16) primary key,
    version bigint not null,
    operation_id binary(16) not null,
    owner_id binary(16),
    code varchar(20) not null,
    body varchar(2000) not null,
    -- owner and code while the phrase is offered: a code is offered once to each owner, and once to the clinics
    offered_as varchar(60),
    constraint phrase_operation unique (operation_id),
    constraint phrase_offered_as unique (offered_as)
);

create index phrase_owner on phrase (owner_id, code);
