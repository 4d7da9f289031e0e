package io.plumbline.patients.consents;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.store.JsonColumn;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a consent text says.
 *
 * @param title as the patient reads it, at most 120 characters
 * @param body as the patient reads it, at most 6,000 characters; an empty line begins a paragraph
 * @param validFrom the first day on which patients agree to it; null while it is not chosen
 * @param askAgain whether patients who agreed to an earlier version are asked again
 */
public record ConsentTextContent(
        String title, String body, @Nullable LocalDate validFrom, boolean askAgain) {
    /** The length of the longest body. */
    public static final int LONGEST_BODY = 6000;

    /** The length of the longest title. */
    public static final int LONGEST_TITLE = 120;

    /** What stands in an example that nobody has reviewed. */
    public static final String EXAMPLE_MARK = "[EXAMPLE";

    /** @throws Refused if a text is too long; the message is for the user */
    public ConsentTextContent {
        title = TextLimit.optional("The title", title, LONGEST_TITLE);
        body = TextLimit.optional("The text", body, LONGEST_BODY);
    }

    /** Returns an empty content. */
    static ConsentTextContent empty() {
        return new ConsentTextContent("", "", null, false);
    }

    /**
     * Refuses what cannot be published.
     *
     * @param before the first day of the version before; null if there is none
     * @throws Refused if something is missing, an example was not replaced, or the first day has passed
     */
    LocalDate requireComplete(@Nullable LocalDate before, LocalDate today) {
        TextLimit.required("The title", title, LONGEST_TITLE);
        TextLimit.required("The text", body, LONGEST_BODY);
        if (title.contains(EXAMPLE_MARK) || body.contains(EXAMPLE_MARK)) {
            throw new Refused(
                    "The text still has the mark of the example. Have your text reviewed, then take out everything in"
                            + " the square brackets");
        }
        if (validFrom == null) {
            throw new Refused("Choose the first day on which patients agree to it");
        }
        if (validFrom.isBefore(today)) {
            throw new Refused("The first day has passed. Choose today or a later day");
        }
        if (before != null && validFrom.isBefore(before)) {
            throw new Refused("The version before begins later. Choose its first day or a later one");
        }
        return validFrom;
    }

    /** Returns this content without the first day, to begin the next version. */
    ConsentTextContent forNext() {
        return new ConsentTextContent(title, body, null, false);
    }

    boolean saysTheSameAs(ConsentTextContent other) {
        return title.equals(other.title) && body.equals(other.body);
    }

    /** Stores a draft as JSON, since it is read and written as a whole. */
    @Converter
    static final class Column extends JsonColumn<ConsentTextContent> {
        Column() {
            super(ConsentTextContent.class);
        }
    }
}
