package io.plumbline.plans;

import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.PlannedService;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a treatment plan, as the chiropractor writes it.
 *
 * @param title its name, at most 120 characters; the manager and the front desk read it, so it has no clinical content
 * @param reasonForCare the complaint in words, at most 200 characters; clinical
 * @param startsOn the day of the first visit, at the clinic
 * @param goals at most six
 * @param diagnoses ICD-10-CM codes, the main one first; at most six
 * @param phases what ends each phase; a phase without rules has the usual ones
 * @param factors the contributing factors and what addresses each; at most 20, each once
 * @param template the version of a template from which its services came; null if from none
 * @param carriedOver the visits that the patient had before the plan was written, each service once
 */
public record PlanDraft(
        String title,
        String reasonForCare,
        @Nullable LocalDate startsOn,
        List<PlannedService> services,
        List<PlanGoal> goals,
        List<String> diagnoses,
        List<PhaseRules> phases,
        List<PlanFactor> factors,
        @Nullable TemplateOrigin template,
        List<CarriedOver> carriedOver) {
    /** The fields that stay as they were activated. */
    static final List<String> NOT_REVISED = List.of("startsOn", "carriedOver");

    private static final int MOST_VISITS = 120;
    private static final int MOST_GOALS = 6;
    private static final int MOST_DIAGNOSES = 6;
    private static final int MOST_FACTORS = 20;

    /** Creates a draft without goals and diagnoses, and with the usual phases. */
    public PlanDraft(String title, String reasonForCare, @Nullable LocalDate startsOn, List<PlannedService> services) {
        this(title, reasonForCare, startsOn, services, List.of(), List.of(), List.of(), List.of());
    }

    /** Creates a draft that comes from no template and carries nothing over. */
    public PlanDraft(
            String title,
            String reasonForCare,
            @Nullable LocalDate startsOn,
            List<PlannedService> services,
            List<PlanGoal> goals,
            List<String> diagnoses,
            List<PhaseRules> phases,
            List<PlanFactor> factors) {
        this(title, reasonForCare, startsOn, services, goals, diagnoses, phases, factors, null, List.of());
    }

    /**
     * @throws Refused if a text is too long, a service appears twice in a phase, or there are too many visits, goals or
     *     diagnoses
     */
    public PlanDraft {
        title = TextLimit.optional("The name of the plan", title, 120);
        reasonForCare = TextLimit.optional("The reason for care", reasonForCare, 200);
        services = List.copyOf(services);
        goals = List.copyOf(goals);
        if (goals.size() > MOST_GOALS) {
            throw new Refused("A plan has at most six goals");
        }
        diagnoses = diagnoses.stream().distinct().toList();
        phases = List.copyOf(phases);
        factors = List.copyOf(factors);
        if (factors.size() > MOST_FACTORS) {
            throw new Refused("A plan has at most twenty contributing factors");
        }
        if (factors.stream().map(PlanFactor::code).distinct().count() < factors.size()) {
            throw new Refused("Name each contributing factor once");
        }
        // none in what was stored before visits could be carried over
        carriedOver = carriedOver == null ? List.of() : List.copyOf(carriedOver);
        if (carriedOver.stream().map(CarriedOver::service).distinct().count() < carriedOver.size()) {
            throw new Refused("Carry over the visits of each service once");
        }
        if (diagnoses.size() > MOST_DIAGNOSES) {
            throw new Refused("A plan has at most six diagnoses");
        }
        if (services.stream().mapToInt(PlannedService::visits).sum() > MOST_VISITS) {
            throw new Refused("A plan has at most " + MOST_VISITS + " visits");
        }
        var seen = new HashSet<String>();
        for (var line : services) {
            if (!seen.add(line.phase() + " " + line.service())) {
                throw new Refused("The phase " + line.phase().label() + " lists "
                        + line.service().label() + " twice. Use one line for each service");
            }
        }
    }

    /** Returns the number of visits that are planned in a phase. */
    public int visitsIn(PlanPhase phase) {
        return services.stream()
                .filter(line -> line.phase() == phase)
                .mapToInt(PlannedService::visits)
                .sum();
    }

    /** Returns the line of this draft for the same service in the same phase; empty if there is none. */
    Optional<PlannedService> serviceLike(PlannedService other) {
        return services.stream()
                .filter(line -> line.phase() == other.phase() && line.service() == other.service())
                .findFirst();
    }

    /** Returns the phases in which services are planned, in the order of care. */
    public SortedSet<PlanPhase> plannedPhases() {
        return services.stream().map(PlannedService::phase).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether the plan says everything, so that only the patient's agreement is missing. */
    boolean isComplete() {
        return startsOn != null
                && !TextLimit.isBlank(reasonForCare)
                && !services.isEmpty()
                && services.stream().allMatch(line -> line.practitionerId() != null)
                && !goals.isEmpty()
                && goals.stream().allMatch(PlanGoal::isComplete);
    }

    /** Returns this draft with other services. */
    public PlanDraft withServices(List<PlannedService> others) {
        return new PlanDraft(
                title, reasonForCare, startsOn, others, goals, diagnoses, phases, factors, template, carriedOver);
    }

    /** Returns this draft with other goals. */
    public PlanDraft withGoals(List<PlanGoal> others) {
        return new PlanDraft(
                title, reasonForCare, startsOn, services, others, diagnoses, phases, factors, template, carriedOver);
    }

    /** Returns this draft with other diagnoses, as codes of ICD-10-CM. */
    public PlanDraft withDiagnoses(List<String> others) {
        return new PlanDraft(
                title, reasonForCare, startsOn, services, goals, others, phases, factors, template, carriedOver);
    }

    /** Returns this draft as one whose services come from a template. */
    public PlanDraft withTemplate(@Nullable TemplateOrigin from) {
        return new PlanDraft(
                title, reasonForCare, startsOn, services, goals, diagnoses, phases, factors, from, carriedOver);
    }

    /** Returns this draft with other contributing factors. */
    public PlanDraft withFactors(List<PlanFactor> others) {
        return new PlanDraft(
                title, reasonForCare, startsOn, services, goals, diagnoses, phases, others, template, carriedOver);
    }

    /** Returns this draft as one that begins with visits of before. */
    public PlanDraft withCarriedOver(List<CarriedOver> visits) {
        return new PlanDraft(
                title, reasonForCare, startsOn, services, goals, diagnoses, phases, factors, template, visits);
    }
}
