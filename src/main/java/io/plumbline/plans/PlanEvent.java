package io.plumbline.plans;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Treatment plan events for the audit trail. */
public sealed interface PlanEvent extends Recorded {
    PlanId plan();

    @Override
    default UUID subject() {
        return plan().value();
    }

    /** A draft of a treatment plan was started or edited. */
    @StoredKind("plan.written")
    record Edited(PlanId plan, PatientId patient, long revision, List<String> fields) implements PlanEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }

    /**
     * A treatment plan was activated.
     *
     * @param cautions how much stood against it, such as red flags
     * @param answered the code of what was answered to that; empty if nothing stood against it
     */
    record Activated(
            PlanId plan,
            PatientId patient,
            int plannedVisits,
            PatientAgreement.Way agreed,
            int cautions,
            String answered)
            implements PlanEvent {
        @Override
        public String detail() {
            return plannedVisits + " planned visits, the patient agreed: " + agreed
                    + (cautions == 0 ? "" : ", " + cautions + " against it, answered: " + answered);
        }
    }

    /** A treatment plan was put on hold, resumed or ended. */
    @StoredKind("plan.moved")
    record StatusChanged(PlanId plan, PatientId patient, PlanStatus from, PlanStatus to) implements PlanEvent {
        @Override
        public String detail() {
            return "status " + from + " to " + to;
        }
    }

    /**
     * A step of the plan was decided.
     *
     * @param proposed null if facts were missing
     */
    @StoredKind("plan.step")
    record Decided(PlanId plan, PatientId patient, @Nullable Step proposed, Step decided, int added, int removed)
            implements PlanEvent {
        @Override
        public String detail() {
            return decided
                    + (proposed == decided ? " as proposed" : " instead of " + (proposed == null ? "none" : proposed))
                    + ", " + added + " visits added, " + removed + " removed";
        }
    }

    /** A patient was re-evaluated for a plan. */
    record Reevaluated(PlanId plan, PatientId patient, ReevaluationDecision decided, Course course)
            implements PlanEvent {
        @Override
        public String detail() {
            return course + ", " + decided;
        }
    }

    /** The decision to refer the patient was taken back. */
    record ReferralTakenBack(PlanId plan, PatientId patient) implements PlanEvent {}

    /** A revision that is being written was saved. */
    record RevisionEdited(PlanId plan, PatientId patient, List<String> fields) implements PlanEvent {
        public RevisionEdited {
            fields = List.copyOf(fields);
        }

        @Override
        public String detail() {
            return String.join(", ", fields);
        }
    }

    /** A revision that was being written was discarded. */
    record RevisionDiscarded(PlanId plan, PatientId patient) implements PlanEvent {}

    /** A plan was revised. */
    record Revised(PlanId plan, PatientId patient, int revision, List<String> fields) implements PlanEvent {
        public Revised {
            fields = List.copyOf(fields);
        }

        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }

    /** What a practitioner had still to do in a plan was handed over to another. */
    record HandedOver(PlanId plan, PatientId patient, StaffId from, StaffId to, int visits, boolean responsible)
            implements PlanEvent {
        @Override
        public String detail() {
            return visits + (visits == 1 ? " visit" : " visits") + (responsible ? " and responsibility" : "")
                    + " from practitioner " + from + " to " + to + ", opens the chart to them";
        }
    }

    /** What has become of a contributing factor was recorded; the factor itself is clinical. */
    record FactorNoted(PlanId plan, PatientId patient, String code, PlanFactor.Status now) implements PlanEvent {
        @Override
        public String detail() {
            return now.label();
        }
    }

    /** The delivery of a planned visit was taken back: its note was entered in error. */
    record DeliveryTakenBack(PlanId plan, PatientId patient, PlannedVisitId visit, int delivered, int planned)
            implements PlanEvent {
        @Override
        public String detail() {
            return delivered + " of " + planned;
        }
    }

    /** A planned visit was delivered. */
    record VisitDelivered(PlanId plan, PatientId patient, PlannedVisitId visit, int delivered, int planned)
            implements PlanEvent {
        @Override
        public String detail() {
            return delivered + " of " + planned;
        }
    }

    /** A treatment plan was viewed. */
    @StoredKind("plan.opened")
    record Viewed(PlanId plan, PatientId patient, boolean clinical) implements PlanEvent, Recorded.View {
        @Override
        public String detail() {
            return clinical ? "with clinical content" : "without clinical content";
        }
    }

    /** A treatment plan was downloaded as a document. */
    record Printed(PlanId plan, PatientId patient, boolean clinical) implements PlanEvent {
        @Override
        public String detail() {
            return clinical ? "with clinical content" : "without clinical content";
        }
    }

    /** Access to a treatment plan was refused. The event is the same whether the plan exists or not. */
    @StoredKind("plan.refused")
    record AccessRefused(PlanId plan) implements PlanEvent {}
}
