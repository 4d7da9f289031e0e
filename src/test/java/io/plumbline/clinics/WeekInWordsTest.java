package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.DisplayFormats;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekInWordsTest {
    private static final WeekInWords ENGLISH = new WeekInWords(Locale.ENGLISH, "closed", "Every day", "and", "to");
    private static final DisplayFormats GERMANY = DisplayFormats.of("DE");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1-5 08:00-18:00; 6 09:00-13:00                | Monday to Friday 08:00 to 18:00, Saturday 09:00 to 13:00, Sunday closed
                    1-7 07:30-21:05                               | Every day 07:30 to 21:05
                    1-5 08:00-18:00                               | Monday to Friday 08:00 to 18:00, Saturday and Sunday closed
                    1-5 10:00-18:00; 6-7 10:00-12:00              | Monday to Friday 10:00 to 18:00, Saturday and Sunday 10:00 to 12:00
                    1-3 08:00-18:00; 4-7 09:00-12:00              | Monday to Wednesday 08:00 to 18:00, Thursday to Sunday 09:00 to 12:00
                    1-5 08:00-12:00; 1-5 13:00-18:00              | Monday to Friday 08:00 to 12:00 and 13:00 to 18:00, Saturday and Sunday closed
                    1-5 13:00-18:00; 1-4 08:00-12:00              | Monday to Thursday 08:00 to 12:00 and 13:00 to 18:00, Friday 13:00 to 18:00, Saturday and Sunday closed
                    1-7 08:00-12:00; 1-7 12:00-18:00              | Every day 08:00 to 18:00
                    1 08:00-18:00; 3 08:00-18:00; 5 08:00-18:00   | Monday 08:00 to 18:00, Tuesday closed, Wednesday 08:00 to 18:00, Thursday closed, Friday 08:00 to 18:00, Saturday and Sunday closed
                    7 09:00-16:00; 1 09:00-16:00                  | Monday 09:00 to 16:00, Tuesday to Saturday closed, Sunday 09:00 to 16:00
                    3 00:00-23:59                                 | Monday and Tuesday closed, Wednesday 00:00 to 23:59, Thursday to Sunday closed
                    """)
    void adjacentDaysWithTheSameHoursAreCombined(String hours, String words) {
        var opening =
                Arrays.stream(hours.split("; ")).flatMap(WeekInWordsTest::hours).toList();
        assertThat(ENGLISH.of(new BusinessTime(ZoneOffset.UTC, opening, Set.of()), GERMANY))
                .isEqualTo(words);
    }

    @Test
    void aClinicWithoutHoursHasNoText() {
        assertThat(ENGLISH.of(new BusinessTime(ZoneOffset.UTC, List.of(), Set.of()), GERMANY))
                .isEmpty();
    }

    @Test
    void hoursAreFormattedForTheClinicsCountry() {
        var opening = hours("1-7 08:30-19:00").toList();
        assertThat(ENGLISH.of(new BusinessTime(ZoneOffset.UTC, opening, Set.of()), DisplayFormats.of("US")))
                .isEqualTo("Every day 8:30 AM to 7:00 PM");
    }

    private static Stream<BusinessHours> hours(String text) {
        var days = text.split(" ")[0].split("-");
        var times = text.split(" ")[1].split("-");
        return Stream.iterate(DayOfWeek.of(Integer.parseInt(days[0])), day -> day.plus(1))
                .limit(Integer.parseInt(days[days.length - 1]) - Integer.parseInt(days[0]) + 1L)
                .map(day -> new BusinessHours(day, LocalTime.parse(times[0]), LocalTime.parse(times[1])));
    }
}
