package io.plumbline.practitioners.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A document says what entitled its signer on the day of the signature, and whether it was verified by then. */
class SignerCredentialsTest {
    private static final StaffId WHO = StaffId.next();
    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");
    private static final Instant SIGNED = Instant.parse("2026-11-21T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void aCredentialThatWasVerifiedBeforeStandsAsItWas() {
        assertThat(words(row(CredentialKind.LICENCE, "DC-4711", DAY, DAY, SIGNED, null)))
                .as("on its only day at the clinic")
                .isEqualTo("License, Chiropractic: DC-4711, Arizona Board");
    }

    @Test
    void oneThatWasEditedOrVerifiedLaterStandsAsItIsNow() {
        assertThat(words(row(CredentialKind.LICENCE, "DC-4711", DAY, null, SIGNED.plusSeconds(1), null)))
                .isEqualTo("License, Chiropractic: DC-4711, Arizona Board (as on record now)");
        assertThat(words(row(CredentialKind.LICENCE, "DC-4711", DAY, null, null, null)))
                .endsWith("(as on record now)");
    }

    @Test
    void whatDidNotCoverTheDayAndWhatEntitlesToNothingIsLeftOut() {
        assertThat(words(
                        row(CredentialKind.LICENCE, "old", DAY.minusYears(2), DAY.minusDays(1), SIGNED, null),
                        row(CredentialKind.LICENCE, "next", DAY.plusDays(1), null, SIGNED, null),
                        row(CredentialKind.INSURANCE, "I-1", DAY, null, SIGNED, null),
                        row(CredentialKind.CERTIFICATION, "C-2", DAY, null, SIGNED, null)))
                .isEqualTo("Certification, Chiropractic: C-2, Arizona Board");
        assertThat(words()).isEqualTo("Not recorded");
    }

    @Test
    void aRevocationIsSaid() {
        assertThat(words(row(CredentialKind.LICENCE, "DC-4711", DAY, null, SIGNED, DAY.minusDays(3))))
                .contains("; revoked from ");
    }

    private static String words(CredentialRow... held) {
        return new SignerCredentials(Map.of(WHO, List.of(held))).atSigning(WHO, SIGNED, ZONE);
    }

    private static CredentialRow row(
            CredentialKind kind,
            String number,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant verifiedAt,
            @Nullable LocalDate revokedOn) {
        return new CredentialRow(
                new CredentialId(Ids.next()),
                0,
                WHO,
                new CredentialDraft(kind, Discipline.CHIROPRACTIC, number, "Arizona Board", from, until),
                verifiedAt == null ? null : new CredentialRow.Verification(verifiedAt, WHO, "Manager"),
                revokedOn == null ? null : new CredentialRow.Revocation(revokedOn, "Board"));
    }
}
