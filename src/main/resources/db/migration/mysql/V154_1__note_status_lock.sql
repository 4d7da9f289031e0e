-- a signed note has another status once the signed row is there that gives it
delimiter //
create trigger session_note_signed_update before update on session_note for each row
begin
    if old.status <> 'DRAFT' and not (
        (old.status = 'AWAITING_COSIGNATURE' and new.status in ('SIGNED', 'ENTERED_IN_ERROR')
            or old.status = 'SIGNED' and new.status = 'ENTERED_IN_ERROR')
        and old.id = new.id
        and old.patient_id <=> new.patient_id
        and old.clinic_id <=> new.clinic_id
        and old.author_id <=> new.author_id
        and old.service <=> new.service
        and old.treated_on <=> new.treated_on
        and old.appointment_id <=> new.appointment_id
        and old.planned_visit_id <=> new.planned_visit_id
        and old.taken_over_from <=> new.taken_over_from
        and old.taken_over_presence <=> new.taken_over_presence
        and old.pressure <=> new.pressure
        and old.stop_at <=> new.stop_at
        and old.response <=> new.response
        and old.minutes <=> new.minutes
        and old.pain_before <=> new.pain_before
        and old.pain_after <=> new.pain_after
        and old.safety_recheck <=> new.safety_recheck
        and old.safety_rule <=> new.safety_rule
        and old.consent <=> new.consent
        and old.statement <=> new.statement
        and old.observations <=> new.observations
        and old.next_step <=> new.next_step
        and old.details <=> new.details
        and old.created_at <=> new.created_at
        and old.changed_at <=> new.changed_at
        and old.signed_at <=> new.signed_at
        and old.signed_by <=> new.signed_by
        and old.content_hash <=> new.content_hash
        and old.content_format <=> new.content_format
        and (new.status <> 'SIGNED'
            or exists (select 1 from session_note_cosignature c where c.note_id = old.id and c.decision = 'COSIGNED'))
        and (new.status <> 'ENTERED_IN_ERROR' or exists
            (select 1 from session_note_amendment a where a.note_id = old.id and a.kind = 'ENTERED_IN_ERROR'))) then
        signal sqlstate '45000' set message_text = 'Signed: it is corrected by an addition, never changed';
    end if;
end//
delimiter ;
