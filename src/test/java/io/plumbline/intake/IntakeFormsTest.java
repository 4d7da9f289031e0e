package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.forms.FormAnswers;
import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormId;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.FormService;
import io.plumbline.forms.PublishedForm;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.forms.QuestionKind;
import io.plumbline.forms.VisitKind;
import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** An intake note asks the clinics' own questions, in the version with which it began. */
@StoreTest
class IntakeFormsTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    TestCare care;

    @Autowired
    FormService forms;

    @Autowired
    IntakeService intake;

    private final List<FormId> published = new ArrayList<>();

    /** Other tests of the same store begin notes too. */
    @AfterEach
    void retire() {
        published.forEach(form -> staff.doAs("manager", () -> {
            var now = forms.open(form).orElseThrow();
            if (!now.isRetired()) {
                forms.retire(form, now.revision());
            }
        }));
    }

    @Test
    void aNoteThatBeganWithOneVersionStaysWithItWhenTheNextIsPublished() {
        var form = publish("Stays", null, VisitKind.FIRST, question("first", false, QuestionAudience.CLINICIANS));
        var patient = care.treated("Stays");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        next(form, question("second", false, QuestionAudience.CLINICIANS));
        assertThat(labels(open("chiropractor", note))).containsExactly("first");
        var other = care.treated("Next");
        var later = staff.as("chiropractor", () -> intake.begin(other, group.west, ""));
        assertThat(labels(open("chiropractor", later))).containsExactly("second");
    }

    @Test
    void answersAreStoredSignedAndKeepTheirVersion() {
        publish("Signed", null, VisitKind.FIRST, question("told", true, QuestionAudience.CLINICIANS));
        var patient = care.treated("Answered");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = save("chiropractor", note, 0, Map.of());
        assertThatThrownBy(() -> care.asProven("chiropractor", () -> intake.sign(note, version)))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessage("Still missing before it can be signed: “told” in Section");
        var answered = save("chiropractor", note, version, Map.of("told", TestCare.STRANGE));
        care.asProven("chiropractor", () -> intake.sign(note, answered));
        var read = open("therapist", note);
        assertThat(read.draft().more().forms().getFirst().answers()).containsEntry("told", TestCare.STRANGE);
        assertThat(Objects.requireNonNull(read.signature()).intact()).isTrue();
        assertThat(read.forms()).extracting(PublishedForm::number).containsExactly(1);
    }

    @Test
    void answersForChiropractorsOnlyAreNeitherReadNorLostByOthers() {
        publish(
                "Hidden",
                null,
                VisitKind.FIRST,
                question("open", false, QuestionAudience.CLINICIANS),
                question("hidden", true, QuestionAudience.CHIROPRACTORS));
        var patient = care.treated("Hidden");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = save("chiropractor", note, 0, Map.of("open", "one", "hidden", "two"));
        var seen = open("therapist", note);
        assertThat(labels(seen)).containsExactly("open");
        assertThat(seen.draft().more().forms().getFirst().answers()).containsOnly(Map.entry("open", "one"));
        var saved = staff.as(
                "therapist",
                () -> intake.saveDraft(note, version, answering(seen, care.assessed("back"), Map.of("open", "three"))));
        assertThat(open("chiropractor", note).draft().more().forms().getFirst().answers())
                .containsOnly(Map.entry("open", "three"), Map.entry("hidden", "two"));
        care.asProven("therapist", () -> intake.sign(note, saved));
        assertThat(Objects.requireNonNull(open("therapist", note).signature()).intact())
                .as("the signature covers what the reader does not see")
                .isTrue();
    }

    @Test
    void aNoteHasTheFormsOfItsAuthorsDisciplineAndOfTheVisit() {
        publish(
                "Chiro",
                Discipline.CHIROPRACTIC,
                VisitKind.FIRST,
                question("chiro", false, QuestionAudience.CLINICIANS));
        publish(
                "Massage",
                Discipline.MASSAGE_THERAPY,
                VisitKind.FIRST,
                question("massage", false, QuestionAudience.CLINICIANS));
        publish("Later", null, VisitKind.LATER, question("later", false, QuestionAudience.CLINICIANS));
        var patient = care.treated("Discipline");
        var first = staff.as("therapist", () -> intake.begin(patient, group.west, ""));
        assertThat(labels(open("therapist", first))).containsExactly("massage");
        care.signIntake(patient, care.assessed("back"));
        var second = staff.as("therapist", () -> intake.begin(patient, group.west, ""));
        assertThat(labels(open("therapist", second))).containsExactly("later");
    }

    @Test
    void anAnswerThatDoesNotFitIsRefused() {
        publish("Wrong", null, VisitKind.FIRST, question("told", false, QuestionAudience.CLINICIANS));
        var patient = care.treated("Wrong");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        assertThatThrownBy(() -> save("chiropractor", note, 0, Map.of("other", "x")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aFormIsPublishedInVersionsRetiredAndOfferedAgain() {
        var form = publish("Moves", null, VisitKind.FIRST, question("one", false, QuestionAudience.CLINICIANS));
        var seen = staff.as("manager", () -> forms.open(form)).orElseThrow().revision();
        staff.doAs("manager", () -> forms.edit(form, seen));
        assertThatThrownBy(() -> staff.doAs("manager", () -> forms.retire(form, seen)))
                .isInstanceOf(StaleVersion.class);
        var editing = staff.as("manager", () -> forms.open(form)).orElseThrow();
        assertThatThrownBy(() -> staff.doAs("manager", () -> forms.publish(form, editing.revision())))
                .hasMessage("Nothing differs from version 1 yet");
        staff.doAs("manager", () -> forms.discard(form, editing.revision()));
        staff.doAs(
                "manager",
                () -> forms.retire(form, forms.open(form).orElseThrow().revision()));
        assertThat(staff.as("chiropractor", () -> forms.findOffered(VisitKind.FIRST)))
                .extracting(PublishedForm::form)
                .doesNotContain(form);
        staff.doAs(
                "manager",
                () -> forms.offerAgain(form, forms.open(form).orElseThrow().revision()));
        assertThat(staff.as("chiropractor", () -> forms.findOffered(VisitKind.FIRST)))
                .extracting(PublishedForm::form)
                .contains(form);
        for (var other : List.of("chiropractor", "therapist", "westdesk")) {
            assertThatThrownBy(() -> staff.as(other, forms::begin)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private FormId publish(String name, @Nullable Discipline discipline, VisitKind visit, FormQuestion... questions) {
        var form = staff.as("manager", forms::begin);
        published.add(form);
        write(form, new FormContent(name, discipline, visit, List.of(new FormSection("Section", List.of(questions)))));
        return form;
    }

    private void next(FormId form, FormQuestion question) {
        staff.doAs(
                "manager", () -> forms.edit(form, forms.open(form).orElseThrow().revision()));
        write(
                form,
                new FormContent("Next", null, VisitKind.FIRST, List.of(new FormSection("Section", List.of(question)))));
    }

    private void write(FormId form, FormContent content) {
        staff.doAs("manager", () -> {
            var revision = forms.saveDraft(form, forms.open(form).orElseThrow().revision(), content);
            forms.publish(form, revision);
        });
    }

    private static FormQuestion question(String label, boolean required, QuestionAudience audience) {
        return new FormQuestion(label, QuestionKind.TEXT, label, "", List.of(), null, null, required, audience);
    }

    private IntakeDetails open(String who, IntakeId note) {
        return staff.as(who, () -> intake.open(note)).orElseThrow();
    }

    private static List<String> labels(IntakeDetails note) {
        return note.forms().stream()
                .flatMap(form -> form.content().questions())
                .map(FormQuestion::label)
                .toList();
    }

    private long save(String who, IntakeId note, long version, Map<String, String> answers) {
        var draft = answering(open(who, note), care.assessed("back"), answers);
        return staff.as(who, () -> intake.saveDraft(note, version, draft));
    }

    private static IntakeDraft answering(IntakeDetails note, IntakeDraft draft, Map<String, String> answers) {
        var form = note.forms().getFirst().version();
        return draft.with(draft.more().withForms(List.of(new FormAnswers(form, new TreeMap<>(answers)))));
    }
}
