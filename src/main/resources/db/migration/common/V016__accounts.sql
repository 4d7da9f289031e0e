-- the one-time link of an account, or of the first administrator: of its token only the hash is kept
create table account_link (
    subject_id binary(16) not null primary key,
    token_hash varchar(64) not null,
    expires_at datetime(6) not null,
    constraint account_link_token unique (token_hash)
);

-- how many administrators can sign in: one row, so that two who switch each other off cannot both succeed
create table active_administrators (
    id int not null primary key,
    in_all int not null
);

insert into active_administrators (id, in_all)
select 1, count(*) from staff_account where status = 'ACTIVE' and roles like '%ADMIN%';

-- roles that a manager has still to confirm, and who asked for them when
alter table staff_account add column pending_roles varchar(120) default '' not null;
alter table staff_account add column pending_since datetime(6);
alter table staff_account add column pending_by binary(16);
-- null until the person has chosen a password; sessions begun with an older one end
alter table staff_account add column password_set_at datetime(6);
alter table staff_account add column changed_by binary(16);
update staff_account set password_set_at = current_timestamp(6);

create index staff_account_pending on staff_account (pending_since);

-- what somebody claims who is switched off
create index consultation_lead_claimed on consultation_lead (claimed_by, claimed_until);
