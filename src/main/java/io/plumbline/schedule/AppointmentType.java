package io.plumbline.schedule;

import io.plumbline.clinics.ServiceKind;
import io.plumbline.practitioners.Discipline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The type of an appointment and its usual duration. */
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

    /** Returns the treatments: the types that plans consist of and session notes are written for. */
    public static List<AppointmentType> treatments() {
        return Arrays.stream(values()).filter(AppointmentType::isTreatment).toList();
    }

    /** Finds the type with the code of a clinic service. */
    public static Optional<AppointmentType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** Returns the discipline of a treatment; null for other types. */
    public @Nullable Discipline discipline() {
        return discipline;
    }

    /** Returns the code of the clinic service that defines the duration there. */
    public String code() {
        return kind.code();
    }

    public String label() {
        return kind.label();
    }

    /** Returns whether the type is a treatment, which a clinical hold forbids; an exercise session is one. */
    public boolean isTreatment() {
        return discipline != null;
    }

    /** Returns the usual duration in minutes, a multiple of five. */
    public int minutes() {
        return kind.minutes();
    }
}
