package io.plumbline.notes.amendments;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.signing.SignedForms;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** The text of a signed amendment, as the builds of its time wrote it. */
class SignedAmendmentTest {
    private static final SignedAmendment FILLED = new SignedAmendment(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            AmendmentKind.ENTERED_IN_ERROR,
            "Wrong record",
            new UUID(0, 4),
            new UUID(0, 5),
            Instant.parse("2026-11-24T17:00:00.123456Z"));

    @Test
    void anAmendmentIsSignedAndReadInForm1() {
        var written = SignedForms.written("amendment-1");
        assertThat(FILLED.text().json()).isEqualTo(written);
        assertThat(FILLED.texts(1)).extracting(SignedText::json).containsExactly(written);
        assertThat(FILLED.texts(2)).isEmpty();
        assertThat(DigestUtils.sha256Hex(written))
                .isEqualTo("f6c54a01a5a857758a2bd0dd095087910977ce061af8514e96670cf9de31a0dd");
    }

    @Test
    void everyFieldOfAnAmendmentIsSigned() {
        SignedForms.assertCovered(FILLED, FILLED.text());
    }
}
