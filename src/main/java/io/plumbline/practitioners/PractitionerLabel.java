package io.plumbline.practitioners;

import io.plumbline.shared.ids.StaffId;
import java.util.Set;

/** A practitioner in a selection list, with the disciplines they treat in. */
public record PractitionerLabel(StaffId id, String name, Set<Discipline> disciplines) {
    public PractitionerLabel {
        disciplines = Set.copyOf(disciplines);
    }
}
