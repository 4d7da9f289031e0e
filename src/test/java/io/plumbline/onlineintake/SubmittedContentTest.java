package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.shared.signing.SignedForms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The text of a submitted online intake, as the builds of its time wrote it. */
class SubmittedContentTest {
    private static final SubmittedContent FILLED = new SubmittedContent(
            SubmittedContent.FORM,
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            new UUID(0, 4),
            "en",
            new TreeMap<>(Map.of("complaint", List.of("Back"), "areas", List.of("a", "b"))),
            "2",
            Instant.parse("2026-11-24T17:00:00.123456789Z"),
            new SubmittedContent.Consents(
                    ConsentAgreement.By.PATIENT,
                    "Ana",
                    "127.0.0.1",
                    List.of(new SubmittedContent.Consents.Text(
                            ConsentKind.TREATMENT, ConsentLanguage.ENGLISH, 1, new UUID(0, 5)))));

    @Test
    void aSubmissionIsWrittenAndReadInForm3() {
        var written = SignedForms.written("submission-3");
        assertThat(FILLED.text().json()).isEqualTo(written);
        assertThat(JsonMapper.builder().build().readValue(written, SubmittedContent.class))
                .isEqualTo(FILLED);
        assertThat(DigestUtils.sha256Hex(written))
                .isEqualTo("5b84c5b503184891b7a951b047d4608a52fd2fcd7025f0bf56a3047256c14840");
    }

    @Test
    void everyFieldOfASubmissionIsCovered() {
        SignedForms.assertCovered(FILLED, FILLED.text());
    }
}
