package io.plumbline.practitioners.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A renewal takes the place of what it renews, without a gap at once, else from its first day on. */
class CredentialRowTest {
    private static final StaffId WHO = StaffId.next();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate END = LocalDate.of(2026, 11, 30);

    private final CredentialRow ending = licence(LocalDate.of(2024, 12, 1), END, true, null);

    @Test
    void aCredentialRenewedWithoutAGapStaysValidAndIsReplaced() {
        var all = List.of(ending, licence(END.plusDays(1), END.plusYears(2), true, null));
        assertThat(ending.state(all, TODAY)).contains(CredentialState.VALID);
        assertThat(ending.state(all, END)).contains(CredentialState.VALID);
        assertThat(ending.state(all, END.plusDays(1))).isEmpty();
    }

    @Test
    void aCredentialRenewedAfterAGapWarnsUntilTheRenewalBegins() {
        var begins = LocalDate.of(2027, 2, 1);
        var renewal = licence(begins, begins.plusYears(2), true, null);
        var all = List.of(ending, renewal);
        assertThat(ending.state(all, TODAY)).contains(CredentialState.EXPIRING);
        assertThat(ending.state(all, begins.minusDays(1))).contains(CredentialState.EXPIRED);
        assertThat(renewal.state(all, TODAY)).contains(CredentialState.NOT_BEGUN);
        assertThat(ending.state(all, begins)).isEmpty();
        assertThat(renewal.state(all, begins)).contains(CredentialState.VALID);
    }

    @Test
    void anUnverifiedOrRevokedRenewalReplacesNothing() {
        var next = END.plusDays(1);
        assertThat(ending.state(List.of(ending, licence(next, null, false, null)), TODAY))
                .contains(CredentialState.EXPIRING);
        assertThat(ending.state(List.of(ending, licence(next, null, true, TODAY)), TODAY))
                .contains(CredentialState.EXPIRING);
    }

    @Test
    void anExpiredCredentialDoesNotReplaceARevokedOne() {
        var revoked = licence(TODAY.minusYears(1), END, true, TODAY.minusDays(5));
        var older = licence(TODAY.minusYears(3), TODAY.minusYears(1), true, null);
        assertThat(revoked.state(List.of(revoked, older), TODAY)).contains(CredentialState.REVOKED);
        var still = licence(TODAY.minusYears(3), END, true, null);
        assertThat(revoked.state(List.of(revoked, still), TODAY)).isEmpty();
    }

    private static CredentialRow licence(
            LocalDate from, @Nullable LocalDate until, boolean verified, @Nullable LocalDate revokedOn) {
        return new CredentialRow(
                new CredentialId(Ids.next()),
                0,
                WHO,
                new CredentialDraft(CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "L-1", "Board", from, until),
                verified ? new CredentialRow.Verification(Instant.EPOCH, WHO, "Manager") : null,
                revokedOn == null ? null : new CredentialRow.Revocation(revokedOn, "Board"));
    }
}
