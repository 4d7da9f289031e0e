package io.plumbline.records;

import io.plumbline.documents.PrintedDocument.Fact;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Dates;
import io.plumbline.shared.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The rows of a record as parts of a document: known codes become words, what was typed stands as it was typed, and each
 * time says its zone.
 */
final class RecordPdf {
    private static final Pattern UPPER = Pattern.compile("(?=\\p{Lu})");

    /** By which day a row is named, the first that it has. */
    private static final List<String> DAYS =
            List.of("treatedOn", "measuredOn", "askedOn", "beganOn", "startsOn", "signedAt", "raisedAt", "activatedAt");

    /** More columns than this are too narrow to read: each row then has its own facts. */
    private static final int MOST_COLUMNS = 9;

    private static final String CLINIC = "clinic";
    private static final String SCREEN = "screen.";
    private static final Map<String, String> LABELS =
            BodyRegion.all().stream().collect(Collectors.toUnmodifiableMap(BodyRegion::code, BodyRegion::label));

    private final ZoneId ownZone;
    private final Map<String, ZoneId> zones;
    private final Function<String, Optional<String>> questions;
    private ZoneId zone;

    /**
     * @param zone in which instants are shown that belong to no clinic
     * @param zones of the clinics, by name
     * @param questions the words of a rule of the red-flag screen
     */
    RecordPdf(ZoneId zone, Map<String, ZoneId> zones, Function<String, Optional<String>> questions) {
        this.ownZone = zone;
        this.zones = Map.copyOf(zones);
        this.questions = questions;
        this.zone = zone;
    }

    /** Returns the parts of some rows of a section, in their order. */
    List<Part> parts(RecordSection section, List<RecordRow> rows) {
        if (section.parts().isEmpty() && columns(rows) <= MOST_COLUMNS) {
            zone = ownZone;
            return List.of(table(
                    new Place(section.key(), ""),
                    words(section.key()),
                    rows.stream().map(RecordRow::values).toList()));
        }
        return rows.stream().flatMap(row -> parts(section, row)).toList();
    }

    private static long columns(List<RecordRow> rows) {
        return rows.stream()
                .flatMap(row -> row.values().entrySet().stream())
                .filter(one -> !(one.getValue() instanceof UUID))
                .map(Map.Entry::getKey)
                .distinct()
                .count();
    }

    /** Where a value stands: the section, and the part or structure in it. */
    private record Place(String section, String within) {
        Place in(String structure) {
            return new Place(section, structure);
        }
    }

    private Stream<Part> parts(RecordSection section, RecordRow row) {
        zone = zoneOf(row.values());
        var place = new Place(section.key(), "");
        var heading = heading(section, row);
        var facts = new ArrayList<>(facts(place, row.values()));
        var more = new ArrayList<Part>();
        row.parts().forEach((key, values) -> {
            if (values.stream().allMatch(one -> one.size() == 1)) {
                facts.add(new Fact(
                        words(key),
                        values.stream()
                                .flatMap(one -> one.entrySet().stream())
                                .map(one -> shown(place.in(key), one.getKey(), one.getValue()))
                                .collect(Collectors.joining(", "))));
            } else if (values.stream().flatMap(one -> one.values().stream()).anyMatch(JsonNode.class::isInstance)) {
                values.forEach(one -> more.add(new Facts(heading + ": " + words(key), facts(place.in(key), one))));
            } else {
                more.add(table(place.in(key), heading + ": " + words(key), values));
            }
        });
        return Stream.concat(Stream.of(new Facts(heading, facts)), more.stream());
    }

    private ZoneId zoneOf(Map<String, Object> values) {
        return values.get(CLINIC) instanceof String clinic ? zones.getOrDefault(clinic, ownZone) : ownZone;
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

    private List<Fact> facts(Place place, SortedMap<String, Object> values) {
        var facts = new ArrayList<Fact>();
        values.forEach((key, value) -> {
            if (value instanceof JsonNode node && node.isObject()) {
                node.properties()
                        .forEach(one ->
                                add(facts, words(one.getKey()), shown(place.in(key), one.getKey(), one.getValue())));
            } else {
                add(facts, words(key), shown(place, key, value));
            }
        });
        return facts;
    }

    private static void add(List<Fact> facts, String term, String fact) {
        if (!fact.isEmpty()) {
            facts.add(new Fact(term, fact));
        }
    }

    private Table table(Place place, String heading, List<? extends Map<String, Object>> rows) {
        var keys = rows.stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(one -> !(one.getValue() instanceof UUID))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Table(
                heading,
                keys.stream().map(RecordPdf::words).toList(),
                rows.stream().map(row -> cells(place, keys, row)).toList());
    }

    private List<String> cells(Place place, Collection<String> keys, Map<String, Object> row) {
        if (row.containsKey(CLINIC)) {
            zone = zoneOf(row);
        }
        return keys.stream().map(key -> shown(place, key, row.get(key))).toList();
    }

    private String shown(Place place, String key, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            // an id says nothing to a reader; the JSON file has it
            case UUID id -> "";
            case LocalDate day -> Dates.dayAndYear(day);
            case LocalTime time -> Dates.time(time);
            case Instant at -> Dates.stampWithZone(at, zone);
            case Boolean is -> is ? "Yes" : "No";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case JsonNode node -> shown(place, key, node);
            case String text -> text(place, key, text);
            default -> value.toString();
        };
    }

    private String shown(Place place, String key, JsonNode node) {
        if (node.isArray()) {
            return node.values().stream()
                    .map(one -> shown(place, key, one))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(node.path(0).isObject() ? " | " : ", "));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(one -> Map.entry(named(one.getKey()), shown(place.in(key), one.getKey(), one.getValue())))
                    .filter(one -> !one.getValue().isEmpty())
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining("; "));
        }
        if (node.isNull()) {
            return "";
        }
        return node.isBoolean() ? node.asBoolean() ? "Yes" : "No" : text(place, key, node.asString());
    }

    private String text(Place place, String key, String text) {
        return switch (RecordValueKinds.of(place.section(), place.within(), key)) {
            case CODE ->
                capitalized(text.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' '));
            case REGION -> regions(text);
            case PHONE -> new PhoneNumber(text).shown();
            case RULE ->
                questions.apply(text).map(question -> text + ": " + question).orElse(text);
            case TYPED -> text;
        };
    }

    private static String regions(String codes) {
        return Arrays.stream(codes.split(" ", -1))
                .map(code -> LABELS.getOrDefault(code, code))
                .collect(Collectors.joining("; "));
    }

    /** Returns the name of a value of a structure; that of an answer to the screen is its question. */
    private String named(String key) {
        return key.startsWith(SCREEN)
                ? questions.apply(key.substring(SCREEN.length())).orElse(key)
                : key.indexOf('.') > 0 && LABELS.containsKey(key.substring(key.indexOf('.') + 1))
                        ? words(key.substring(0, key.indexOf('.'))) + ", "
                                + LABELS.get(key.substring(key.indexOf('.') + 1))
                        : words(key);
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
