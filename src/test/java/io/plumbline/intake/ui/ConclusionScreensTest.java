package io.plumbline.intake.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.ToConcludeRow;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.LeftIntakes;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a therapist leaves to a chiropractor is asked of the chiropractors, until one concludes it. */
@DemoTest
class ConclusionScreensTest extends SpringBrowserlessTest {
    @Autowired
    LeftIntakes left;

    @Autowired
    IdentityService identity;

    @Autowired
    IntakeConclusionService conclusions;

    @Test
    @WithStaff("chiropractor")
    void aNoteLeftToAChiropractorIsListedUntilOneConcludesIt() {
        open(Routes.PATIENTS);
        var note = left.signed("Ruth Salem", "Lower back");
        open(Routes.START);
        assertThat(screen()).contains("Intakes to review", "Ruth Salem", "Intake note by Tom Eriksen");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains(Routes.INTAKE);
        open(Routes.INTAKE);
        assertThat(screen()).contains("Signed by therapists");
        assertThat(conclusions.findForCurrentUser(200))
                .extracting(ToConcludeRow::note)
                .contains(note);
        identity.prove("demo-chiropractor-pass");
        conclude(note);
        assertThat(screen())
                .contains(
                        "Conclusion",
                        "Suitable with caution",
                        "Examined today, nothing against massage",
                        "As it was signed")
                .doesNotContain("waits for a chiropractor");
        assertThat(find(Button.class).withText("New treatment plan").exists()
                        || find(Anchor.class)
                                .withText("Continue the treatment plan")
                                .exists())
                .as("the next step is offered")
                .isTrue();
        open(Routes.START);
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).doesNotContain(Routes.intake(note));
        assertThat(conclusions.findForCurrentUser(200))
                .extracting(ToConcludeRow::note)
                .doesNotContain(note);
    }

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void aContraindicationThatWasLeftIsConfirmedOrRuledOutWithTheConclusion() {
        open(Routes.PATIENTS);
        var note = left.leavingThrust("Ruth Salem", "Lower back");
        open(Routes.INTAKE);
        assertThat(conclusions.findForCurrentUser(200))
                .extracting(ToConcludeRow::note)
                .contains(note);
        identity.prove("demo-chiropractor-pass");
        open(Routes.intake(note));
        assertThat(screen()).contains("This note leaves a contraindication to a chiropractor");
        test(button("Conclude…")).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("Examined today, nothing found");
        answer(find(Dialog.class).single(), "Conclude note");
        var decision = (RadioButtonGroup<Decision>) find(RadioButtonGroup.class).all().stream()
                .filter(group -> group.getLabel() == null || group.getLabel().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(decision.isInvalid()).as("a decision is asked").isTrue();
        decision.setValue(Decision.NOT_SO);
        answer(find(Dialog.class).single(), "Conclude note");
        var because = find(TextField.class).withLabel("Ruled out, because").single();
        assertThat(because.isInvalid()).as("a reason is asked").isTrue();
        test(because).setValue("Stable in all directions");
        answer(find(Dialog.class).single(), "Conclude note");
        assertThat(screen())
                .contains("Conclusion", "Ruled out: Stable in all directions", "Suitable")
                .doesNotContain("leaves a contraindication to a chiropractor");
        assertThat(conclusions.findForCurrentUser(200))
                .extracting(ToConcludeRow::note)
                .doesNotContain(note);
    }

    @SuppressWarnings("unchecked")
    private void conclude(IntakeId note) {
        open(Routes.intake(note));
        assertThat(screen()).contains("waits for a chiropractor to conclude it").doesNotContain("New treatment plan");
        test(button("Conclude…")).click();
        answer(find(Dialog.class).single(), "Conclude note");
        var outcome =
                (RadioButtonGroup<IntakeOutcome>) find(RadioButtonGroup.class).single();
        assertThat(outcome.isInvalid()).as("an outcome is asked").isTrue();
        outcome.setValue(IntakeOutcome.SUITABLE_WITH_CAUTION);
        answer(find(Dialog.class).single(), "Conclude note");
        var reason = find(TextArea.class).withLabel("Reason").single();
        assertThat(reason.isInvalid()).as("a reason is asked").isTrue();
        test(reason).setValue("Examined today, nothing against massage");
        answer(find(Dialog.class).single(), "Conclude note");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesWhatTheNoteWaitsForAndCannotConcludeIt() {
        open(Routes.intake(left.signed("Ruth Salem", "Neck")));
        assertThat(screen()).contains("waits for a chiropractor to conclude it");
        assertThat(find(Button.class).withText("Conclude…").exists()).isFalse();
        open(Routes.INTAKE);
        assertThat(screen()).contains("Not available");
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
