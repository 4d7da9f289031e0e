package io.plumbline.access.breakglass;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import java.util.UUID;

/** Audit events of break-glass access. */
@StoredKind("opening")
public sealed interface BreakGlassEvent extends Recorded {

    /** A clinician or the privacy officer began break-glass access to a record, with a reason. */
    @StoredKind("opening.begun")
    record Started(BreakGlassId access, PatientId patient) implements OfAccess {
        @Override
        public String detail() {
            return "for " + BreakGlassService.LASTS.toMinutes() + " minutes";
        }
    }

    /**
     * Somebody ended break-glass access early.
     *
     * @param by whose access it was
     */
    @StoredKind("opening.closed")
    record Ended(BreakGlassId access, PatientId patient, StaffId by) implements OfAccess {}

    /** A clinician gave a reason to access a record that does not exist. */
    record Refused(PatientId patient) implements BreakGlassEvent {
        @Override
        public UUID subject() {
            return patient.value();
        }
    }

    /** A manager or auditor reviewed break-glass access. */
    record Reviewed(BreakGlassId access, PatientId patient, BreakGlassDecision decision) implements OfAccess {
        @Override
        public String detail() {
            return decision.label().toLowerCase(Locale.ROOT);
        }
    }

    /** Nobody reviewed break-glass access in time. */
    @StoredKind("opening.overdue")
    record Escalated(BreakGlassId access, PatientId patient) implements OfAccess {}

    /** What happened to one access. */
    sealed interface OfAccess extends BreakGlassEvent {
        BreakGlassId access();

        @Override
        default UUID subject() {
            return access().value();
        }
    }
}
