package io.plumbline.audit;

import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.PatientNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the auditor read and verify the audit trail. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.AUDIT_READ)
public class AuditService {
    private final AuditEntryQuery entries;
    private final AuditPersonQuery people;
    private final AuditChainVerifier walk;
    private final AuditVerification verification;
    private final NotedHeadJob watch;
    private final PatientNumbers numbers;
    private final KnownPatients patients;
    private final ApplicationEventPublisher events;

    AuditService(
            AuditEntryQuery entries,
            AuditPersonQuery people,
            AuditChainVerifier walk,
            AuditVerification verification,
            NotedHeadJob watch,
            PatientNumbers numbers,
            KnownPatients patients,
            ApplicationEventPublisher events) {
        this.entries = entries;
        this.people = people;
        this.walk = walk;
        this.verification = verification;
        this.watch = watch;
        this.numbers = numbers;
        this.patients = patients;
        this.events = events;
    }

    /**
     * Returns a page of the trail, newest first. A search for a patient is itself recorded once per view.
     *
     * @param after the last entry of the previous page, or null for the first page
     */
    @Transactional
    public List<AuditRow> list(AuditFilter filter, @Nullable AuditRow after, int limit) {
        var number = filter.patient();
        if (number == null) {
            return numbered(entries.page(filter, null, after, limit));
        }
        var patient = patients.withNumber(number);
        if (patient.isEmpty()) {
            return List.of();
        }
        events.publishEvent(new AuditEvent.Searched(patient.get()));
        var shown = "P-" + number.strip().replaceFirst("^[Pp]-0*|^0+", "");
        return entries.page(filter, patient.get(), after, limit).stream()
                .map(entry -> entry.withNumber(shown))
                .toList();
    }

    /** Finds one entry with all its details. */
    public Optional<AuditDetails> entry(AuditEntryId id) {
        return entries.find(id)
                .map(found ->
                        new AuditDetails(numbered(List.of(found.row())).getFirst(), found.seq(), found.isAsWritten()));
    }

    private List<AuditRow> numbered(List<AuditRow> rows) {
        return numbers.with(rows, AuditRow::patient, AuditRow::withNumber);
    }

    /** Returns the kinds of entries. */
    public List<String> kinds() {
        return entries.kinds();
    }

    /** Returns people whose name or user name contains a text, ordered by name. */
    public List<AuditPerson> people(String text, int offset, int limit) {
        return people.named(text, offset, limit);
    }

    /** Finds a person to filter by. */
    public Optional<AuditPerson> person(StaffId id) {
        return people.find(id);
    }

    /** Counts the entries added since an instant, up to 1,000. */
    public long countSince(Instant since) {
        return entries.countSince(since);
    }

    /** Returns the number of chained entries from the head, without counting rows. */
    public long countChained() {
        return walk.sealed();
    }

    /** Returns what is wrong with the head of the trail, as one sentence; empty if no problem is known. */
    public Optional<String> alarm() {
        return watch.alarm();
    }

    /**
     * Verifies the whole trail, then all signed records, and reports the first entry or record that was tampered with.
     *
     * @param progress called from time to time with the number of entries checked
     * @param stop checked from time to time to end early
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public AuditVerdict verify(LongConsumer progress, BooleanSupplier stop) {
        return verification.verify(null, progress, stop);
    }
}
