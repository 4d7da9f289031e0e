package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalTime;
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
class TypedTimeTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "8:30 pm, 20:30",
        "8:30pm, 20:30",
        "8:30 P.M., 20:30",
        "9:00 PM, 21:00",
        "5pm, 17:00",
        "5 p, 17:00",
        "2:30p, 14:30",
        "2:30a, 02:30",
        "230p, 14:30",
        "12 am, 00:00",
        "12 pm, 12:00",
        "12:15 am, 00:15",
        "17:00, 17:00",
        "8.30, 08:30",
        "8:30, 08:30",
        "08:30, 08:30",
        "1730, 17:30",
        "930, 09:30",
        "17, 17:00",
        "17h, 17:00",
        "8h30, 08:30",
        "20:30 pm, 20:30",
        "noon, 12:00",
        "Midday, 12:00",
        "midnight, 00:00",
        "0:05, 00:05"
    })
    void isUnderstood(String typed, LocalTime meant) {
        assertThat(TypedTime.read(typed, HourCycle.TWENTY_FOUR)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "24:00",
                "25",
                "8:60",
                "8:5",
                "12.5",
                "20:30 am",
                "0:30 pm",
                "-5",
                "5:30:20",
                "12345",
                "8 30",
                "5 o'clock",
                "1e3",
                "8:30 xm",
                "5 pm tomorrow",
                "٥:٣٠ pm"
            })
    void isRefusedWithExamplesIfInvalid(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TypedTime.read(typed, HourCycle.TWENTY_FOUR))
                .withMessageContaining("such as");
    }

    @Test
    void anHourWithoutMinutesIsRefusedAsAmbiguous() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TypedTime.read("5", HourCycle.TWENTY_FOUR))
                .withMessage("Add am or pm, such as 5 pm, or minutes");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "5, 5 pm",
        "12, 12 pm",
        "0, 12 am",
        "8:30, 8:30 pm",
        "08:30, 8:30 pm",
        "930, 9:30 pm",
        "12:15, 12:15 pm",
        "8h30, 8:30 pm"
    })
    void anAmbiguousTimeIsRefusedForUsersOfTwelveHours(String typed, String example) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TypedTime.read(typed, HourCycle.TWELVE))
                .withMessage("Add am or pm, such as " + example);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"17:30, 17:30", "1730, 17:30", "0:05, 00:05", "13, 13:00", "8:30 am, 08:30", "5p, 17:00", "noon, 12:00"
    })
    void anUnambiguousTimeIsAcceptedForUsersOfTwelveHours(String typed, LocalTime meant) {
        assertThat(TypedTime.read(typed, HourCycle.TWELVE)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:60", "25", "12:75", "8:5"})
    void anInvalidTimeIsRefusedForUsersOfTwelveHours(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TypedTime.read(typed, HourCycle.TWELVE))
                .withMessageStartingWith("Enter a time such as");
    }

    /** Also with the narrow no-break space of browsers. */
    @Test
    void everyShownTimeIsReadBackAsTheSameTime() {
        for (var hours : HourCycle.values()) {
            var formats = new DisplayFormats(DateOrder.DAY_FIRST, hours, DayOfWeek.MONDAY);
            for (var minute = 0; minute < 24 * 60; minute++) {
                var meant = LocalTime.ofSecondOfDay(minute * 60L);
                var shown = formats.time(meant);
                assertThat(TypedTime.read(shown, hours)).as(shown).isEqualTo(meant);
                assertThat(TypedTime.read(shown.replace(' ', '\u202f'), hours))
                        .as(shown)
                        .isEqualTo(meant);
            }
        }
    }

    /** Every minute of the day, in every way of writing it. */
    @Test
    void everyNotationOfEveryMinuteIsReadAsIntended() {
        var ways = List.of("HH:mm", "H:mm", "HHmm", "h:mm a", "h:mma", "hmma", "H.mm", "H'h'mm");
        for (var minute = 0; minute < 24 * 60; minute++) {
            var meant = LocalTime.ofSecondOfDay(minute * 60L);
            for (var way : ways) {
                var typed = DateTimeFormatter.ofPattern(way, Locale.US).format(meant);
                assertThat(TypedTime.read(typed, HourCycle.TWENTY_FOUR))
                        .as(typed)
                        .isEqualTo(meant);
                assertThat(TypedTime.read(typed.toLowerCase(Locale.US), HourCycle.TWENTY_FOUR))
                        .as(typed)
                        .isEqualTo(meant);
            }
        }
    }

    /** Whatever is typed: what is taken has the digits that were typed, and is after noon where that was said. */
    @Test
    void noTextIsReadAsAnotherTime() {
        var random = new Random(20261124);
        var taken = 0;
        for (var run = 0; run < 200_000; run++) {
            var typed = new StringBuilder();
            for (var length = 1 + random.nextInt(8); length > 0; length--) {
                typed.append("0123456789:. apmhPAM-".charAt(random.nextInt(21)));
            }
            LocalTime read;
            try {
                read = TypedTime.read(typed.toString(), HourCycle.TWENTY_FOUR);
            } catch (Refused refused) {
                continue;
            }
            taken++;
            var text = typed.toString().toLowerCase(Locale.ROOT);
            var digits = text.replaceAll("\\D", "");
            var minute = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
            var hour = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            assertThat(read.getMinute()).as(text).isEqualTo(minute);
            assertThat(read.getHour() % 12).as(text).isEqualTo(hour % 12);
            assertThat(read.getHour() >= 12)
                    .as(text)
                    .isEqualTo(text.contains("p") || !text.contains("a") && hour >= 12);
        }
        assertThat(taken).isGreaterThan(1000);
    }
}
