package io.plumbline.imports.appointments;

import io.plumbline.imports.CsvRow;
import io.plumbline.imports.DateCells;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.RowsOfKind;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.AvailableSlot;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.Dates;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedTime;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of a file as appointments at a clinic, in the clinic's time. */
final class AppointmentReading implements RowsOfKind.Reading {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:min(?:ute)?s?\\.?)?");
    private static final Pattern SECONDS = Pattern.compile("^(\\d{1,2}:\\d{2}):\\d{2}(?:\\.\\d+)?");

    private final Place place;
    private final ImportSettings settings;
    private final Map<ImportField, List<RowsOfKind.Meaning>> meanings;
    private final Map<AppointmentType, AvailableSlot> offers;
    private final BiFunction<CsvRow, DateCells, PatientId> patients;
    private final Function<Booking, RowsOfKind.Writing> writing;
    private final DateCells dates;

    /**
     * Where and when the rows are read.
     *
     * @param now what begins before it is past
     * @param headings how many the file has
     */
    record Place(ClinicId clinic, ZoneId zone, LocalDate today, Instant now, int headings) {}

    AppointmentReading(
            Place place,
            ImportSettings settings,
            Map<ImportField, List<RowsOfKind.Meaning>> meanings,
            List<AvailableSlot> offers,
            BiFunction<CsvRow, DateCells, PatientId> patients,
            Function<Booking, RowsOfKind.Writing> writing) {
        this.place = place;
        this.settings = settings;
        this.meanings = meanings;
        this.offers = offers.stream().collect(Collectors.toMap(AvailableSlot::type, Function.identity(), (a, b) -> a));
        this.patients = patients;
        this.writing = writing;
        dates = new DateCells(settings, place.today());
    }

    @Override
    public RowsOfKind.Row read(CsvRow row) {
        var problems = new ArrayList<String>();
        row.widthProblem(place.headings()).ifPresent(problems::add);
        var id = settings.idOf(row, ImportField.APPOINTMENT_ID, problems);
        var starts = RowsOfKind.tried("Time", () -> starts(row), problems);
        if (starts != null && starts.atZone(place.zone()).toInstant().isBefore(place.now())) {
            // nobody corrects what is past
            return row(row, id, starts, List.of(), true, null);
        }
        var patient = RowsOfKind.tried("Patient", () -> patients.apply(row, dates), problems);
        var practitioner = meaning(row, ImportField.PRACTITIONER, problems)
                .map(RowsOfKind.Meaning::value)
                .map(UUID::fromString)
                .map(StaffId::new)
                .orElse(null);
        var offer = meaning(row, ImportField.SERVICE, problems)
                .map(RowsOfKind.Meaning::value)
                .map(AppointmentType::valueOf)
                .map(offers::get)
                .orElse(null);
        if (starts == null || patient == null || practitioner == null || offer == null) {
            return row(row, id, starts, problems, false, null);
        }
        var slot = RowsOfKind.tried("Length", () -> slot(row, practitioner, starts, offer), problems);
        return row(
                row,
                id,
                starts,
                problems,
                false,
                slot == null || !problems.isEmpty()
                        ? null
                        : writing.apply(new Booking(place.clinic(), patient, offer.type(), slot, null)));
    }

    private RowsOfKind.Row row(
            CsvRow row,
            String id,
            @Nullable LocalDateTime starts,
            List<String> problems,
            boolean past,
            RowsOfKind.@Nullable Writing written) {
        var who = Stream.of(
                        settings.cell(row, ImportField.GIVEN_NAME) + " " + settings.cell(row, ImportField.FAMILY_NAME),
                        settings.cell(row, ImportField.PATIENT_ID),
                        settings.cell(row, ImportField.PATIENT_NUMBER))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
        var details = Stream.of(
                        starts == null ? "" : Dates.dayAndTime(starts.toLocalDate(), starts.toLocalTime(), ""),
                        settings.cell(row, ImportField.PRACTITIONER),
                        settings.cell(row, ImportField.SERVICE),
                        past ? "in the past, not imported" : "")
                .filter(part -> !part.isEmpty())
                .map(AppointmentReading::cut)
                .collect(Collectors.joining(" · "));
        return new RowsOfKind.Row(
                row.number(), row.line(), id, cut(who), details, List.copyOf(problems), past, written);
    }

    private LocalDateTime starts(CsvRow row) {
        var date = settings.cell(row, ImportField.ON);
        if (date.isEmpty()) {
            throw new Refused("the date is missing");
        }
        var instant = DateCells.instant(date, place.zone());
        if (instant.isPresent()) {
            return instant.get();
        }
        var apart = settings.cell(row, ImportField.STARTS_AT);
        var time = apart.isEmpty() ? DateCells.timeIn(date) : apart;
        if (time.isEmpty()) {
            throw new Refused("the time is missing");
        }
        var starts = shown(date, () -> dates.read(date)).atTime(shown(time, () -> time(time)));
        var offsets = place.zone().getRules().getValidOffsets(starts);
        if (offsets.isEmpty()) {
            throw new Refused(
                    Dates.time(starts.toLocalTime()) + " does not exist on that day, because the clocks go forward");
        }
        if (offsets.size() > 1) {
            throw new Refused(
                    Dates.time(starts.toLocalTime()) + " happens twice that day: book the appointment by hand");
        }
        return starts;
    }

    private static LocalTime time(String typed) {
        var behindDate = DateCells.timeIn(typed);
        return TypedTime.read(
                SECONDS.matcher(behindDate.isEmpty() ? typed : behindDate).replaceFirst("$1"), HourCycle.TWENTY_FOUR);
    }

    private TimeSlot slot(CsvRow row, StaffId practitioner, LocalDateTime starts, AvailableSlot offer) {
        return new TimeSlot(
                practitioner,
                null,
                starts.toLocalDate(),
                starts.toLocalTime(),
                minutes(row, starts, offer),
                offer.bufferMinutes());
    }

    /** As the file says, by length or end; else as long as the service is at the clinic. */
    private int minutes(CsvRow row, LocalDateTime starts, AvailableSlot offer) {
        var length = settings.cell(row, ImportField.MINUTES);
        if (!length.isEmpty()) {
            var minutes = MINUTES.matcher(length);
            if (!minutes.matches()) {
                throw new Refused("“" + cut(length) + "” is not a number of minutes");
            }
            return Integer.parseInt(minutes.group(1));
        }
        var end = settings.cell(row, ImportField.ENDS_AT);
        if (end.isEmpty()) {
            return offer.minutes();
        }
        var ends = DateCells.instant(end, place.zone())
                .orElseGet(() -> starts.toLocalDate().atTime(shown(end, () -> time(end))));
        if (!ends.isAfter(starts)) {
            throw new Refused("it ends before it starts");
        }
        return (int) Duration.between(starts, ends).toMinutes();
    }

    private Optional<RowsOfKind.Meaning> meaning(CsvRow row, ImportField field, List<String> problems) {
        var name = settings.cell(row, field);
        if (name.isEmpty()) {
            problems.add(field.label() + " is missing");
            return Optional.empty();
        }
        var meaning = settings.names().meaning(field, name, meanings.getOrDefault(field, List.of()));
        if (meaning.isEmpty()) {
            problems.add(field.label() + " “" + cut(name) + "”: choose under “What the names mean” what it is here");
        }
        return meaning;
    }

    private static <T> T shown(String cell, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refused refused) {
            throw new Refused("“" + cut(cell) + "”: " + refused.sentence(), refused);
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
