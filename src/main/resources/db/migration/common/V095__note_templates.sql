-- templates of session notes, by treatment; of one clinician, or without an owner of the clinics
create table note_template (
    id binary(16) primary key,
    version bigint not null,
    operation_id binary(16) not null,
    owner_id binary(16),
    service varchar(20) not null,
    name varchar(80) not null,
    content longtext not null,
    -- owner, treatment and name in small letters while the template is offered: a name is offered once
    offered_as varchar(200),
    constraint note_template_operation unique (operation_id),
    constraint note_template_offered_as unique (offered_as)
);

create index note_template_owner on note_template (owner_id, service, name);
