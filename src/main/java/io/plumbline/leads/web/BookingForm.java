package io.plumbline.leads.web;

import io.plumbline.leads.requests.FieldError;
import io.plumbline.leads.requests.SafetyQuestion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The input of the booking form as it was typed, with the errors by field. */
final class BookingForm {
    /** The name of the form token. */
    static final String MARK = "form";

    /** Sent by the button that shows the form in the other language. */
    static final String OTHER_LANGUAGE = "other-language";

    /** A honeypot field: hidden from people, filled in by many bots. */
    static final String TRAP = "website";

    private static final List<String> TEXTS =
            List.of("name", "phone", "email", "concern", "since", "service", "clinic", "practitioner", "source");
    private static final String WHEN = "whenToCall";
    private static final String DATES = "dates";
    private static final String SAFETY = "safety.";

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    BookingForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** Returns the value of a field for the page to show again. */
    public String value(String field) {
        var first = typed.getFirst(field);
        return first == null ? "" : first;
    }

    /** Returns whether a check box is ticked, for the page to show again. */
    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** Returns the errors by field, in page order. */
    public Map<String, String> errors() {
        return errors;
    }

    void refuse(Collection<FieldError> some, PublicWords words) {
        for (var error : some) {
            var field = fieldOf(error.field());
            errors.putIfAbsent(
                    field, words.translated("error." + group(field) + "." + problem(field), error.message()));
        }
    }

    private String problem(String field) {
        return value(field).isBlank() ? "missing" : "invalid";
    }

    private static String group(String field) {
        return field.startsWith(SAFETY) ? "safety" : field;
    }

    void mark(String token) {
        typed.set(MARK, token);
    }

    private static String fieldOf(String path) {
        return path.startsWith(WHEN + ".dayParts") ? "dayParts" : path.startsWith(WHEN) ? DATES : path;
    }

    /** Returns the chosen days; ignores values that are not dates. */
    List<LocalDate> dates() {
        return chosenDays().map(BookingForm::day).flatMap(Optional::stream).toList();
    }

    private Stream<String> chosenDays() {
        return typed.getOrDefault(DATES, List.of()).stream();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /**
     * Returns the request in the form that the JSON endpoint receives; leaves out empty fields.
     *
     * @param language in which the form was filled in
     */
    JsonNode asJson(Locale language) {
        var json = JsonNodeFactory.instance.objectNode();
        TEXTS.stream().filter(field -> !value(field).isEmpty()).forEach(field -> json.put(field, value(field)));
        var when = json.putObject(WHEN);
        var parts = when.putArray("dayParts");
        typed.getOrDefault("dayParts", List.of()).forEach(parts::add);
        var days = when.putArray("days");
        dates().stream().map(LocalDate::getDayOfWeek).distinct().forEach(day -> days.add(day.name()));
        // the chosen weekdays, from the first chosen day on; a value that is not a date is passed on and refused
        chosenDays()
                .filter(text -> day(text).isEmpty())
                .findFirst()
                .or(() -> dates().stream().min(Comparator.naturalOrder()).map(LocalDate::toString))
                .ifPresent(from -> when.put("from", from));
        json.put("language", language.getLanguage());
        json.put("consent", value("consent").equals("yes"));
        var safety = json.putObject("safety");
        SafetyQuestion.rules().stream()
                .filter(rule -> !value(SAFETY + rule).isEmpty())
                .forEach(rule -> safety.put(rule, value(SAFETY + rule)));
        return json;
    }
}
