package io.plumbline.intake.ui;

import com.vaadin.flow.component.html.DescriptionList;
import io.plumbline.forms.PublishedForm;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.MarkedArea;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content of an intake note in words, for reading and for describing a colleague's changes. */
record IntakeWords(IntakeVocabulary vocabulary, ScreeningRules rules, List<PublishedForm> forms) {
    private static final String NOTHING = "Not recorded";

    IntakeWords(IntakeVocabulary vocabulary, ScreeningRules rules) {
        this(vocabulary, rules, List.of());
    }

    /** Returns all fields under the terms of the form. */
    DescriptionList all(IntakeDraft draft) {
        return Ui.facts(facts(draft));
    }

    /** Returns the terms and facts in turn, as {@link #all} shows them. */
    String[] facts(IntakeDraft draft) {
        var facts = new String[] {
            "Complaint", orNothing(draft.complaint()),
            "Onset", orNothing(draft.onset()),
            "Mechanism", orNothing(draft.more().mechanism()),
            "Pain", pain(draft),
            "Areas", areas(draft),
            "Factors", factors(draft),
            "Limitations", limitations(draft),
            "Surgery", orNothing(HistoryWords.surgeries(draft.more().history())),
            "History", orNothing(HistoryWords.facts(draft.more().history())),
            "Medication", orNothing(draft.more().history().medication()),
            "Allergies", orNothing(draft.more().history().allergies()),
            "Imaging", orNothing(draft.more().history().imaging()),
            "Prior care", orNothing(draft.more().history().priorCare()),
            "Daily activities", orNothing(draft.more().dailyActivities()),
            "Work", orNothing(draft.more().work()),
            "Current training", orNothing(draft.more().training()),
            "Sleep", orNothing(draft.more().sleep()),
            "Mood", orNothing(draft.more().mood()),
            "Goals", orNothing(draft.more().goals()),
            "Alignment", orNothing(ExaminationWords.alignment(draft.more().examination())),
            "Range of motion", orNothing(ExaminationWords.motions(draft.more().examination())),
            "Tests", orNothing(ExaminationWords.tests(draft.more().examination())),
            "Screen", screen(draft),
            "Contraindications", orNothing(HistoryWords.contraindications(draft.more())),
            "Consent", consent(draft),
            "Outcome", draft.outcome() == null ? "Open" : draft.outcome().label()
        };
        return Stream.concat(
                        Stream.of(facts), FormWords.facts(forms, draft.more().forms()))
                .toArray(String[]::new);
    }

    /** Returns the name and the value of one field of the draft. */
    String of(String field, IntakeDraft draft) {
        return switch (field) {
            case "complaint" -> "the complaint is now “" + draft.complaint() + "”";
            case "onset" -> "the onset is now “" + draft.onset() + "”";
            case "mechanism" -> "the mechanism is now " + quoted(draft.more().mechanism());
            case "dailyActivities" ->
                "the daily activities are now " + quoted(draft.more().dailyActivities());
            case "work" -> "the work is now " + quoted(draft.more().work());
            case "training" -> "the training is now " + quoted(draft.more().training());
            case "sleep" -> "sleep is now " + quoted(draft.more().sleep());
            case "mood" -> "mood is now " + quoted(draft.more().mood());
            case "goals" -> "the goals are now " + quoted(draft.more().goals());
            case "surgeries" ->
                "the surgeries are now "
                        + orNothing(HistoryWords.surgeries(draft.more().history()));
            case "historyAnswers", "pregnancyWeek" ->
                "the history is now "
                        + orNothing(HistoryWords.facts(draft.more().history()));
            case "medication" ->
                "the medication is now " + quoted(draft.more().history().medication());
            case "allergies" ->
                "the allergies are now " + quoted(draft.more().history().allergies());
            case "imaging" -> "imaging is now " + quoted(draft.more().history().imaging());
            case "priorCare" ->
                "prior care is now " + quoted(draft.more().history().priorCare());
            case "pelvicTilt", "shorterLeg", "legDifferenceMm", "posture" ->
                "the alignment is now "
                        + orNothing(ExaminationWords.alignment(draft.more().examination()));
            case "motions" ->
                "the range of motion is now "
                        + orNothing(ExaminationWords.motions(draft.more().examination()));
            case "tests" ->
                "the tests are now "
                        + orNothing(ExaminationWords.tests(draft.more().examination()));
            case "forms" ->
                "the answers to the clinic's questions are now "
                        + FormWords.facts(forms, draft.more().forms()).toList();
            case "contraindications" ->
                "the contraindications are now " + orNothing(HistoryWords.contraindications(draft.more()));
            case "painNow", "painWorst", "painAverage" -> "pain is now " + pain(draft);
            case "areas" -> "the areas are now " + areas(draft);
            case "factors", "factorDetails" -> "the factors are now " + factors(draft);
            case "limitations" -> "the limitations are now " + limitations(draft);
            case "screen" -> "the screen is now " + screen(draft);
            case "consented", "consentText" ->
                "consent is now " + consent(draft).toLowerCase(Locale.ROOT);
            case "outcome" ->
                "the outcome is now "
                        + (draft.outcome() == null ? "open" : draft.outcome().label());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String consent(IntakeDraft draft) {
        var text = draft.more().consentText();
        if (!draft.consented()) {
            return "Not given";
        }
        return text == null ? "Given" : "Given to " + text.words();
    }

    private static String pain(IntakeDraft draft) {
        return "now %s, worst %s, average %s"
                .formatted(told(draft.painNow()), told(draft.painWorst()), told(draft.painAverage()));
    }

    private static String areas(IntakeDraft draft) {
        return orNothing(draft.areas().stream().map(IntakeWords::area).collect(Collectors.joining("; ")));
    }

    static String area(MarkedArea area) {
        return area.region().label()
                + (area.intensity() == null ? "" : " " + area.intensity())
                + (area.quality().isEmpty() ? "" : ", " + area.quality())
                + (area.radiatingTo() == null
                        ? ""
                        : ", radiates to " + area.radiatingTo().label());
    }

    private String factors(IntakeDraft draft) {
        return orNothing(draft.factors().stream()
                .map(code -> vocabulary.nameOf(code) + said(draft.more().detailOf(code)))
                .collect(Collectors.joining("; ")));
    }

    private static String said(FactorDetail detail) {
        var severity = detail.severity();
        var status = detail.status();
        return (severity == null ? "" : ", " + severity.label().toLowerCase(Locale.ROOT))
                + (status == null ? "" : ", " + status.label().toLowerCase(Locale.ROOT));
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }

    private static String limitations(IntakeDraft draft) {
        return orNothing(draft.limitations().stream()
                .map(row -> row.activity() + (row.ability() == null ? "" : ", ability " + row.ability() + " of 10"))
                .collect(Collectors.joining("; ")));
    }

    private String screen(IntakeDraft draft) {
        var answers = draft.screen();
        var asked = rules.asked();
        var yes = answers.entrySet().stream()
                .filter(answer -> answer.getValue() == ScreeningAnswer.YES)
                .map(answer -> rules.rule(answer.getKey())
                        .map(ScreeningRules.Rule::words)
                        .orElse(answer.getKey()))
                .map(words -> "“" + words + "”")
                .collect(Collectors.joining("; "));
        var found = rules.findings(answers).stream()
                .map(finding -> finding.rule().flag() + ", " + finding.level().fullLabel())
                .distinct()
                .collect(Collectors.joining("; "));
        var no = asked.stream()
                .filter(rule -> answers.get(rule.id()) == ScreeningAnswer.NO)
                .count();
        var unasked =
                asked.stream().filter(rule -> !answers.containsKey(rule.id())).count();
        return "%s; no to %s, not asked %s"
                .formatted(
                        (found.isEmpty() ? "Nothing found" : found) + (yes.isEmpty() ? "" : "; yes to " + yes),
                        no,
                        unasked);
    }

    private static String told(@Nullable Object value) {
        return Objects.toString(value, "not recorded");
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
