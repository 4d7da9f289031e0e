package io.plumbline.imports.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.imports.CsvFormat;
import io.plumbline.imports.CsvRow;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.ImportSource;
import io.plumbline.imports.RowsOfKind;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.AvailableSlot;
import io.plumbline.schedule.Booking;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an appointment of a file is, in the clinic's time, and what about it is never guessed. */
class AppointmentReadingTest {
    private static final PatientId PATIENT = new PatientId(Ids.next());
    private static final StaffId WHO = StaffId.next();

    private final List<Booking> booked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 9:00, '', '', 2027-03-01T09:00, 30",
        "3/1/2027, 9:00 am, 45, '', 2027-03-01T09:00, 45",
        "Mar 1 2027, 13:30, 60 min, '', 2027-03-01T13:30, 60",
        "2027-03-01 09:00:00, '', '', 10:15, 2027-03-01T09:00, 75",
        "2027-03-01T14:00:00Z, '', '', 2027-03-01T15:00:00Z, 2027-03-01T09:00, 60"
    })
    void timesAreThoseOfTheClinic(String day, String time, String minutes, String end, String starts, int length) {
        var row = read(day, time, minutes, end);
        assertThat(row.problems()).isEmpty();
        assertThat(row.isPast()).isFalse();
        var slot = booked.getFirst().timeSlot();
        assertThat(slot.on().atTime(slot.at())).hasToString(starts);
        assertThat(slot.minutes()).isEqualTo(length);
        assertThat(slot.bufferMinutes()).isEqualTo(5);
        assertThat(slot.practitioner()).isEqualTo(WHO);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-14, 2:30, 'does not exist on that day, because the clocks go forward'",
        "2027-11-07, 1:30, happens twice that day: book the appointment by hand",
        "3/1/27, 9:00, the year needs four digits",
        "2027-02-29, 9:00, Enter a day such as",
        "2027-03-01, 9, Add am or pm",
        "2027-03-01, '', the time is missing",
        "'', 9:00, the date is missing"
    })
    void aTimeThatIsNoneOrTwoIsAProblem(String day, String time, String sentence) {
        var row = read(day, time, "", "");
        assertThat(row.problems())
                .singleElement()
                .asString()
                .startsWith("Time: ")
                .contains(sentence);
        assertThat(row.writing()).isNull();
    }

    @Test
    void anEndBeforeTheStartIsAProblemAndAPastRowIsNone() {
        assertThat(read("2027-03-01", "9:00", "", "8:00").problems())
                .containsExactly("Length: it ends before it starts");
        var past = read("2026-11-23", "9:00", "long", "");
        assertThat(past.isPast()).isTrue();
        assertThat(past.problems()).isEmpty();
    }

    private RowsOfKind.Row read(String day, String time, String minutes, String end) {
        var settings = new ImportSettings(
                ImportSource.JANE,
                new CsvFormat(StandardCharsets.UTF_8, ','),
                Map.of(
                        ImportField.ON, 0,
                        ImportField.STARTS_AT, 1,
                        ImportField.MINUTES, 2,
                        ImportField.ENDS_AT, 3,
                        ImportField.PRACTITIONER, 4,
                        ImportField.SERVICE, 5),
                DateOrder.MONTH_FIRST);
        var place = new AppointmentReading.Place(
                new ClinicId(Ids.next()),
                ZoneId.of("America/New_York"),
                LocalDate.of(2026, 11, 24),
                Instant.parse("2026-11-24T17:00:00Z"),
                6);
        var reading = new AppointmentReading(
                place,
                settings,
                Map.of(
                        ImportField.PRACTITIONER, List.of(new RowsOfKind.Meaning(WHO.toString(), "Maya Lindqvist")),
                        ImportField.SERVICE, List.of(new RowsOfKind.Meaning("MASSAGE", "Massage"))),
                List.of(new AvailableSlot(AppointmentType.MASSAGE, "Massage", 30, 5, false)),
                (row, dates) -> PATIENT,
                booking -> {
                    booked.add(booking);
                    return new Nothing();
                });
        return reading.read(new CsvRow(1, 2, List.of(day, time, minutes, end, "Lindqvist, Maya DC", "massage")));
    }

    private static final class Nothing implements RowsOfKind.Writing {
        @Override
        public UUID write() {
            return Ids.next();
        }

        @Override
        public void tryOut() {
            // nothing stands against it
        }
    }
}
