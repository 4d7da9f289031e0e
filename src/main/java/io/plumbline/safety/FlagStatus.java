package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.util.EnumSet;
import java.util.Set;

/**
 * What has become of a red flag. It is never deleted, only decided; a status knows what may follow it. Whether a flag
 * needs a decision and whether it is in force, and so holds, are two questions: one that was referred is decided, and
 * holds until it is cleared.
 */
public enum FlagStatus {
    RAISED("Raised"),
    ACKNOWLEDGED("Acknowledged"),
    EMERGENCY_REFERRED("Referred as an emergency"),
    REFERRED("Referred"),
    MONITORED("Monitored"),
    CLEARED("Cleared");

    /** What needs a clinician's decision. */
    public static final Set<FlagStatus> AWAITING_DECISION = EnumSet.of(RAISED, ACKNOWLEDGED);

    /** What was sent to somebody else, who has not told yet what they found. */
    public static final Set<FlagStatus> AWAITING_OUTCOME = EnumSet.of(EMERGENCY_REFERRED, REFERRED);

    /** What a clinician may decide. */
    public static final Set<FlagStatus> DECISIONS = EnumSet.of(REFERRED, EMERGENCY_REFERRED, MONITORED, CLEARED);

    private final String word;

    FlagStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether somebody else was asked, and their answer is awaited. */
    public boolean awaitsOutcome() {
        return AWAITING_OUTCOME.contains(this);
    }

    /**
     * Whether a flag of this level and status is in force: the hold that its level is still holds, and the header shows
     * it. A referral alone ends no hold; of a flag that is only a caution nothing is left once it was referred.
     */
    public boolean isInForce(FlagLevel level) {
        return AWAITING_DECISION.contains(this) || awaitsOutcome() && level.forbidsThrust();
    }

    /**
     * What may follow for a flag of a level. What is a hold is never monitored. A referral that follows itself says that
     * the outcome was asked for and is not known yet.
     */
    public Set<FlagStatus> next(FlagLevel level) {
        var next =
                switch (this) {
                    case RAISED -> EnumSet.of(ACKNOWLEDGED, EMERGENCY_REFERRED, REFERRED, MONITORED, CLEARED);
                    case ACKNOWLEDGED -> EnumSet.copyOf(DECISIONS);
                    case EMERGENCY_REFERRED -> EnumSet.of(EMERGENCY_REFERRED, MONITORED, CLEARED);
                    case REFERRED -> EnumSet.of(EMERGENCY_REFERRED, REFERRED, MONITORED, CLEARED);
                    case MONITORED -> EnumSet.of(RAISED, EMERGENCY_REFERRED, REFERRED, CLEARED);
                    case CLEARED -> EnumSet.noneOf(FlagStatus.class);
                };
        if (level.isHold()) {
            next.remove(MONITORED);
        }
        return next;
    }
}
