-- what was done to a lead, beside its calls; the audit trail has it too, but cannot be asked by lead
create table lead_step (
    id binary(16) not null primary key,
    lead_id binary(16) not null,
    taken_at datetime(6) not null,
    taken_by binary(16) not null,
    kind varchar(12) not null,
    -- fields that were corrected, or the status that the lead went to
    detail varchar(400) not null
);

create index lead_step_of_lead on lead_step (lead_id, taken_at);

-- whom nobody contacts any more, by a keyed hash of the phone number or e-mail address: it outlives the lead
create table contact_stop (
    kind varchar(5) not null,
    hash binary(32) not null,
    stopped_at datetime(6) not null,
    stopped_by binary(16) not null,
    primary key (kind, hash)
);
