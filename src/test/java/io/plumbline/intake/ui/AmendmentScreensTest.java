package io.plumbline.intake.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.OutsideDocument;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.support.DemoTest;
import io.plumbline.support.LeftIntakes;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signed intake note is amended on its page: a reason is asked, what changed is shown, and every version is found. */
@DemoTest
class AmendmentScreensTest extends SpringBrowserlessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, Month.NOVEMBER, 24);

    @Autowired
    LeftIntakes left;

    @Autowired
    SafetyService safety;

    @Autowired
    IdentityService identity;

    @Autowired
    IntakeService intake;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void aSignedNoteIsAmendedWithAReasonAndShowsWhatChanged() {
        var first = left.signed("Hana Sato", "Left knee");
        open(Routes.intake(first));
        test(button("Amend…")).click();
        answer(find(Dialog.class).single(), "Amend note");
        var reason = find(TextArea.class).withLabel("Reason").single();
        assertThat(reason.isInvalid()).as("a reason is asked").isTrue();
        test(reason).setValue("It was the other knee");
        answer(find(Dialog.class).single(), "Amend note");
        var second = new IntakeId(UUID.fromString(
                UI.getCurrent().getActiveViewLocation().getSegments().getLast()));
        assertThat(second).isNotEqualTo(first);
        assertThat(screen())
                .contains("You amend this note: version 2", "version 1 counts", "Reason: It was the other knee");
        test(find(TextArea.class).withLabel("Complaint").single()).setValue("Right knee");
        test(button("Compare versions…")).click();
        assertThat(textOf(find(NativeTable.class).single()))
                .as("the draft, as it is stored")
                .contains("Complaint", "Left knee", "Right knee");
        answer(find(Dialog.class).single(), "Close");
        ((RadioButtonGroup<IntakeOutcome>)
                        find(RadioButtonGroup.class).withLabel("Outcome").single())
                .setValue(IntakeOutcome.SUITABLE);
        identity.prove("demo-chiropractor-pass");
        test(button("Sign")).click();
        assertThat(screen())
                .contains(
                        "What version 2 changed",
                        "It was the other knee",
                        "Left knee",
                        "Right knee",
                        "Amended, version 2",
                        "As it was signed")
                .doesNotContain("waits for a chiropractor");
        assertThat(find(Anchor.class).withText("Version 1").single().getHref()).isEqualTo(Routes.intake(first));

        open(Routes.intake(first));
        assertThat(screen()).contains("This version no longer counts", "Signed, version 1", "Left knee");
        assertThat(find(Anchor.class)
                        .withText("Read the newest version")
                        .single()
                        .getHref())
                .isEqualTo(Routes.intake(second));
        assertThat(find(Button.class).withText("Amend…").exists()).isFalse();
        assertThat(find(Button.class).withText("New treatment plan").exists()
                        || find(Anchor.class)
                                .withText("Continue the treatment plan")
                                .exists())
                .as("nothing follows from a version that no longer counts")
                .isFalse();

        open(Routes.patient(intake.open(second).orElseThrow().patient(), Routes.INTAKE));
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(Routes.intake(second))
                .doesNotContain(Routes.intake(first));
        assertThat(screen()).contains("Amended, version 2");
    }

    @Test
    @WithStaff("therapist")
    void aColleagueWhoIsAmendingIsNamedAndASecondAmendmentIsRefused() {
        var note = left.signed("Ruth Salem", "Neck");
        open(Routes.intake(note));
        test(button("Amend…")).click();
        staff.as("chiropractor", () -> intake.amend(note, "I was first to amend it"));
        test(find(TextArea.class).withLabel("Reason").single()).setValue("A second person wants the same");
        answer(find(Dialog.class).single(), "Amend note");
        assertThat(textOf(find(Dialog.class).single())).contains("A colleague is amending this note already");
        assertThat(find(TextArea.class).withLabel("Reason").single().getValue())
                .as("what was typed stays")
                .isEqualTo("A second person wants the same");
        open(Routes.intake(note));
        assertThat(screen()).contains("is writing version 2. Until it is signed, this one counts.");
        assertThat(find(Button.class).withText("Amend…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void whatBecomesOfARedFlagThatAnAmendmentTakesBackIsChosenBeforeTheSignature() {
        open(Routes.PATIENTS);
        identity.prove("demo-chiropractor-pass");
        var first = left.signed("Ruth Salem", "Back");
        var patient = intake.open(first).orElseThrow().patient();
        var second = intake.amend(first, "She said yes when asked again");
        intake.sign(second, intake.saveDraft(second, 0, answered(second, ScreeningAnswer.YES)));
        try {
            var third = intake.amend(second, "She meant another question");
            intake.saveDraft(third, 0, answered(third, ScreeningAnswer.NO));
            open(Routes.intake(third));
            test(button("Sign")).click();
            var asked = find(Dialog.class).single();
            assertThat(textOf(asked)).contains("Choose an answer.");
            var choice = (RadioButtonGroup<CheckChoice>) find(RadioButtonGroup.class).all().stream()
                    .filter(group ->
                            group.getLabel() != null && group.getLabel().contains("What becomes of it?"))
                    .findFirst()
                    .orElseThrow();
            answer(asked, "Sign");
            assertThat(choice.isInvalid()).as("an answer is asked").isTrue();
            choice.setValue(CheckChoice.of("It stays open"));
            answer(asked, "Sign");
            assertThat(screen()).contains("What version 3 changed", "What becomes of it?", "It stays open");
            assertThat(find(Anchor.class)
                            .withText("Decide the red flags of the patient")
                            .single()
                            .getHref())
                    .isEqualTo(Routes.patient(patient));
            assertThat(safety.findByPatient(patient)).anyMatch(FlagDetails::holds);
        } finally {
            safety.findByPatient(patient).stream()
                    .filter(FlagDetails::isInForce)
                    .forEach(flag -> safety.decide(
                            flag.id(),
                            flag.version(),
                            FlagDecision.cleared(
                                    "Examined at the hospital",
                                    EvidenceDraft.inWords(
                                                    new Examiner.Named("Dr. Lena Ortiz", "neurologist"),
                                                    TODAY,
                                                    "Reflexes and sensation are normal")
                                            .with(ClearanceFinding.NORMAL_EXAMINATION, null)
                                            .from("Fable Valley Hospital", OutsideDocument.ASKED))));
        }
    }

    private IntakeDraft answered(IntakeId note, ScreeningAnswer answer) {
        return TestCare.withScreen(intake.open(note).orElseThrow().draft(), "RF-CES-2", answer)
                .withOutcome(IntakeOutcome.REFER);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
