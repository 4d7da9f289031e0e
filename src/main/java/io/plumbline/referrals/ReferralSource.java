package io.plumbline.referrals;

import io.plumbline.shared.ids.Ids;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The record from which a referral follows.
 *
 * @param id of that record
 */
public record ReferralSource(Kind kind, UUID id) {
    /** The kind of record from which a referral can follow. */
    public enum Kind {
        FLAG("Red flag"),
        INTAKE("Intake note"),
        PLAN("Treatment plan");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Reads a source from an address, such as <em>flag:…</em>; empty if there is none, or it cannot be read. */
    public static Optional<ReferralSource> inAddress(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var name = text.substring(0, colon);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .flatMap(kind -> Ids.parsed(text.substring(colon + 1), UUID::fromString)
                        .map(id -> new ReferralSource(kind, id)));
    }
}
