package io.plumbline.intake;

import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A painful region of the body.
 *
 * @param quality what the pain feels like, in the patient's words, at most 80 characters; may be empty
 * @param intensity intensity of the pain in this region; null if not provided
 * @param radiatingTo the region to which the pain radiates; null if it does not
 */
@Embeddable
public record MarkedArea(
        BodyRegion region,
        String quality,
        @Nullable Pain intensity,
        @Nullable BodyRegion radiatingTo) {
    /** The longest quality, in characters. */
    public static final int LONGEST_QUALITY = 80;

    public MarkedArea {
        quality = TextLimit.optional("Quality of pain", quality, LONGEST_QUALITY);
    }
}
