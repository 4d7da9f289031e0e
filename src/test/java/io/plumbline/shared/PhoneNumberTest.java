package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
        (602) 555-0142,           6025550142
        602.555.0142,             6025550142
        602 555 0142,             6025550142
        +1 (602) 555-0142,        +16025550142
        +49 (0)89/1234567,        +490891234567
        ' 6025550142 ',           6025550142
        123456,                   123456
        123456789012345,          123456789012345
        +123456789012345,         +123456789012345
        0049 89 1234567,          0049891234567
        """)
    void isKeptAsDigitsHoweverItIsTyped(String typed, String digits) {
        assertThat(new PhoneNumber(typed)).hasToString(digits).isEqualTo(new PhoneNumber(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12",
                "12345",
                "1234567890123456",
                "+",
                "+12345",
                "602+5550142",
                "++16025550142",
                "602 555 0142 x9",
                "call me",
                "6025550142\n",
                "٦٠٢٥٥٥٠١٤٢",
                "602_555_0142"
            })
    void isRefusedWhereItHasNotSixToFifteenDigits(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(typed))
                .withMessage("Enter the phone number as 6 to 15 digits, such as (602) 555-0142");
    }

    @Test
    void isRefusedWhereMoreThan24CharactersAreTyped() {
        assertThat(new PhoneNumber("6025550142" + " ".repeat(14))).hasToString("6025550142");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber("6025550142" + " ".repeat(15)))
                .withMessage("A phone number has at most 24 characters");
    }

    @Test
    void isReadBackAsItWasStored() {
        var column = new PhoneNumber.Column();
        var phone = new PhoneNumber("+1 (602) 555-0142");
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(phone)))
                .isEqualTo(phone);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(null)))
                .isNull();
    }
}
