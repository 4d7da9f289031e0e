package io.plumbline.patients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an alert or a consent of a patient and then undone by the same person.
 *
 * @param about the alert or consent in one line
 * @param by who did and undid it
 * @param mine whether that is the current user
 */
public record FileUndone(Action action, String about, Instant doneAt, Instant undoneAt, String by, boolean mine) {
    /** What can be undone in a patient's file. */
    public enum Action {
        ALERT_ADDED("Alert", "Alert undone"),
        ALERT_ENDED("Alert ended", "End of alert undone"),
        CONSENT_GIVEN("Consent given", "Consent undone"),
        CONSENT_WITHDRAWN("Consent withdrawn", "Withdrawal of consent undone");

        private final String label;
        private final String undoneLabel;

        Action(String label, String undoneLabel) {
            this.label = label;
            this.undoneLabel = undoneLabel;
        }

        /** Returns what the timeline calls the action. */
        public String label() {
            return label;
        }

        /** Returns what the timeline calls its undo. */
        public String undoneLabel() {
            return undoneLabel;
        }

        /** Returns whether it was done to an alert, otherwise to a consent. */
        public boolean isOfAlert() {
            return this == ALERT_ADDED || this == ALERT_ENDED;
        }
    }

    static FileUndone of(
            Action action,
            String kind,
            @Nullable String words,
            Instant doneAt,
            Instant undoneAt,
            String by,
            boolean mine) {
        var about = action.isOfAlert()
                ? AlertKind.valueOf(kind).sentence(words == null ? "" : words)
                : ConsentKind.valueOf(kind).label();
        return new FileUndone(action, about, doneAt, undoneAt, by, mine);
    }
}
