package io.plumbline.notes.cosign;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.signing.SignedForms;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** The text of a supervisor's signed decision, as the builds of its time wrote it. */
class SignedCosignatureTest {
    private static final SignedCosignature FILLED = new SignedCosignature(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            2,
            CosignDecision.RETURNED,
            "Which side?",
            "HMAC 1",
            new UUID(0, 4),
            Instant.parse("2026-11-24T17:00:00.123456Z"));

    @Test
    void aDecisionIsSignedAndReadInForm1() {
        var written = SignedForms.written("cosignature-1");
        assertThat(FILLED.text().json()).isEqualTo(written);
        assertThat(FILLED.texts(1)).extracting(SignedText::json).containsExactly(written);
        assertThat(FILLED.texts(2)).isEmpty();
        assertThat(DigestUtils.sha256Hex(written))
                .isEqualTo("3c185072dba3f5de03e6eb6a0969c73d593f53536c0f5b4ab1569c8ccaa27bab");
    }

    @Test
    void everyFieldOfADecisionIsSigned() {
        SignedForms.assertCovered(FILLED, FILLED.text());
    }
}
