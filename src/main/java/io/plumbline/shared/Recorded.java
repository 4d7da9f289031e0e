package io.plumbline.shared;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event for the audit trail. The module in which it happens publishes it; the audit trail listens. */
public interface Recorded {
    /**
     * Returns module and verb, such as {@code patient.opened}; at most 40 characters. By default the group and the name
     * of the record say it, or its {@link StoredKind}.
     */
    default String kind() {
        return StoredKinds.of(getClass());
    }

    /** Returns the id of the record to which it happened; by default the id with which the event begins. */
    default UUID subject() {
        return Subjects.of(this);
    }

    /** Returns the patient concerned, or null if there is none. */
    default @Nullable PatientId patient() {
        return null;
    }

    /** Returns field names, revision numbers, or states, but never clinical text; at most 400 characters. */
    default String detail() {
        return "";
    }

    /** Returns the actor if it is not the current user, such as at sign-in. */
    default @Nullable StaffId actor() {
        return null;
    }

    /**
     * Returns the text of a search for people, as typed; the audit trail stores only a keyed hash of it, before the
     * detail.
     */
    default String words() {
        return "";
    }

    /** Returns the key by which a repeated view of a record is recognized; not stored. */
    default String repeats() {
        return detail();
    }

    /**
     * Returns whether a repetition within fifteen minutes adds no information, such as paging or reloading a screen.
     */
    default boolean isView() {
        return false;
    }

    /** An event whose repetition adds no information. */
    interface View extends Recorded {
        @Override
        default boolean isView() {
            return true;
        }
    }
}
