package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.referrals.ContactService;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralField;
import io.plumbline.referrals.ReferralService;
import io.plumbline.referrals.ReferralSource;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Refers the patient in the address, because of the record in the address if there is one. */
@Route(Routes.NEW_REFERRAL)
@PageTitle("Refer a patient · Plumbline")
@RolesAllowed(Permission.REFERRAL_WRITE)
class ReferralNewView extends Main implements BeforeEnterObserver {
    private final ReferralService referrals;
    private final ContactService contacts;
    private final PatientService patients;
    private final ClinicService clinics;
    private final BreakGlassBanners breakGlass;
    private final OperationId operation = OperationId.next();
    private final Div messages = Ui.div("stack-2");
    private @Nullable ReferralForm form;
    private boolean isSaved;

    ReferralNewView(
            ReferralService referrals,
            ContactService contacts,
            PatientService patients,
            ClinicService clinics,
            BreakGlassBanners breakGlass) {
        this.referrals = referrals;
        this.contacts = contacts;
        this.patients = patients;
        this.clinics = clinics;
        this.breakGlass = breakGlass;
        Ui.main(this);
        Leaving.guardPage(this, () -> !isSaved && form != null && form.isTyped());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var named = address.getSingleParameter(Routes.PATIENT);
        removeAll();
        if (named.isEmpty()) {
            add(Ui.div("page wide", Ui.title("Refer a patient"), choosePatient()));
            return;
        }
        var patient = Ids.inAddress(named.get(), PatientId::new)
                .flatMap(patients::open)
                .filter(PatientTab.REFERRALS::isOpenTo)
                .orElseThrow(NotFoundException::new);
        var source = address.getSingleParameter(Routes.FROM).map(text -> ReferralSource.inAddress(text)
                .filter(from -> referrals.sourceName(from, patient).isPresent())
                .orElseThrow(NotFoundException::new));
        show(patient, source.orElse(null));
    }

    private static EmptyState choosePatient() {
        return new EmptyState(
                Ui.text("strong", "Choose the patient first"),
                Icon.PEOPLE,
                "Open the patient's page and choose Refer there.",
                new Button("Patients", e -> Ui.navigate(Routes.PATIENTS)));
    }

    private void show(PatientDetails patient, @Nullable ReferralSource source) {
        breakGlass.of(patient.id()).ifPresent(this::add);
        var fields = new ReferralForm(referrals, contacts, clinics, patient);
        if (source != null) {
            fields.begin(referrals.proposedReason(source));
        }
        form = fields;
        var save = Ui.primary(Ui.once("Refer", () -> save(patient, source, fields)));
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        add(
                PatientHeader.ofRecord(patient.header()),
                Ui.div(
                        "page wide",
                        Ui.head("Refer a patient", from(source, patient)),
                        messages,
                        fields,
                        Ui.div("cluster", save, new Anchor(Routes.patient(patient.id()), "Cancel"))));
    }

    private com.vaadin.flow.component.Component from(@Nullable ReferralSource source, PatientDetails patient) {
        if (source == null) {
            return Ui.text("muted", "The letter has what you write here and who the patient is, and nothing else.");
        }
        var name = referrals.sourceName(source, patient).orElse("");
        return Ui.text(
                "muted",
                "Follows from: " + source.kind().label() + (name.isEmpty() ? "" : ", " + name)
                        + ". The letter has what you write here and who the patient is, and nothing else.");
    }

    private void save(PatientDetails patient, @Nullable ReferralSource source, ReferralForm fields) {
        var errors = new FormErrors(messages);
        fields.check(errors);
        if (!errors.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .at(ReferralField.TO, fields.to())
                .at(ReferralField.REASON, fields.reason())
                .at(ReferralField.DUE_ON, fields.dueOn())
                .ifNotAvailable("You no longer have access to this patient. Keep a copy of what you typed")
                .run(() -> {
                    ReferralDraft draft = fields.draft();
                    var referral = referrals.ask(patient.id(), draft, source, operation);
                    isSaved = true;
                    Ui.navigate(Routes.referral(referral));
                    Toast.done("Referral written: " + patient.name());
                });
    }
}
