package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.records.ui.RegisterRow;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import jakarta.annotation.security.RolesAllowed;

/** The disclosure register, newest day first, for all patients or one. */
@Route(Routes.DISCLOSURES)
@PageTitle("Disclosure register · Plumbline")
@Menu(order = 46, title = "Disclosures", icon = "LINK")
@RolesAllowed(Permission.DISCLOSURE)
class DisclosuresView extends Main implements BeforeEnterObserver {
    private static final String PATIENT = "patient";

    private final TextField patient = new PatientNumberField();

    DisclosuresView(DisclosureService disclosures, DisclosureReportDialog reports, ClinicService clinics) {
        var row = new RegisterRow<DisclosureRow>()
                .linked(
                        DisclosureRow::patientNumber,
                        one -> one.isClinicExport() ? Routes.CLINIC_EXPORTS : RegisterRow.trailOf(one.patientNumber()))
                .below("quiet num", DisclosureWords::days)
                .middle(DisclosureRow::recipient)
                .last("quiet", DisclosureRow::what)
                .belowLast("quiet", one -> one.isValid() ? "" : "Entered in error")
                .opens(one -> "the disclosure of " + one.patientNumber() + " to " + one.recipient());
        var list = new RegisterScreen<>(
                "Disclosures",
                DisclosureRow::id,
                row,
                patient,
                disclosures::list,
                (one, changed) -> new DisclosureDialog(
                                disclosures, disclosures.find(one.id()), clinics.ownZone(), changed)
                        .open());
        Ui.page(
                this,
                "Disclosure register",
                "What went to whom outside the clinic, kept for the report that a patient may ask for. Not in it:"
                        + " treatment, payment, operations, what went to the patient, and what the patient authorized."
                        + " Patients are shown by number only.",
                patient,
                list.whenEmpty(new EmptyState(
                        Icon.LINK,
                        "No disclosures",
                        "Add what went to somebody outside the clinic for another reason than treatment, payment or"
                                + " operations, such as a public health authority or a court.")));
        Ui.pageActions(
                this,
                new Button("Report…", e -> reports.open(patient.getValue())),
                new Button("Add disclosure", Icon.PLUS.create(), e -> new AddDisclosureDialog()
                        .open(disclosures, clinics.ownToday(), patient.getValue(), list::refresh)));
    }

    /** An access request leads here with the number of its patient. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(PATIENT).ifPresent(patient::setValue);
    }
}
