package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * The intensity of pain on the numeric pain rating scale (NPRS): 0 is no pain, 10 the worst pain imaginable.
 *
 * @throws Refused if the score is not from 0 to 10
 */
public record Pain(int score) {
    public static final int WORST = 10;

    public Pain {
        if (score < 0 || score > WORST) {
            throw new Refused("Pain must be from 0 to 10");
        }
    }

    /** Returns the pain for a score, or null if none was recorded. */
    public static @Nullable Pain of(@Nullable Integer score) {
        return score == null ? null : new Pain(score);
    }

    /** Returns the score of a pain, or null if none was recorded. */
    public static @Nullable Integer scoreOf(@Nullable Pain pain) {
        return pain == null ? null : pain.score();
    }

    @Override
    public String toString() {
        return String.valueOf(score);
    }

    @Converter(autoApply = true)
    static final class InColumn implements AttributeConverter<Pain, Integer> {
        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable Pain pain) {
            return pain == null ? null : pain.score();
        }

        @Override
        public @Nullable Pain convertToEntityAttribute(@Nullable Integer score) {
            return Pain.of(score);
        }
    }
}
