package io.plumbline.plans;

import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.shared.store.JsonColumn;
import io.plumbline.taper.CarriedOver;
import jakarta.persistence.Converter;

/** Stores the phases, contributing factors and carried-over visits of a plan as JSON, since they are read and changed as a whole, in the same read as the plan. */
final class PlanColumns {
    private PlanColumns() {}

    /** What ends each phase. */
    @Converter
    static final class Rules extends JsonColumn.OfList<PhaseRules> {
        Rules() {
            super(PhaseRules.class);
        }
    }

    /** The contributing factors. */
    @Converter
    static final class Factors extends JsonColumn.OfList<PlanFactor> {
        Factors() {
            super(PlanFactor.class);
        }
    }

    /** The visits of before. */
    @Converter
    static final class Before extends JsonColumn.OfList<CarriedOver> {
        Before() {
            super(CarriedOver.class);
        }
    }

    /** The whole content of a revision. */
    @Converter
    static final class Content extends JsonColumn<PlanDraft> {
        Content() {
            super(PlanDraft.class);
        }
    }

    /** Where the plan is; none before it is active. */
    @Converter
    static final class States extends JsonColumn<PhaseStates> {
        States() {
            super(PhaseStates.class);
        }
    }
}
