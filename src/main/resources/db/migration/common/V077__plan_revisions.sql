-- what a plan said from each revision on, who changed it and why; the first one is what was activated
create table plan_revision (
    id binary(16) primary key,
    plan_id binary(16) not null,
    number int not null,
    content varchar(15000) not null,
    reason varchar(440) not null,
    made_at datetime(6) not null,
    made_by binary(16) not null,
    agreement varchar(10),
    agreed_by varchar(120) not null,
    visits_added int not null,
    visits_removed int not null,
    constraint plan_revision_plan foreign key (plan_id) references treatment_plan (id),
    constraint plan_revision_number unique (plan_id, number)
);
alter table treatment_plan add column revision int not null default 0;

-- the revision under which a visit was delivered; null before revisions were recorded
alter table planned_visit add column delivered_revision int;

-- a revision that is being written: what is typed survives a closed browser, and the plan goes on in the meantime
create table plan_revision_draft (
    plan_id binary(16) primary key,
    version bigint not null,
    base int not null,
    content varchar(15000) not null,
    written_by binary(16) not null,
    written_at datetime(6) not null,
    constraint plan_revision_draft_plan foreign key (plan_id) references treatment_plan (id)
);
