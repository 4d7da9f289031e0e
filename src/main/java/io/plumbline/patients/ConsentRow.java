package io.plumbline.patients;

import io.plumbline.shared.ids.ConsentTextId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consent of a patient: its kind and status, no clinical content.
 *
 * @param version the version to pass when withdrawing it
 * @param wording the version of the wording that the patient agreed to, as typed; of a text, its number
 * @param withdrawnOn null while it is in force
 * @param withdrawalTakenBy null while it is in force
 * @param mine whether the current user recorded it
 * @param withdrawalMine whether the current user recorded its withdrawal
 * @param text the text that was agreed to; null if the wording was typed
 * @param agreement who agreed and how; null in what was stored before it was asked
 * @param online when and from where the patient agreed online; null for another way
 * @param replacedOn when the patient agreed to another version; null while it is in force
 */
public record ConsentRow(
        ConsentId id,
        long version,
        ConsentKind kind,
        String wording,
        LocalDate givenOn,
        String takenBy,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawalTakenBy,
        boolean mine,
        boolean withdrawalMine,
        @Nullable Text text,
        @Nullable ConsentAgreement agreement,
        @Nullable Online online,
        Newer newer,
        @Nullable LocalDate replacedOn) {
    /**
     * When a patient agreed online, and from which network address.
     *
     * @param doubt why it does not show who agreed; null if it does
     */
    public record Online(
            Instant at, String address, @Nullable Doubt doubt) {}

    /**
     * Why a consent does not show that the patient gave it.
     *
     * @param confirmedAt when somebody confirmed it with the patient; null if nobody has
     * @param confirmedBy the name of who did; empty if nobody has
     */
    public record Doubt(Unproven why, @Nullable Instant confirmedAt, String confirmedBy) {
        /** Returns by what it was given, and that it is to be confirmed or was. */
        public String words() {
            return why.label()
                    + (confirmedAt == null
                            ? ": to be confirmed with the patient at the visit"
                            : ": confirmed with the patient by " + confirmedBy);
        }
    }

    /** The text that was agreed to. */
    public record Text(ConsentTextId id, int number, ConsentLanguage language) {}

    /** Whether the clinic has a newer text of the kind, and whether it wants to ask again for that. */
    public enum Newer {
        NONE,
        YES,
        ASK_AGAIN
    }

    /** Returns whether the patient has neither withdrawn it nor agreed to another version since. */
    public boolean isInForce() {
        return withdrawnOn == null && replacedOn == null;
    }

    /** Returns whether it is in force, and a newer text demands that the patient is asked again. */
    public boolean isToAskAgain() {
        return isInForce() && newer == Newer.ASK_AGAIN;
    }

    /** Returns to what the patient agreed, such as <em>version 2, Spanish</em>. */
    public String words() {
        return text == null
                ? "wording " + wording
                : "version " + text.number() + ", " + text.language().label();
    }
}
