package io.plumbline.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a chiropractor decides on a red flag.
 *
 * @param to one of {@link FlagStatus#DECISIONS}
 * @param reason why, at most 400 characters
 * @param until the day on which a monitored flag is raised again; null for every other decision
 */
public record FlagDecision(
        FlagStatus to, String reason, @Nullable LocalDate until) {}
