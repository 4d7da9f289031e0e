package io.plumbline.orders;

import io.plumbline.schedule.AppointmentType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a clinician orders from the desk. */
public enum OrderKind {
    ADJUSTMENT("Adjustment", AppointmentType.ADJUSTMENT),
    MASSAGE("Massage", AppointmentType.MASSAGE),
    EXERCISE("Exercise session", AppointmentType.EXERCISE),
    /** Booked as an assessment, which gives it the time that it needs. */
    RE_EVALUATION("Re-evaluation", AppointmentType.ASSESSMENT),
    /** Handed over at the desk; nothing is booked. */
    HOME_PROGRAM("Home program", null),
    /** Follows from a signed note, which says until when; nothing is booked. */
    FOLLOW_UP_CALL("Follow-up call", null);

    private final String label;
    private final @Nullable AppointmentType bookedAs;

    OrderKind(String label, @Nullable AppointmentType bookedAs) {
        this.label = label;
        this.bookedAs = bookedAs;
    }

    /**
     * Returns what a clinician can order by hand at a clinic that offers some services; a home program always can.
     */
    public static List<OrderKind> offeredWith(Set<String> services) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind == HOME_PROGRAM || kind.bookedAs != null && services.contains(kind.bookedAs.code()))
                .toList();
    }

    /** Returns the kind of order that a visit of some type fulfills; null if there is none. */
    static @Nullable OrderKind fulfilledBy(AppointmentType type) {
        return Arrays.stream(values())
                .filter(kind -> kind.bookedAs == type)
                .findFirst()
                .orElse(null);
    }

    public String label() {
        return label;
    }

    /** Returns what the desk says that it did, where nothing is booked. */
    public String done() {
        return this == FOLLOW_UP_CALL ? "Called" : "Handed over";
    }

    /** Returns as what it is booked; null if the desk does it without an appointment. */
    public @Nullable AppointmentType bookedAs() {
        return bookedAs;
    }
}
