package io.plumbline.support;

import io.plumbline.intake.IntakeService;
import io.plumbline.notes.NoteService;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.plans.PlanService;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import java.util.List;

/** Signs a note or activates a plan as somebody who answers whatever is asked before. */
public final class AnsweredChecks {
    /** What is answered. */
    public static final String ANSWER = "Asked at the start";

    private AnsweredChecks() {}

    public static void sign(NoteService notes, NoteId note, long version) {
        try {
            notes.sign(note, version);
        } catch (ChecksToAnswer asked) {
            notes.sign(note, version, replies(asked.checks()));
        }
    }

    public static void sign(IntakeService intake, IntakeId note, long version) {
        try {
            intake.sign(note, version);
        } catch (ChecksToAnswer asked) {
            intake.sign(note, version, replies(asked.checks()));
        }
    }

    public static void activate(PlanService plans, PlanId plan, long version, PatientAgreement agreement) {
        plans.activate(
                plan,
                version,
                agreement,
                plans.findQuestion(plan).map(asked -> reply(asked.check())).stream()
                        .toList());
    }

    /** Replies to each check, in words where it takes them, otherwise by its first choice. */
    public static List<CheckReply> replies(List<SigningCheck> checks) {
        return checks.stream().map(AnsweredChecks::reply).toList();
    }

    private static CheckReply reply(SigningCheck check) {
        if (check.choices().isEmpty()) {
            return check.answered(ANSWER);
        }
        var chosen = check.choices().stream()
                .filter(choice -> choice.asked().isEmpty() && choice.words() == CheckChoice.Words.NEEDED)
                .findFirst()
                .orElse(check.choices().getFirst());
        return chosen(check, chosen);
    }

    /** Replies by a choice, with the first value that each of its fields takes. */
    public static CheckReply chosen(SigningCheck check, CheckChoice choice) {
        return check.chosen(
                choice.label(),
                choice.asked().stream().map(AnsweredChecks::value).toList(),
                choice.words() == CheckChoice.Words.NEEDED ? ANSWER : "");
    }

    private static String value(CheckChoice.Asked asked) {
        return switch (asked) {
            case CheckChoice.Amount amount -> Integer.toString(amount.least());
            case CheckChoice.OneOf oneOf -> oneOf.items().getFirst();
            case CheckChoice.Person person -> "Dr. Ana Ito";
            case CheckChoice.Day day -> day.from().toString();
        };
    }
}
