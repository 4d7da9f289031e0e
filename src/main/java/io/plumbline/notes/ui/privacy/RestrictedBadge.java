package io.plumbline.notes.ui.privacy;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.StatusBadge;
import java.util.Optional;

/** The badge of a restricted session note, for those who may read it, too. */
public final class RestrictedBadge {
    private RestrictedBadge() {}

    /** Returns to whom a note is restricted; empty if everybody in relation to the patient reads it. */
    public static Optional<Component> of(NotePrivacy privacy, AppointmentType service) {
        return privacy.isRestricted() ? Optional.of(StatusBadge.info(privacy.words(service))) : Optional.empty();
    }
}
