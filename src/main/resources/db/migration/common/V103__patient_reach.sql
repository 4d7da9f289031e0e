-- how else to reach a patient: kind of the first phone, further ones as lines of kind and number, postal address
alter table patient add column phone_kind varchar(12);
alter table patient add column other_phones varchar(240) not null default '';
alter table patient add column address_line1 varchar(120) not null default '';
alter table patient add column address_line2 varchar(120) not null default '';
alter table patient add column city varchar(80) not null default '';
alter table patient add column region varchar(60) not null default '';
alter table patient add column postal_code varchar(16) not null default '';
alter table patient add column country varchar(60) not null default '';
alter table patient add column interpreter boolean not null default false;
