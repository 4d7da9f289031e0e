package io.plumbline.practitioners.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a credential stands on a day, as product.md has it. */
class CredentialTermsTest {
    private static final LocalDate BEGINS = LocalDate.of(2024, 2, 29);
    private static final LocalDate ENDS = LocalDate.of(2028, 2, 29);

    @ParameterizedTest(name = "{0} days before its end: {1}, warned at {2}")
    @CsvSource({
        "1000, VALID, ",
        "61, VALID, ",
        "60, EXPIRING, 60",
        "31, EXPIRING, 60",
        "30, EXPIRING, 30",
        "8, EXPIRING, 30",
        "7, EXPIRING, 7",
        "1, EXPIRING, 7",
        "0, EXPIRING, 7",
        "-1, EXPIRED, 7",
        "-900, EXPIRED, 7"
    })
    void warnsSixtyThirtyAndSevenDaysBeforeItsEnd(int days, CredentialState state, @Nullable Integer warning) {
        var terms = new CredentialTerms(BEGINS, ENDS, true, null);
        assertThat(terms.state(ENDS.minusDays(days))).isEqualTo(state);
        assertThat(terms.warningDays(ENDS.minusDays(days))).isEqualTo(warning);
    }

    @ParameterizedTest(name = "verified {0}, ended {1}, revoked {2}: {3}")
    @CsvSource({
        "false, false, false, UNVERIFIED",
        "true, false, false, VALID",
        "false, true, false, EXPIRED",
        "true, true, false, EXPIRED",
        "false, false, true, REVOKED",
        "true, false, true, REVOKED",
        "false, true, true, REVOKED",
        "true, true, true, REVOKED"
    })
    void revokedTakesPrecedenceOverExpiredOverUnverified(
            boolean verified, boolean ended, boolean revoked, CredentialState state) {
        var today = ended ? ENDS.plusDays(1) : ENDS.minusDays(300);
        var terms = new CredentialTerms(BEGINS, ENDS, verified, revoked ? today : null);
        assertThat(terms.state(today)).isEqualTo(state);
    }

    @Test
    void isNotValidBeforeItBegins() {
        var terms = new CredentialTerms(BEGINS, ENDS, true, null);
        assertThat(terms.state(BEGINS.minusDays(1))).isEqualTo(CredentialState.NOT_BEGUN);
        assertThat(terms.state(BEGINS)).isEqualTo(CredentialState.VALID);
        assertThat(new CredentialTerms(BEGINS, ENDS, false, null).state(BEGINS.minusDays(1)))
                .isEqualTo(CredentialState.UNVERIFIED);
    }

    @Test
    void coversItsFirstAndLastDayButNotTheDayOfRevocation() {
        var terms = new CredentialTerms(BEGINS, ENDS, true, null);
        assertThat(terms.covers(BEGINS)).isTrue();
        assertThat(terms.covers(BEGINS.minusDays(1))).isFalse();
        assertThat(terms.covers(ENDS)).isTrue();
        assertThat(terms.covers(ENDS.plusDays(1))).isFalse();
        var revoked = new CredentialTerms(BEGINS, ENDS, true, ENDS.minusDays(10));
        assertThat(revoked.covers(ENDS.minusDays(11))).isTrue();
        assertThat(revoked.covers(ENDS.minusDays(10))).isFalse();
    }

    @Test
    void staysValidWithoutAnEndDate() {
        var terms = new CredentialTerms(BEGINS, null, true, null);
        assertThat(terms.state(LocalDate.of(2199, 1, 1))).isEqualTo(CredentialState.VALID);
        assertThat(terms.covers(LocalDate.of(2199, 1, 1))).isTrue();
    }

    @Test
    void becomesExpiringThenExpiredAsTimePasses() {
        var random = new Random(60307);
        for (int run = 0; run < 2000; run++) {
            var from = BEGINS.plusDays(random.nextInt(1000));
            var until = from.plusDays(random.nextInt(900));
            var terms = new CredentialTerms(from, until, true, null);
            var before = CredentialState.VALID;
            for (var day = from; day.isBefore(until.plusDays(5)); day = day.plusDays(1)) {
                var state = terms.state(day);
                assertThat(state).isGreaterThanOrEqualTo(before);
                assertThat(terms.covers(day)).isEqualTo(state != CredentialState.EXPIRED);
                before = state;
            }
            assertThat(before).isEqualTo(CredentialState.EXPIRED);
        }
    }
}
