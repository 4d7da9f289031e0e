package io.plumbline.schedule;

import java.util.UUID;

/** What a room to the right knows of a visit. It is asked while the patient's header is held. */
public interface SignedVisits {
    /** Whether a signed note says that it took place, or did. */
    boolean isSigned(UUID appointment);
}
