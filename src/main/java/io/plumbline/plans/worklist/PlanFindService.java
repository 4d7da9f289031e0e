package io.plumbline.plans.worklist;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.search.SearchWords;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the active and on-hold plans of the patients whom a text matches. */
@Service
@Transactional
@Requires(Permission.PLAN_READ)
public class PlanFindService {
    private final PlanFindQuery plans;
    private final PatientService patients;
    private final RelationService relations;
    private final ApplicationEventPublisher events;

    PlanFindService(
            PlanFindQuery plans, PatientService patients, RelationService relations, ApplicationEventPublisher events) {
        this.plans = plans;
        this.patients = patients;
        this.relations = relations;
        this.events = events;
    }

    /**
     * A plan that was found.
     *
     * @param delivered how many of the planned visits are delivered
     */
    public record FoundPlan(
            PlanId id, String title, String patientName, int planned, int delivered, boolean isOnHold) {}

    /**
     * Returns the plans of patients whom the current user may see, by name of the patient. The search is recorded in the audit
     * trail.
     *
     * @param typed searches patients as {@link PatientService#search(String)} does; for clinicians, the beginnings of
     *     words of their patients' names and of the plans
     * @param most the largest number of patients and of plans
     */
    public List<FoundPlan> find(String typed, int most) {
        var user = CurrentUser.current();
        var atClinics = user.seesByClinic() ? findByClinics(typed, most) : List.<FoundPlan>of();
        var ofMine = user.seesByClinic() && !user.seesBothWays() ? List.<FoundPlan>of() : findAmongMine(typed, most);
        return Stream.concat(atClinics.stream(), ofMine.stream())
                .distinct()
                .sorted(Comparator.comparing(FoundPlan::patientName))
                .limit(most)
                .toList();
    }

    private List<FoundPlan> findByClinics(String typed, int most) {
        var names = patients.search(typed, most).stream().collect(Collectors.toMap(PatientRow::id, PatientRow::name));
        return plans.running(names.keySet(), clinicsOfManager(), most).stream()
                .map(plan -> plan.of(Objects.requireNonNull(names.get(plan.patient()))))
                .toList();
    }

    /** A clinician treats a few hundred patients at most: to read their plans is one statement less than to search. */
    private List<FoundPlan> findAmongMine(String typed, int most) {
        var found = plans.runningOf(relations.scope().patients()).stream()
                .filter(plan -> SearchWords.matches(typed, plan.patientName() + " " + plan.title()))
                .limit(most)
                .toList();
        events.publishEvent(PeopleListed.of("plan.listed", found.size()).byWords(typed));
        return found;
    }

    /** Returns those of some active and on-hold plans that the current user may open. */
    public List<FoundPlan> visibleAmong(Set<PlanId> some) {
        var user = CurrentUser.current();
        var running = plans.runningAmong(some, user.seesBothWays() ? Set.of() : clinicsOfManager()).stream()
                .filter(plan -> !user.seesBothWays()
                        || clinicsOfManager().contains(plan.clinic())
                        || relations.scope().isClinical(plan.patient()))
                .toList();
        var names = patients
                .visibleAmong(
                        running.stream().map(PlanFindQuery.Running::patient).collect(Collectors.toSet()), "with a plan")
                .stream()
                .collect(Collectors.toMap(PatientRow::id, PatientRow::name));
        return running.stream()
                .filter(plan -> names.containsKey(plan.patient()))
                .map(plan -> plan.of(Objects.requireNonNull(names.get(plan.patient()))))
                .toList();
    }

    /** Returns the clinics of a user who sees patients by clinic, who may read the plans of these only. */
    private static Set<ClinicId> clinicsOfManager() {
        return CurrentUser.current().clinicsSeen();
    }
}
