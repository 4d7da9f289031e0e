-- leads of the same phone, e-mail or sound of name, whatever queue they are in
create index lead_token_by_token on lead_token (token, lead_id);

-- two leads that may be one person's and of which those who call the one may not see the other: for the managers. The one
-- that came in first is the earlier. What was settled stays, so that nobody is asked twice
create table lead_twin (
    id binary(16) not null primary key,
    earlier_id binary(16) not null,
    later_id binary(16) not null,
    score int not null,
    reasons varchar(200) not null,
    found_at datetime(6) not null,
    settled_at datetime(6),
    settled_by binary(16),
    -- when it was found, until somebody settled it
    waits_since datetime(6) generated always as (case when settled_at is null then found_at end),
    constraint lead_twin_once unique (earlier_id, later_id)
);
create index lead_twin_waits on lead_twin (waits_since, id);
create index lead_twin_of_later on lead_twin (later_id, earlier_id);
