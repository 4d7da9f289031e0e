package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00.123456789Z");
    private static final StaffId AUTHOR = StaffId.next();
    private static final ContentMac SEAL = new ContentMac(
            (purpose, text) -> ContentHash.of(purpose + text).substring(32).getBytes(StandardCharsets.US_ASCII));

    private final ContentSignature signature = new ContentSignature();

    @Test
    void coversWhoSignedAndWhenInThePrecisionOfTheStore() {
        var at = signature.sign(AUTHOR, NOW, 1, () -> content("Better"), SEAL);
        assertThat(at).isEqualTo("2026-11-24T17:00:00.123456Z").isEqualTo(signature.signedAt());
        assertThat(signature.signedBy()).isEqualTo(AUTHOR);
        assertThat(signature.contentHash()).isEqualTo(SEAL.computeMac(new Content("Better", AUTHOR, at)));
        assertThat(signature.isIntact(1, () -> content("Better"), SEAL)).isTrue();
    }

    @Test
    void otherContentOrAnotherFormIsNotIntact() {
        signature.sign(AUTHOR, NOW, 1, () -> content("Better"), SEAL);
        assertThat(signature.isIntact(1, () -> content("Worse"), SEAL)).isFalse();
        assertThat(signature.isIntact(2, () -> content("Better"), SEAL)).isFalse();
    }

    @Test
    void aDraftIsNotIntact() {
        assertThat(signature.isIntact(0, () -> content("Better"), SEAL)).isFalse();
        assertThat(signature.signedAt()).isNull();
    }

    private Content content(String says) {
        return new Content(says, signature.signedBy(), signature.signedAt());
    }

    private record Content(
            String says, @Nullable StaffId by, @Nullable Instant at) {}
}
