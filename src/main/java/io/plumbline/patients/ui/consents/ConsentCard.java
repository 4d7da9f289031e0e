package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;

/** The consents of a patient: to which version each was given, and which are to be asked again. */
@org.springframework.stereotype.Component
class ConsentCard {
    private final ConsentDialog dialog;
    private final ConsentDocument document;
    private final ConsentService consents;
    private final ClinicService clinics;

    ConsentCard(ConsentDialog dialog, ConsentDocument document, ConsentService consents, ClinicService clinics) {
        this.dialog = dialog;
        this.document = document;
        this.consents = consents;
        this.clinics = clinics;
    }

    Component of(PatientDetails patient) {
        var card = Ui.card("Consents");
        if (patient.consents().isEmpty()) {
            card.add(Ui.text("muted", "No consents recorded yet"));
        } else {
            card.add(Ui.list("", patient.consents().stream().map(consent -> line(consent, patient))));
        }
        var record = new Button("Record consent…", e -> dialog.open(patient, null));
        record.addThemeName("small");
        record.setId(FileDialog.opener("consent"));
        card.add(Ui.div("cluster", record));
        return card;
    }

    private Div line(ConsentRow consent, PatientDetails patient) {
        var line = Ui.div("file-line", words(consent));
        if (consent.isToAskAgain()) {
            line.add(small("Ask again…", consent, () -> dialog.open(patient, consent.kind())));
        }
        if (consent.isInForce()) {
            line.add(small("Withdraw…", consent, () -> withdraw(consent)));
        }
        line.add(document.link(consent));
        return line;
    }

    private Div words(ConsentRow consent) {
        var title = Ui.div("cluster", Ui.text("strong", title(consent)));
        if (consent.isToAskAgain()) {
            title.add(StatusBadge.warn("Ask again"));
        } else if (consent.isInForce() && consent.newer() == ConsentRow.Newer.YES) {
            title.add(StatusBadge.neutral("Earlier version"));
        }
        var agreement = consent.agreement();
        var words = Ui.div(
                "stack-0 grow",
                title,
                Ui.text(
                        "muted small",
                        "Given " + Dates.dayAndYear(consent.givenOn()) + ", " + consent.words() + ", taken by "
                                + consent.takenBy()));
        if (agreement != null) {
            words.add(Ui.text("muted small", agreement.words()));
        }
        var online = consent.online();
        if (online != null) {
            words.add(Ui.text(
                    "muted small",
                    "Sent " + Dates.stamp(online.at(), clinics.ownZone()) + " from " + online.address()));
            var doubt = online.doubt();
            if (doubt != null) {
                words.add(Ui.text("small", doubt.words()));
            }
        }
        if (consent.withdrawnOn() != null) {
            words.add(Ui.text(
                    "muted small",
                    "Withdrawn " + Dates.dayAndYear(consent.withdrawnOn()) + ", noted by "
                            + consent.withdrawalTakenBy()));
        }
        if (consent.replacedOn() != null) {
            words.add(Ui.text(
                    "muted small", "Another version was agreed to on " + Dates.dayAndYear(consent.replacedOn())));
        }
        return words;
    }

    private static String title(ConsentRow consent) {
        if (consent.withdrawnOn() != null) {
            return consent.kind().label() + ": withdrawn";
        }
        return consent.kind().label() + (consent.replacedOn() == null ? "" : ": replaced");
    }

    private void withdraw(ConsentRow consent) {
        FileDialog.confirm(
                "Withdraw this consent?",
                consent.kind().label() + ", given " + Dates.dayAndYear(consent.givenOn())
                        + ", ends today. Earlier records do not change.",
                "Withdraw",
                "consent",
                "Consent withdrawn: " + consent.kind().label(),
                () -> consents.withdraw(consent.id(), consent.version()),
                () -> consents.undoWithdrawal(consent.id()));
    }

    private static Button small(String word, ConsentRow consent, Runnable action) {
        var button = new Button(word, e -> action.run());
        button.addThemeName("small");
        button.setAriaLabel(word.replace("…", ": ") + consent.kind().label());
        return button;
    }
}
