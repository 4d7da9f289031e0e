-- how dates and times are shown to the owner of an account; null is as in the country of their clinics
alter table staff_account add column display_hours varchar(20);
alter table staff_account add column display_order varchar(20);
alter table staff_account add column display_week_start varchar(20);
