package io.plumbline.access.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes by RFC 6238, and what a person is told whose code does not fit. */
class TimeCodesTest {
    private static final FactorSecret OF_THE_RFC =
            new FactorSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The last six digits of the vectors in appendix B of the RFC, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theVectorsOfTheRfcAreRightAtTheirTime(long seconds, String code) {
        assertThat(at(seconds).find(OF_THE_RFC, code)).hasValue(new TimeCodes.Match(seconds / 30, true));
    }

    @ParameterizedTest
    @CsvSource({"-60, true", "-30, false", "0, false", "30, false", "60, true"})
    void aCodeOfTheNeighboringPeriodIsAccepted(long late, boolean isOff) {
        var match = at(1111111109L + late).find(OF_THE_RFC, "081804").orElseThrow();
        assertThat(match.isInTime()).isEqualTo(!isOff);
    }

    @ParameterizedTest
    @CsvSource({"90", "-90", "300", "-300"})
    void aCodeOfAPhoneWhoseClockIsOffSaysSo(long off) {
        assertThatThrownBy(() -> at(1111111109L + off).matchToSetUp(OF_THE_RFC, "081 804"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("clock of your phone is off")
                .hasMessageContaining("automatic");
    }

    @ParameterizedTest
    @CsvSource({"331", "-330", "86400"})
    void aCodeOfAnotherTimeIsWrong(long off) {
        assertThat(at(1111111109L + off).find(OF_THE_RFC, "081804")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12345", "1234567", "12345a", "''", "١٢٣٤٥٦"})
    void whatIsNotSixDigitsIsReportedAsSuch(String typed) {
        assertThatThrownBy(() -> at(59).matchToSetUp(OF_THE_RFC, typed)).hasMessageContaining("six digits");
        assertThat(CodeResult.ofCode(typed)).hasValue(CodeResult.NOT_SIX_DIGITS);
    }

    @Test
    void aSecretIsTypedInGroupsOfFourAndScannedWithTheUserName() {
        assertThat(OF_THE_RFC.inGroups()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(OF_THE_RFC).hasToString("FactorSecret");
        assertThat(FactorSecret.next()).isNotEqualTo(FactorSecret.next());
        var picture = OF_THE_RFC.picture("tom@clinic");
        assertThat(picture.size()).isGreaterThan(30);
        assertThat(picture.path()).matches("(M\\d+ \\d+h1v1h-1z)+");
        assertThat(picture).isNotEqualTo(OF_THE_RFC.picture("tim@clinic"));
    }

    private static TimeCodes at(long seconds) {
        return new TimeCodes(Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
    }
}
