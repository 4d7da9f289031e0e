package io.plumbline.shared.signing;

import io.plumbline.shared.Dates;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer that a check before a signature offers, with what has to be said with it.
 *
 * @param code tells the module that asks what follows from it
 * @param label as the author chooses it, and as the signed answer begins
 * @param asked what is asked with it, in order
 * @param words whether it takes words besides
 */
public record CheckChoice(String code, String label, List<Asked> asked, Words words) {
    /** The longest words beside a choice, so that the whole answer fits, in characters. */
    public static final int LONGEST_WORDS = 100;

    /** Whether a choice takes words. */
    public enum Words {
        NONE,
        OPTIONAL,
        NEEDED
    }

    public CheckChoice {
        asked = List.copyOf(asked);
    }

    /** Creates a choice that says all by itself. */
    public static CheckChoice of(String label) {
        return new CheckChoice("", label, List.of(), Words.NONE);
    }

    /** What is asked with a choice. A value is text, as the dialog sends it. */
    public sealed interface Asked {
        /** Returns the label of the field. */
        String label();

        /**
         * Returns the value in the words of the signed answer.
         *
         * @throws Refused if it is missing or out of range, with a message for the field
         */
        String words(String value);
    }

    /** A whole number within limits, both included. */
    public record Amount(String label, int least, int most) implements Asked {
        @Override
        public String words(String value) {
            if (value.isEmpty() || !value.chars().allMatch(Character::isDigit) || value.length() > 2) {
                throw new Refused("Choose the " + label.toLowerCase(Locale.ROOT));
            }
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new Refused(label + ": " + least + " to " + most);
            }
            return label.toLowerCase(Locale.ROOT) + " " + number;
        }
    }

    /** One of some words. */
    public record OneOf(String label, List<String> items) implements Asked {
        public OneOf {
            items = List.copyOf(items);
        }

        @Override
        public String words(String value) {
            if (!items.contains(value)) {
                throw new Refused("Choose the " + label.toLowerCase(Locale.ROOT));
            }
            return label.toLowerCase(Locale.ROOT) + " " + value.toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody by name. */
    public record Person(String label) implements Asked {
        /** The longest name, in characters. */
        public static final int LONGEST = 40;

        @Override
        public String words(String value) {
            var name = TextLimit.optional(label, value, LONGEST);
            if (name.codePoints().filter(Character::isLetter).count() < 2) {
                throw new Refused("Enter a name");
            }
            return name;
        }
    }

    /**
     * A day within limits, both included.
     *
     * @param label as it stands before the day
     */
    public record Day(String label, LocalDate from, LocalDate until) implements Asked {
        @Override
        public String words(String value) {
            var day = read(value);
            if (day.isBefore(from)) {
                throw new Refused("Choose " + Dates.dayAndYear(from) + " or a later day");
            }
            if (day.isAfter(until)) {
                throw new Refused("Choose " + Dates.dayAndYear(until) + " or an earlier day");
            }
            return label.toLowerCase(Locale.ROOT) + " " + Dates.dayAndYear(day);
        }

        private static LocalDate read(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException notRead) {
                throw new Refused("Choose a day", notRead);
            }
        }
    }

    /**
     * Returns the words beside the choice, without what surrounds them.
     *
     * @throws Refused if they are missing where they are needed, or say nothing
     */
    public String said(String typed) {
        return switch (words) {
            case NONE -> "";
            case OPTIONAL -> ReasonWords.optional("The answer", typed, LONGEST_WORDS);
            case NEEDED -> ReasonWords.require("The answer", typed, LONGEST_WORDS);
        };
    }

    /** Returns the answer as it is signed. */
    String sentence(CheckReply reply) {
        if (reply.values().size() != asked.size()) {
            throw new Refused("Say all that is asked with “" + label + "”");
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < asked.size(); i++) {
            parts.add(asked.get(i).words(reply.values().get(i)));
        }
        var said = said(reply.words());
        if (parts.isEmpty()) {
            return said.isEmpty() ? label : label + ": " + said;
        }
        return label + ": " + String.join(", ", parts) + (said.isEmpty() ? "" : ". " + said);
    }
}
