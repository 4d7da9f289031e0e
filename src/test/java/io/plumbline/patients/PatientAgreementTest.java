package io.plumbline.patients;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.PatientAgreement.Way;
import io.plumbline.shared.Refused;
import io.plumbline.shared.signing.DrawnSignature;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agreement says who agreed, how and when. */
class PatientAgreementTest {
    private static final LocalDate TODAY = LocalDate.of(2026, Month.NOVEMBER, 24);
    private static final DrawnSignature SIGNATURE = DrawnSignature.of("1,1 2,2 3,3 4,4 5,5 6,6 7,7 8,8");

    @Test
    void whoSignsOnTheScreenHasSigned() {
        assertThatCode(() -> PatientAgreement.of(Way.SIGNED, "Nora Quist", TODAY, SIGNATURE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PatientAgreement.of(Way.SIGNED, "Nora Quist", TODAY, null))
                .isInstanceOf(Refused.class)
                .hasMessage("Sign in the box, or choose how else the patient agreed");
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "SIGNED")
    void noOtherWayHasASignature(Way way) {
        assertThatCode(() -> PatientAgreement.of(way, "Nora Quist", TODAY, null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PatientAgreement.of(way, "Nora Quist", TODAY, SIGNATURE))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void somebodyAgreed(Way way) {
        var signature = way == Way.SIGNED ? SIGNATURE : null;
        assertThatThrownBy(() -> PatientAgreement.of(way, " ", TODAY, signature))
                .isInstanceOf(Refused.class)
                .hasMessage("Who agreed is missing");
        assertThatThrownBy(() -> PatientAgreement.of(way, "x".repeat(121), TODAY, signature))
                .isInstanceOf(Refused.class)
                .hasMessage("Who agreed has at most 120 characters");
    }

    @Test
    void nobodyAgreesTomorrow() {
        var agreement = PatientAgreement.of(Way.VERBAL, "Nora Quist", TODAY, null);
        assertThatCode(() -> agreement.refuseAfter(TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> agreement.refuseAfter(TODAY.minusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessage("The day of the agreement is in the future");
    }
}
