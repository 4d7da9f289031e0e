package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class TypedDayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final TypedDay US = new TypedDay(DateOrder.of("US"), TODAY);
    private static final TypedDay GERMANY = new TypedDay(DateOrder.of("DE"), TODAY);
    private static final TypedDay BOTH = new TypedDay(DateOrder.of(PhoneNumber.NO_REGION), TODAY);
    private static final List<String> EVERYWHERE = List.of(
            "uuuu-MM-dd", "d MMM uuuu", "MMM d, uuuu", "MMMM d uuuu", "d MMMM uuuu", "EEE d MMM uuuu", "uuuu/M/d");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "11/24/2026; 2026-11-24",
                "11/24/26; 2026-11-24",
                "11-04-26; 2026-11-04",
                "11.4.2026; 2026-11-04",
                "1/4/2027; 2027-01-04",
                "11/24; 2026-11-24",
                "1/5; 2027-01-05",
                "24 Nov; 2026-11-24",
                "Nov 24; 2026-11-24",
                "nov. 24th; 2026-11-24",
                "November 24, 2026; 2026-11-24",
                "Sept 3 2026; 2026-09-03",
                "Tue, Nov 24; 2026-11-24",
                "Tuesday 24 November 2026; 2026-11-24",
                "Mon 1/4; 2027-01-04",
                "2026-11-24; 2026-11-24",
                "2026/1/4; 2026-01-04",
                "today; 2026-11-24",
                " Tomorrow ; 2026-11-25",
                "yesterday; 2026-11-23",
                "Feb 29; 2028-02-29"
            })
    void isUnderstoodInTheUnitedStates(String typed, LocalDate meant) {
        assertThat(US.read(typed, null, null)).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "24/11/2026, 2026-11-24",
        "24.11.2026, 2026-11-24",
        "24.11., 2026-11-24",
        "4/1/2027, 2027-01-04",
        "24 Nov, 2026-11-24",
        "2026-11-24, 2026-11-24"
    })
    void isUnderstoodElsewhere(String typed, LocalDate meant) {
        assertThat(GERMANY.read(typed, null, null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "24/11/2026",
                "31/12/2030",
                "2/30/2026",
                "Feb 29 2026",
                "Mon Nov 24 2026",
                "Nov 2026",
                "2026",
                "11",
                "-11/24",
                "11/24/226",
                "11/24/0206",
                "11/24/20266",
                "20261124",
                "11/24/2026 5 pm",
                "tomorrow 5pm",
                "١١/٢٤"
            })
    void isRefusedWithExamplesIfInvalid(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> US.read(typed, null, null))
                .withMessage("Enter a day such as 11/24/2026, Nov 24 or 2026-11-24");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "MONTH_FIRST, 04121980, 1980-04-12",
        "DAY_FIRST,   04121980, 1980-12-04",
        "MONTH_FIRST, 19800412, 1980-04-12",
        "DAY_FIRST,   19800412, 1980-04-12",
        "YEAR_FIRST,  19800412, 1980-04-12",
        "UNKNOWN,     04131980, 1980-04-13",
        "UNKNOWN,     05051980, 1980-05-05",
        "DAY_FIRST,   20101012, 2010-10-12"
    })
    void aBirthDateIsTypedOnTheNumberPad(DateOrder order, String typed, LocalDate born) {
        assertThat(new TypedDay(order, TODAY).readBirthDate(typed)).isEqualTo(born);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "UNKNOWN; 04121980; Write the month as a word, such as 24 Nov 1980",
                "YEAR_FIRST; 04121980; Write the year first, such as 1980-11-24",
                "MONTH_FIRST; 13121980; Enter a birth date such as 11/24/1980, Nov 24, 1980 or 1980-11-24",
                "DAY_FIRST; 04131980; Enter a birth date such as 24/11/1980, 24 Nov 1980 or 1980-11-24",
                "MONTH_FIRST; 4121980; Enter a birth date such as 11/24/1980",
                "MONTH_FIRST; 041219800; Enter a birth date such as 11/24/1980",
                "DAY_FIRST; 12/1980; Enter a birth date such as 24/11/1980"
            })
    void aBirthDateThatIsNoneOrTwoIsRefusedWithOneOfThatKind(DateOrder order, String typed, String sentence) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new TypedDay(order, TODAY).readBirthDate(typed))
                .withMessageStartingWith(sentence);
    }

    @Test
    void anAmbiguousDateIsRefusedForUsersInTwoCountries() {
        assertThat(BOTH.read("11/24/2026", null, null)).isEqualTo(TODAY);
        assertThat(BOTH.read("5/5/2026", null, null)).isEqualTo("2026-05-05");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> BOTH.read("11/12/2026", null, null))
                .withMessageStartingWith("Write the month as a word");
    }

    @Test
    void anAmbiguousDateIsRefusedForUsersOfYearFirstDates() {
        var days = new TypedDay(DateOrder.YEAR_FIRST, TODAY);
        assertThat(days.read("2026-11-12", null, null)).isEqualTo("2026-11-12");
        assertThat(days.read("11-12", null, null)).isEqualTo("2026-11-12");
        assertThat(days.read("24.11.2026", null, null)).isEqualTo(TODAY);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> days.read("11/12/2026", null, null))
                .withMessageStartingWith("Write the year first");
    }

    /** Whatever country or choice: each date that a screen shows is typed back to the same date. */
    @Test
    void everyShownDateIsReadBackAsTheSameDate() {
        var random = new Random(62);
        for (var order : DateOrder.values()) {
            var formats = new DisplayFormats(order, HourCycle.TWELVE, DayOfWeek.SUNDAY);
            var days = new TypedDay(order, TODAY);
            for (var run = 0; run < 2_000; run++) {
                var meant = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(200 * 365));
                assertThat(days.read(formats.date(meant), null, null))
                        .as("%s as %s", meant, formats.date(meant))
                        .isEqualTo(meant);
                assertThat(days.read(formats.longDate(meant), null, null)).isEqualTo(meant);
                var near = TODAY.plusDays(random.nextInt(300) - 150);
                assertThat(days.read(formats.day(near), null, null)).isEqualTo(near);
                assertThat(days.read(formats.longDay(near), null, null)).isEqualTo(near);
            }
        }
    }

    @Test
    void aDateWithoutAYearIsTheNearestAllowedOne() {
        assertThat(US.read("6/15", null, null)).isEqualTo("2026-06-15");
        assertThat(US.read("6/15", TODAY, null)).as("from today on").isEqualTo("2027-06-15");
        assertThat(US.read("1/5", null, TODAY)).as("up to today").isEqualTo("2026-01-05");
        assertThat(US.read("11/23/2026", TODAY, null))
                .as("with a year it stays, and the field refuses it")
                .isEqualTo("2026-11-23");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "11/24/1980, 1980-11-24",
        "11-24-80, 1980-11-24",
        "11/24/30, 1930-11-24",
        "11/24/20, 2020-11-24",
        "Nov 24 1980, 1980-11-24",
        "1980-11-24, 1980-11-24"
    })
    void aBirthDateIsInThePast(String typed, LocalDate meant) {
        assertThat(US.readBirthDate(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/24", "today", "Nov 24"})
    void aBirthDateHasAYear(String typed) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> US.readBirthDate(typed));
    }

    @Test
    void everyCommonNotationIsReadAsTheIntendedDate() {
        var random = new Random(20261124);
        for (var run = 0; run < 5_000; run++) {
            var meant = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(200 * 365));
            for (var pattern : EVERYWHERE) {
                assertSame(US, pattern, meant);
                assertSame(GERMANY, pattern, meant);
                assertSame(BOTH, pattern, meant);
            }
            for (var mark : List.of("/", "-", ".", " ")) {
                assertSame(US, "M" + mark + "d" + mark + "uuuu", meant);
                assertSame(GERMANY, "dd" + mark + "MM" + mark + "uuuu", meant);
            }
        }
    }

    private static void assertSame(TypedDay days, String pattern, LocalDate meant) {
        var typed = DateTimeFormatter.ofPattern(pattern, Locale.US).format(meant);
        assertThat(days.read(typed, null, null)).as(typed).isEqualTo(meant);
    }

    /** Whatever is typed in numbers: what is taken has these numbers, in the order of the country. */
    @Test
    void noTextIsReadAsAnotherDate() {
        var random = new Random(24);
        var taken = 0;
        for (var run = 0; run < 20_000; run++) {
            var one = random.nextInt(40);
            var two = random.nextInt(40);
            var year = random.nextBoolean() ? 1990 + random.nextInt(60) : random.nextInt(100);
            var typed = "%d/%d/%02d".formatted(one, two, year);
            try {
                var read = US.read(typed, null, null);
                taken++;
                assertThat(read.getMonthValue()).as(typed).isEqualTo(one);
                assertThat(read.getDayOfMonth()).as(typed).isEqualTo(two);
                assertThat(read.getYear() % (year < 100 ? 100 : 10_000))
                        .as(typed)
                        .isEqualTo(year);
                assertThat(GERMANY.read("%d/%d/%02d".formatted(two, one, year), null, null))
                        .isEqualTo(read);
            } catch (Refused refused) {
                assertThat(one < 1 || one > 12 || two < 1 || two > 28).as(typed).isTrue();
            }
        }
        assertThat(taken).isGreaterThan(1000);
    }
}
