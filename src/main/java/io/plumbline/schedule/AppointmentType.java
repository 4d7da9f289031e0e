package io.plumbline.schedule;

import io.plumbline.practitioners.Discipline;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an appointment is for, and how long it usually takes. */
public enum AppointmentType {
    CONSULTATION("Consultation", 30, null),
    ASSESSMENT("Assessment", 45, null),
    ADJUSTMENT("Adjustment", 20, Discipline.CHIROPRACTIC),
    MASSAGE("Massage", 50, Discipline.MASSAGE_THERAPY),
    EXERCISE("Exercise session", 40, Discipline.EXERCISE_THERAPY);

    private final String word;
    private final int minutes;
    private final @Nullable Discipline discipline;

    AppointmentType(String word, int minutes, @Nullable Discipline discipline) {
        this.word = word;
        this.minutes = minutes;
        this.discipline = discipline;
    }

    /** The treatments: what a plan consists of and a session note is about. */
    public static List<AppointmentType> treatments() {
        return Arrays.stream(values()).filter(type -> type.discipline != null).toList();
    }

    /** Who gives it; null for what is no treatment. */
    public @Nullable Discipline discipline() {
        return discipline;
    }

    /** The code of the clinic's service that says how long it takes there. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether hands treat the back, which a clinical hold forbids. */
    public boolean isManualTreatment() {
        return this == ADJUSTMENT || this == MASSAGE;
    }

    /** How long it takes, in minutes; a multiple of five. */
    public int minutes() {
        return minutes;
    }
}
