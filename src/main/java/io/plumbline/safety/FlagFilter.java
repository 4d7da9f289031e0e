package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the open red flags.
 *
 * @param level null for every level
 * @param clinic where the flag was raised; null for every clinic
 */
public record FlagFilter(
        @Nullable FlagLevel level, @Nullable ClinicId clinic) {
    /** All open red flags. */
    public static final FlagFilter ALL = new FlagFilter(null, null);
}
