-- what a lead is found by, in the queue it is in: words of the name, phone, e-mail; rows that exist already get theirs
-- from the Java migration of the next number
create table lead_token (
    queue_id binary(16) not null,
    token varchar(170) not null,
    lead_id binary(16) not null,
    primary key (queue_id, token, lead_id),
    constraint lead_token_lead foreign key (lead_id) references consultation_lead (id)
);
create index lead_token_of_lead on lead_token (lead_id, token);
