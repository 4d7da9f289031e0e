package io.plumbline.intake;

import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A region of the body that hurts.
 *
 * @param quality what it feels like, in the patient's words, at most 80 characters; may be empty
 * @param intensity how strong it is there; null where not told
 * @param radiatingTo where the pain travels to; null where it does not
 */
@Embeddable
public record MarkedArea(
        BodyRegion region,
        String quality,
        @Nullable Pain intensity,
        @Nullable BodyRegion radiatingTo) {
    public MarkedArea {
        quality = TextLimit.optional("What it feels like", quality, 80);
    }
}
