-- a lead that is read under another of the same person; its rows stay where they are. What was un-merged stays as history
create table lead_alias (
    id binary(16) not null primary key,
    lead_id binary(16) not null,
    kept_id binary(16) not null,
    merged_at datetime(6) not null,
    merged_by binary(16) not null,
    unmerged_at datetime(6),
    unmerged_by binary(16),
    -- the lead, while it is merged: into one other only
    merged_lead_id binary(16) generated always as (case when unmerged_at is null then lead_id end),
    -- under which it is read, while it is merged
    read_under_id binary(16) generated always as (case when unmerged_at is null then kept_id end),
    constraint lead_alias_once unique (merged_lead_id)
);
create index lead_alias_read_under on lead_alias (read_under_id, merged_at);

-- from when the promise of a new lead is counted, where that is not when it came in: it was opened again or un-merged
alter table consultation_lead add column counted_from datetime(6);
