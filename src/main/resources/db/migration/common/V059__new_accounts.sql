-- when an account was made and by whom: the managers of its clinics are told for a while; of older ones it is not known
alter table staff_account add column created_at datetime(6);
alter table staff_account add column created_by binary(16);
create index staff_account_created on staff_account (created_at);
