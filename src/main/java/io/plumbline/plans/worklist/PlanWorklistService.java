package io.plumbline.plans.worklist;

import io.plumbline.access.PatientScope;
import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The active and on-hold plans: clinicians see those of their patients; managers see those of their clinics, without
 * clinical content.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanWorklistService {
    private static final int MOST_ACTIVE = 1000;

    private final PlanWorklistQuery worklist;
    private final RelationService relations;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanWorklistService(
            PlanWorklistQuery worklist,
            RelationService relations,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.worklist = worklist;
        this.relations = relations;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Returns how many plans are active, up to 1,000. */
    public long countActive() {
        return worklist.countActive(relations.scope(), MOST_ACTIVE);
    }

    /** Returns how many active plans have an open visit but none booked from today on, up to 1,000. */
    public long countNotBooked() {
        return worklist.countNotBooked(relations.scope(), today(), MOST_ACTIVE);
    }

    /**
     * Returns a page of the active and on-hold plans; for clinicians, also drafts that wait for the patient's agreement.
     * Clinicians get the most urgent first; managers, who see no reason in full, get active plans, earliest due day
     * first, then those on hold. The first page of a list is recorded in the audit trail.
     *
     * @param after the last plan of the previous page, or null for the first page; a clinician's plans come in one page
     */
    @Transactional
    public List<PlanRow> findPage(PlanFilter filter, PlanNarrowing narrowing, @Nullable PlanRow after, int limit) {
        var scope = relations.scope();
        if (after != null && scope.clinics().isEmpty()) {
            return List.of();
        }
        var page = scope.clinics().isEmpty()
                ? worklist.ofPatients(scope, filter, today(), MOST_ACTIVE).stream()
                        .filter(narrowing::shows)
                        .sorted(Comparator.comparingInt((PlanRow row) -> -PlanUrgency.of(row)))
                        .toList()
                : Stream.concat(
                                after == null ? besides(scope, filter, narrowing) : Stream.empty(),
                                worklist.findByClinics(scope, filter, narrowing, today(), after, limit).stream())
                        .toList();
        if (after == null) {
            events.publishEvent(PeopleListed.of("plan.listed", page.size()).narrowedBy(filter.label(), ""));
        }
        return page;
    }

    /**
     * Returns the plans of the current user's patients for whom a referral is to be written, or who are worse; the most
     * urgent first. The list is recorded in the audit trail unless it is empty.
     */
    @Transactional
    public List<PlanRow> findToDecideFirst(int limit) {
        var rows = worklist.toDecideFirst(relations.scope(), today(), limit).stream()
                .sorted(Comparator.comparingInt((PlanRow row) -> -PlanUrgency.of(row)))
                .toList();
        if (!rows.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("plan.listed", rows.size()).upTo(limit).narrowedBy("To decide first", ""));
        }
        return rows;
    }

    /** Returns the plans of those whom a user who sees plans by clinic treats elsewhere; they come first. */
    private Stream<PlanRow> besides(PatientScope scope, PlanFilter filter, PlanNarrowing narrowing) {
        return CurrentUser.current().seesBothWays()
                ? worklist.ofPatients(scope, filter, today(), MOST_ACTIVE).stream()
                        .filter(row -> narrowing.shows(row) && !scope.clinics().contains(row.clinic()))
                        .sorted(Comparator.comparingInt((PlanRow row) -> -PlanUrgency.of(row)))
                : Stream.empty();
    }

    /** Returns the earliest current date at the current user's clinics: a visit counts as missed when its day is over. */
    private LocalDate today() {
        return Today.of(CurrentUser.current(), clinics, clock);
    }
}
