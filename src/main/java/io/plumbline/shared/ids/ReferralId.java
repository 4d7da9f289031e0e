package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a referral. */
public record ReferralId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ReferralId next() {
        return new ReferralId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static ReferralId parse(String text) {
        return new ReferralId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
