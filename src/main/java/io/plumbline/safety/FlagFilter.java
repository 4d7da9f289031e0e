package io.plumbline.safety;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import org.jspecify.annotations.Nullable;

/**
 * Which open red flags are listed.
 *
 * @param level null for every level
 * @param clinic where it was raised; null for every clinic
 */
public record FlagFilter(
        @Nullable FlagLevel level, @Nullable ClinicId clinic) {
    /** All of them. */
    public static final FlagFilter ALL = new FlagFilter(null, null);
}
