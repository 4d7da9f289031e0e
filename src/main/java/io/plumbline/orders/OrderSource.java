package io.plumbline.orders;

import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PlanId;
import java.util.UUID;

/** The record from which an order follows; only those who treat the patient read which one it is. */
public record OrderSource(Kind kind, UUID id) {
    /** The kinds of record from which an order can follow. */
    public enum Kind {
        NOTE,
        PLAN,
        VISIT
    }

    /** Returns a session note as the source. */
    public static OrderSource of(NoteId note) {
        return new OrderSource(Kind.NOTE, note.value());
    }

    /** Returns a treatment plan as the source. */
    public static OrderSource of(PlanId plan) {
        return new OrderSource(Kind.PLAN, plan.value());
    }

    /** Returns an appointment as the source. */
    public static OrderSource of(AppointmentId visit) {
        return new OrderSource(Kind.VISIT, visit.value());
    }
}
