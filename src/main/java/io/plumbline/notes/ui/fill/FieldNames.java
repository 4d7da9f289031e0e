package io.plumbline.notes.ui.fill;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of the fields of a session note within a sentence. */
public final class FieldNames {
    private FieldNames() {}

    /** Returns the names of fields, in their order. */
    public static String names(Collection<String> fields) {
        return fields.stream().map(FieldNames::name).collect(Collectors.joining(", "));
    }

    /** Returns the names of fields with the templates that filled them in, which are given by field. */
    public static String templated(Map<String, String> templates) {
        return templates.entrySet().stream()
                .map(field -> name(field.getKey()) + " (" + field.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Returns the name of a field. */
    public static String name(String field) {
        return switch (field) {
            case "stopAt" -> "pressure limit";
            case "treatments" -> "treatments by area";
            case "subjective" -> "patient's words";
            case "observations" -> "findings";
            case "cue" -> "movement cue";
            case "homeCare" -> "home care";
            case "nextStep" -> "next step";
            default -> field;
        };
    }
}
