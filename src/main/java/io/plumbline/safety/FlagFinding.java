package io.plumbline.safety;

import io.plumbline.shared.ids.ClinicalNoteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The finding that raised a red flag.
 *
 * @param rule the screening rule that was answered yes
 * @param question its text; empty if nothing was asked, because the finding follows from other answers or from the age
 * @param at when it was raised
 * @param by the name of the person who raised it
 * @param note the intake or session note in which it was found; null if it was found in none
 */
public record FlagFinding(
        String rule,
        String question,
        Instant at,
        String by,
        @Nullable ClinicalNoteId note) {}
