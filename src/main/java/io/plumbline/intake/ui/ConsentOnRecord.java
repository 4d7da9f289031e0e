package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.patients.ui.consents.ConsentTextPart;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import org.jspecify.annotations.Nullable;

/**
 * Beside the consent that an intake note asks for: the text that is in use, which the note keeps with the consent, and what
 * the patient agreed to before.
 */
@org.springframework.stereotype.Component
class ConsentOnRecord {
    private final ConsentTextService texts;

    ConsentOnRecord(ConsentTextService texts) {
        this.texts = texts;
    }

    /**
     * What is shown.
     *
     * @param text the version that the patient agrees to now; null where none is published
     */
    record Shown(Component part, @Nullable AgreedText text) {}

    Shown of(PatientDetails patient) {
        var standing = patient.consents().stream()
                .filter(consent -> consent.kind() == ConsentKind.TREATMENT && consent.isInForce())
                .findFirst();
        var part = Ui.div("stack-2");
        var line = Ui.div(
                "cluster",
                Ui.text(
                        "muted",
                        standing.map(ConsentOnRecord::words).orElse("No consent to treatment is on record yet")));
        if (standing.filter(ConsentRow::isToAskAgain).isPresent()) {
            line.add(StatusBadge.warn("Ask again"));
        }
        // opens a new tab, so that the draft stays where it is
        var link = new Anchor(Routes.patient(patient.id(), Routes.CONSENTS), "Record or print the consent");
        link.setTarget(AnchorTarget.BLANK);
        line.add(link);
        part.add(line);
        if (standing.filter(consent -> !consent.isToAskAgain()).isPresent()) {
            part.add(Ui.text("muted", "Already given. Tick the box once the patient has confirmed it."));
        }
        var current = texts.findCurrent(
                ConsentKind.TREATMENT, ConsentLanguage.spoken(patient.draft().language()), patient.today());
        var agreed = current.map(text -> new AgreedText(
                        text.id().value(), text.number(), text.key().language()))
                .orElse(null);
        current.ifPresent(text -> part.add(new Details(
                "Text that the patient agrees to: version " + text.number() + ", "
                        + text.key().language().label(),
                ConsentTextPart.of(text))));
        return new Shown(part, agreed);
    }

    private static String words(ConsentRow consent) {
        return "On record: " + consent.words() + ", given " + Dates.dayAndYear(consent.givenOn());
    }
}
