package io.plumbline.onlineintake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.AtClinic;
import io.plumbline.access.PublicSettings;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.OnlineIntakeState;
import io.plumbline.onlineintake.OnlineReviewService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The online intakes of a patient: sent, opened, submitted, with dates. Nobody reads here what the patient answered. */
@Order(21)
@Component
class OnlineIntakeOfPatient implements PatientSection {
    private final OnlineIntakeService intakes;
    private final OnlineReviewService reviews;
    private final ClinicService clinics;
    private final OnlineIntakeWords words;
    private final PublicSettings settings;

    OnlineIntakeOfPatient(
            OnlineIntakeService intakes,
            OnlineReviewService reviews,
            ClinicService clinics,
            OnlineIntakeWords words,
            PublicSettings settings) {
        this.intakes = intakes;
        this.reviews = reviews;
        this.clinics = clinics;
        this.words = words;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.INTAKE;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (!AtClinic.may(Permission.ONLINE_INTAKE_SEND, patient.clinics())) {
            return Optional.empty();
        }
        var card = Ui.card("Online intake");
        show(card, patient);
        return Optional.of(card);
    }

    private void show(Section card, PatientDetails patient) {
        card.getChildren().skip(1).toList().forEach(card::remove);
        var rows = intakes.findByPatient(patient);
        if (rows.isEmpty()) {
            card.add(Ui.text("muted", "None yet. A link lets the patient answer before the visit."));
        } else {
            var list = new UnorderedList();
            list.getElement().setAttribute("aria-label", "Online intakes");
            rows.forEach(row -> list.add(item(row, card, patient)));
            card.add(list);
        }
        var shared = clinics.myLabels().stream()
                .filter(clinic -> patient.clinics().contains(clinic.id()))
                .toList();
        if (!shared.isEmpty() && patient.status() == PatientStatus.ACTIVE) {
            card.add(Ui.div("cluster", new Button("Send a link…", e -> send(patient, shared, card))));
        }
    }

    private void send(PatientDetails patient, List<ClinicLabel> shared, Section card) {
        new SendLinkDialog(
                        new SendLinkDialog.Recipient(
                                "patient",
                                patient.draft().email(),
                                shared,
                                "for the birth date, or, if that is not recorded, for the last four digits of the phone"
                                        + " number."),
                        (clinic, byMail, address) -> intakes.create(patient.id(), clinic, byMail, address),
                        settings.reachedAt(),
                        () -> show(card, patient))
                .open();
    }

    private ListItem item(OnlineIntakeRow row, Section card, PatientDetails patient) {
        var item = new ListItem(Ui.text("", words.of(row)));
        words.toConfirm(row).ifPresent(what -> {
            item.add(Ui.div("cluster", StatusBadge.warn(what)));
            if (patient.clinical() != null || !row.proof().mine()) {
                item.add(Ui.div("cluster", confirm(row, card, patient)));
            }
        });
        if (patient.clinical() != null && AtClinic.may(Permission.INTAKE_WRITE, patient.clinics())) {
            review(row).ifPresent(item::add);
        }
        if (row.state().isOpen()) {
            item.add(Ui.div(
                    "cluster",
                    WithdrawDialog.button(
                            words.withdraw(row), () -> intakes.withdraw(row.id()), () -> show(card, patient))));
        }
        return item;
    }

    private Button confirm(OnlineIntakeRow row, Section card, PatientDetails patient) {
        var button = new Button("Confirmed with the patient", e -> {
            intakes.confirm(row.id());
            show(card, patient);
            Toast.done("Confirmation recorded");
        });
        button.setAriaLabel("Confirmed with the patient: online intake " + words.sent(row));
        return button;
    }

    /** Accepting all begins the intake note; from then on a link leads to it. */
    private Optional<com.vaadin.flow.component.Component> review(OnlineIntakeRow row) {
        if (row.note() != null) {
            return Optional.of(Ui.div("cluster", new Anchor(Routes.intake(row.note()), "Open the intake note")));
        }
        var mine = clinics.myLabels().stream().anyMatch(clinic -> clinic.id().equals(row.clinic()));
        return row.state() == OnlineIntakeState.SUBMITTED && mine
                ? Optional.of(Ui.div(
                        "cluster",
                        new Button(
                                "Accept all and open the intake note",
                                e -> Ui.navigate(Routes.intake(reviews.begin(row.id()))))))
                : Optional.empty();
    }
}
