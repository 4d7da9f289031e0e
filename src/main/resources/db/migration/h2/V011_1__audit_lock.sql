create trigger audit_event_only_sealed before update on audit_event for each row call 'io.plumbline.audit.AuditLock';
create trigger audit_event_never_deleted before delete on audit_event for each row call 'io.plumbline.audit.AuditLock';
