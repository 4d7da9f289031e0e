-- whether the trail has the signature of a note is asked whenever a signed note is opened
create index audit_event_of_kind_and_subject on audit_event (kind, subject);
