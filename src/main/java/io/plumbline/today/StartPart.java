package io.plumbline.today;

import io.plumbline.shared.CurrentUser;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A part of the start page for some users; the parts appear in the order of their beans. */
interface StartPart {
    /** Returns the cards for a user; empty, and without a query, if the part is not for this current user. */
    List<StartCard> cardsFor(CurrentUser user);

    /** Returns a part of one card, which is read for those users only. */
    static StartPart of(Predicate<CurrentUser> isFor, Supplier<StartCard> card) {
        return user -> isFor.test(user) ? List.of(card.get()) : List.of();
    }

    /** Returns a part of one card, which is read for those users only, and not shown without rows. */
    static StartPart ifAny(Predicate<CurrentUser> isFor, Supplier<StartCard> card) {
        return user -> of(isFor, card).cardsFor(user).stream()
                .filter(found -> !found.rows().isEmpty())
                .toList();
    }
}
