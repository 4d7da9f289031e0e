package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a referral. */
public record ReferralId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
