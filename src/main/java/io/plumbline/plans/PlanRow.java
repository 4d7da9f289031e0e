package io.plumbline.plans;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan in the worklist: how far it is and why it needs somebody, nothing clinical but the level of a flag.
 *
 * @param missed how many planned visits have passed without being delivered
 * @param dueOn the day of the next planned visit, or once all are delivered of the last
 * @param nextBookedOn the day of the next planned visit that is booked; null where none is
 * @param bookedUntil the last day for which a visit is booked that is not delivered; the first of 1970 where none is
 * @param heldOn the day since which the plan is on hold; null while it is active
 * @param holdReason why it is on hold, for those in relation to the patient; null for all others
 * @param flag the level of the most urgent flag in force, for those in relation to the patient; null for all others
 * @param clinicalHold whether treatments and exercise sessions wait until a chiropractor has cleared the patient
 */
public record PlanRow(
        UUID id,
        PatientId patient,
        String patientName,
        String title,
        int planned,
        int delivered,
        int missed,
        LocalDate dueOn,
        @Nullable LocalDate nextBookedOn,
        LocalDate bookedUntil,
        @Nullable LocalDate heldOn,
        @Nullable String holdReason,
        @Nullable FlagLevel flag,
        boolean clinicalHold) {
    /** Why a plan needs somebody, most urgent first. */
    public enum Need {
        FLAG_OPEN,
        BEHIND,
        NOT_BOOKED
    }

    /** Why this plan needs somebody; empty where it runs as planned, or rests. */
    public Set<Need> needs() {
        var needs = EnumSet.noneOf(Need.class);
        if (flag != null || clinicalHold) {
            needs.add(Need.FLAG_OPEN);
        }
        if (heldOn != null) {
            return needs;
        }
        if (missed > 0) {
            needs.add(Need.BEHIND);
        }
        if (nextBookedOn == null && delivered < planned) {
            needs.add(Need.NOT_BOOKED);
        }
        return needs;
    }
}
