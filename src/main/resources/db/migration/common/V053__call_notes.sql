-- what is typed during a call to a lead and not logged yet: one text a lead, whoever calls
create table lead_call_note (
    lead_id binary(16) not null primary key,
    note varchar(2000) not null,
    version bigint not null,
    changed_by binary(16) not null,
    changed_at datetime(6) not null,
    constraint lead_call_note_lead foreign key (lead_id) references consultation_lead (id)
);
