package io.plumbline.access.breakglass;

import io.plumbline.access.ReasonUseStore;
import io.plumbline.access.RelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.PatientNumbers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives clinicians break-glass access to records outside their relation, and to what is restricted in others: with a
 * reason, for one hour, and reviewed afterwards: justified or not, within three working days. The privacy officer may
 * read any record in the same way.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.BREAK_GLASS_REVIEW)
public class BreakGlassService {
    /** How long break-glass access lasts. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    /** The longest note of a reviewer, in characters. */
    public static final int LONGEST_NOTE = 400;

    private final BreakGlassStore breakGlassStore;
    private final ActiveBreakGlassQuery running;
    private final RelationService relations;
    private final KnownPatients patients;
    private final PatientNumbers numbers;
    private final ReviewClock reviews;
    private final IdentityService identity;
    private final ReasonUseStore reasons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BreakGlassService(
            BreakGlassStore breakGlassStore,
            ActiveBreakGlassQuery running,
            RelationService relations,
            KnownPatients patients,
            PatientNumbers numbers,
            ReviewClock reviews,
            IdentityService identity,
            ReasonUseStore reasons,
            ApplicationEventPublisher events,
            Clock clock) {
        this.breakGlassStore = breakGlassStore;
        this.running = running;
        this.relations = relations;
        this.patients = patients;
        this.numbers = numbers;
        this.reviews = reviews;
        this.identity = identity;
        this.reasons = reasons;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives the current user break-glass access to a patient for one hour. The attempt is recorded even if the patient does
     * not exist.
     *
     * @param operation the id of the new access; repeating the call with the same id has no further effect
     * @return whether the current user can see the record now; if not, the patient does not exist
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public boolean open(OperationId operation, PatientId patient, BreakGlassReason reason) {
        // before anything is asked about the patient, so that the answer is the same for all
        identity.demandProof();
        reasons.refuseCopy(patient, reason.text());
        return relations.scopeOf(patient).isClinical(patient) || begin(operation, patient, reason);
    }

    /**
     * Gives the current user, who is in relation to a patient, break-glass access to what colleagues restricted in the record,
     * for one hour.
     *
     * @param operation the id of the new access; repeating the call with the same id has no further effect
     * @throws NotAvailable if the patient is not in relation to the current user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public void openRestricted(OperationId operation, PatientId patient, BreakGlassReason reason) {
        identity.demandProof();
        reasons.refuseCopy(patient, reason.text());
        relations.requireClinical(patient);
        begin(operation, patient, reason);
    }

    /**
     * Gives the privacy officer break-glass access to read a patient's record for one hour. The attempt is recorded even
     * if the patient does not exist.
     *
     * @param operation the id of the new access; repeating the call with the same id has no further effect
     * @return whether the current user can read the record now; if not, the patient does not exist
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    @Requires(Permission.BREAK_GLASS_READ)
    public boolean openToRead(OperationId operation, PatientId patient, BreakGlassReason reason) {
        identity.demandProof();
        reasons.refuseCopy(patient, reason.text());
        return begin(operation, patient, reason);
    }

    /** Ends the privacy officer's break-glass access to a patient early. */
    @Transactional
    @Requires(Permission.BREAK_GLASS_READ)
    public void endReading(PatientId patient) {
        end(patient);
    }

    private boolean begin(OperationId operation, PatientId patient, BreakGlassReason reason) {
        var clinics = patients.clinicsOf(patient);
        if (clinics.isEmpty()) {
            events.publishEvent(new BreakGlassEvent.Refused(patient));
            return false;
        }
        var now = clock.instant();
        try {
            breakGlassStore.add(
                    operation,
                    CurrentUser.current().staff(),
                    patient,
                    reason.text(),
                    now,
                    now.plus(LASTS),
                    reviews.dueAt(clinics.get(), now));
        } catch (DuplicateKeyException openedByTheFirstClick) {
            return true;
        }
        clinics.get().forEach(clinic -> breakGlassStore.concerns(operation, clinic, now));
        reasons.remember(patient, reason.text());
        events.publishEvent(new BreakGlassEvent.Started(new BreakGlassId(operation.value()), patient));
        return true;
    }

    /** Returns the current user's active break-glass access to a patient; empty if there is none. */
    @Requires(Permission.PATIENT_READ)
    public Optional<ActiveBreakGlass> running(PatientId patient) {
        var user = CurrentUser.current();
        return user.isClinician() ? running.findActive(user.staff(), patient) : Optional.empty();
    }

    /** Ends the current user's break-glass access to a patient early. */
    @Transactional
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public void close(PatientId patient) {
        if (end(patient)) {
            relations.breakGlassEnded(patient);
        }
    }

    private boolean end(PatientId patient) {
        var me = CurrentUser.current().staff();
        var ended = running.findActive(me, patient);
        ended.ifPresent(access -> {
            breakGlassStore.end(me, patient, clock.instant());
            events.publishEvent(new BreakGlassEvent.Ended(new BreakGlassId(access.id()), patient, me));
        });
        return ended.isPresent();
    }

    /**
     * Returns a page of break-glass access, and records the view once: what is to be reviewed by when it is due, all else
     * newest first. Managers see the patients known to their clinics at that time, by name; auditors see all patients, by
     * number.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<BreakGlassRow> list(BreakGlassFilter filter, @Nullable BreakGlassRow after, int limit) {
        var page = labelled(page(filter, clinics(), after, limit));
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("opening.listed", page.size())
                    .narrowedBy(
                            filter == BreakGlassFilter.ALL ? "" : filter.label().toLowerCase(Locale.ROOT))
                    .upTo(limit));
        }
        return page;
    }

    private List<BreakGlassRow> page(
            BreakGlassFilter filter, @Nullable Set<ClinicId> mine, @Nullable BreakGlassRow after, int limit) {
        return switch (filter) {
            case TO_REVIEW -> breakGlassStore.toReview(mine, null, after, limit);
            case OVERDUE -> breakGlassStore.toReview(mine, clock.instant(), after, limit);
            case NOT_JUSTIFIED -> breakGlassStore.decided(mine, BreakGlassDecision.NOT_JUSTIFIED, after, limit);
            case ALL ->
                mine == null
                        ? breakGlassStore.findAll(after, limit)
                        : breakGlassStore.findByClinics(mine, after, limit);
        };
    }

    /** Counts the break-glass access that still needs a review, up to 1,000. */
    public long countToReview() {
        return breakGlassStore.countToReview(clinics());
    }

    /**
     * Records the current user's review of break-glass access. Access that was not justified ends now.
     *
     * @param note what the reviewer asked or checked, without clinical details
     * @return the current row; it names the colleague if one reviewed it first
     * @throws NotAvailable if there is no such access, or it concerns none of the current user's clinics
     * @throws Refused if it is the current user's own access, or the note is missing
     */
    @Transactional
    public BreakGlassRow review(BreakGlassId id, BreakGlassDecision decision, String note) {
        var access = breakGlassStore.find(id, clinics()).orElseThrow(NotAvailable::new);
        if (access.isOwn()) {
            throw new Refused("Only a colleague can review your own break-glass access");
        }
        var written = TextLimit.required("The note", note, LONGEST_NOTE);
        if (breakGlassStore.review(id, CurrentUser.current().staff(), clock.instant(), decision, written)) {
            events.publishEvent(new BreakGlassEvent.Reviewed(id, access.patient(), decision));
        }
        return breakGlassStore.find(id, clinics()).orElseThrow();
    }

    /** Returns the clinics whose break-glass access the current user reviews; null for all clinics. */
    private static @Nullable Set<ClinicId> clinics() {
        var user = CurrentUser.current();
        return user.has(Role.AUDITOR) ? null : user.clinics();
    }

    private List<BreakGlassRow> labelled(List<BreakGlassRow> rows) {
        var some = rows.stream().map(BreakGlassRow::patient).distinct().toList();
        var labels = CurrentUser.current().has(Role.AUDITOR) ? numbers.of(some) : patients.names(some);
        return rows.stream()
                .map(row -> row.withPatientLabel(labels.getOrDefault(row.patient(), "Unknown patient")))
                .toList();
    }
}
