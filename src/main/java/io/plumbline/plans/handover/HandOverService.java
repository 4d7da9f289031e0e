package io.plumbline.plans.handover;

import io.plumbline.access.PatientScope;
import io.plumbline.access.RelationService;
import io.plumbline.access.SensitiveReaderQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.plans.PlanHandOverService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.Today;
import io.plumbline.schedule.AppointmentHandOverService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over one or all plans of a practitioner, with what is booked. Chiropractors hand over plans of their patients,
 * managers those of their clinics.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_HAND_OVER)
public class HandOverService {
    /** More plans than a practitioner has; handed over ones leave the list, so that the next ones follow. */
    private static final int MOST = 500;

    private final HandOverQuery query;
    private final PlanHandOverService handOvers;
    private final AppointmentHandOverService appointments;
    private final PractitionerService practitioners;
    private final RelationService relations;
    private final ClinicService clinics;
    private final SensitiveReaderQuery sensitive;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOverService(
            HandOverQuery query,
            PlanHandOverService handOvers,
            AppointmentHandOverService appointments,
            PractitionerService practitioners,
            RelationService relations,
            ClinicService clinics,
            SensitiveReaderQuery sensitive,
            ApplicationEventPublisher events,
            Clock clock) {
        this.query = query;
        this.handOvers = handOvers;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.relations = relations;
        this.clinics = clinics;
        this.sensitive = sensitive;
        this.events = events;
        this.clock = clock;
    }

    /** An appointment that could not be handed over, and why. */
    public record Left(HandOverRow.Booked appointment, String reason) {}

    /**
     * What became of one plan.
     *
     * @param refused why it was not handed over; empty if it was
     * @param moved how many appointments were handed over with it
     * @param left the appointments that stay with the practitioner who hands over
     * @param staysResponsible whether that practitioner stays responsible, because the other may not be
     */
    public record Outcome(
            HandOverRow plan, Optional<String> refused, int moved, List<Left> left, boolean staysResponsible) {}

    /** Returns the practitioners who work at the current user's clinics, by name. */
    public Map<StaffId, String> findPractitioners() {
        return CurrentUser.current().clinics().stream()
                .flatMap(clinic -> practitioners.workingAt(clinic).stream())
                .collect(Collectors.toMap(PractitionerLabel::id, PractitionerLabel::name, (one, same) -> one));
    }

    /**
     * Returns those who have something left to do in a plan; empty if the plan is not the current user's to hand over, or
     * nobody has.
     */
    public Map<StaffId, String> findTeam(PlanId plan) {
        return handOvers.mayHandOver(plan) ? practitioners.namesOf(query.findPractitioners(plan)) : Map.of();
    }

    /**
     * Returns the active and on-hold plans in which a practitioner has something left to do, by name of the patient; at
     * most 500. The view is recorded in the audit trail.
     *
     * @param only the only plan to return; null for all
     */
    @Transactional
    public List<HandOverRow> findByPractitioner(StaffId from, @Nullable PlanId only) {
        var user = CurrentUser.current();
        var scope = relations.scope();
        var rows = query
                .findByPractitioner(
                        from,
                        user.has(Role.MANAGER) ? scope : new PatientScope(Set.of(), scope.patients()),
                        user.clinics(),
                        Today.of(user, clinics, clock),
                        MOST)
                .stream()
                .filter(row -> only == null || row.id().equals(only))
                .toList();
        events.publishEvent(PeopleListed.of("plan.listed", rows.size()).narrowedBy("to hand over", from.toString()));
        return rows;
    }

    /** Returns why some plans cannot be handed over to a practitioner; those that can are missing. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Map<PlanId, String> findRefusals(List<HandOverRow> rows, StaffId to) {
        record Asked(ClinicId clinic, AppointmentType service, LocalDate first) {}
        var answers = new HashMap<Asked, Optional<String>>();
        var refusals = new HashMap<PlanId, String>();
        var hidden = sensitive.findHidden(
                to, rows.stream().map(HandOverRow::patient).collect(Collectors.toUnmodifiableSet()));
        for (var row : rows) {
            if (hidden.contains(row.patient())) {
                refusals.put(row.id(), sensitive.refusalOf(to));
                continue;
            }
            row.visits().stream()
                    .map(visits -> new Asked(row.clinic(), visits.service(), visits.first()))
                    .map(asked -> answers.computeIfAbsent(
                            asked,
                            unknown -> refusal(() ->
                                    handOvers.requireCanTakeOver(to, asked.clinic(), asked.service(), asked.first()))))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> isResponsibilityRefused(row, to)
                            ? Optional.of("Only a chiropractor of the clinic can be responsible for the plan")
                            : Optional.empty())
                    .ifPresent(reason -> refusals.put(row.id(), reason));
        }
        return refusals;
    }

    /** Returns whether there is nothing to hand over but the responsibility, which the other may not have. */
    private boolean isResponsibilityRefused(HandOverRow row, StaffId to) {
        return row.isResponsible()
                && row.visits().isEmpty()
                && row.booked().isEmpty()
                && !handOvers.mayBeResponsible(to, row.clinic());
    }

    /**
     * Hands one plan over, then each of its appointments, at the same times. What is done stays done if the next is
     * refused: an appointment at whose time the practitioner who takes over is not free stays with the one who hands
     * over, and the plan can be handed over again later.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome handOver(HandOverRow plan, StaffId from, StaffId to) {
        var refused = refusal(() -> handOvers.handOver(plan.id(), plan.version(), from, to));
        var left = new ArrayList<Left>();
        var moved = 0;
        if (refused.isEmpty()) {
            for (var booked : plan.booked()) {
                var reason = refusal(() -> appointments.handOver(booked.id(), plan.patient(), from, to));
                reason.ifPresent(why -> left.add(new Left(booked, why)));
                moved += reason.isEmpty() ? 1 : 0;
            }
        }
        return new Outcome(
                plan,
                refused,
                moved,
                List.copyOf(left),
                plan.isResponsible() && !handOvers.mayBeResponsible(to, plan.clinic()));
    }

    private static Optional<String> refusal(Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (ConcurrencyFailureException conflict) {
            return Optional.of(new StaleVersion(conflict).sentence());
        } catch (Refusal refusal) {
            return Optional.of(
                    switch (refusal) {
                        case Refused refused -> refused.sentence();
                        case StaleVersion stale -> stale.sentence();
                        case NotAvailable gone -> "It was changed in the meantime. Open the list again";
                    });
        }
    }
}
