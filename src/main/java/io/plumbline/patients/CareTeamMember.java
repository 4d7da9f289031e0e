package io.plumbline.patients;

import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner who takes care of a patient.
 *
 * @param isOfTeam whether they are a member of the care team; others come from a treatment plan
 * @param role what they do on the team; null if nobody stated it
 */
public record CareTeamMember(
        StaffId id, String name, boolean isOfTeam, @Nullable Role role) {
    /** Returns the name with the role, such as <em>Ada Novak (lead clinician)</em>. */
    public String nameAndRole() {
        return role == null ? name : name + " (" + role.label().toLowerCase(Locale.ROOT) + ")";
    }

    /** What a practitioner does on the care team of a patient; at most one leads. */
    public enum Role {
        LEAD("Lead clinician"),
        CHIROPRACTIC("Chiropractic"),
        MASSAGE("Massage"),
        EXERCISE("Exercise"),
        OTHER("Other");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
