package io.plumbline.today;

import io.plumbline.shared.Caller;
import java.util.List;

/** A part of the start page for some of the people; the parts come in the order of their beans. */
interface StartPart {
    /** What waits for this person; nothing where the part is not theirs, which costs nothing then. */
    List<StartCard> of(Caller caller);
}
