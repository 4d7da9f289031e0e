package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import java.util.Locale;
import java.util.Objects;

/**
 * Who may read a session note, beside its author. All of them must be in relation to the patient as well. The privacy is
 * no part of what is signed: its author may change it later.
 */
public enum NotePrivacy {
    /** Every clinician in relation to the patient; so is a note of which nothing else is stored. */
    RELATION("Everyone who treats the patient"),
    /** Those of them who have the discipline of the visit. */
    DISCIPLINE("My discipline"),
    /** Those of them whom the author named; only the author if nobody is. */
    NAMED("Named people");

    private final String label;

    NotePrivacy(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows to the author. */
    public String label() {
        return label;
    }

    /** Returns whether the note is kept from anybody in relation to the patient. */
    public boolean isRestricted() {
        return this != RELATION;
    }

    /**
     * Returns to whom the note is restricted, in words, such as <em>Restricted to chiropractic</em>.
     *
     * @param service the treatment of the visit
     */
    public String words(AppointmentType service) {
        return switch (this) {
            case RELATION -> "Not restricted";
            case DISCIPLINE -> "Restricted to " + nameOf(service).toLowerCase(Locale.ROOT);
            case NAMED -> "Restricted to named people";
        };
    }

    private static String nameOf(AppointmentType service) {
        return Objects.requireNonNull(service.discipline(), "notes are written of treatments")
                .label();
    }
}
