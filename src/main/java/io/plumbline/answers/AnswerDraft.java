package io.plumbline.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * A named person's answer with place and date, in their own words: an opinion, never clinical fact.
 *
 * @param state two letters
 * @param text without private phone numbers and e-mail addresses; empty if the page has none
 * @param flags the anomalies of the text
 */
public record AnswerDraft(
        String author,
        String city,
        String state,
        @JsonProperty("date") LocalDate on,
        String text,
        Set<AnswerFlag> flags) {
    /** The maximum length of the text, in characters. */
    public static final int LONGEST = 8000;

    /**
     * Creates an answer with the flags of its text.
     *
     * @throws Refused if a value is missing or too long, with a message for the user
     */
    public static AnswerDraft of(String author, String city, String state, LocalDate on, String text) {
        var named = TextLimit.required("The author", PrivateContacts.hiddenIn(author), 120);
        var kept = PrivateContacts.hiddenIn(TextLimit.optional("The text", text, LONGEST));
        return new AnswerDraft(
                named,
                TextLimit.required("The city", PrivateContacts.hiddenIn(city), 80),
                state(state),
                on,
                TextLimit.optional("The text", kept, LONGEST),
                AnswerFlags.of(kept, named));
    }

    private static String state(String typed) {
        var state = typed.strip().toUpperCase(Locale.ROOT);
        if (!state.matches("[A-Z]{2}")) {
            throw new Refused("Write the state in two letters, such as AZ");
        }
        return state;
    }
}
