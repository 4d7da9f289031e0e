-- who made a one-time link: a manager who confirms a role is told; those that are open (30 minutes at most) are made anew
delete from account_link;
alter table account_link add column made_by binary(16) not null;
