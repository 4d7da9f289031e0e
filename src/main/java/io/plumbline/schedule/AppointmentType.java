package io.plumbline.schedule;

import io.plumbline.clinics.ServiceKind;
import io.plumbline.practitioners.Discipline;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an appointment is for, and how long it usually takes. */
public enum AppointmentType {
    CONSULTATION(ServiceKind.CONSULTATION, null),
    ASSESSMENT(ServiceKind.ASSESSMENT, null),
    ADJUSTMENT(ServiceKind.ADJUSTMENT, Discipline.CHIROPRACTIC),
    MASSAGE(ServiceKind.MASSAGE, Discipline.MASSAGE_THERAPY),
    EXERCISE(ServiceKind.EXERCISE, Discipline.EXERCISE_THERAPY);

    private final ServiceKind kind;
    private final @Nullable Discipline discipline;

    AppointmentType(ServiceKind kind, @Nullable Discipline discipline) {
        this.kind = kind;
        this.discipline = discipline;
    }

    /** The treatments: what a plan consists of and a session note is about. */
    public static List<AppointmentType> treatments() {
        return Arrays.stream(values()).filter(AppointmentType::isTreatment).toList();
    }

    /** Who gives it; null for what is no treatment. */
    public @Nullable Discipline discipline() {
        return discipline;
    }

    /** The code of the clinic's service that says how long it takes there. */
    String code() {
        return kind.code();
    }

    /** The word that the screen shows. */
    public String word() {
        return kind.word();
    }

    /** Whether it is a treatment, which a clinical hold forbids; an exercise session is one. */
    public boolean isTreatment() {
        return discipline != null;
    }

    /** How long it takes, in minutes; a multiple of five. */
    public int minutes() {
        return kind.minutes();
    }
}
