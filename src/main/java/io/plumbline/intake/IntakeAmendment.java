package io.plumbline.intake;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * What makes an intake note a later version of another one.
 *
 * @param firstId the first version
 * @param amendsId the version that it amends
 * @param revision its number, from 2
 * @param reason why, 1 to 500 characters
 */
@Embeddable
record IntakeAmendment(
        UUID firstId,
        UUID amendsId,
        int revision,
        @Column(name = "amendment_reason") String reason) {
    static final int MOST = 500;

    /** @throws Refused if the reason is missing or too long; the message is for the user */
    IntakeAmendment {
        reason = TextLimit.required("The reason", reason, MOST);
    }
}
