package io.plumbline.leads.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.DayPart;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallWindowTest {
    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        none               | none                                  | Any time
        TUESDAY            | none                                  | Tue: all day
        THURSDAY TUESDAY   | none                                  | Tue, Thu: all day
        none               | MORNING                               | Every day: morning
        none               | EVENING MORNING                       | Every day: morning, evening
        TUESDAY THURSDAY   | MORNING                               | Tue, Thu: morning
        SUNDAY MONDAY      | AFTERNOON MIDDAY                      | Mon, Sun: midday, afternoon
        WEDNESDAY          | MORNING MIDDAY AFTERNOON EVENING      | Wed: morning, midday, afternoon, evening
        """)
    void saysWhenAPersonMayBeCalled(String days, String parts, String words) {
        assertThat(new CallWindow(set(days, DayOfWeek::valueOf), set(parts, DayPart::valueOf)).words())
                .isEqualTo(words);
    }

    @Test
    void isNotChangedByLaterChangesToItsInput() {
        var days = EnumSet.of(DayOfWeek.MONDAY);
        var parts = EnumSet.of(DayPart.MORNING);
        var window = new CallWindow(days, parts);
        days.add(DayOfWeek.FRIDAY);
        parts.clear();
        assertThat(window.words()).isEqualTo("Mon: morning");
    }

    private static <E> Set<E> set(String names, Function<String, E> valueOf) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(valueOf).collect(Collectors.toSet());
    }
}
