package io.plumbline.leads.web;

import io.plumbline.leads.FieldError;
import io.plumbline.leads.SafetyQuestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a person typed into the booking form, as they typed it, and what is wrong with it, by field. */
final class BookingForm {
    /** The mark of the form. */
    static final String MARK = "form";

    /** A field that no person sees and many machines fill in. */
    static final String TRAP = "website";

    private static final List<String> TEXTS =
            List.of("name", "phone", "email", "concern", "since", "service", "clinic", "practitioner", "source");
    private static final String WHEN = "whenToCall";
    private static final String SAFETY = "safety.";

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    BookingForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** What stands in a field, for the page to show again. */
    public String value(String field) {
        var first = typed.getFirst(field);
        return first == null ? "" : first;
    }

    /** Whether a box is ticked, for the page to show again. */
    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong, by field, in the order of the page. */
    public Map<String, String> errors() {
        return errors;
    }

    void refuse(Collection<FieldError> some) {
        some.forEach(error -> errors.putIfAbsent(fieldOf(error.field()), error.message()));
    }

    void mark(String token) {
        typed.set(MARK, token);
    }

    private static String fieldOf(String path) {
        return path.startsWith(WHEN + ".") ? path.substring(WHEN.length() + 1).replaceAll("\\[.*", "") : path;
    }

    /** The request as the endpoint would have got it; what is empty is left out. */
    JsonNode asJson() {
        var json = JsonNodeFactory.instance.objectNode();
        TEXTS.stream().filter(field -> !value(field).isEmpty()).forEach(field -> json.put(field, value(field)));
        var when = json.putObject(WHEN);
        for (var several : List.of("days", "dayParts")) {
            var list = when.putArray(several);
            typed.getOrDefault(several, List.of()).forEach(list::add);
        }
        if (!value("from").isEmpty()) {
            when.put("from", value("from"));
        }
        json.put("consent", value("consent").equals("yes"));
        var safety = json.putObject("safety");
        SafetyQuestion.rules().stream()
                .filter(rule -> !value(SAFETY + rule).isEmpty())
                .forEach(rule -> safety.put(rule, value(SAFETY + rule)));
        return json;
    }
}
