package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeScope;
import io.plumbline.practitioners.credentials.SignerCredentials;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what a chiropractor concluded on a therapist's intake note, and lets a chiropractor conclude it. */
@org.springframework.stereotype.Component
class ConclusionOfIntake {
    private static final String TITLE = "Conclusion";

    private final IntakeConclusionService conclusions;
    private final IdentityService identity;

    ConclusionOfIntake(IntakeConclusionService conclusions, IdentityService identity) {
        this.conclusions = conclusions;
        this.identity = identity;
    }

    /** Returns what the note waits for, with the button of a chiropractor. */
    Component waiting(IntakeDetails note) {
        var banner = Ui.div(
                "banner tone-info",
                Icon.CLOCK.create(),
                Ui.text(
                        "",
                        note.awaitsConclusion()
                                ? "This note waits for a chiropractor to conclude it. No treatment plan starts before."
                                : "This note leaves a contraindication to a chiropractor. It stands until one decides."));
        banner.getElement().setAttribute("role", "region");
        banner.getElement().setAttribute("aria-label", TITLE);
        if (IntakeScope.mayConclude()) {
            var conclude = new Button("Conclude…", e -> new ConcludeDialog(conclusions, identity, note)
                    .open(() -> UI.getCurrentOrThrow().refreshCurrentRoute(false)));
            conclude.addThemeVariants(ButtonVariant.PRIMARY);
            banner.add(Ui.div("cluster", conclude));
        }
        return banner;
    }

    /** Returns what was concluded; empty if nothing was. */
    Optional<Component> of(IntakeDetails note, ClinicLabel clinic) {
        return Optional.ofNullable(note.conclusion()).map(concluded -> {
            var signature = concluded.signature();
            var card = Ui.card(
                    TITLE,
                    Ui.facts(facts(
                            concluded,
                            SignatureCard.facts(
                                    signature.by(),
                                    at(signature, clinic),
                                    signature.contentHash(),
                                    signature.intact()))));
            SignatureCard.warning(concluded.signature().intact()).ifPresent(card::addComponentAsFirst);
            return card;
        });
    }

    /** Returns the conclusion for the printed note, or what it waits for; empty for a note that needs none. */
    static List<PrintedDocument.Part> printed(IntakeDetails note, ClinicLabel clinic, SignerCredentials credentials) {
        if (note.awaitsChiropractor()) {
            return List.of(Facts.of(TITLE, "Status", "Waits for a chiropractor"));
        }
        var concluded = note.conclusion();
        if (concluded == null) {
            return List.of();
        }
        var parts = new ArrayList<PrintedDocument.Part>();
        SignatureCard.broken(concluded.signature().intact())
                .ifPresent(sentence -> parts.add(new PrintedDocument.Notice("Altered", sentence)));
        var signature = concluded.signature();
        parts.add(Facts.of(
                TITLE,
                facts(
                        concluded,
                        SignatureCard.printed(
                                signature.by(),
                                credentials.atSigning(signature.signer(), signature.at(), clinic.zone()),
                                at(signature, clinic),
                                signature.contentHash(),
                                signature.intact()))));
        return parts;
    }

    private static String at(IntakeDetails.Signature signature, ClinicLabel clinic) {
        return clinic.stamp(signature.at());
    }

    private static String[] facts(IntakeDetails.Conclusion concluded, String[] signature) {
        var decided = concluded.decided().values().stream()
                .flatMap(answer -> Stream.of(
                        answer.name(),
                        answer.decision().label() + (answer.reason().isEmpty() ? "" : ": " + answer.reason())));
        return Stream.concat(
                        Stream.concat(
                                decided,
                                Stream.of("Outcome", concluded.outcome().label(), "Reason", concluded.reason())),
                        Stream.of(signature))
                .toArray(String[]::new);
    }
}
