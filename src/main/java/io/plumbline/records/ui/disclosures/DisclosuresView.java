package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The disclosure register, newest day first, for all patients or one. */
@Route(Routes.DISCLOSURES)
@PageTitle("Disclosure register · Plumbline")
@Menu(order = 46, title = "Disclosures", icon = "LINK")
@RolesAllowed(Permission.DISCLOSURE)
class DisclosuresView extends Main implements BeforeEnterObserver {
    private static final String PATIENT = "patient";

    private final DisclosureService disclosures;
    private final DisclosureReportDialogFactory reports;
    private final ClinicService clinics;
    private final TextField patient = new PatientNumberField();
    private final Grid<DisclosureRow> list;

    DisclosuresView(DisclosureService disclosures, DisclosureReportDialogFactory reports, ClinicService clinics) {
        this.disclosures = disclosures;
        this.reports = reports;
        this.clinics = clinics;
        patient.setClearButtonVisible(true);
        patient.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        patient.addValueChangeListener(e -> refresh());
        list = Lazily.list("Disclosures", DisclosureRow::id, row(), this::page);
        list.setEmptyStateComponent(new EmptyState(
                Icon.LINK,
                "No disclosures",
                "Add what went to somebody outside the clinic for another reason than treatment, payment or operations,"
                        + " such as a public health authority or a court."));
        Ui.page(
                this,
                "Disclosure register",
                "What went to whom outside the clinic, kept for the report that a patient may ask for. Not in it:"
                        + " treatment, payment, operations, what went to the patient, and what the patient authorized."
                        + " Patients are shown by number only.",
                patient,
                list);
        Ui.pageActions(
                this,
                new Button("Report…", e -> reports.create(patient.getValue()).open()),
                new Button("Add disclosure", Icon.PLUS.create(), e -> new AddDisclosureDialog(
                                disclosures, clinics.ownToday(), patient.getValue(), this::refresh)
                        .open()));
    }

    /** An access request leads here with the number of its patient. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(PATIENT).ifPresent(patient::setValue);
    }

    private List<DisclosureRow> page(@Nullable DisclosureRow after, int limit) {
        try {
            var rows = disclosures.list(patient.getValue(), after, limit);
            patient.setInvalid(false);
            return rows;
        } catch (Refused refused) {
            patient.setErrorMessage(refused.sentence());
            patient.setInvalid(true);
            return List.of();
        }
    }

    private LitRenderer<DisclosureRow> row() {
        return LitRenderer.<DisclosureRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><a class="row-name" href="${item.trail}">${item.patient}</a><span class="quiet num">${item.on}</span></span>
                  <span class="line-two">${item.recipient}</span>
                  <span class="two line-three"><span class="quiet">${item.what}</span><span class="quiet">${item.error}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the disclosure of ${item.patient} to ${item.recipient}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty(
                        "trail",
                        row -> row.isClinicExport()
                                ? Routes.CLINIC_EXPORTS
                                : Routes.AUDIT + "?patient=" + row.patientNumber())
                .withProperty("patient", DisclosureRow::patientNumber)
                .withProperty("on", DisclosureWords::days)
                .withProperty("recipient", DisclosureRow::recipient)
                .withProperty("what", DisclosureRow::what)
                .withProperty("error", row -> row.isValid() ? "" : "Entered in error")
                .withFunction("open", this::open);
    }

    private void open(DisclosureRow row) {
        new DisclosureDialog(disclosures, disclosures.find(row.id()), clinics.ownZone(), this::refresh).open();
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}
