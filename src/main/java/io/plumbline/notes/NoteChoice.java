package io.plumbline.notes;

import io.plumbline.shared.signing.AnsweredCheck;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckChoice.Amount;
import io.plumbline.shared.signing.CheckChoice.Asked;
import io.plumbline.shared.signing.CheckChoice.Day;
import io.plumbline.shared.signing.CheckChoice.OneOf;
import io.plumbline.shared.signing.CheckChoice.Person;
import io.plumbline.shared.signing.CheckChoice.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answers that the signing checks of a session note offer, each with its consequence. Which fit a check is said at
 * {@link NoteCheck}. Source: clinical facts §10.2.
 */
enum NoteChoice {
    /** Corrects the pressure in the note before it is signed. */
    LIGHTER("Was lighter than recorded", Words.OPTIONAL) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            return List.of(new Amount("Pressure", 1, most));
        }
    },
    PRESCRIBER_AGREED("Agreed with the prescriber", Words.OPTIONAL) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            return agreed("Prescriber", facts);
        }
    },
    PHYSICIAN_AGREED("Agreed with the treating physician", Words.OPTIONAL) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            return agreed("Physician", facts);
        }
    },
    /** Who, when and what. */
    SURGEON_AGREED("Agreed with the surgeon or physician", Words.NEEDED) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            return agreed("Surgeon or physician", facts);
        }
    },
    KEPT_CLEAR("Avoided the area", Words.OPTIONAL),
    FORM_CHECKED("Form checked, without load", Words.OPTIONAL),
    WITHOUT_IT("Worked without it", Words.OPTIONAL),
    /** Records an adverse reaction, which a chiropractor follows up. */
    REACTION("It is an adverse reaction", Words.NEEDED) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            return severity(facts);
        }
    },
    SORENESS("Expected soreness, patient informed", Words.OPTIONAL) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            var today = facts.safety().today();
            return List.of(new Day("Follow-up on", today, today.plusYears(1)));
        }
    },
    /** Records an adverse reaction, which a chiropractor follows up. */
    SHOULD_NOT("Should not have been done", Words.NEEDED) {
        @Override
        List<Asked> asked(NoteFacts facts, int most) {
            return severity(facts);
        }
    },
    REASON("Another reason", Words.NEEDED);

    /** An agreement may be old, but not older than this. */
    private static final int LONGEST_AGREED_YEARS = 10;

    private final String label;
    private final Words words;

    NoteChoice(String label, Words words) {
        this.label = label;
        this.words = words;
    }

    /** Returns the choice as it is offered; of {@link #LIGHTER} use {@link #lighter}. */
    CheckChoice offered(NoteFacts facts) {
        return new CheckChoice(name(), label, asked(facts, 0), words);
    }

    /**
     * Returns the choice that the pressure was lighter than recorded.
     *
     * @param most the highest pressure at which the check is not raised
     */
    static CheckChoice lighter(NoteFacts facts, int most) {
        return new CheckChoice(LIGHTER.name(), LIGHTER.label, LIGHTER.asked(facts, most), LIGHTER.words);
    }

    List<Asked> asked(NoteFacts facts, int most) {
        return List.of();
    }

    /** Returns the pressure that was applied in truth; empty if no answer corrects it. */
    static OptionalInt lighterPressure(List<AnsweredCheck> answered) {
        return answered.stream()
                .filter(one -> one.choice().equals(LIGHTER.name()))
                .mapToInt(one -> Integer.parseInt(one.values().getFirst()))
                .min();
    }

    /** Returns the first day on which the patient is followed up by an answer; empty if by none. */
    static Optional<LocalDate> followUpOn(List<AnsweredCheck> answered) {
        return answered.stream()
                .filter(one -> one.choice().equals(SORENESS.name()))
                .map(one -> LocalDate.parse(one.values().getFirst()))
                .min(LocalDate::compareTo);
    }

    /** Returns the answers from which an adverse reaction follows. */
    static List<AnsweredCheck> reactions(List<AnsweredCheck> answered) {
        return answered.stream()
                .filter(one ->
                        one.choice().equals(REACTION.name()) || one.choice().equals(SHOULD_NOT.name()))
                .toList();
    }

    /** Returns what an answer says of the adverse reaction. */
    static String reactionWords(AnsweredCheck told) {
        var said = told.words().endsWith(".") ? told.words() : told.words() + ".";
        return told.choice().equals(SHOULD_NOT.name()) ? SHOULD_NOT.label + ": " + said : said;
    }

    private static List<Asked> agreed(String who, NoteFacts facts) {
        var today = facts.safety().today();
        return List.of(new Person(who), new Day("On", today.minusYears(LONGEST_AGREED_YEARS), today));
    }

    private static List<Asked> severity(NoteFacts facts) {
        return List.of(new OneOf("Severity so far", facts.safety().severities()));
    }
}
