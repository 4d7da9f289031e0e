package io.plumbline.schedule;

import io.plumbline.clinics.ClinicRoom;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.shared.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who comes when, as a table for each practitioner, on each kind of printed sheet. */
public final class DaySheet {
    private static final List<String> COLUMNS = List.of("Time", "Person", "Treatment", "Room", "Status");

    private final Map<UUID, String> rooms;
    private final List<String> columns;
    private final Function<AppointmentRow, List<String>> more;
    private final Function<AppointmentRow, String> person;

    /**
     * Creates sheets with more columns.
     *
     * @param person how the person is named
     * @param columns the names of the further columns
     * @param more what is in the further columns
     */
    public DaySheet(
            Collection<ClinicRoom> rooms,
            Function<AppointmentRow, String> person,
            List<String> columns,
            Function<AppointmentRow, List<String>> more) {
        this.rooms = rooms.stream().collect(Collectors.toMap(ClinicRoom::id, ClinicRoom::name));
        this.person = person;
        this.columns = Stream.concat(COLUMNS.stream(), columns.stream()).toList();
        this.more = more;
    }

    /** Creates sheets as the front desk prints them. */
    public DaySheet(Collection<ClinicRoom> rooms) {
        this(rooms, AppointmentRow::personName, List.of(), row -> List.of());
    }

    /**
     * Returns the tables of a day.
     *
     * @param heading makes a heading from the name of a practitioner
     */
    public List<Table> tables(Calendar calendar, LocalDate day, UnaryOperator<String> heading) {
        return calendar.columns().stream()
                .map(column -> new Table(
                        heading.apply(column.name()),
                        columns,
                        column.on(day).stream()
                                .sorted(Comparator.comparing(AppointmentRow::at))
                                .map(this::cells)
                                .toList()))
                .toList();
    }

    private List<String> cells(AppointmentRow row) {
        var own = Stream.of(
                Dates.times(row.at(), row.until()),
                person.apply(row),
                row.type().label(),
                row.room() == null ? "" : rooms.getOrDefault(row.room(), ""),
                row.status().label() + (row.mustWait() ? ", clinical hold" : ""));
        return Stream.concat(own, more.apply(row).stream()).toList();
    }
}
