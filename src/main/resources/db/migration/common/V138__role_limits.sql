-- a role of an account may not hold at each of its clinics: those that do not hold at this one
alter table staff_account_clinic add column without_roles varchar(100) not null default '';
-- those of them that an administrator extended to this clinic; a manager of it confirms them
alter table staff_account_clinic add column waiting_roles varchar(100) not null default '';
