package io.plumbline.intake.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormId;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.FormService;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.forms.QuestionKind;
import io.plumbline.forms.VisitKind;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clinics' own questions stand after the others in the form, and beside the consent stands its text. */
@DemoTest
class IntakeFormsViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    FormService forms;

    @Autowired
    IntakeService intake;

    @Autowired
    PatientService patients;

    private @Nullable FormId form;

    @AfterEach
    void retire() {
        if (form != null) {
            var published = form;
            staff.doAs(
                    "manager",
                    () -> forms.retire(
                            published, forms.open(published).orElseThrow().revision()));
        }
    }

    @Test
    @WithStaff("chiropractor")
    void theSectionsOfTheClinicFoldShowTheirStateAndAreSaved() {
        form = publish();
        var note = begin();
        open(Routes.intake(note));
        assertThat(screen()).containsSubsequence("Consent and outcome", "Around work", "Not begun");
        test(find(TextArea.class).withLabel("What your work is like").single()).setValue("Standing");
        assertThat(screen()).contains("1 of 2 complete");
        assertThat(intake.open(note).orElseThrow().draft().more().forms())
                .anySatisfy(form -> assertThat(form.answers()).containsEntry("work", "Standing"));
        open(Routes.START);
        open(Routes.intake(note));
        assertThat(find(TextArea.class)
                        .withLabel("What your work is like")
                        .single()
                        .getValue())
                .isEqualTo("Standing");
        test(find(Button.class).withText("Sign").single()).click();
        assertThat(screen()).contains("“Hours of standing” in Around work");
    }

    @Test
    @WithStaff("chiropractor")
    void besideTheConsentStandsTheTextInUse() {
        open(Routes.intake(begin()));
        assertThat(screen())
                .contains("On record: version 1, English", "Text that the patient agrees to: version 1, English")
                .contains("Already given. Tick the box once the patient has confirmed it.");
    }

    @Test
    @WithStaff("chiropractor")
    void theNoteKeepsTheVersionOfTheTextThatThePatientAgreedTo() {
        var note = begin();
        open(Routes.intake(note));
        var consented = find(Checkbox.class)
                .withLabel("The patient consents to examination and treatment")
                .single();
        test(consented).click();
        assertThat(agreedIn(note)).isNotNull().satisfies(text -> assertThat(text.words())
                .isEqualTo("version 1, English"));
        open(Routes.START);
        open(Routes.intake(note));
        test(find(TextArea.class).withLabel("Complaint").single()).setValue("Lower back");
        assertThat(agreedIn(note)).as("as it was agreed to").isNotNull();
        test(find(Checkbox.class)
                        .withLabel("The patient consents to examination and treatment")
                        .single())
                .click();
        assertThat(agreedIn(note)).as("no consent any more").isNull();
    }

    private @Nullable AgreedText agreedIn(IntakeId note) {
        return intake.open(note).orElseThrow().draft().more().consentText();
    }

    private FormId publish() {
        // other tests sign notes of this patient
        var visit = intake.findByPatient(ruth()).stream().anyMatch(IntakeRow::isScreened)
                ? VisitKind.LATER
                : VisitKind.FIRST;
        return staff.as("manager", () -> {
            var begun = forms.begin();
            var revision = forms.saveDraft(
                    begun,
                    forms.open(begun).orElseThrow().revision(),
                    new FormContent(
                            "Work",
                            null,
                            visit,
                            List.of(new FormSection(
                                    "Around work",
                                    List.of(
                                            question("work", QuestionKind.TEXT, "What your work is like", false),
                                            question("hours", QuestionKind.NUMBER, "Hours of standing", true))))));
            forms.publish(begun, revision);
            return begun;
        });
    }

    private static FormQuestion question(String id, QuestionKind kind, String label, boolean required) {
        return new FormQuestion(id, kind, label, "", List.of(), null, null, required, QuestionAudience.CLINICIANS);
    }

    private IntakeId begin() {
        return intake.begin(ruth(), CurrentUser.current().clinics().iterator().next(), "");
    }

    private PatientId ruth() {
        return patients.search("Ruth Salem").stream()
                .filter(row -> row.name().equals("Ruth Salem"))
                .map(PatientRow::id)
                .findFirst()
                .orElseThrow();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
