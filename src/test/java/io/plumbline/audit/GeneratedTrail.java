package io.plumbline.audit;

import io.plumbline.bench.Bulk;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.test.util.ReflectionTestUtils;

/** Writes what generated records have to tell to the trail, with the codes that the portal would have made. */
public final class GeneratedTrail {
    private static final String COLUMNS = "id, at, actor, kind, subject, patient, detail, mac";

    private final AuditKey key;
    private final AuditHeadStore heads;
    private final AuditChainJob chainJob;
    private final ContentMac seal;
    private final Bulk rows;
    private final Bulk sealedRows;
    private final List<Told> told = new ArrayList<>();

    public GeneratedTrail(ApplicationContext portal, AtomicLong written) {
        key = portal.getBean(AuditKey.class);
        heads = portal.getBean(AuditHeadStore.class);
        chainJob = portal.getBean(AuditChainJob.class);
        seal = portal.getBean(ContentMac.class);
        var jdbc = portal.getBean(JdbcOperations.class);
        rows = new Bulk(jdbc, written, "audit_event", COLUMNS);
        sealedRows = new Bulk(jdbc, written, "audit_event", COLUMNS + ", seq, chain");
    }

    @SuppressWarnings("ArrayRecordComponent") // short-lived, and never compared
    private record Told(TrailRow row, byte[] code) {
        Stream<Object> values() {
            var patient = row.patient();
            return Stream.of(
                    Ids.bytes(row.id()),
                    row.at(),
                    Ids.bytes(row.actor()),
                    row.kind(),
                    Ids.bytes(row.subject()),
                    patient == null ? null : Ids.bytes(patient),
                    row.detail(),
                    code);
        }
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
        told.add(new Told(row, key.codeOf(row.fields())));
    }

    /** Makes the codes of what is signed. */
    public ContentMac contentSeal() {
        return seal;
    }

    /** Writes what was told. */
    public void flush() {
        told.forEach(one -> rows.add(one.values().toArray()));
        told.clear();
        rows.flush();
    }

    /**
     * Writes what was told as rows that are sealed already, with the same hashes as the job, which would read and change
     * each of them. To be called in a transaction, when no row waits for the job.
     */
    public void flushSealed() {
        if (!heads.lock()) {
            throw new IllegalStateException("The audit trail has no head");
        }
        var head = heads.read().orElseThrow().head();
        for (var one : told) {
            head = head.then(one.code(), key);
            sealedRows.add(Stream.concat(one.values(), Stream.of(head.seq(), head.chainBytes()))
                    .toArray());
        }
        told.clear();
        sealedRows.flush();
        heads.move(head);
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
