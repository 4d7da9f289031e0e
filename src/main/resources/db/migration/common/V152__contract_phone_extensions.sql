-- a phone number has its extension behind ;ext=, as RFC 3966 writes it
alter table patient modify column phone varchar(32);
alter table patient modify column emergency_phone varchar(32);
alter table patient_related modify column phone varchar(32);
alter table consultation_lead modify column phone varchar(32);
alter table clinic modify column phone varchar(32);
alter table referral_contact modify column phone varchar(32);
alter table referral_contact modify column fax varchar(32);
