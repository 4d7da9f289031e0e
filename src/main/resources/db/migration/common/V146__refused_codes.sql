-- codes refused in a row after the right password, and when the last of ten or more was, which the owner is told
alter table second_factor_need add column codes_refused int default 0 not null;
alter table second_factor_need add column told_refused int default 0 not null;
alter table second_factor_need add column refused_at datetime(6);
