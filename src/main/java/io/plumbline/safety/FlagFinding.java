package io.plumbline.safety;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a red flag was raised.
 *
 * @param rule the screening rule of which the answer was yes
 * @param question its words; empty where nothing was asked, since it follows from other answers or from the age
 * @param at when it was raised
 * @param by the name of who raised it
 * @param note the intake or session note in which it was found; null where it was found in none
 */
public record FlagFinding(
        String rule,
        String question,
        Instant at,
        String by,
        @Nullable UUID note) {}
