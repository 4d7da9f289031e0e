package io.plumbline.downtime;

import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a time when the portal was away, of which something is still on paper.
 *
 * @param version the version to pass with a change
 * @param draft the current user's own draft note; null if there is none
 * @param missing what is still to be entered
 */
public record PaperVisit(
        AppointmentId id,
        long version,
        LocalDate on,
        LocalTime at,
        String personName,
        String practitionerName,
        AppointmentType type,
        AppointmentStatus status,
        @Nullable NoteId draft,
        Set<Missing> missing) {
    /** What is still to be entered. */
    public enum Missing {
        /** Whether the person came. */
        STATUS("not marked"),
        /** The signed note of a treatment, as a late entry. */
        NOTE("no signed note");

        private final String label;

        Missing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Returns what is missing of a visit.
     *
     * @param isMine whether the current user gave the treatment, and so writes its note; a note is nobody else's matter
     * @param isSigned whether a signed note is there
     */
    static Set<Missing> missing(AppointmentType type, AppointmentStatus status, boolean isMine, boolean isSigned) {
        var missing = new ArrayList<Missing>();
        if (!status.next().isEmpty()) {
            missing.add(Missing.STATUS);
        }
        if (isMine && type.isTreatment() && status.isKept() && !isSigned) {
            missing.add(Missing.NOTE);
        }
        return Set.copyOf(missing);
    }

    /** Returns what is missing, in words. */
    public String words() {
        return String.join(
                ", ",
                List.of(Missing.values()).stream()
                        .filter(missing::contains)
                        .map(Missing::label)
                        .toList());
    }
}
