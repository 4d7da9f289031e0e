delimiter //

create trigger audit_event_only_sealed before update on audit_event for each row
begin
    if old.seq is not null or old.chain is not null
        or new.seq is null or new.chain is null
        or not (new.id <=> old.id and new.at <=> old.at and new.actor <=> old.actor and new.kind <=> old.kind
            and new.subject <=> old.subject and new.patient <=> old.patient and new.detail <=> old.detail
            and new.mac <=> old.mac) then
        signal sqlstate '45000' set message_text = 'The audit trail is append-only';
    end if;
end//

create trigger audit_event_never_deleted before delete on audit_event for each row
begin
    signal sqlstate '45000' set message_text = 'The audit trail is append-only';
end//

delimiter ;
