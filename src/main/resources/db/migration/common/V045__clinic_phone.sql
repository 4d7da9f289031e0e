-- the number that people call to reach the clinic, in E.164; null where none was said yet
alter table clinic add column phone varchar(20);
