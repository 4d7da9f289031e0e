-- the clinics' own questions for intake notes; what is being written stands beside the published versions
create table intake_form (
    id binary(16) primary key,
    version bigint not null,
    name varchar(120) not null,
    published int not null,
    draft longtext,
    retired boolean not null
);

-- a published version never changes; intake notes keep the id of the version that they answer
create table intake_form_version (
    id binary(16) primary key,
    form_id binary(16) not null,
    number int not null,
    content longtext not null,
    published_at datetime(6) not null,
    published_by binary(16) not null,
    constraint intake_form_version_form foreign key (form_id) references intake_form (id),
    constraint intake_form_version_number unique (form_id, number)
);
