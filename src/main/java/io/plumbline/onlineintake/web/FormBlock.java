package io.plumbline.onlineintake.web;

import io.plumbline.onlineintake.FormFields;
import java.util.List;

/**
 * A question on a page of the form.
 *
 * @param kind how it is answered, by which the template shows it
 * @param name the name of the field
 * @param label the question
 * @param hint more about it; empty if nothing
 * @param most the most characters of a text
 * @param options what can be chosen; empty for a text
 * @param values what is entered
 * @param paragraphs a text to read; empty for a question
 * @param language of the text; empty for that of the form
 * @param error what is wrong with it; empty if nothing
 */
public record FormBlock(
        Kind kind,
        String name,
        String label,
        String hint,
        int most,
        List<Option> options,
        List<String> values,
        List<String> paragraphs,
        String language,
        String error) {
    /** How a question is answered. */
    public enum Kind {
        /** A heading between questions. */
        HEADING,
        LINE,
        TEXT,
        DATE,
        NUMBER,
        ONE_OF,
        SELECT,
        SOME_OF,
        /** A text and a box to agree to it. */
        CONSENT
    }

    /** What can be chosen. */
    public record Option(String value, String label) {}

    /** Returns the first value; empty if there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Returns whether the form cannot be sent without an answer. */
    public boolean isRequired() {
        return name.equals(FormFields.COMPLAINT);
    }

    /** Returns whether a value is chosen. */
    public boolean has(String value) {
        return values.contains(value);
    }

    /** Returns the id of the question in the page. Some questions that take several choices share a field. */
    public String id() {
        return kind == Kind.SOME_OF ? name + "-" + options.getFirst().value() : name;
    }

    /** Returns the id of the error in the page. */
    public String errorId() {
        return name + "-error";
    }
}
