-- who received a request, and with it the consent to be contacted; null where the audit trail does not say
alter table consultation_lead add column received_by binary(16);

update consultation_lead set received_by = (
    select min(e.actor) from audit_event e where e.kind = 'lead.received' and e.subject = consultation_lead.id);
