package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    void isStoredAsDigitsForAnyNotation(String typed, String digits) {
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
    void isRefusedUnlessItHasSixToFifteenDigits(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new PhoneNumber(typed))
                .withMessage("Enter the phone number as 6 to 15 digits, such as (602) 555-0142");
    }

    /** Case 01 of the public reports. */
    @ParameterizedTest(name = "{0} has extension {1}")
    @CsvSource(delimiter = '|', textBlock = """
        602-555-0190 x12                   | 12
        602-555-0190x12                    | 12
        (602) 555-0190 ext. 12             | 12
        (602) 555-0190, ext 4              | 4
        602.555.0190 #12                   | 12
        +1 602 555 0190,12                 | 12
        602-555-0190 extension 1234567     | 1234567
        602 555 0190 EXT: 007              | 007
        +16025550190;ext=12                | 12
        """)
    void anExtensionIsKeptBesideTheNumber(String typed, String extension) {
        var number = PhoneNumber.typed(typed, "US");
        assertThat(number.digits()).as("what is dialed").isEqualTo("+16025550190");
        assertThat(number.extension()).isEqualTo(extension);
        assertThat(number.withoutExtension()).isEqualTo(new PhoneNumber("+16025550190"));
        assertThat(number.shownIn("US")).isEqualTo("(602) 555-0190 ext. " + extension);
        assertThat(PhoneNumber.typed(number.shown(), "US")).as("typed as shown").isEqualTo(number);
        assertThat(new PhoneNumber(number.stored())).as("as stored").isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"602-555-0190 x", "602-555-0190 x12345678", "x12", "602-555-0190 work", "602 555 0190 x1 x2"})
    void aTailThatIsNoExtensionIsRefused(String typed) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> PhoneNumber.typed(typed, "US"));
    }

    @Test
    void isRefusedIfLongerThan24Characters() {
        assertThat(new PhoneNumber("6025550142" + " ".repeat(14))).hasToString("6025550142");
        assertThatExceptionOfType(Refused.class)
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

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(textBlock = """
        (602) 555-0142,     US, +16025550142
        602.555.0142,       US, +16025550142
        1 602 555 0142,     US, +16025550142
        +1 (602) 555-0142,  ZZ, +16025550142
        +49 (0)89/1234567,  US, +49891234567
        0049 89 1234567,    DE, +49891234567
        020 7946 0123,      GB, +442079460123
        06 1234 5678,       IT, +390612345678
        602‑555‑0142, US, +16025550142
        ＋44 20 7946 0123,  US, +442079460123
        ٦٠٢٥٥٥٠١٤٢, US, +16025550142
        """)
    void isStoredWithItsCountryCode(String typed, String region, String kept) {
        assertThat(PhoneNumber.typed(typed, region)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+0",
                "+",
                "++16025550142",
                "12",
                "000000000000",
                "0000000000",
                "+000 0000 0000",
                "555-0142",
                "call me",
                "602+5550142",
                "6025550142\u0000",
                "602_555_0142",
                "+999 123456789",
                "+1 602 555 01422 33333",
                "<b>6025550142</b>"
            })
    void isRefusedWithAnExampleForTheCountryIfInvalid(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> PhoneNumber.typed(typed, "US"))
                .withMessage("Enter the phone number in full, such as (602) 555-0142, or with its country code");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> PhoneNumber.typed(typed, PhoneNumber.NO_REGION))
                .withMessage("Enter the phone number with its country code, such as +1 602 555 0142");
    }

    @Test
    void isShownFormattedAndUnchangedIfNotEdited() {
        var kept = new PhoneNumber("6025550142");
        assertThat(new PhoneNumber("+16025550142").shown()).isEqualTo("+1 602-555-0142");
        assertThat(kept.shown()).isEqualTo("6025550142");
        assertThat(PhoneNumber.typed(kept.shown(), PhoneNumber.NO_REGION, kept)).isEqualTo(kept);
        assertThat(PhoneNumber.typed("602 555 0143", "US", kept)).hasToString("+16025550143");
    }

    @ParameterizedTest
    @CsvSource({
        "+16025550142, US, (602) 555-0142",
        "+16025550142, CA, (602) 555-0142",
        "+16025550142, DE, +1 602-555-0142",
        "+493023125042, DE, 030 23125042",
        "+493023125042, ZZ, +49 30 23125042",
        "6025550142, US, 6025550142"
    })
    void isShownWithoutTheCountryCodeInItsOwnCountry(String kept, String region, String shown) {
        assertThat(new PhoneNumber(kept).shownIn(region)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(textBlock = """
        6025550142,    US, +16025550142
        16025550142,   US, +16025550142
        08912345678,   DE, +498912345678
        8912345678,    DE, +498912345678
        +4989123456,   US, +4989123456
        123456,        US, 123456
        """)
    void isDialedInAGivenCountryIfStoredWithoutOne(String kept, String region, String dialled) {
        assertThat(new PhoneNumber(kept).dialedIn(region)).hasToString(dialled);
    }

    @Test
    void isFoundByDigitsStoredWithoutACountryCode() {
        assertThat(new PhoneNumber("+16025550142").withoutCountry()).containsExactly("6025550142");
        assertThat(new PhoneNumber("+498912345678").withoutCountry())
                .containsExactlyInAnyOrder("8912345678", "08912345678");
        assertThat(new PhoneNumber("6025550142").withoutCountry()).isEmpty();
    }
}
