package io.plumbline.practitioners.credentials;

import static io.plumbline.practitioners.Discipline.CHIROPRACTIC;
import static io.plumbline.practitioners.Discipline.MASSAGE_THERAPY;
import static io.plumbline.practitioners.credentials.CredentialKind.CERTIFICATION;
import static io.plumbline.practitioners.credentials.CredentialKind.INSURANCE;
import static io.plumbline.practitioners.credentials.CredentialKind.LICENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What credentials allow: signing what was done while they were valid, booking while they are. */
class EligibilityCheckTest {
    private static final StaffId WHO = StaffId.next();
    private static final LocalDate TREATED = LocalDate.of(2026, 11, 24);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Test
    void aVerifiedLicenseAllowsSigningAndBooking() {
        var held = List.of(verified(LICENCE, MASSAGE_THERAPY, TREATED));
        assertThat(signing(held, TREATED)).isNull();
        assertThat(booking(held, TREATED)).isNull();
    }

    @Test
    void aCertificationAllowsSigningLikeALicenseAndInsuranceDoesNot() {
        assertThat(signing(List.of(verified(CERTIFICATION, MASSAGE_THERAPY, null)), TREATED))
                .isNull();
        assertThat(signing(List.of(verified(INSURANCE, MASSAGE_THERAPY, null)), TREATED))
                .contains("No license or certification for massage therapy is on record for you");
    }

    @Test
    void anExpiredLicenseAllowsSigningEarlierTreatmentsButNoBooking() {
        var held = List.of(verified(LICENCE, MASSAGE_THERAPY, TREATED));
        assertThat(signing(held, TREATED)).isNull();
        assertThat(signing(held, TREATED.plusDays(1)))
                .contains("was valid on 25 Nov 2026, the day of treatment", "records the renewal");
        assertThat(booking(held, TREATED.plusDays(1)))
                .isEqualTo(
                        "Lena Berg: license for massage therapy ends on 24 Nov 2026, so nothing new can be booked for"
                                + " 25 Nov 2026. The clinic manager records the renewal under Practitioners.");
    }

    @Test
    void aLicenseRevokedAfterTheTreatmentAllowsSigningIt() {
        var held = List.of(new CredentialRow(
                new CredentialId(Ids.next()),
                0,
                WHO,
                draft(LICENCE, MASSAGE_THERAPY, null),
                new CredentialRow.Verification(Instant.EPOCH, StaffId.next(), "Maren Holt"),
                new CredentialRow.Revocation(TREATED.plusDays(1), "Board's decision")));
        assertThat(signing(held, TREATED)).isNull();
        assertThat(signing(held, TREATED.plusDays(1))).isNotNull();
        assertThat(booking(held, TREATED.plusDays(1))).contains("was revoked on 25 Nov 2026");
    }

    @Test
    void anUnverifiedLicenseAllowsBookingButNotSigning() {
        var held = List.of(new CredentialRow(
                new CredentialId(Ids.next()), 0, WHO, draft(LICENCE, MASSAGE_THERAPY, null), null, null));
        assertThat(booking(held, TREATED)).isNull();
        assertThat(signing(held, TREATED))
                .isEqualTo("Your license for massage therapy is not verified yet. Nothing is lost: the clinic manager"
                        + " verifies it under Practitioners, then you can sign.");
    }

    @Test
    void bookingIsAllowedBeforeAnyCredentialIsRecorded() {
        assertThat(booking(List.of(), TREATED)).isNull();
        assertThat(signing(List.of(), TREATED)).contains("Nothing is lost");
    }

    @Test
    void aLicenseForAnotherDisciplineDoesNotCount() {
        var held = List.of(verified(LICENCE, CHIROPRACTIC, null));
        assertThat(signing(held, TREATED)).isNotNull();
        assertThat(new EligibilityCheck(held).refusesSigning(null, TREATED))
                .as("a consultation is of no discipline")
                .isEmpty();
    }

    @Test
    void bookingAndSigningAreRefusedInTheGapBeforeARenewal() {
        var held = List.of(
                verified(LICENCE, MASSAGE_THERAPY, TREATED.minusDays(1)),
                new CredentialRow(
                        new CredentialId(Ids.next()),
                        0,
                        WHO,
                        new CredentialDraft(LICENCE, MASSAGE_THERAPY, "2", "Board", TREATED.plusDays(1), null),
                        new CredentialRow.Verification(Instant.EPOCH, StaffId.next(), "Maren Holt"),
                        null));
        assertThat(booking(held, TREATED)).contains("begins on 25 Nov 2026");
        assertThat(booking(held, TREATED.plusDays(1))).isNull();
        assertThat(signing(held, TREATED)).isNotNull();
    }

    private static @Nullable String signing(List<CredentialRow> held, LocalDate on) {
        return new EligibilityCheck(held).refusesSigning(MASSAGE_THERAPY, on).orElse(null);
    }

    private static @Nullable String booking(List<CredentialRow> held, LocalDate on) {
        return new EligibilityCheck(held)
                .refusesBooking("Lena Berg", MASSAGE_THERAPY, on)
                .orElse(null);
    }

    private static CredentialRow verified(
            CredentialKind kind, @Nullable Discipline discipline, @Nullable LocalDate until) {
        return new CredentialRow(
                new CredentialId(Ids.next()),
                0,
                WHO,
                draft(kind, discipline, until),
                new CredentialRow.Verification(Instant.EPOCH, StaffId.next(), "Maren Holt"),
                null);
    }

    private static CredentialDraft draft(
            CredentialKind kind, @Nullable Discipline discipline, @Nullable LocalDate until) {
        return new CredentialDraft(kind, discipline, "1", "Board", LONG_AGO, until);
    }
}
