package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.SaidByPatient;
import io.plumbline.intake.SubmittedAnswers;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Shows beside an intake note what the patient said in the online intake with which it was begun, where they differ. */
@org.springframework.stereotype.Component
class SaidOfIntake {
    private static final String TITLE = "Patient said, clinician wrote";

    private final ObjectProvider<SubmittedAnswers> answers;
    private final IntakeService intake;
    private final IntakeVocabulary vocabulary;
    private final ScreeningService screening;

    SaidOfIntake(
            ObjectProvider<SubmittedAnswers> answers,
            IntakeService intake,
            IntakeVocabulary vocabulary,
            ScreeningService screening) {
        this.answers = answers;
        this.intake = intake;
        this.vocabulary = vocabulary;
        this.screening = screening;
    }

    /** Returns where the note differs: of a draft a banner with the comparison, of a signed note the table. */
    Optional<Component> of(IntakeDetails note, ClinicLabel clinic) {
        return answers.orderedStream()
                .flatMap(some -> some.findFor(note).stream())
                .findFirst()
                .map(said -> note.signature() == null ? banner(note, said, clinic) : card(note, said));
    }

    private Component banner(IntakeDetails note, SaidByPatient said, ClinicLabel clinic) {
        var banner = Ui.div(
                "banner tone-info",
                Icon.INFO.create(),
                Ui.div(
                        "stack-0",
                        Ui.text(
                                "",
                                "Filled in with what the patient said in the online intake, submitted "
                                        + Dates.dayAndTime(said.submittedAt(), clinic.zone())
                                        + ". Change what differs; what the patient said stays on record.")),
                Ui.div("cluster", new Button("Compare with what the patient said…", e -> compare(note, said))));
        banner.getElement().setAttribute("role", "region");
        banner.getElement().setAttribute("aria-label", "About the online intake");
        return said.intact() ? banner : Ui.div("stack-2", altered(), banner);
    }

    private Component card(IntakeDetails note, SaidByPatient said) {
        var card = Ui.card(TITLE, table(said, note.draft()));
        if (!said.intact()) {
            card.addComponentAtIndex(1, altered());
        }
        return card;
    }

    private static Component altered() {
        return Ui.alert("What the patient submitted no longer matches its hash. Tell the privacy officer.");
    }

    private void compare(IntakeDetails note, SaidByPatient said) {
        var dialog = new Dialog();
        var now = intake.open(note.id()).map(IntakeDetails::draft);
        Dialogs.show(
                dialog,
                Dialogs.Width.LARGE,
                TITLE,
                now.map(draft -> table(said, draft))
                        .orElseGet(() -> Ui.alert("The note is no longer available to you.")));
        dialog.open();
    }

    private Component table(SaidByPatient said, IntakeDraft wrote) {
        return ComparisonTable.of(
                IntakeComparison.withPatient(new IntakeWords(vocabulary, screening.rules()), said, wrote),
                "Patient said",
                "Clinician wrote");
    }
}
