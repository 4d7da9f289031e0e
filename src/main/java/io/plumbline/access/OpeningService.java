package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PatientNumbers;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records outside the relation, opened by a clinician with a reason for an hour, and reviewed afterwards. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.OPENING_REVIEW)
public class OpeningService {
    /** How long a record stays open with a reason. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    private final Openings openings;
    private final RunningOpenings running;
    private final RelationService relations;
    private final KnownPatients patients;
    private final PatientNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpeningService(
            Openings openings,
            RunningOpenings running,
            RelationService relations,
            KnownPatients patients,
            PatientNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openings = openings;
        this.running = running;
        this.relations = relations;
        this.patients = patients;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a record outside the caller's relation for an hour. Put on record, also where there is no such patient.
     *
     * @param operation the id that the opening gets; opening twice with one id opens once
     * @return whether the record is open to the caller now; if not, there is no such patient
     */
    @Transactional
    @Requires(Permission.OPENING_BEGIN)
    public boolean open(UUID operation, PatientId patient, OpeningReason reason) {
        if (relations.scopeOf(patient).isClinical(patient)) {
            return true;
        }
        var clinics = patients.clinicsOf(patient);
        if (clinics.isEmpty()) {
            events.publishEvent(new OpeningRefused(patient));
            return false;
        }
        var now = clock.instant();
        try {
            openings.add(operation, Caller.current().staff(), patient, reason.text(), now, now.plus(LASTS));
        } catch (DuplicateKeyException openedByTheFirstClick) {
            return true;
        }
        clinics.get().forEach(clinic -> openings.concerns(operation, clinic, now));
        events.publishEvent(new OpeningBegun(operation, patient));
        return true;
    }

    /** How long a patient's record is open to the caller with a reason; empty where it is not, or needs none. */
    @Requires(Permission.PATIENT_READ)
    public Optional<RunningOpening> running(PatientId patient) {
        var caller = Caller.current();
        return caller.isClinician() ? running.of(caller.staff(), patient) : Optional.empty();
    }

    /** Closes a record that the caller opened with a reason, before its time. */
    @Transactional
    @Requires(Permission.OPENING_BEGIN)
    public void close(PatientId patient) {
        var me = Caller.current().staff();
        running.of(me, patient).ifPresent(opening -> {
            openings.end(me, patient, clock.instant());
            relations.relationEnded(me, patient);
            events.publishEvent(new OpeningClosed(opening.id(), patient, me));
        });
    }

    /**
     * A page of what was opened with a reason, put on record once a look, newest first: for the manager the patients whom their clinics knew then,
     * by name; for the auditor all, by number.
     *
     * @param after the last row of the page before, or null for the first page
     */
    @Transactional
    public List<OpeningRow> list(@Nullable OpeningRow after, int limit) {
        var mine = clinics();
        var page = labelled(mine == null ? openings.all(after, limit) : openings.ofClinics(mine, after, limit));
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("opening.listed", page.size()));
        }
        return page;
    }

    /** What waits for a review, newest first; put on record once a look. */
    @Transactional
    public List<OpeningRow> openingsToReview(int limit) {
        var waiting = labelled(openings.toReview(clinics(), limit));
        if (!waiting.isEmpty()) {
            events.publishEvent(PeopleListed.of("opening.listed", waiting.size())
                    .narrowedBy("to review")
                    .upTo(limit));
        }
        return waiting;
    }

    /** How many openings wait for a review, up to a thousand. */
    public long countToReview() {
        return openings.countToReview(clinics());
    }

    /**
     * Notes that the caller has looked at why a record was opened.
     *
     * @return the opening as it is now; where a colleague was quicker, it names them
     * @throws NoSuchElementException if there is no such opening, or none of the caller's clinics
     * @throws IllegalStateException if the caller opened it
     */
    @Transactional
    public OpeningRow review(UUID id) {
        var opening = openings.find(id, clinics()).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (opening.isOwn()) {
            throw new IllegalStateException("Somebody else reviews what you opened yourself");
        }
        if (openings.review(id, Caller.current().staff(), clock.instant())) {
            events.publishEvent(new OpeningReviewed(id, opening.patient()));
        }
        return openings.find(id, clinics()).orElseThrow();
    }

    /** The clinics whose patients' openings the caller reviews; null for all. */
    private static @Nullable Set<ClinicId> clinics() {
        var caller = Caller.current();
        return caller.has(Role.AUDITOR) ? null : caller.clinics();
    }

    private List<OpeningRow> labelled(List<OpeningRow> rows) {
        var some = rows.stream().map(OpeningRow::patient).distinct().toList();
        var labels = Caller.current().has(Role.AUDITOR) ? numbers.of(some) : patients.names(some);
        return rows.stream()
                .map(row -> row.withPatientLabel(labels.getOrDefault(row.patient(), "Unknown patient")))
                .toList();
    }
}
