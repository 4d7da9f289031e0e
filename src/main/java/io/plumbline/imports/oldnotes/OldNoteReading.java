package io.plumbline.imports.oldnotes;

import io.plumbline.imports.CsvRow;
import io.plumbline.imports.DateCells;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.RowsOfKind;
import io.plumbline.shared.Count;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of a file as old notes. No sentence repeats a cell, since it may be clinical in a wrong column. */
final class OldNoteReading implements RowsOfKind.Reading {
    private static final int LONGEST_NAME = 40;

    private final ImportSettings settings;
    private final int headings;
    private final LocalDate today;
    private final ZoneId zone;
    private final DateCells dates;
    private final BiFunction<CsvRow, DateCells, PatientId> patients;
    private final BiFunction<PatientId, OldNoteDraft, RowsOfKind.Writing> writing;

    OldNoteReading(
            ImportSettings settings,
            int headings,
            LocalDate today,
            ZoneId zone,
            BiFunction<CsvRow, DateCells, PatientId> patients,
            BiFunction<PatientId, OldNoteDraft, RowsOfKind.Writing> writing) {
        this.settings = settings;
        this.headings = headings;
        this.today = today;
        this.zone = zone;
        this.patients = patients;
        this.writing = writing;
        dates = new DateCells(settings, today);
    }

    @Override
    public RowsOfKind.Row read(CsvRow row) {
        var problems = new ArrayList<String>();
        row.widthProblem(headings).ifPresent(problems::add);
        var id = settings.idOf(row, ImportField.NOTE_ID, problems);
        var patient = RowsOfKind.tried("Patient", () -> patients.apply(row, dates), problems);
        var day = RowsOfKind.tried("Date", () -> day(row), problems);
        var author = text(row, ImportField.AUTHOR, OldNoteDraft.LONGEST_AUTHOR, problems);
        var title = text(row, ImportField.TITLE, OldNoteDraft.LONGEST_TITLE, problems);
        var text = settings.cell(row, ImportField.TEXT);
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (text.isEmpty()) {
            problems.add("Text: the note is empty");
        } else if (bytes > OldNoteDraft.MOST_BYTES) {
            problems.add("Text: the note is longer than 1 MB");
        }
        return new RowsOfKind.Row(
                row.number(),
                row.line(),
                id,
                name(row),
                details(day, author, text.length()),
                List.copyOf(problems),
                false,
                patient == null || day == null || !problems.isEmpty()
                        ? null
                        : writing.apply(
                                patient, new OldNoteDraft(settings.source().label(), day, author, title, text)));
    }

    /** By what a person finds the row: the patient's id, number, or name, unless it is too long to be one. */
    private String name(CsvRow row) {
        return Stream.of(
                        settings.cell(row, ImportField.GIVEN_NAME) + " " + settings.cell(row, ImportField.FAMILY_NAME),
                        settings.cell(row, ImportField.PATIENT_ID),
                        settings.cell(row, ImportField.PATIENT_NUMBER))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && part.length() <= LONGEST_NAME)
                .findFirst()
                .orElse("");
    }

    /** An author that is too long for a name is not shown: it may be the text of the note. */
    private static String details(@Nullable LocalDate day, String author, int length) {
        return (day == null ? "" : Dates.dayAndYear(day) + " · ")
                + (author.isEmpty() || author.length() > LONGEST_NAME ? "" : author + " · ")
                + Count.of(length, "character", "characters");
    }

    private LocalDate day(CsvRow row) {
        var cell = settings.cell(row, ImportField.ON);
        if (cell.isEmpty()) {
            throw new Refused("the date is missing");
        }
        // midnight is a day without a time, everywhere the same
        var day = DateCells.isMoment(cell)
                ? DateCells.instant(cell, zone).map(LocalDateTime::toLocalDate).orElseGet(() -> dates.read(cell))
                : dates.read(cell);
        if (day.isAfter(today)) {
            throw new Refused("the date is in the future");
        }
        return day;
    }

    private String text(CsvRow row, ImportField field, int most, List<String> problems) {
        var text = settings.cell(row, field);
        if (text.length() > most) {
            problems.add(field.label() + ": is longer than " + most + " characters");
        }
        return text;
    }
}
