package io.plumbline.audit;

import io.plumbline.bench.Bulk;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.test.util.ReflectionTestUtils;

/** Writes what generated records have to tell to the trail, with the codes that the portal would have made. */
public final class GeneratedTrail {
    private final AuditKey key;
    private final AuditChainJob chainJob;
    private final ContentMac seal;
    private final Bulk rows;

    public GeneratedTrail(ApplicationContext portal, AtomicLong written) {
        key = portal.getBean(AuditKey.class);
        chainJob = portal.getBean(AuditChainJob.class);
        seal = portal.getBean(ContentMac.class);
        rows = new Bulk(
                portal.getBean(JdbcOperations.class),
                written,
                "audit_event",
                "id, at, actor, kind, subject, patient, detail, mac");
    }

    /** Takes what somebody did to a record since it was asked last. */
    public void tell(AbstractAggregateRoot<?> record, StaffId by, Instant at) {
        Collection<?> events = ReflectionTestUtils.invokeMethod(record, "domainEvents");
        for (var event : events) {
            if (event instanceof Recorded recorded) {
                tell(recorded, by, at);
            }
        }
        ReflectionTestUtils.invokeMethod(record, "clearDomainEvents");
    }

    /** Notes what somebody did. */
    public void tell(Recorded event, StaffId by, Instant at) {
        var patient = event.patient();
        var row = new TrailRow(
                Ids.next(),
                Utc.of(at),
                by.value(),
                event.kind(),
                event.subject(),
                patient == null ? null : patient.value(),
                event.detail());
        rows.add(
                Ids.bytes(row.id()),
                row.at(),
                Ids.bytes(row.actor()),
                row.kind(),
                Ids.bytes(row.subject()),
                patient == null ? null : Ids.bytes(patient.value()),
                row.detail(),
                key.codeOf(row.fields()));
    }

    /** Makes the codes of what is signed. */
    public ContentMac contentSeal() {
        return seal;
    }

    public void flush() {
        rows.flush();
    }

    /** Seals what was written, as the portal does by itself. */
    public void seal() {
        chainJob.chainPending();
    }

    /** What the verification says of the whole trail and of all that is signed. */
    public static AuditVerdict verdict(ApplicationContext portal) {
        return portal.getBean(AuditVerification.class).verify(null, rows -> {}, () -> false);
    }
}
