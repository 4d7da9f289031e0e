package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00.123456789Z");
    private static final StaffId AUTHOR = StaffId.next();
    private static final ContentMac SEAL = new ContentMac(
            (purpose, text) -> ContentHash.of(purpose + text).substring(32).getBytes(StandardCharsets.US_ASCII));

    private final ContentSignature signature = new ContentSignature();

    @Test
    void coversWhoSignedAndWhenInThePrecisionOfTheStore() {
        var at = signature.sign(AUTHOR, NOW, 2, () -> text(2, "Better"), SEAL);
        assertThat(at).isEqualTo("2026-11-24T17:00:00.123456Z").isEqualTo(signature.signedAt());
        assertThat(signature.signedBy()).isEqualTo(AUTHOR);
        assertThat(signature.contentHash()).isEqualTo(SEAL.computeMac(text(2, "Better")));
        assertThat(signature.isIntact(form -> texts(form, "Better"), SEAL)).isTrue();
    }

    @Test
    void isIntactIfOneOfTheTextsOfItsFormFits() {
        signature.sign(AUTHOR, NOW, 2, () -> text(2, "Better"), SEAL);
        assertThat(signature.isIntact(form -> List.of(text(form, "Worse"), text(form, "Better")), SEAL))
                .isTrue();
    }

    @Test
    void otherContentOrAFormThatDoesNotExistIsNotIntact() {
        signature.sign(AUTHOR, NOW, 2, () -> text(2, "Better"), SEAL);
        assertThat(signature.isIntact(form -> texts(form, "Worse"), SEAL)).isFalse();
        assertThat(signature.isIntact(form -> texts(form + 1, "Better"), SEAL)).isFalse();
        assertThat(signature.isIntact(form -> List.of(), SEAL)).isFalse();
    }

    @Test
    void aDraftIsNotIntact() {
        assertThat(signature.isIntact(form -> texts(form, "Better"), SEAL)).isFalse();
        assertThat(signature.signedAt()).isNull();
    }

    private List<SignedText> texts(int form, String says) {
        return List.of(text(form, says));
    }

    private SignedText text(int form, String says) {
        var by = signature.signedBy();
        return new SignedText()
                .put("format", form)
                .put("says", says)
                .put("by", by == null ? null : by.value())
                .put("at", signature.signedAt());
    }
}
