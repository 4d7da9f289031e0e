package io.plumbline.today;

import io.plumbline.shared.Caller;
import java.util.List;

/** A part of the start page for some callers; the parts appear in the order of their beans. */
interface StartPart {
    /** Returns the cards for a caller; empty, and without a query, if the part is not for this caller. */
    List<StartCard> cardsFor(Caller caller);
}
