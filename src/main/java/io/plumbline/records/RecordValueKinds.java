package io.plumbline.records;

import io.plumbline.shared.Shipped;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a record are codes that a reader needs in words, by section and name. Every other value stands as it was
 * typed: a rule by the look of a text would change the words of a legal copy.
 */
final class RecordValueKinds {
    private static final Names NAMES = Shipped.read("records/value-kinds.json", Names.class);

    /**
     * The names of values by section.
     *
     * @param codes words of a list of choices
     * @param regions regions of the body chart, one or several with spaces between them
     * @param rules rules of the red-flag screen
     * @param phones phone numbers
     */
    record Names(
            Map<String, Set<String>> codes,
            Map<String, Set<String>> regions,
            Map<String, Set<String>> rules,
            Map<String, Set<String>> phones) {}

    /** What the value of a name is. */
    enum Kind {
        /** A word of a list of choices. */
        CODE,
        /** Regions of the body chart. */
        REGION,
        /** A rule of the red-flag screen. */
        RULE,
        /** A phone number as it is stored. */
        PHONE,
        /** As it was typed. */
        TYPED
    }

    private RecordValueKinds() {}

    /**
     * Returns what a value is.
     *
     * @param section the section of the record
     * @param within the part or the structure in which the value stands; empty for a value of the row
     */
    static Kind of(String section, String within, String key) {
        if (has(NAMES.rules(), section, within, key)) {
            return Kind.RULE;
        }
        if (has(NAMES.phones(), section, within, key)) {
            return Kind.PHONE;
        }
        if (has(NAMES.regions(), section, within, key)) {
            return Kind.REGION;
        }
        return has(NAMES.codes(), section, within, key) ? Kind.CODE : Kind.TYPED;
    }

    private static boolean has(Map<String, Set<String>> names, String section, String within, String key) {
        var known = names.getOrDefault(section, Set.of());
        return known.contains(key) || known.contains(within + "." + key);
    }
}
