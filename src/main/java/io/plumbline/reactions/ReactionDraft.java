package io.plumbline.reactions;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An adverse reaction, as typed.
 *
 * @param beganOn the day at the clinic
 * @param beganAt the time at the clinic; null if only the day is known
 * @param description what happened; 1 to {@value #LONGEST_DESCRIPTION} characters
 * @param suspected the treatment that is suspected; null if it is not clear which
 * @param area what was treated, at most {@value #LONGEST_AREA} characters; may be empty
 * @param followUp null if none was agreed
 */
public record ReactionDraft(
        LocalDate beganOn,
        @Nullable LocalTime beganAt,
        String description,
        @Nullable AppointmentType suspected,
        String area,
        ReactionSeverity severity,
        ReactionOutcome outcome,
        @Nullable FollowUpPlan followUp) {
    /** The maximum length of the description, in characters. */
    public static final int LONGEST_DESCRIPTION = 1000;

    /** The maximum length of the area, in characters. */
    public static final int LONGEST_AREA = 120;

    /** Returns the names of areas if they fit, otherwise nothing: a list that is cut off would name too few. */
    static String fitting(String areas) {
        return areas.length() > LONGEST_AREA ? "" : areas;
    }

    /** @throws Refused if the description is missing, or a text is too long; the message is for the user */
    public ReactionDraft {
        description = FollowUpPlan.text(
                ReactionField.DESCRIPTION,
                "The description",
                description,
                LONGEST_DESCRIPTION,
                "Enter what happened, in the patient's words or as you saw it");
        area = TextLimit.optional("The area", area, LONGEST_AREA);
    }
}
