package io.plumbline.audit;

import io.plumbline.access.KnownPatients;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PatientNumbers;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail, to be read and verified by the auditor. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.AUDIT_READ)
public class AuditService {
    private final AuditEntries entries;
    private final AuditPeople people;
    private final AuditWalk walk;
    private final AuditVerification verification;
    private final HeadWatch watch;
    private final PatientNumbers numbers;
    private final KnownPatients patients;
    private final ApplicationEventPublisher events;

    AuditService(
            AuditEntries entries,
            AuditPeople people,
            AuditWalk walk,
            AuditVerification verification,
            HeadWatch watch,
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
     * A page of the trail, newest first. To ask for a patient is itself put on record, once a look.
     *
     * @param after the last entry of the page before, or null for the first page
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
        events.publishEvent(new AuditSearched(patient.get()));
        var shown = "P-" + number.strip().replaceFirst("^[Pp]-0*|^0+", "");
        return entries.page(filter, patient.get(), after, limit).stream()
                .map(entry -> entry.withNumber(shown))
                .toList();
    }

    private List<AuditRow> numbered(List<AuditEntries.Entry> page) {
        var numberOf = numbersOf(page);
        return page.stream().map(entry -> row(entry, numberOf)).toList();
    }

    /** One entry in full; empty where there is none of that id. */
    public Optional<AuditDetails> entry(UUID id) {
        return entries.find(id)
                .map(found -> new AuditDetails(
                        row(found.entry(), numbersOf(List.of(found.entry()))),
                        found.username(),
                        found.subject(),
                        found.seq(),
                        found.isAsWritten()));
    }

    /** The kinds of entries that there are. */
    public List<String> kinds() {
        return entries.kinds();
    }

    /** People whose name or user name contains a text, by name. */
    public List<AuditPerson> people(String text, int offset, int limit) {
        return people.named(text, offset, limit);
    }

    /** Somebody whose entries are asked for. */
    public Optional<AuditPerson> person(StaffId id) {
        return people.find(id);
    }

    /** How many entries were added since then, up to a thousand. */
    public long countSince(Instant since) {
        return entries.countSince(since);
    }

    /** How many entries are sealed, without counting them. */
    public long countSealed() {
        return walk.sealed();
    }

    /** What is known to be wrong with the head of the trail, in a sentence; empty where nothing is. */
    public Optional<String> alarm() {
        return watch.alarm();
    }

    /**
     * Walks the whole trail, then all signed notes, and names the first entry or note that is not as it was.
     *
     * @param progress told from time to time how many entries were looked at
     * @param stop asked from time to time whether to end early
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public AuditVerdict verify(LongConsumer progress, BooleanSupplier stop) {
        return verification.verify(null, progress, stop);
    }

    private Map<PatientId, String> numbersOf(List<AuditEntries.Entry> page) {
        return numbers.of(page.stream()
                .map(AuditEntries.Entry::patient)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static AuditRow row(AuditEntries.Entry entry, Map<PatientId, String> numberOf) {
        var patient = entry.patient();
        return entry.withNumber(patient == null ? null : numberOf.get(patient));
    }
}
