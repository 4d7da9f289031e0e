package io.plumbline.safety;

import java.util.Optional;
import java.util.UUID;

/** Knows where a note is read in which a red flag was found; the rooms that write notes have one each. */
public interface FindingPlace {
    /** The address of a note; empty where it is none of this room's, or the caller may not open it. */
    Optional<String> of(UUID note);
}
