package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a file as patients: what is read, what is said to be wrong, and what is never guessed. */
class RowReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "1980-02-29, MONTH_FIRST, 1980-02-29",
        "2/29/1980, MONTH_FIRST, 1980-02-29",
        "29/2/1980, DAY_FIRST, 1980-02-29",
        "3/4/1980, MONTH_FIRST, 1980-03-04",
        "3/4/1980, DAY_FIRST, 1980-04-03",
        "29 Feb 1980, DAY_FIRST, 1980-02-29",
        "1980-02-29T00:00:00Z, MONTH_FIRST, 1980-02-29",
        "1980-02-29T00:00:00.000+01:00, MONTH_FIRST, 1980-02-29",
        "2/29/1980 12:00:00 AM, MONTH_FIRST, 1980-02-29"
    })
    void birthDatesAreReadInTheChosenOrder(String typed, DateOrder order, LocalDate born) {
        var row = reader(order).read(row("7", "Anna", "Lee", typed));
        assertThat(row.problems()).isEmpty();
        assertThat(row.draft()).isNotNull();
        assertThat(row.draft().birthDate()).isEqualTo(born);
    }

    @ParameterizedTest
    @CsvSource({"1/2/3", "1/2/80", "2/29/1981", "13/13/1980", "yesterday", "1980"})
    void aDateThatIsNoneOrHasAShortYearIsAProblemOfItsRow(String typed) {
        var row = reader(DateOrder.MONTH_FIRST).read(row("7", "Anna", "Lee", typed));
        assertThat(row.draft()).isNull();
        assertThat(row.problems()).singleElement().asString().startsWith("Birth date “" + typed + "”: ");
    }

    /** Case 17 of the public reports: March 3 in Berlin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1984-03-02T23:00:00.000Z",
                "1984-03-02 23:00:00Z",
                "1984-03-02T23:00Z",
                "1984-03-03T01:00:00+02:00"
            })
    void aBirthDateThatIsAMomentOfAnotherTimeZoneIsNotGuessed(String typed) {
        var row = reader(DateOrder.MONTH_FIRST).read(row("7", "Ada", "Roe", typed));
        assertThat(row.draft()).isNull();
        assertThat(row.problems())
                .containsExactly("Birth date “" + typed
                        + "”: this is a moment with a time zone, and its day is not certain: give the date alone");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsNotGuessed() {
        assertThat(reader(null).read(row("7", "Anna", "Lee", "3/4/1980")).problems())
                .containsExactly("Birth date “3/4/1980”: choose first whether the month or the day comes first");
        assertThat(reader(null)
                        .read(row("7", "Anna", "Lee", " 1:11".repeat(100_000)))
                        .draft())
                .isNull();
        assertThat(reader(null).read(row("7", "Anna", "Lee", "13/4/1980")).draft())
                .isNotNull();
    }

    @Test
    void eachProblemOfARowIsSaidWithItsField() {
        var row = reader(DateOrder.MONTH_FIRST).read(row("7", "", "", "1/2/3"));
        assertThat(row.problems()).containsExactly("Name is missing", "Birth date “1/2/3”: the year needs four digits");
    }

    /** Case 06 of the public reports. */
    @ParameterizedTest
    @CsvSource({"Suda,''", "'',Ravi", "J,O"})
    void aPersonWithOneNameIsRead(String given, String family) {
        var row = reader(DateOrder.MONTH_FIRST).read(row("7", given, family, "5/5/1971"));
        assertThat(row.problems()).isEmpty();
        assertThat(row.draft()).isNotNull();
        assertThat(row.draft().name()).isEqualTo((given + " " + family).strip());
    }

    @Test
    void aBirthDateInTheFutureIsAProblemOfItsRow() {
        var row = reader(DateOrder.MONTH_FIRST).read(row("7", "Anna", "Lee", "11/25/2026"));
        assertThat(row.draft()).isNull();
        assertThat(row.problems()).containsExactly("Birth date “11/25/2026”: the birth date is in the future");
        assertThat(reader(DateOrder.MONTH_FIRST)
                        .read(row("7", "Anna", "Lee", "11/24/2026"))
                        .problems())
                .as("born today")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=HYPERLINK(1), =",
                "\" =1+1\", =",
                "+1, +",
                "@SUM(A1), @",
                "'=1+1, =",
                "\"\tAnna\", a tab",
                "\"\t=1\", a tab"
            })
    void aNameThatBeginsAsAFormulaDoesIsAProblemOfItsRow(String typed, String first) {
        var problem = " begins with " + first + ", as a formula does. Correct it in the file";
        var row = names().read(row(typed, typed, typed, typed));
        assertThat(row.draft()).isNull();
        assertThat(row.problems())
                .containsExactly(
                        "Given name" + problem,
                        "Family name" + problem,
                        "Preferred name" + problem,
                        "Former name" + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Smith", "'t Hooft", "'-Smith", "Anna = Lee", " Anna"})
    void aNameMayBeginWithAMinusOrAnApostrophe(String typed) {
        assertThat(names().read(row(typed, typed, typed, typed)).problems()).isEmpty();
    }

    private static RowReader names() {
        return new RowReader(
                new ImportSettings(
                        ImportSource.SPREADSHEET,
                        new CsvFormat(StandardCharsets.UTF_8, ','),
                        Map.of(
                                ImportField.GIVEN_NAME, 0,
                                ImportField.FAMILY_NAME, 1,
                                ImportField.PREFERRED_NAME, 2,
                                ImportField.FORMER_NAME, 3),
                        null),
                4,
                TODAY,
                "US");
    }

    @Test
    void aRowWithMoreCellsThanHeadingsIsNotTaken() {
        var row = reader(DateOrder.MONTH_FIRST).read(new CsvRow(1, 2, List.of("7", "Anna", "Lee", "", "and", "more")));
        assertThat(row.problems()).singleElement().asString().startsWith("The row has 6 cells under 4 headings");
    }

    @Test
    void aRowIsKnownByItsIdAndWithoutOneByAllThatItSays() {
        var reader = reader(DateOrder.MONTH_FIRST);
        assertThat(reader.read(row("7", "Anna", "Lee", "")).externalId()).isEqualTo("7");
        var without = reader.read(row("", "Anna", "Lee", "")).externalId();
        assertThat(without).startsWith("#").hasSizeLessThanOrEqualTo(RowReader.LONGEST_ID);
        assertThat(reader.read(row("", "Anna", "Lee", "")).externalId()).isEqualTo(without);
        assertThat(reader.read(row("", "Anne", "Lee", "")).externalId()).isNotEqualTo(without);
        assertThat(reader.read(row("x".repeat(81), "Anna", "Lee", "")).problems())
                .containsExactly("Patient ID in the other system: is longer than 80 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "13/04/1980;1/2/1990, DAY_FIRST, false",
        "04/13/1980;1/2/1990, MONTH_FIRST, false",
        "1/2/1990;3/4/1991, , true",
        "13/04/1980;04/13/1980, , true",
        "1980-04-13;5/5/1990, , false",
        "13/04/1980 10:30;x, DAY_FIRST, false"
    })
    void theOrderOfDayAndMonthIsFoundByTheFileOrAsked(String dates, @Nullable DateOrder order, boolean isAsked) {
        var found = new BirthDateOrder();
        Stream.of(dates.split(";")).forEach(found::add);
        assertThat(found.order().orElse(null)).isEqualTo(order);
        assertThat(found.mustBeAsked()).isEqualTo(isAsked);
    }

    @Test
    void columnsAreFoundByTheirHeadings() {
        var columns = ImportSettings.columnsOf(
                ImportKind.PATIENTS,
                List.of(
                        "Patient Number",
                        "First_Name",
                        "LAST NAME",
                        "Date of birth",
                        "Home phone",
                        "Mobile phone",
                        "x"));
        assertThat(columns)
                .isEqualTo(Map.of(
                        ImportField.EXTERNAL_ID, 0,
                        ImportField.GIVEN_NAME, 1,
                        ImportField.FAMILY_NAME, 2,
                        ImportField.BIRTH_DATE, 3,
                        ImportField.HOME_PHONE, 4,
                        ImportField.PHONE, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "Id;First name;Last name;Preferred first name;Date of birth;Reminder type;Medicare, CLINIKO",
        "id;starts_at;ends_at;appointment_type;practitioner, CLINIKO",
        "Patient Number;First Name;Preferred Name;Last Name;Birth Date;Province;Postal, JANE",
        "Patient GUID;Staff Member;Date, JANE",
        "Account Number;First;Last;DOB;Cell Phone, CHIROTOUCH",
        "id;first name;last name;birth date;email, SPREADSHEET",
        "Patient Number;First Name;Last Name, SPREADSHEET",
        "Patient Number;Preferred Name;Account Number;Cell Phone, SPREADSHEET",
        "Patient Number;Preferred Name;Postal;Account Number;Cell Phone, JANE"
    })
    void theProductIsFoundByTheHeadingsThatOthersDoNotHave(String headings, ImportSource source) {
        assertThat(ImportSource.of(List.of(headings.split(";")))).isEqualTo(source);
    }

    @Test
    void phonesKeepTheirKindAndTheFirstOneIsTheFirstThatIsGiven() {
        var reader = new RowReader(
                new ImportSettings(
                        ImportSource.SPREADSHEET,
                        new CsvFormat(StandardCharsets.UTF_8, ','),
                        Map.of(
                                ImportField.GIVEN_NAME, 0,
                                ImportField.FAMILY_NAME, 1,
                                ImportField.PHONE, 2,
                                ImportField.HOME_PHONE, 3,
                                ImportField.WORK_PHONE, 4,
                                ImportField.ADDRESS_LINE1, 5,
                                ImportField.CITY, 6,
                                ImportField.REGION, 7,
                                ImportField.POSTAL_CODE, 8),
                        null),
                9,
                TODAY,
                "US");
        var draft = reader.read(
                        row("Anna", "Lee", "", "602 555 0142", "602 555 0143", "12 Oak St", "Phoenix", "AZ", "85004"))
                .draft();
        assertThat(draft).isNotNull();
        assertThat(draft.phone()).isEqualTo(new PhoneNumber("+16025550142"));
        assertThat(draft.reach().phoneKind()).isEqualTo(PhoneKind.HOME);
        assertThat(draft.reach().otherPhones())
                .containsExactly(new OtherPhone(PhoneKind.WORK, new PhoneNumber("+16025550143")));
        assertThat(draft.reach().address().shown()).isEqualTo("12 Oak St, Phoenix, AZ 85004");
    }

    private static CsvRow row(String... cells) {
        return new CsvRow(1, 2, List.of(cells));
    }

    private static RowReader reader(@Nullable DateOrder order) {
        return new RowReader(
                new ImportSettings(
                        ImportSource.SPREADSHEET,
                        new CsvFormat(StandardCharsets.UTF_8, ','),
                        Map.of(
                                ImportField.EXTERNAL_ID, 0,
                                ImportField.GIVEN_NAME, 1,
                                ImportField.FAMILY_NAME, 2,
                                ImportField.BIRTH_DATE, 3),
                        order),
                4,
                TODAY,
                "US");
    }
}
