package io.plumbline.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened and must stay on record. Whoever does it publishes it; the audit trail listens. */
public interface Recorded {
    /** Room and verb, such as {@code patient.opened}; at most 40 characters. */
    String kind();

    /** The record that it happened to. */
    UUID subject();

    /** The patient whom it concerns, where it concerns one. */
    default @Nullable PatientId patient() {
        return null;
    }

    /** Field names, revision number, states: never clinical text; at most 400 characters. */
    default String detail() {
        return "";
    }

    /** Who did it, where that is not the caller, such as at sign-in. */
    default @Nullable StaffId actor() {
        return null;
    }

    /**
     * Words that somebody searched for people by, as typed; the trail keeps a keyed hash of them before the detail, and
     * never the words.
     */
    default String words() {
        return "";
    }

    /** Of two looks at one record, what makes the second the same as the first; not kept. */
    default String repeats() {
        return detail();
    }

    /** Whether doing it again within fifteen minutes adds nothing: turning a page, refreshing a screen. */
    default boolean isLook() {
        return false;
    }
}
