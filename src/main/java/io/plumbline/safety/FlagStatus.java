package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.util.EnumSet;
import java.util.Set;

/**
 * The status of a red flag and its transitions. A flag is never deleted, only decided. Whether a flag needs a decision
 * and whether it is in force, and so holds, are separate questions: a referred flag is decided, but holds until it is
 * cleared.
 */
public enum FlagStatus {
    RAISED("Raised"),
    ACKNOWLEDGED("Acknowledged"),
    EMERGENCY_REFERRED("Referred as an emergency"),
    REFERRED("Referred"),
    MONITORED("Monitored"),
    CLEARED("Cleared");

    /** Statuses that need a clinician's decision. */
    public static final Set<FlagStatus> AWAITING_DECISION = EnumSet.of(RAISED, ACKNOWLEDGED);

    /** Referrals without an outcome yet. */
    static final Set<FlagStatus> AWAITING_OUTCOME = EnumSet.of(EMERGENCY_REFERRED, REFERRED);

    /** Statuses that a clinician may decide on. */
    public static final Set<FlagStatus> DECISIONS = EnumSet.of(REFERRED, EMERGENCY_REFERRED, MONITORED, CLEARED);

    private final String label;

    FlagStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the flag was referred and the outcome is awaited. */
    public boolean awaitsOutcome() {
        return AWAITING_OUTCOME.contains(this);
    }

    /**
     * Returns whether a flag of this level and status is in force: a hold still holds, and the header shows it. A
     * referral alone ends no hold; a flag that is only a caution is over once it is referred.
     */
    public boolean isInForce(FlagLevel level) {
        return AWAITING_DECISION.contains(this) || awaitsOutcome() && level.forbidsThrust();
    }

    /**
     * Returns the statuses that may follow this one for a flag of a level. A hold is never monitored. A referral that
     * follows itself records that the outcome was requested and is still unknown.
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
