package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that waits for a chiropractor's decision: a red flag of a patient, or an item of another module in the same
 * list.
 */
public interface ReviewItem {
    /**
     * Most urgent first, and per level longest waiting first; by the bytes of the id, as the database compares them.
     */
    Comparator<ReviewItem> ORDER = Comparator.comparing(ReviewItem::level)
            .thenComparing(ReviewItem::waitingSince)
            .thenComparing(item -> Ids.bytes(item.key()), Arrays::compareUnsigned);

    /** Returns the identity of the item across changes. */
    UUID key();

    FlagLevel level();

    Instant waitingSince();

    /** Returns the clinic that decides the item; null if every clinic may decide. */
    @Nullable
    ClinicId clinic();

    String personName();

    /** Returns the urgency and the subject in one line. */
    String words();
}
