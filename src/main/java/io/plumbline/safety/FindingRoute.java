package io.plumbline.safety;

import io.plumbline.shared.ids.ClinicalNoteId;
import java.util.Optional;

/** Finds the route of the note in which a red flag was found. Implemented by each module that writes notes. */
public interface FindingRoute {
    /** Returns the route of a note; empty if the note is not of this module, or the current user may not open it. */
    Optional<String> findRoute(ClinicalNoteId note);
}
