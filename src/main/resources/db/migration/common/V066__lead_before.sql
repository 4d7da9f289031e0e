-- how a lead stood before an action, to which undoing the action returns; only undone_at changes
create table lead_before (
    id binary(16) not null primary key,
    lead_id binary(16) not null,
    act varchar(12) not null,
    done_at datetime(6) not null,
    done_by binary(16) not null,
    undone_at datetime(6),
    status varchar(20) not null,
    status_before varchar(20),
    next_follow_up_at datetime(6),
    window_ends_at datetime(6),
    overdue_at datetime(6),
    write_first boolean,
    counted_from datetime(6),
    lost_reason varchar(200),
    claimed_by binary(16),
    claimed_until datetime(6),
    phone_wrong boolean not null,
    received_at datetime(6) not null,
    received_by binary(16),
    first_attempt_at datetime(6),
    first_attempt_by binary(16),
    first_attempt_minutes int,
    response_target_met boolean,
    contacted_at datetime(6),
    contacted_minutes int,
    booked_at datetime(6),
    held_at datetime(6),
    converted_at datetime(6),
    constraint lead_before_lead foreign key (lead_id) references consultation_lead (id)
);
-- the row of lead_before that can be undone; null once anything else has happened to the lead
alter table consultation_lead add column undo_id binary(16);
