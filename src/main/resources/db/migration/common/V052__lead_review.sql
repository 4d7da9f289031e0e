-- how urgent the most urgent yes of a lead in clinical review is, and since when it waits there
alter table consultation_lead add column review_level varchar(1);
alter table consultation_lead add column review_since datetime(6);

update consultation_lead set review_since = received_at,
    review_level = case when exists (select 1 from lead_safety_answer a where a.lead_id = consultation_lead.id
            and a.answer = 'yes' and a.rule_id <> 'RF-INF-1') then 'E'
        when exists (select 1 from lead_safety_answer a where a.lead_id = consultation_lead.id and a.answer = 'yes')
            then 'U'
        else 'E' end
where status = 'CLINICAL_REVIEW';

-- what chiropractors decided about leads, and why: clinical, who calls the lead never reads the reason
create table lead_review_decision (
    id binary(16) not null primary key,
    lead_id binary(16) not null,
    outcome varchar(16) not null,
    reason varchar(400) not null,
    -- to which the lead returned, or would have
    status_before varchar(20) not null,
    decided_by binary(16) not null,
    decided_at datetime(6) not null,
    -- when the one who decided took it back
    undone_at datetime(6),
    constraint lead_review_decision_lead foreign key (lead_id) references consultation_lead (id)
);
create index lead_review_decision_by on lead_review_decision (decided_by, decided_at);
