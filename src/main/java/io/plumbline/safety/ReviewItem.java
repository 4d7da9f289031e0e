package io.plumbline.safety;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One that waits for a chiropractor's decision: a red flag of a patient, or what another room brings to the same list. */
public interface ReviewItem {
    /** The most urgent first, of a level the one that waits longest; by the bytes of the id, as the store compares them. */
    Comparator<ReviewItem> ORDER = Comparator.comparing(ReviewItem::level)
            .thenComparing(ReviewItem::waitingSince)
            .thenComparing(item -> Ids.bytes(item.key()), Arrays::compareUnsigned);

    /** What makes it the same one after a change. */
    UUID key();

    FlagLevel level();

    Instant waitingSince();

    /** Where it is decided; null where every clinic may. */
    @Nullable
    ClinicId clinic();

    String personName();

    /** How urgent it is and what, as a line says it. */
    String words();
}
