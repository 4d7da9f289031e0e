package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.taper.CareGrowth;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Revises active plans: a revision is written as a draft, compared with the plan, and then takes its place. */
@Service
@Transactional
@Requires(Permission.PLAN_WRITE)
public class PlanRevisionService {
    private final TreatmentPlans plans;
    private final PlanRevisionDrafts drafts;
    private final PlanReader reader;
    private final PlanDrafts rules;
    private final PlanActivation activation;
    private final CourseJudge courses;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanRevisionService(
            TreatmentPlans plans,
            PlanRevisionDrafts drafts,
            PlanReader reader,
            PlanDrafts rules,
            PlanActivation activation,
            CourseJudge courses,
            PatientService patients,
            PatientHeaderService headers,
            ScheduleService schedule,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.reader = reader;
        this.rules = rules;
        this.activation = activation;
        this.courses = courses;
        this.patients = patients;
        this.headers = headers;
        this.schedule = schedule;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Why a plan is revised, and the patient's agreement to more care.
     *
     * @param reason at most 440 characters
     * @param agreement null if nothing grows
     */
    public record Order(String reason, @Nullable PatientAgreement agreement) {
        private static final int LONGEST_REASON = 440;

        /** @throws Refused if the reason is missing or too long; the message is for the user */
        public Order {
            reason = TextLimit.required("The reason", reason, LONGEST_REASON);
        }
    }

    /**
     * A revision of a plan.
     *
     * @param number 1 is what was activated
     * @param reason of the first one what stood against the plan and what is done about it; empty if nothing did
     * @param agreement null if nothing grew, or the plan was activated before agreements were recorded
     * @param added how many planned visits it added; likewise removed
     * @param content what the plan says from it on
     */
    public record Row(
            int number,
            Instant at,
            StaffId by,
            String reason,
            @Nullable PatientAgreement agreement,
            int added,
            int removed,
            PlanDraft content) {}

    /**
     * A revision that is being written.
     *
     * @param version the version to pass to the next save
     * @param current what the plan says now
     */
    public record Draft(long version, PlanDraft content, PlanDraft current, StaffId by) {}

    /**
     * Returns the revisions of a plan that the current user has open, newest first; empty for those who are not in relation to
     * the patient, and for a plan that was not revised since revisions are recorded.
     */
    @Transactional(readOnly = true)
    @Requires(Permission.PLAN_READ)
    public List<Row> findByPlan(PlanDetails opened) {
        return opened.clinical() == null
                ? List.of()
                : plans.revisions(opened.id().value()).stream()
                        .map(PlanRevision::row)
                        .toList();
    }

    /**
     * Returns the revision of an active plan that is being written; begins one with what the plan says now if there is
     * none. What has changed in the plan since it was begun is taken over, unless it was typed here.
     *
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws Refused if the plan is not active; the message is for the user
     * @throws StaleVersion if a colleague began one at the same moment
     */
    public Draft open(PlanId id) {
        var plan = mine(id);
        if (!plan.isActive()) {
            throw new Refused("Only an active plan is revised");
        }
        var now = plan.care().draft();
        var me = CurrentUser.current().staff();
        var draft = drafts.findById(id.value())
                .orElseGet(() -> PlanRevisionDraft.begun(id, plan.revision(), now, me, clock.instant()));
        if (draft.base() != plan.revision()) {
            draft.write(
                    RecordVersions.merged(handedOver(id, contentOf(id, draft.base(), now), now), now, draft.content()),
                    me,
                    clock.instant());
            draft.rebase(plan.revision());
        }
        try {
            var saved = drafts.saveAndFlush(draft);
            return new Draft(saved.version(), saved.content(), now, saved.writtenBy());
        } catch (DataIntegrityViolationException second) {
            throw new StaleVersion(PlanRevisionDraft.class, id);
        }
    }

    /** Returns a revision as if the hand-overs since then had been in it: they are nothing that somebody typed. */
    private PlanDraft handedOver(PlanId id, PlanDraft base, PlanDraft now) {
        var gaveAway =
                plans.handOvers(id.value()).stream().map(PlanHandOver::from).collect(Collectors.toSet());
        return base.withServices(base.services().stream()
                .map(line -> line.practitionerId() == null || !gaveAway.contains(line.practitionerId())
                        ? line
                        : now.serviceLike(line)
                                .flatMap(current -> Optional.ofNullable(current.practitionerId()))
                                .map(line::with)
                                .orElse(line))
                .toList());
    }

    private PlanDraft contentOf(PlanId id, int number, PlanDraft otherwise) {
        return plans.revisions(id.value()).stream()
                .filter(revision -> revision.row().number() == number)
                .map(PlanRevision::content)
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Saves a revision that is being written.
     *
     * @param version the version that the current user saw
     * @return the new version
     * @throws NotAvailable if there is none, or the patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if a value is out of range; the message is for the user
     */
    public long saveDraft(PlanId id, long version, PlanDraft typed) {
        var plan = mine(id);
        rules.refuseImpossible(typed);
        var draft = at(id, version);
        var fields = RecordVersions.changedFields(draft.content(), typed);
        draft.write(typed, CurrentUser.current().staff(), clock.instant());
        var saved = drafts.saveAndFlush(draft);
        events.publishEvent(new PlanEvent.RevisionEdited(id, plan.patient(), fields));
        return saved.version();
    }

    /**
     * Discards a revision that is being written; the plan stays as it is.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if there is none, or the patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    public void discard(PlanId id, long version) {
        var plan = mine(id);
        drafts.delete(at(id, version));
        events.publishEvent(new PlanEvent.RevisionDiscarded(id, plan.patient()));
    }

    /** Returns what a patient gets more of by a revision, and must agree to. */
    @Transactional(readOnly = true)
    public CareGrowth growth(PlanDraft current, PlanDraft revised) {
        return CareGrowth.between(current.services(), revised.services(), Objects.requireNonNull(current.startsOn()));
    }

    /**
     * Returns the visits that remain by a revision, in the order of their days.
     *
     * @throws Refused if the clinic has no open day for a year
     */
    @Transactional(readOnly = true)
    public StartedCare preview(PlanDetails opened, PlanDraft revised) {
        var remaining = revised.services().stream()
                .flatMap(line -> remaining(line, opened))
                .toList();
        return new StartedCare(
                List.of(),
                Taper.visits(clinics.todayAt(opened.clinic()), remaining, clinics.openDays(opened.clinic())));
    }

    private static Stream<PlannedService> remaining(PlannedService line, PlanDetails opened) {
        var delivered = (int) opened.visits().stream()
                .filter(visit -> visit.phase() == line.phase()
                        && visit.service() == line.service()
                        && visit.deliveredOn() != null)
                .count();
        return delivered >= line.visits()
                ? Stream.empty()
                : Stream.of(new PlannedService(
                        line.phase(),
                        line.service(),
                        line.practitionerId(),
                        line.frequency(),
                        line.visits() - delivered));
    }

    /**
     * Makes the revision that is being written the plan. Delivered and booked visits stay, the others are planned again
     * from today on.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if there is none, or the patient is not in relation to the current user
     * @throws StaleVersion if the revision or the plan was changed in the meantime
     * @throws Refused if something is missing or impossible, the patient has not agreed to more care, a visit of the
     *     plan is in treatment, or a clinical hold forbids more care; the message is for the user
     */
    public void apply(PlanId id, long version, Order order) {
        ReasonWords.require("The reason", order.reason(), Order.LONGEST_REASON);
        var plan = mine(id);
        // lock the header first, so that no flag, booking or delivery comes between the check and the revision
        patients.holdHeader(plan.patient());
        plans.lockRunningOf(List.of(plan.patient()));
        plans.lock(plan);
        var draft = at(id, version);
        StaleVersion.throwUnless(draft.base() == plan.revision(), PlanRevisionDraft.class, id);
        var revised = RecordVersions.with(
                draft.content(), PlanDraft.NOT_REVISED, plan.care().draft());
        refuseWhileInTreatment(plan);
        var growth = growth(plan.care().draft(), revised);
        if (!growth.isNone()) {
            activation.refuseWhileHeld(plan, "extended");
        }
        courses.refuseWhileCourseWaits(plan, revised);
        var today = clinics.todayAt(plan.clinic());
        var toCome = revised.services().stream()
                .filter(line -> line.phase().compareTo(plan.care().currentPhase()) >= 0)
                .filter(line -> plan.care().planned().deliveredOf(line) < line.visits())
                .toList();
        activation.refuseIncomplete(plan.clinic(), revised.withServices(toCome));
        activation.refuseNotEligible(toCome, today);
        plan.revise(
                revised,
                activation.rules(revised),
                order,
                CurrentUser.current().staff(),
                clock.instant(),
                today,
                clinics.openDays(plan.clinic()));
        drafts.delete(draft);
        save(plan);
        var care = plan.care();
        headers.planIs(plan.patient(), care.title(), care.planned().all().size(), care.deliveredVisits());
        activation.openChart(plan);
    }

    private void save(TreatmentPlan plan) {
        courses.keepProposal(plan);
        try {
            plans.saveAndFlush(plan);
        } catch (DataIntegrityViolationException second) {
            throw new Refused("The patient already has a plan for this complaint, active or on hold", second);
        }
    }

    private void refuseWhileInTreatment(TreatmentPlan plan) {
        var isInTreatment = schedule.ahead(plan.patient()).stream()
                .filter(row -> row.status() == AppointmentStatus.IN_TREATMENT)
                .anyMatch(row -> plan.care().planned().hasBooked(row.id()));
        if (isInTreatment) {
            throw new Refused("A visit of this plan is in treatment now. Apply the revision when it is completed");
        }
    }

    private TreatmentPlan mine(PlanId id) {
        return plans.findById(id.value()).filter(reader::isClinical).orElseThrow(NotAvailable::new);
    }

    private PlanRevisionDraft at(PlanId id, long version) {
        var draft = drafts.findById(id.value()).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(draft.version() == version, PlanRevisionDraft.class, id);
        return draft;
    }
}
