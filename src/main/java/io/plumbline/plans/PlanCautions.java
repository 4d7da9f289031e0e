package io.plumbline.plans;

import io.plumbline.intake.CautionService;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.AnsweredCheck;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckChoice.Words;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks what is done about what stands against a plan before it is activated: what is avoided, with whom it was agreed, or
 * another reason. The answer stands in the history of the plan and in its first revision.
 */
@Component
class PlanCautions {
    private static final String CODE = "PLAN_AGAINST_CAUTION";
    private static final int LONGEST_NAMED = 300;
    private static final int LONGEST_KEPT = 160;
    private static final int LONGEST_AGREED_YEARS = 10;

    private final CautionService cautions;

    PlanCautions(CautionService cautions) {
        this.cautions = cautions;
    }

    /**
     * What was answered.
     *
     * @param cautions how much stands against the plan
     * @param choice the code of the choice; empty if nothing was asked
     * @param words what stands against it and the answer, at most 400 characters; empty if nothing was asked
     */
    record Answered(int cautions, String choice, String words) {
        static final Answered NOTHING = new Answered(0, "", "");
    }

    /** Returns what is asked; empty if nothing stands against a plan of the patient. */
    Optional<ActivationQuestion> question(PatientId patient, LocalDate today) {
        var standing = cautions.findStanding(patient);
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActivationQuestion(standing, check(standing, today)));
    }

    /**
     * Returns what was answered.
     *
     * @throws ChecksToAnswer if something stands against the plan that has no answer
     */
    Answered requireAnswered(PatientId patient, LocalDate today, List<CheckReply> replies) {
        return question(patient, today)
                .map(asked -> kept(
                        asked.cautions(),
                        SigningCheck.answersTo(List.of(asked.check()), replies).getFirst()))
                .orElse(Answered.NOTHING);
    }

    private static Answered kept(List<String> standing, AnsweredCheck answered) {
        return new Answered(
                standing.size(),
                answered.choice(),
                "Against it: " + named(standing, LONGEST_KEPT) + ". "
                        + answered.answer().answer());
    }

    private static SigningCheck check(List<String> standing, LocalDate today) {
        return new SigningCheck(
                CODE,
                "Against this plan: " + named(standing, LONGEST_NAMED) + ". What is done about it?",
                List.of(
                        new CheckChoice("AVOIDED", "The plan avoids it, namely", List.of(), Words.NEEDED),
                        new CheckChoice(
                                "AGREED",
                                "Agreed with the treating physician",
                                List.of(
                                        new CheckChoice.Person("Physician"),
                                        new CheckChoice.Day("On", today.minusYears(LONGEST_AGREED_YEARS), today)),
                                Words.OPTIONAL),
                        new CheckChoice("OTHER", "Other", List.of(), Words.NEEDED)));
    }

    /** Returns as many as fit in their order, and how many more there are. */
    private static String named(List<String> standing, int longest) {
        var named = new StringBuilder();
        for (int i = 0; i < standing.size(); i++) {
            var next = (i == 0 ? "" : "; ") + standing.get(i);
            if (named.length() + next.length() > longest) {
                return i == 0 ? next.substring(0, longest) + "…" : named + "; and " + (standing.size() - i) + " more";
            }
            named.append(next);
        }
        return named.toString();
    }
}
