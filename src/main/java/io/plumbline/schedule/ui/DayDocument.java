package io.plumbline.schedule.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.Calendar;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The day sheet of a clinic as a document: who comes when, by practitioner. */
@Component
class DayDocument {
    private final ScheduleService schedule;
    private final DocumentDownloads downloads;

    DayDocument(ScheduleService schedule, DocumentDownloads downloads) {
        this.schedule = schedule;
        this.downloads = downloads;
    }

    /** Returns the link that downloads the sheet of a day. */
    Anchor link(ClinicId clinic, LocalDate day) {
        return downloads.link("day-sheet-" + day + ".pdf", () -> Optional.of(print(clinic, day)));
    }

    /** Returns the document and records it. */
    PrintedDocument print(ClinicId clinic, LocalDate day) {
        var calendar = schedule.print(clinic, day);
        var rooms = schedule.rooms(clinic).stream().collect(Collectors.toMap(ClinicRoom::id, ClinicRoom::name));
        var parts = new ArrayList<PrintedDocument.Part>();
        calendar.closed().ifPresent(sentence -> parts.add(new PrintedDocument.Notice("Closed", sentence)));
        calendar.columns().forEach(column -> parts.add(column(column, day, rooms)));
        return new PrintedDocument(clinic, "Day sheet", Dates.longDate(day), parts);
    }

    private static Table column(Calendar.Column column, LocalDate day, Map<UUID, String> rooms) {
        return new Table(
                column.name(),
                List.of("Time", "Person", "Treatment", "Room", "Status"),
                column.on(day).stream()
                        .sorted(Comparator.comparing(AppointmentRow::at))
                        .map(row -> List.of(
                                Dates.times(row.at(), row.until()),
                                row.personName(),
                                row.type().label(),
                                row.room() == null ? "" : rooms.getOrDefault(row.room(), ""),
                                row.status().label() + (row.mustWait() ? ", clinical hold" : "")))
                        .toList());
    }
}
