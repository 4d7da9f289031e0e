package io.plumbline.leads.calling;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message templates for leads: fixed text without clinical content. */
public enum LeadMessage {
    CONFIRM_CONSULTATION("Confirm your consultation", "Your consultation{atClinic}", """
            Dear {name},

            Thank you for talking with us. Your consultation is on {when} with {practitioner}, at {place}.

            Reply to this message if you need another time.

            Kind regards,
            {sender}
            """),
    COULD_NOT_REACH("Could not reach you", "Your consultation{atClinic}", """
            Dear {name},

            You asked {us} for a free consultation. We tried to call you at {phone} and could not reach you.

            Reply to this message and say when we may call you.

            Kind regards,
            {sender}
            """),
    WRITE_FIRST("Asked to write first", "When may we call you?", """
            Dear {name},

            You asked {us} for a free consultation. Nobody is here to call you at the times you gave, so we are writing \
            first.

            Reply to this message and say when {callYou}, or what else would suit you.

            Kind regards,
            {sender}
            """),
    WRONG_NUMBER("Ask for the phone number", "Your consultation{atClinic}", """
            Dear {name},

            You asked {us} for a free consultation. We cannot reach you at the number we have, {phone}.

            Reply to this message with a number and a time at which we may call you.

            Kind regards,
            {sender}
            """),
    ASK_WHEN("Ask when to call", "When may we call you?", """
            Dear {name},

            You asked {us} for a free consultation.

            Reply to this message and say when {callYou}.

            Kind regards,
            {sender}
            """);

    private final String label;
    private final String subject;
    private final String body;

    LeadMessage(String label, String subject, String body) {
        this.label = label;
        this.subject = subject;
        this.body = body;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }

    /** Returns the subject in one line: control characters in typed values become spaces. */
    String subject(Map<String, String> values) {
        return filled(subject, values).replaceAll("\\p{Cntrl}", " ").strip();
    }

    String body(Map<String, String> values) {
        return filled(body, values);
    }

    /** Replaces each placeholder once, so that a placeholder within a typed value stays text. */
    private static String filled(String text, Map<String, String> values) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }
}
