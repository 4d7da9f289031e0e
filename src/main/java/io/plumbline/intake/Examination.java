package io.plumbline.intake;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An examination of a patient, as a signed intake note records it: its red-flag screen was asked before it could be
 * signed.
 *
 * @param signedAt of the first version; an amendment is no other examination
 * @param signedBy of the newest version
 * @param isTreated whether its outcome is that the patient is treated
 * @param isRegionExamined whether a range of motion or a test is recorded
 * @param hasNerveSigns whether pain radiates, or an area is numb or tingles
 * @param isNeurologicallyTested whether a test is recorded that its author calls neurological
 */
public record Examination(
        Instant signedAt,
        StaffId signedBy,
        boolean isRegionExamined,
        boolean hasNerveSigns,
        boolean isNeurologicallyTested,
        boolean isTreated) {
    /** Returns what it lacks before it answers a course that worsens; empty if it lacks nothing. Source: the step rules. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (!isRegionExamined) {
            missing.add("a range of motion or a test of the region");
        }
        if (hasNerveSigns && !isNeurologicallyTested) {
            missing.add("a neurological test, since pain radiates or an area is numb or tingles");
        }
        return missing;
    }
}
