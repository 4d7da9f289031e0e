-- jobs that erase or close records wait here for an administrator
create table job_hold (
    id binary(16) not null primary key,
    since_at datetime(6) not null,
    -- the job that waits, or CLOCK where all of them do; null once it is released
    open_for varchar(20),
    released_for varchar(20),
    -- the newest entry of the audit trail when the portal started with a clock that may be wrong
    newest_entry_at datetime(6),
    -- how many records the job would remove, and how many there are
    due bigint,
    in_all bigint,
    released_at datetime(6),
    released_by binary(16),
    reason varchar(400) not null default '',
    constraint job_hold_open_once unique (open_for)
);
create index job_hold_released on job_hold (released_for, released_at);
-- how many records a job removed on a day, by UTC
create table job_removal (
    job varchar(20) not null,
    removed_on date not null,
    removed bigint not null,
    primary key (job, removed_on)
);
insert into disposal_rule (step, table_name, kind, reason) values
    (100003, 'job_hold', 'NONE', 'It is about no patient'),
    (100004, 'job_removal', 'NONE', 'It is about no patient');
