package io.plumbline.access.pins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {
    @ParameterizedTest
    @CsvSource({
        "'',six digits",
        "12345,six digits",
        "1234567,six digits",
        "12a456,six digits",
        "'12 345',six digits",
        "٠١٢٣٤٥,six digits",
        "000000,Repeated",
        "777777,Repeated",
        "121212,Repeated",
        "909090,Repeated",
        "123123,Repeated",
        "012345,in a row",
        "123456,in a row",
        "456789,in a row",
        "567890,in a row",
        "654321,in a row",
        "987654,in a row",
        "210987,in a row"
    })
    void whatIsGuessedFirstIsRefused(String pin, String why) {
        assertThatThrownBy(() -> PinRules.check(pin, pin))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(PinField.PIN))
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"174093", "123457", "112233", "198405", "123450", "543219", "121213", "124578"})
    void othersAreAllowed(String pin) {
        PinRules.check(pin, pin);
    }

    @Test
    void theRepetitionMustBeTheSame() {
        assertThatThrownBy(() -> PinRules.check("174093", "174094"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(PinField.REPEATED));
    }
}
