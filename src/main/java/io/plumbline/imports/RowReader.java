package io.plumbline.imports;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.Dates;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of a file as patients, by the columns and the order of dates that were chosen. */
final class RowReader {
    /** The longest id of another product, in characters. */
    static final int LONGEST_ID = 80;

    private static final int SHOWN_OF_CELL = 40;
    private static final int SHOWN_OF_ROW = 200;
    private static final List<ImportField> NAMES = List.of(
            ImportField.GIVEN_NAME, ImportField.FAMILY_NAME, ImportField.PREFERRED_NAME, ImportField.FORMER_NAME);

    private final ImportSettings settings;
    private final int headings;
    private final DateCells dates;
    private final String country;

    /**
     * @param headings how many the file has
     * @param today at the clinic
     * @param country of phone numbers without a country code
     */
    RowReader(ImportSettings settings, int headings, LocalDate today, String country) {
        this.settings = settings;
        this.headings = headings;
        this.country = country;
        dates = new DateCells(settings, today);
    }

    /**
     * A row of a file as a patient.
     *
     * @param number from 1, without the headings
     * @param line the line of the file where it begins, from 1
     * @param name of the patient, as far as the row has it
     * @param externalId by which the same row is known again: the id of the other product, or a hash of the whole row
     * @param draft null if something is wrong
     * @param problems what is wrong, each in a sentence with the name of its field; empty if there is a draft
     */
    record Row(
            long number,
            long line,
            String name,
            String externalId,
            @Nullable PatientDraft draft,
            List<String> problems) {}

    /** Returns a row as the preview shows it; its cells if something is wrong. */
    ImportPreview.FirstRow preview(CsvRow cells) {
        var row = read(cells);
        var draft = row.draft();
        if (draft == null) {
            var all = String.join(" | ", cells.cells());
            return new ImportPreview.FirstRow(
                    "", all.length() > SHOWN_OF_ROW ? all.substring(0, SHOWN_OF_ROW) + "…" : all, row.problems());
        }
        var details = Stream.of(
                        draft.birthDate() == null ? "" : "born " + Dates.dayAndYear(draft.birthDate()),
                        draft.phone() == null ? "" : draft.phone().shown(),
                        draft.email() == null ? "" : draft.email().address())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new ImportPreview.FirstRow(draft.name(), details, List.of());
    }

    Row read(CsvRow row) {
        var problems = new ArrayList<String>();
        row.widthProblem(headings).ifPresent(problems::add);
        var draft = draft(row, problems);
        return new Row(
                row.number(),
                row.line(),
                name(row),
                externalId(row, problems),
                problems.isEmpty() ? draft : null,
                problems);
    }

    private String name(CsvRow row) {
        return (cell(row, ImportField.GIVEN_NAME) + " " + cell(row, ImportField.FAMILY_NAME)).strip();
    }

    /** A phone and what it is. */
    private record Phone(PhoneKind kind, PhoneNumber number) {}

    private List<Phone> phones(CsvRow row, List<String> problems) {
        return Stream.of(
                        Map.entry(ImportField.PHONE, PhoneKind.MOBILE),
                        Map.entry(ImportField.HOME_PHONE, PhoneKind.HOME),
                        Map.entry(ImportField.WORK_PHONE, PhoneKind.WORK))
                .flatMap(field -> Stream.ofNullable(optional(row, field.getKey(), this::phone, problems))
                        .map(number -> new Phone(field.getValue(), number)))
                .toList();
    }

    private PatientReach reach(CsvRow row, List<Phone> phones) {
        return new PatientReach(
                phones.stream().map(Phone::kind).findFirst().orElse(null),
                phones.stream()
                        .skip(1)
                        .map(other -> new OtherPhone(other.kind(), other.number()))
                        .toList(),
                new PostalAddress(
                        cell(row, ImportField.ADDRESS_LINE1),
                        cell(row, ImportField.ADDRESS_LINE2),
                        cell(row, ImportField.CITY),
                        cell(row, ImportField.REGION),
                        cell(row, ImportField.POSTAL_CODE),
                        cell(row, ImportField.COUNTRY)),
                false);
    }

    private PatientDraft draft(CsvRow row, List<String> problems) {
        var phones = phones(row, problems);
        // people with one name have it in either column
        if (cell(row, ImportField.GIVEN_NAME).isEmpty()
                && cell(row, ImportField.FAMILY_NAME).isEmpty()) {
            problems.add("Name is missing");
        }
        NAMES.forEach(field -> formula(row, field, problems));
        return new PatientDraft(
                cell(row, ImportField.GIVEN_NAME),
                cell(row, ImportField.FAMILY_NAME),
                cell(row, ImportField.PREFERRED_NAME),
                cell(row, ImportField.FORMER_NAME),
                optional(row, ImportField.BIRTH_DATE, dates::readBirthDate, problems),
                cell(row, ImportField.PRONOUNS),
                cell(row, ImportField.LANGUAGE),
                phones.stream().map(Phone::number).findFirst().orElse(null),
                optional(row, ImportField.EMAIL, EmailAddress::typed, problems),
                cell(row, ImportField.OCCUPATION),
                cell(row, ImportField.REFERRED_BY),
                new EmergencyContact(
                        cell(row, ImportField.EMERGENCY_NAME),
                        cell(row, ImportField.EMERGENCY_RELATION),
                        optional(row, ImportField.EMERGENCY_PHONE, this::phone, problems)),
                Guardian.NONE,
                reach(row, phones));
    }

    /** A spreadsheet would run such a name as a formula. A real name may begin with a minus or an apostrophe. */
    private void formula(CsvRow row, ImportField field, List<String> problems) {
        var cell = cell(row, field);
        var column = settings.columns().get(field);
        var isTab = column != null && row.cells(column + 1).get(column).startsWith("\t");
        if (isTab || !cell.isEmpty() && "=+@".indexOf(cell.charAt(0)) >= 0) {
            problems.add(field.label() + " begins with " + (isTab ? "a tab" : cell.charAt(0))
                    + ", as a formula does. Correct it in the file");
        }
    }

    private String externalId(CsvRow row, List<String> problems) {
        var id = cell(row, ImportField.EXTERNAL_ID);
        if (id.length() > LONGEST_ID) {
            problems.add(ImportField.EXTERNAL_ID.label() + ": is longer than " + LONGEST_ID + " characters");
        }
        return id.isEmpty() || id.length() > LONGEST_ID ? row.hash() : id;
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.typed(typed, country);
    }

    private String cell(CsvRow row, ImportField field) {
        return settings.cell(row, field);
    }

    private <T> @Nullable T optional(CsvRow row, ImportField field, Function<String, T> parse, List<String> problems) {
        var cell = cell(row, field);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(cell);
        } catch (Refused refused) {
            var shown = cell.length() > SHOWN_OF_CELL ? cell.substring(0, SHOWN_OF_CELL) + "…" : cell;
            problems.add(field.label() + " “" + shown + "”: " + refused.sentence());
            return null;
        }
    }
}
