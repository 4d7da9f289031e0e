package io.plumbline.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What cannot be asked is not published, and what cannot be an answer is not stored. */
class FormContentTest {
    private static final UUID VERSION = new UUID(1, 2);

    @Test
    void whatIsMissingIsNamedByItsLabel() {
        refused(form(), "Add a section first");
        refused(form(new FormSection(" ", List.of(text("a")))), "A section has no title");
        refused(form(new FormSection("A", List.of())), "The section “A” has no questions");
        refused(form(new FormSection("A", List.of(text("")))), "A question in “A” has no label");
        refused(new FormContent("", null, VisitKind.FIRST, List.of()), "The name of the form is missing");
    }

    @Test
    void labelsAreUniqueInTheForm() {
        refused(
                form(new FormSection("A", List.of(text("Sleep"))), new FormSection("B", List.of(text("sleep")))),
                "The question “sleep” is there twice");
        refused(
                form(new FormSection("A", List.of(text("a"))), new FormSection("a", List.of(text("b")))),
                "Two sections are called “a”");
    }

    @Test
    void choicesAreTwoToTwelveDifferentOnes() {
        refused(one(choice("Car")), "“Q” needs 2 to 12 choices");
        refused(one(choice("Car", "")), "“Q” has an empty choice");
        refused(one(choice("Car", "car")), "“Q” has the choice “car” twice");
        refused(one(choice(Collections.nCopies(13, "x").toArray(String[]::new))), "“Q” needs 2 to 12 choices");
        assertThatCode(() -> one(choice("Car", "Bus")).requireComplete()).doesNotThrowAnyException();
    }

    @Test
    void theLeastNumberIsNotOverTheMost() {
        refused(one(number(QuestionKind.NUMBER, 5, 4)), "“Q”: the least number is over the most");
        refused(one(number(QuestionKind.SCALE, 5, 5)), "“Q”: the least number must be under the most");
        refused(one(number(QuestionKind.SCALE, 0, null)), "“Q”: a scale needs its least and its most number");
        refused(one(number(QuestionKind.SCALE, 0, 100)), "“Q”: a scale is within 0 to 10");
        assertThatCode(() -> one(number(QuestionKind.NUMBER, null, null)).requireComplete())
                .doesNotThrowAnyException();
    }

    @Test
    void aHundredQuestionsAreRefusedBeforeTheyAreSaved() {
        var hundred = IntStream.range(0, 100).mapToObj(i -> text("Q" + i)).toList();
        assertThatThrownBy(() -> form(new FormSection("A", hundred)))
                .isInstanceOf(Refused.class)
                .hasMessage("A form has at most 60 questions, and these are 100. Make a second form of the rest");
    }

    @Test
    void anAnswerFitsItsQuestion() {
        assertThatCode(() -> number(QuestionKind.NUMBER, 0, 24).requirePlausible("24"))
                .doesNotThrowAnyException();
        for (var wrong : List.of("25", "-1", "2.5", "many", "99999999999")) {
            assertThatThrownBy(() -> number(QuestionKind.NUMBER, 0, 24).requirePlausible(wrong))
                    .as(wrong)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> choice("Car", "Bus").requirePlausible("Train")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> question("d", QuestionKind.DATE).requirePlausible("2026-02-29"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> question("y", QuestionKind.YES_NO).requirePlausible("MAYBE"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> text("t").requirePlausible("x".repeat(1001))).isInstanceOf(Refused.class);
    }

    @Test
    void aTherapistNeitherSeesNorChangesTheAnswersOfChiropractors() {
        var forms = new AnsweredForms(List.of(published()));
        var stored = List.of(answers(Map.of("all", "old", "own", "secret")));
        assertThat(forms.visible(stored, false)).containsExactly(answers(Map.of("all", "old")));
        assertThat(forms.visible(stored, true)).isEqualTo(stored);
        assertThat(published().visible(false).content().questions())
                .extracting(FormQuestion::id)
                .containsExactly("all");
        assertThat(forms.merged(stored, List.of(answers(Map.of("all", "new", "own", "guessed"))), false))
                .containsExactly(answers(Map.of("all", "new", "own", "secret")));
        assertThat(forms.merged(stored, List.of(answers(Map.of("all", "new"))), true))
                .as("a chiropractor takes an answer back")
                .containsExactly(answers(Map.of("all", "new")));
        assertThat(forms.merged(stored, List.of(), false))
                .as("the form stays with the note")
                .containsExactly(answers(Map.of("own", "secret")));
    }

    @Test
    void whatIsRequiredOfChiropractorsIsNotRequiredOfTherapists() {
        var forms = new AnsweredForms(List.of(published()));
        var nothing = List.of(FormAnswers.none(VERSION));
        assertThat(forms.missing(nothing, true)).containsExactly("“all” in A", "“own” in A");
        assertThat(forms.missing(nothing, false)).containsExactly("“all” in A");
        assertThat(forms.missing(List.of(answers(Map.of("all", "x"))), false)).isEmpty();
        assertThat(forms.missing(List.of(), true)).as("a note without the form").isEmpty();
    }

    @Test
    void anAnswerToNoQuestionOrNoFormIsRefused() {
        var forms = new AnsweredForms(List.of(published()));
        assertThatThrownBy(() -> forms.merged(List.of(), List.of(answers(Map.of("other", "x"))), true))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> new AnsweredForms(List.of()).merged(List.of(), List.of(FormAnswers.none(VERSION)), true))
                .isInstanceOf(Refused.class);
    }

    private static void refused(FormContent content, String message) {
        assertThatThrownBy(content::requireComplete).isInstanceOf(Refused.class).hasMessage(message);
    }

    private static PublishedForm published() {
        return new PublishedForm(
                VERSION,
                FormId.next(),
                1,
                form(new FormSection(
                        "A",
                        List.of(
                                required("all", QuestionAudience.CLINICIANS),
                                required("own", QuestionAudience.CHIROPRACTORS)))));
    }

    private static FormAnswers answers(Map<String, String> answers) {
        return new FormAnswers(VERSION, new TreeMap<>(answers));
    }

    private static FormContent form(FormSection... sections) {
        return new FormContent("Form", null, VisitKind.FIRST, new ArrayList<>(Arrays.asList(sections)));
    }

    private static FormContent one(FormQuestion question) {
        return form(new FormSection("A", List.of(question)));
    }

    private static FormQuestion required(String label, QuestionAudience audience) {
        return new FormQuestion(label, QuestionKind.TEXT, label, "", List.of(), null, null, true, audience);
    }

    private static FormQuestion text(String label) {
        return question(label, QuestionKind.TEXT);
    }

    private static FormQuestion question(String label, QuestionKind kind) {
        return new FormQuestion(label, kind, label, "", List.of(), null, null, false, QuestionAudience.CLINICIANS);
    }

    private static FormQuestion choice(String... choices) {
        return new FormQuestion(
                "q", QuestionKind.CHOICE, "Q", "", List.of(choices), null, null, false, QuestionAudience.CLINICIANS);
    }

    private static FormQuestion number(QuestionKind kind, @Nullable Integer least, @Nullable Integer most) {
        return new FormQuestion("q", kind, "Q", "", List.of(), least, most, false, QuestionAudience.CLINICIANS);
    }
}
