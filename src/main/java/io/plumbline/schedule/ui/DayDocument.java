package io.plumbline.schedule.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.schedule.DaySheet;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        var parts = new ArrayList<PrintedDocument.Part>();
        calendar.closed().ifPresent(sentence -> parts.add(new PrintedDocument.Notice("Closed", sentence)));
        parts.addAll(new DaySheet(schedule.rooms(clinic)).tables(calendar, day, UnaryOperator.identity()));
        return new PrintedDocument(clinic, "Day sheet", Dates.longDate(day), parts);
    }
}
