package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;
import java.util.Set;

/** What a choice says of a practitioner, and which treatments they give. */
public record PractitionerLabel(StaffId id, String name, Set<Discipline> disciplines) {
    public PractitionerLabel {
        disciplines = Set.copyOf(disciplines);
    }
}
