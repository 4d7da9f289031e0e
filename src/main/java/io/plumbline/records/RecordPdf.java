package io.plumbline.records;

import io.plumbline.documents.PrintedDocument.Fact;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.shared.Dates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of a record as parts of a document: codes become words, days and times are shown as the reader has them. */
final class RecordPdf {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,}(_[A-Z0-9]+)*");
    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z0-9]+)+");
    private static final Pattern UPPER = Pattern.compile("(?=\\p{Lu})");

    /** Values that people typed, or that are abbreviations: they are no codes. */
    private static final Set<String> AS_TYPED = Set.of(
            "givenName",
            "familyName",
            "preferredName",
            "formerName",
            "name",
            "city",
            "region",
            "country",
            "postalCode",
            "addressLine1",
            "addressLine2",
            "words",
            "title",
            "clinic",
            "format",
            "code",
            "rule",
            "level",
            "complaint",
            "onset",
            "listing",
            "observations",
            "nextStep",
            "statement",
            "email");

    /** By which day a row is named, the first that it has. */
    private static final List<String> DAYS =
            List.of("treatedOn", "measuredOn", "askedOn", "beganOn", "startsOn", "signedAt", "raisedAt", "activatedAt");

    private final ZoneId zone;

    /** @param zone in which instants are shown */
    RecordPdf(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns the parts of some rows of a section, in their order. */
    List<Part> parts(RecordSection section, List<RecordRow> rows) {
        if (section.parts().isEmpty()) {
            return List.of(table(
                    words(section.key()), rows.stream().map(RecordRow::values).toList()));
        }
        return rows.stream().flatMap(row -> parts(section, row)).toList();
    }

    private Stream<Part> parts(RecordSection section, RecordRow row) {
        var heading = heading(section, row);
        var facts = new ArrayList<>(facts(row.values()));
        var more = new ArrayList<Part>();
        row.parts().forEach((key, values) -> {
            if (values.stream().allMatch(one -> one.size() == 1)) {
                facts.add(new Fact(
                        words(key),
                        values.stream()
                                .flatMap(one -> one.entrySet().stream())
                                .map(one -> shown(one.getKey(), one.getValue()))
                                .collect(Collectors.joining(", "))));
            } else if (values.stream().flatMap(one -> one.values().stream()).anyMatch(JsonNode.class::isInstance)) {
                values.forEach(one -> more.add(new Facts(heading + ": " + words(key), facts(one))));
            } else {
                more.add(table(heading + ": " + words(key), values));
            }
        });
        return Stream.concat(Stream.of(new Facts(heading, facts)), more.stream());
    }

    private String heading(RecordSection section, RecordRow row) {
        return dayOf(row).map(day -> section.title() + " of " + day).orElse(section.title());
    }

    /** Returns by which day a row is named; empty if it has none. */
    Optional<String> dayOf(RecordRow row) {
        return DAYS.stream()
                .map(row.values()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::day);
    }

    /** Returns from which day to which day rows are that follow each other; empty if they have none. */
    String days(List<RecordRow> rows) {
        var first = dayOf(rows.getFirst());
        var last = dayOf(rows.getLast());
        return first.isEmpty() || first.equals(last)
                ? first.orElse("")
                : first.get() + last.map(day -> " to " + day).orElse("");
    }

    private String day(Object at) {
        return at instanceof Instant instant
                ? Dates.dayAndYear(LocalDate.ofInstant(instant, zone))
                : at instanceof LocalDate day ? Dates.dayAndYear(day) : String.valueOf(at);
    }

    private List<Fact> facts(SortedMap<String, Object> values) {
        var facts = new ArrayList<Fact>();
        values.forEach((key, value) -> {
            if (value instanceof JsonNode node && node.isObject()) {
                node.properties().forEach(one -> add(facts, words(one.getKey()), shown(one.getKey(), one.getValue())));
            } else {
                add(facts, words(key), shown(key, value));
            }
        });
        return facts;
    }

    private static void add(List<Fact> facts, String term, String fact) {
        if (!fact.isEmpty()) {
            facts.add(new Fact(term, fact));
        }
    }

    private Table table(String heading, List<? extends Map<String, Object>> rows) {
        var keys = rows.stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(one -> !(one.getValue() instanceof UUID))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Table(
                heading,
                keys.stream().map(RecordPdf::words).toList(),
                rows.stream()
                        .map(row -> keys.stream()
                                .map(key -> shown(key, row.get(key)))
                                .toList())
                        .toList());
    }

    private String shown(String key, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            // an id says nothing to a reader; the JSON file has it
            case UUID id -> "";
            case LocalDate day -> Dates.dayAndYear(day);
            case LocalTime time -> Dates.time(time);
            case Instant at -> Dates.stamp(at, zone);
            case Boolean is -> is ? "Yes" : "No";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case JsonNode node -> shown(key, node);
            case String text -> text(key, text);
            default -> value.toString();
        };
    }

    private String shown(String key, JsonNode node) {
        if (node.isArray()) {
            return node.values().stream()
                    .map(one -> shown(key, one))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(node.path(0).isObject() ? " | " : ", "));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(one -> Map.entry(words(one.getKey()), shown(one.getKey(), one.getValue())))
                    .filter(one -> !one.getValue().isEmpty())
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining("; "));
        }
        if (node.isNull()) {
            return "";
        }
        return node.isBoolean() ? node.asBoolean() ? "Yes" : "No" : text(key, node.asString());
    }

    private static String text(String key, String text) {
        if (AS_TYPED.contains(key)) {
            return text;
        }
        if (CODE.matcher(text).matches()) {
            return capitalized(text.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return SLUG.matcher(text).matches() ? capitalized(text.replace('-', ' ')) : text;
    }

    /** Returns the name of a value in words, such as <em>Pain before</em>. */
    static String words(String key) {
        if (!key.chars().allMatch(Character::isLetterOrDigit)) {
            return capitalized(key.replace('-', ' ').replace('_', ' '));
        }
        return key.equals(key.toUpperCase(Locale.ROOT))
                ? capitalized(key.toLowerCase(Locale.ROOT))
                : capitalized(String.join(" ", UPPER.split(key)).toLowerCase(Locale.ROOT));
    }

    private static String capitalized(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
