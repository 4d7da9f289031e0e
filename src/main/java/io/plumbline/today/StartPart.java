package io.plumbline.today;

import io.plumbline.shared.CurrentUser;
import java.util.List;

/** A part of the start page for some users; the parts appear in the order of their beans. */
interface StartPart {
    /** Returns the cards for a user; empty, and without a query, if the part is not for this current user. */
    List<StartCard> cardsFor(CurrentUser user);
}
