-- plan templates of the clinics; what is being written stands beside the published versions
create table plan_template (
    id binary(16) primary key,
    version bigint not null,
    name varchar(120) not null,
    published int not null,
    draft varchar(15000),
    created_at datetime(6) not null,
    created_by binary(16) not null,
    retired_at datetime(6),
    retired_by binary(16),
    retired_reason varchar(440)
);

-- a published version never changes
create table plan_template_version (
    id binary(16) primary key,
    template_id binary(16) not null,
    number int not null,
    content varchar(15000) not null,
    reason varchar(440) not null,
    published_at datetime(6) not null,
    published_by binary(16) not null,
    constraint plan_template_version_template foreign key (template_id) references plan_template (id),
    constraint plan_template_version_number unique (template_id, number)
);

-- the version of a template from which a plan came; the id of a template or the key of an example
alter table treatment_plan add column template_id varchar(36);
alter table treatment_plan add column template_version int;
alter table treatment_plan add column template_name varchar(120);
