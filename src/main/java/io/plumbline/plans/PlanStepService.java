package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.StepFacts.Reevaluation;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PlanId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The course of plans: what the facts propose, and what a chiropractor decides. Nothing advances by itself. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanStepService {
    private final TreatmentPlans plans;
    private final PlanReader reader;
    private final PlanSteps steps;
    private final StepRules rules;
    private final ClinicService clinics;

    PlanStepService(TreatmentPlans plans, PlanReader reader, PlanSteps steps, StepRules rules, ClinicService clinics) {
        this.plans = plans;
        this.reader = reader;
        this.steps = steps;
        this.rules = rules;
        this.clinics = clinics;
    }

    /**
     * Where a plan is, and what the facts propose.
     *
     * @param rules those of the active phase
     * @param proposal null if the plan is not active
     * @param decisions past decisions, newest first
     */
    public record Outlook(
            PhaseStates states,
            PhaseRules rules,
            @Nullable StepProposal proposal,
            Reevaluation reevaluation,
            List<DecisionRow> decisions) {}

    /** Returns the rules of the step decision, for their version, source and approver. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public StepRules rules() {
        return rules;
    }

    /**
     * Returns where a plan is that the caller has open.
     *
     * @param scores of its patient
     * @return empty for a draft, and for those who are not in relation to the patient
     */
    public Optional<Outlook> outlook(PlanDetails opened, List<MeasureHistory> scores) {
        if (opened.clinical() == null || opened.status() == PlanStatus.DRAFT) {
            return Optional.empty();
        }
        return plans.findById(opened.id().value()).filter(reader::isClinical).map(plan -> {
            var ofPhase = steps.rulesOf(plan);
            return new Outlook(
                    plan.phaseStates(),
                    ofPhase,
                    plan.isActive() ? steps.propose(plan, scores) : null,
                    plan.reevaluation(ofPhase, clinics.todayAt(plan.clinic())),
                    plans.decisions(plan.id().value()));
        });
    }

    /**
     * Decides on the course of a plan.
     *
     * @param version the version that the caller saw
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the caller
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if a reason or the patient's agreement is missing, the plan is not active, a clinical hold forbids
     *     more care, or there is no such step; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void decide(PlanId id, long version, StepOrder order) {
        steps.decide(reader.requireMine(id, version), order);
    }
}
