-- how a clinic pairs adjustments and massages of a plan; both on the same day until it says otherwise
alter table clinic add column pair_within_days int not null default 0;
alter table clinic add column alignment_check_every int;
