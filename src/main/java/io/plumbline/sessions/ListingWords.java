package io.plumbline.sessions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The listings of the Gonstead notation that are known without being named as a listing. They name a position and no
 * finding. Source: the clinic's clinical rules, section 10.3, an example to be approved.
 */
final class ListingWords {
    /** Such as PR, PLS and PRI-la: posteriority, spinous rotation, wedge, point of contact. */
    private static final Pattern BODY = Pattern.compile("(P[LR][SI]?)(-[A-Z]{1,3})?");

    private static final List<String> SACRUM = List.of("P-R", "P-L", "AS", "PI");
    private static final List<String> ILIUM = List.of("AS", "PI", "In", "Ex", "ASIn", "ASEx", "PIIn", "PIEx");

    private ListingWords() {}

    /** Returns the listing of a segment that a word is, in its usual spelling; empty if it is none that is known. */
    static Optional<String> find(String word, SpineSegment segment) {
        return switch (segment) {
            case SACRUM -> among(SACRUM, word);
            case SACROILIAC, PELVIS -> among(ILIUM, word).or(() -> among(SACRUM, word));
            default -> body(word);
        };
    }

    private static Optional<String> body(String word) {
        var parts = BODY.matcher(word.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var contact = parts.group(2);
        return Optional.of(parts.group(1) + (contact == null ? "" : contact.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> among(List<String> known, String word) {
        return known.stream().filter(word::equalsIgnoreCase).findFirst();
    }
}
