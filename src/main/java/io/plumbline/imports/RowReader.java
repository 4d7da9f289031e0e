package io.plumbline.imports;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Reads rows of a file as patients, by the columns and the order of dates that were chosen. */
final class RowReader {
    /** The longest id of another product, in characters. */
    static final int LONGEST_ID = 80;

    private static final int SHOWN_OF_CELL = 40;
    private static final int LONGEST_DATE = 64;
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    /** The time that spreadsheets and databases put behind a date. */
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");

    private final ImportSettings settings;
    private final int headings;
    private final TypedDay days;
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
        days = new TypedDay(Objects.requireNonNullElse(settings.dateOrder(), DateOrder.UNKNOWN), today);
    }

    ReadRow read(CsvRow row) {
        var problems = new ArrayList<String>();
        if (row.cells().size() > headings) {
            problems.add("The row has " + row.cells().size() + " cells under " + headings
                    + " headings: put cells with a separator in quotation marks");
        }
        var draft = draft(row, problems);
        return new ReadRow(
                row.number(), row.line(), externalId(row, problems), problems.isEmpty() ? draft : null, problems);
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
        for (var field : List.of(ImportField.GIVEN_NAME, ImportField.FAMILY_NAME)) {
            if (cell(row, field).isEmpty()) {
                problems.add(field.label() + " is missing");
            }
        }
        return new PatientDraft(
                cell(row, ImportField.GIVEN_NAME),
                cell(row, ImportField.FAMILY_NAME),
                cell(row, ImportField.PREFERRED_NAME),
                cell(row, ImportField.FORMER_NAME),
                optional(row, ImportField.BIRTH_DATE, this::birthDate, problems),
                cell(row, ImportField.PRONOUNS),
                cell(row, ImportField.LANGUAGE),
                phones.stream().map(Phone::number).findFirst().orElse(null),
                optional(row, ImportField.EMAIL, EmailAddress::new, problems),
                cell(row, ImportField.OCCUPATION),
                cell(row, ImportField.REFERRED_BY),
                new EmergencyContact(
                        cell(row, ImportField.EMERGENCY_NAME),
                        cell(row, ImportField.EMERGENCY_RELATION),
                        optional(row, ImportField.EMERGENCY_PHONE, this::phone, problems)),
                Guardian.NONE,
                reach(row, phones));
    }

    private String externalId(CsvRow row, List<String> problems) {
        var id = cell(row, ImportField.EXTERNAL_ID);
        if (id.length() > LONGEST_ID) {
            problems.add(ImportField.EXTERNAL_ID.label() + ": has at most " + LONGEST_ID + " characters");
        }
        return id.isEmpty() || id.length() > LONGEST_ID
                ? "#" + DigestUtils.sha256Hex(String.join("\u001F", row.cells()))
                : id;
    }

    private LocalDate birthDate(String typed) {
        if (typed.length() > LONGEST_DATE) {
            throw new Refused("this is no date");
        }
        var day = TIME.matcher(typed).replaceFirst("");
        if (!FOUR_DIGIT_YEAR.matcher(day).find()) {
            throw new Refused("the year needs four digits");
        }
        var order = new BirthDateOrder();
        order.add(day);
        if (settings.dateOrder() == null && order.mustBeAsked()) {
            throw new Refused("choose first whether the month or the day comes first");
        }
        return days.readBirthDate(day);
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.typed(typed, country);
    }

    private String cell(CsvRow row, ImportField field) {
        var column = settings.columns().get(field);
        return column == null ? "" : row.cell(column);
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
