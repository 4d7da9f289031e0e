package io.plumbline.safety;

import java.util.EnumSet;
import java.util.Set;

/** What has become of a red flag. It is never deleted, only decided. */
public enum FlagStatus {
    RAISED,
    ACKNOWLEDGED,
    EMERGENCY_REFERRED,
    REFERRED,
    MONITORED,
    CLEARED;

    /** What waits for a clinician's decision. */
    public static final Set<FlagStatus> OPEN = EnumSet.of(RAISED, ACKNOWLEDGED);
}
