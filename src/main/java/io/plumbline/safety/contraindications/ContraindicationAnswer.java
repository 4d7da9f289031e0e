package io.plumbline.safety.contraindications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;

/**
 * What a clinician says about a contraindication. It keeps the name that they answered, so that a signed note says what
 * was confirmed even if the rules have another version by now.
 *
 * @param reason why it is not so, at most 400 characters; empty unless {@link Decision#NOT_SO}
 * @param rulesVersion the version of the rules under which it was answered
 */
public record ContraindicationAnswer(String name, Decision decision, String reason, String rulesVersion) {
    /** The most characters of a reason. */
    public static final int MOST = 400;

    /** What a clinician decides. */
    public enum Decision {
        CONFIRMED("Confirmed"),
        NOT_SO("Ruled out"),
        /** Left by a therapist: it stands until a chiropractor has decided. */
        CHIROPRACTOR_TO_DECIDE("Stands until a chiropractor decides");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @throws Refused if the reason is too long */
    public ContraindicationAnswer {
        reason = decision == Decision.NOT_SO ? TextLimit.optional("Ruled out, because", reason, MOST) : "";
    }

    /** Returns whether it says all that a signature needs. */
    @JsonIgnore
    public boolean isComplete() {
        return decision != Decision.NOT_SO || !TextLimit.isBlank(reason);
    }

    /** Returns whether it is confirmed, or ruled out with a reason. */
    @JsonIgnore
    public boolean isDecided() {
        return decision != Decision.CHIROPRACTOR_TO_DECIDE && isComplete();
    }

    /** Returns whether the contraindication is to be heeded. */
    public boolean stands() {
        return decision != Decision.NOT_SO;
    }
}
