package io.plumbline.safety;

import java.util.EnumSet;
import java.util.Set;

/** What has become of a red flag. It is never deleted, only decided; a status knows what may follow it. */
public enum FlagStatus {
    RAISED("Raised"),
    ACKNOWLEDGED("Acknowledged"),
    EMERGENCY_REFERRED("Referred as an emergency"),
    REFERRED("Referred"),
    MONITORED("Monitored"),
    CLEARED("Cleared");

    /** What waits for a clinician's decision. */
    public static final Set<FlagStatus> OPEN = EnumSet.of(RAISED, ACKNOWLEDGED);

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

    /** What may follow. */
    public Set<FlagStatus> next() {
        return switch (this) {
            case RAISED -> EnumSet.of(ACKNOWLEDGED, EMERGENCY_REFERRED, REFERRED, MONITORED, CLEARED);
            case ACKNOWLEDGED -> DECISIONS;
            case MONITORED -> EnumSet.of(RAISED, EMERGENCY_REFERRED, REFERRED, CLEARED);
            case EMERGENCY_REFERRED, REFERRED -> EnumSet.of(CLEARED);
            case CLEARED -> EnumSet.noneOf(FlagStatus.class);
        };
    }
}
