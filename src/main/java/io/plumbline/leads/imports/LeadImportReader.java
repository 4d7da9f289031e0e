package io.plumbline.leads.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.signing.ContentHash;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an import file of leads row by row, validates each row like a lead entered by hand, and collects the errors.
 */
class LeadImportReader {
    private static final int MOST_ROWS = 20_000;
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x");

    /** The columns of the file, in the order of the template. */
    enum Column {
        ID("id"),
        NAME("name"),
        PHONE("phone"),
        EMAIL("e-mail"),
        LANGUAGE("language"),
        CONCERN("concern"),
        DAYS("days to call"),
        PARTS("parts of the day"),
        SOURCE("source"),
        CLINIC("clinic"),
        CONSENT("consent");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }
    }

    private final Collection<ClinicLabel> clinics;
    private final boolean mayLeaveToGroup;
    private final String region;
    private final Instant at;
    private final List<LeadImportPlan.Wrong> errors = new ArrayList<>();
    private final List<LeadImportPlan.Row> rows = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param clinics the clinics whose queues the leads may be put into
     * @param region the country of a phone number without a country code, for rows that name no clinic
     */
    LeadImportReader(Collection<ClinicLabel> clinics, boolean mayLeaveToGroup, String region, Instant at) {
        this.clinics = clinics;
        this.mayLeaveToGroup = mayLeaveToGroup;
        this.region = region;
        this.at = at;
    }

    /** Returns the headings of the template, in order. */
    static List<String> headings() {
        return Arrays.stream(Column.values()).map(column -> column.heading).toList();
    }

    List<LeadImportPlan.Row> rows() {
        return rows;
    }

    List<LeadImportPlan.Wrong> errors() {
        return errors;
    }

    /**
     * Reads the whole file.
     *
     * @throws Refused if it is not a file of leads, with a message for the user
     */
    void read(byte[] file) {
        var text = text(file);
        var header = text.lines().findFirst().orElse("");
        var separator = header.contains(";") && !header.contains(",") ? ';' : ',';
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(text)) {
            var isFirst = true;
            for (var record : records) {
                if (isFirst) {
                    requireColumns(record);
                    isFirst = false;
                }
                if (rows.size() + errors.size() >= MOST_ROWS) {
                    throw new Refused("A file can have at most 20,000 rows. Split it");
                }
                row(record);
            }
            if (isFirst) {
                throw new Refused("This file has no rows below the headings");
            }
        } catch (CsvParseException broken) {
            throw new Refused("This file cannot be read as CSV. A quotation mark may be missing", broken);
        } catch (java.io.IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refused("Save the file as CSV in UTF-8, and choose it again", other);
        }
    }

    private static void requireColumns(NamedCsvRecord first) {
        var there = first.getHeader().stream().map(LeadImportReader::plain).toList();
        for (var column : List.of(Column.NAME, Column.CONSENT)) {
            if (!there.contains(column.heading)) {
                throw new Refused("The column “" + column.heading + "” is missing: use the headings of the template");
            }
        }
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private void row(NamedCsvRecord record) {
        var row = new Row(record);
        var wrongBefore = errors.size();
        var draft = row.draft();
        if (errors.size() == wrongBefore && draft != null) {
            rows.add(new LeadImportPlan.Row(row.line, row.operation(), draft));
        }
    }

    /** One row, whose cells are each read by the rule of their column. */
    private final class Row {
        private final long line;
        private final Map<Column, String> cells = new EnumMap<>(Column.class);

        Row(NamedCsvRecord record) {
            line = record.getStartingLineNumber();
            record.getFieldsAsMap().forEach((heading, cell) -> Arrays.stream(Column.values())
                    .filter(column -> column.heading.equals(plain(heading)))
                    .forEach(column -> cells.put(column, unquoted(cell.strip()))));
        }

        /** Removes the apostrophe that our exports put before a cell that a spreadsheet would read as a formula. */
        private static String unquoted(String cell) {
            return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }

        private String cell(Column column) {
            return cells.getOrDefault(column, "");
        }

        /** Returns the idempotency key: equal for rows with the same id or, without an id, with the same content. */
        OperationId operation() {
            var id = cell(Column.ID);
            var content = id.isEmpty() ? cells : Map.of(Column.ID, id);
            return new OperationId(UUID.nameUUIDFromBytes(
                    ("lead import " + ContentHash.of(content)).getBytes(StandardCharsets.UTF_8)));
        }

        @Nullable
        LeadDraft draft() {
            var clinic = clinic();
            var country = clinic.map(ClinicLabel::country).orElse(region);
            var name = read(Column.NAME, typed -> TextLimit.required("The name", typed, 120));
            var phone = optional(Column.PHONE, typed -> PhoneNumber.typed(typed, country));
            var email = optional(Column.EMAIL, EmailAddress::typed);
            if (cell(Column.PHONE).isEmpty() && cell(Column.EMAIL).isEmpty()) {
                wrong(Column.PHONE, "Enter a phone number or an e-mail address");
            }
            var language = read(
                    Column.LANGUAGE, typed -> TextLimit.optional("The language", typed, LeadDraft.LONGEST_LANGUAGE));
            var concern = read(Column.CONCERN, typed -> TextLimit.optional("The concern", typed, 2000));
            var window = new CallWindow(
                    several(Column.DAYS, DayOfWeek.values(), LeadImportReader::dayWords),
                    several(Column.PARTS, DayPart.values(), part -> List.of(part.name(), part.label())));
            var source = several(Column.SOURCE, LeadSource.values(), one -> List.of(one.name(), one.label())).stream()
                    .findFirst()
                    .orElse(LeadSource.OTHER);
            if (!YES.contains(plain(cell(Column.CONSENT)))) {
                wrong(Column.CONSENT, "Consent is required: enter yes if the person agreed to be contacted");
            }
            return name == null || language == null || concern == null
                    ? null
                    : new LeadDraft(
                            name,
                            phone,
                            email,
                            language,
                            concern,
                            window,
                            source,
                            clinic.map(ClinicLabel::id).orElse(null),
                            at);
        }

        private Optional<ClinicLabel> clinic() {
            var typed = plain(cell(Column.CLINIC));
            var found = clinics.stream()
                    .filter(one ->
                            plain(one.code()).equals(typed) || plain(one.name()).equals(typed))
                    .findFirst();
            if (found.isEmpty() && !(typed.isEmpty() && mayLeaveToGroup)) {
                wrong(Column.CLINIC, "Enter the name or code of one of your clinics");
            }
            return found;
        }

        private <T> Set<T> several(Column column, T[] all, Function<T, List<String>> words) {
            var found = new HashSet<T>();
            // not split at spaces, which occur within a value such as "a friend"
            for (var typed : cell(column).split("[,/]")) {
                var one = Arrays.stream(all)
                        .filter(value -> words.apply(value).stream()
                                .anyMatch(word -> plain(word).equals(plain(typed))))
                        .findFirst();
                one.ifPresent(found::add);
                if (one.isEmpty() && !typed.isBlank()) {
                    wrong(
                            column,
                            "“" + typed.strip() + "” is not one of: "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(all)
                                                    .map(value ->
                                                            words.apply(value).getLast())
                                                    .toList()));
                }
            }
            return found;
        }

        private <T> @Nullable T optional(Column column, Function<String, T> parse) {
            return cell(column).isEmpty() ? null : read(column, parse);
        }

        private <T> @Nullable T read(Column column, Function<String, T> parse) {
            try {
                return parse.apply(cell(column));
            } catch (Refused refused) {
                wrong(column, Objects.requireNonNullElse(refused.getMessage(), "This cannot be read"));
                return null;
            }
        }

        private void wrong(Column column, String sentence) {
            errors.add(new LeadImportPlan.Wrong(line, column.heading, sentence));
        }
    }

    private static List<String> dayWords(DayOfWeek day) {
        return List.of(day.name(), Dates.weekday(day), Dates.shortWeekday(day));
    }
}
