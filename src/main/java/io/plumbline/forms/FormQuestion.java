package io.plumbline.forms;

import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form. An answer is a text: of a number its digits, of a date its ISO form, else YES or NO, the choice, or
 * what was typed.
 *
 * @param id names the question in the answers, in all versions of the form
 * @param label at most 160 characters
 * @param help at most 240 characters; may be empty
 * @param choices of a choice, 2 to 12 of at most 80 characters; else empty
 * @param least of a number or a scale; null if a number has no least
 * @param most of a number or a scale; null if a number has no most
 * @param required whether a note is not signed without an answer
 */
public record FormQuestion(
        String id,
        QuestionKind kind,
        String label,
        String help,
        List<String> choices,
        @Nullable Integer least,
        @Nullable Integer most,
        boolean required,
        QuestionAudience audience) {
    /** The length of the longest label. */
    public static final int LONGEST_LABEL = 160;

    /** The length of the longest help. */
    public static final int LONGEST_HELP = 240;

    /** The length of the longest choice. */
    public static final int LONGEST_CHOICE = 80;

    /** The length of the longest answer in words. */
    public static final int LONGEST_ANSWER = 1000;

    /** The most choices. */
    public static final int MOST_CHOICES = 12;

    /** The greatest number of an answer, and of a scale. */
    public static final int GREATEST_NUMBER = 1_000_000;

    /** The greatest number of a scale, whose answers stand in one row. */
    public static final int GREATEST_OF_SCALE = 10;

    /** The answer to a question by yes or no. */
    public static final String YES = "YES";

    /** The other answer to a question by yes or no. */
    public static final String NO = "NO";

    /** @throws Refused if a text is too long; the message is for the user */
    public FormQuestion {
        label = TextLimit.optional("A question", label, LONGEST_LABEL);
        help = TextLimit.optional("The help of a question", help, LONGEST_HELP);
        choices = choices.stream()
                .map(choice -> TextLimit.optional("A choice", choice, LONGEST_CHOICE))
                .toList();
    }

    /** Returns an empty question. */
    public static FormQuestion empty() {
        return new FormQuestion(
                Ids.next().toString(),
                QuestionKind.TEXT,
                "",
                "",
                List.of(),
                null,
                null,
                false,
                QuestionAudience.CLINICIANS);
    }

    /**
     * Refuses what cannot be published.
     *
     * @param where the section
     * @throws Refused with a message for the user
     */
    void requireComplete(String where) {
        if (TextLimit.isBlank(label)) {
            throw new Refused("A question in “" + where + "” has no label");
        }
        switch (kind) {
            case CHOICE -> requireChoices();
            case SCALE -> requireScale();
            case NUMBER -> {
                if (least != null && most != null && least > most) {
                    throw new Refused("“" + label + "”: the least number is over the most");
                }
                requireNumber(least);
                requireNumber(most);
            }
            default -> {}
        }
    }

    private void requireNumber(@Nullable Integer number) {
        if (number != null && (number < 0 || number > GREATEST_NUMBER)) {
            throw new Refused("“" + label + "”: a number is from 0 to 1,000,000");
        }
    }

    private void requireScale() {
        if (least == null || most == null) {
            throw new Refused("“" + label + "”: a scale needs its least and its most number");
        }
        if (least < 0 || most > GREATEST_OF_SCALE) {
            throw new Refused("“" + label + "”: a scale is within 0 to 10");
        }
        if (least >= most) {
            throw new Refused("“" + label + "”: the least number must be under the most");
        }
    }

    private void requireChoices() {
        if (choices.stream().anyMatch(TextLimit::isBlank)) {
            throw new Refused("“" + label + "” has an empty choice");
        }
        if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
            throw new Refused("“" + label + "” needs 2 to 12 choices");
        }
        var seen = new HashSet<String>();
        for (var choice : choices) {
            if (!seen.add(choice.toLowerCase(Locale.ROOT))) {
                throw new Refused("“" + label + "” has the choice “" + choice + "” twice");
            }
        }
    }

    /**
     * Refuses an answer that the question cannot have.
     *
     * @throws Refused with a message for the user
     */
    void requirePlausible(String answer) {
        var fits =
                switch (kind) {
                    case TEXT -> answer.length() <= LONGEST_ANSWER;
                    case CHOICE -> choices.contains(answer);
                    case YES_NO -> answer.equals(YES) || answer.equals(NO);
                    case DATE -> isDate(answer);
                    case NUMBER, SCALE -> isInRange(answer);
                };
        if (!fits) {
            throw new Refused("“" + label + "” cannot have this answer");
        }
    }

    private boolean isInRange(String answer) {
        if (!answer.matches("\\d{1,7}")) {
            return false;
        }
        var number = Integer.parseInt(answer);
        return number >= Objects.requireNonNullElse(least, 0)
                && number <= Objects.requireNonNullElse(most, GREATEST_NUMBER);
    }

    private static boolean isDate(String answer) {
        try {
            LocalDate.parse(answer);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** Returns an answer as the screen shows it. */
    public String words(String answer) {
        return switch (kind) {
            case YES_NO -> answer.equals(YES) ? "Yes" : "No";
            case DATE -> isDate(answer) ? Dates.dayAndYear(LocalDate.parse(answer)) : answer;
            case SCALE -> answer + " of " + least + " to " + most;
            default -> answer;
        };
    }

    /** Returns whether somebody sees the answer. */
    public boolean isVisible(boolean toChiropractor) {
        return toChiropractor || audience == QuestionAudience.CLINICIANS;
    }
}
