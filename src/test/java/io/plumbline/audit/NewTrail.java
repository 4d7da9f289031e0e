package io.plumbline.audit;

import io.plumbline.support.StoreOwner;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Begins the audit trail of a store of the tests anew, for those who count what is in it. */
@Lazy
@Component
@Profile("test")
public class NewTrail {
    private final AuditHeadStore heads;

    NewTrail(AuditHeadStore heads) {
        this.heads = heads;
    }

    /** Drops the triggers, all entries and the head; then there is the head of an empty trail. */
    public void begin(StoreOwner store) {
        for (var sql : List.of(
                "drop trigger if exists audit_event_only_sealed",
                "drop trigger if exists audit_event_never_deleted",
                "delete from audit_event",
                "delete from audit_head")) {
            store.jdbc().sql(sql).update();
        }
        heads.begin();
    }
}
