package io.plumbline.sessions;

import io.plumbline.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words after a segment and its side, one by one. */
final class SegmentWords {
    private static final Pattern NAMED =
            Pattern.compile("(part|p\\.a\\.r\\.t\\.?|listing):(.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOTTED = Pattern.compile("[part](\\.[part])*\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNCLEAR = Pattern.compile("[par]{2}", Pattern.CASE_INSENSITIVE);

    private final SpineSegment segment;
    private final Set<SegmentFinding> findings = new TreeSet<>();
    private String listing = "";
    private String unclear = "";
    private @Nullable AdjustmentTechnique technique;

    /** What the next word is said to be, such as {@code PART:}; null if nothing. */
    private @Nullable String named;

    SegmentWords(SpineSegment segment) {
        this.segment = segment;
    }

    /** @throws Refused if the word is not understood, or is a second listing or technique */
    void add(String word) {
        var parts = NAMED.matcher(word);
        if (named != null) {
            addNamed(named, word);
        } else if (!parts.matches()) {
            addUnnamed(word);
        } else if (parts.group(2).isEmpty()) {
            named = parts.group(1);
        } else {
            addNamed(parts.group(1), parts.group(2));
        }
    }

    private void addNamed(String name, String word) {
        named = null;
        if (name.equalsIgnoreCase("listing")) {
            addListing(word);
        } else {
            addFindings(word);
        }
    }

    private void addUnnamed(String word) {
        var known = ListingWords.find(word, segment);
        var adjusted = technique(word);
        if (adjusted.isPresent()) {
            addTechnique(adjusted.get());
        } else if (UNCLEAR.matcher(word).matches() && SegmentFinding.read(word).isPresent()) {
            requireFirstListing(word);
            unclear = word.toUpperCase(Locale.ROOT);
        } else if (known.isPresent()) {
            addListing(known.get());
        } else {
            addFindings(word);
        }
    }

    private void addFindings(String word) {
        var letters = DOTTED.matcher(word).matches() ? word.replace(".", "") : word;
        findings.addAll(
                SegmentFinding.read(letters).orElseThrow(() -> new Refused(SegmentEntry.notUnderstood(word, segment))));
    }

    private void addListing(String word) {
        requireFirstListing(word);
        listing = word;
    }

    private void requireFirstListing(String word) {
        var first = listing.isEmpty() ? unclear : listing;
        if (!first.isEmpty()) {
            throw new Refused(segment.label() + " has two listings, " + first + " and " + word
                    + ". Type findings with dots, such as P.R, or the segment twice");
        }
    }

    private void addTechnique(AdjustmentTechnique added) {
        if (technique != null) {
            throw new Refused(segment.label() + " has two techniques. Type it twice, once for each");
        }
        technique = added;
    }

    private static Optional<AdjustmentTechnique> technique(String word) {
        return Arrays.stream(AdjustmentTechnique.values())
                .filter(technique -> technique.code().equalsIgnoreCase(word)
                        || technique.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** @throws Refused if nothing follows a word such as {@code PART:} */
    TypedSegment end(String typed, @Nullable BodySide side) {
        if (named != null) {
            throw new Refused(segment.label() + ": nothing follows “" + named + ":”");
        }
        return new TypedSegment(typed, new SegmentRow(segment, side, findings, listing, technique, null), unclear);
    }
}
