package io.plumbline.records.ui.reading;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.RecordReading;
import io.plumbline.records.RecordReadingService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/**
 * A patient's record, read by the privacy officer with break-glass access. Without such access to the patient in the
 * address, it asks for the patient number and the reason.
 */
@Route(Routes.BREAK_GLASS_RECORD)
@PageTitle("Read a record · Plumbline")
@RolesAllowed(Permission.BREAK_GLASS_READ)
class RecordReadingView extends Main implements BeforeEnterObserver {
    private static final String PATIENT = "patient";

    private final RecordReadingService readings;
    private final ProofFirst proof;
    private final ClinicService clinics;

    RecordReadingView(RecordReadingService readings, ProofFirst proof, ClinicService clinics) {
        this.readings = readings;
        this.proof = proof;
        this.clinics = clinics;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var number = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PATIENT)
                .orElse("");
        removeAll();
        readings.find(number).ifPresentOrElse(this::show, () -> ask(number));
    }

    private void ask(String number) {
        Ui.page(
                this,
                "Read a record",
                "A record that the privacy officer must read is opened by break-glass access: it can only be read, each"
                        + " view is recorded in the audit trail, and a manager of the patient's clinics reviews the access.",
                new ReadingForm(readings, proof, number, RecordReadingView::open));
    }

    private void show(RecordReading reading) {
        Ui.page(
                this,
                reading.name(),
                String.join(", ", reading.numbers()),
                new ReadingBar(reading, clinics.ownZone(), () -> {
                    readings.end(reading.patient());
                    UI.getCurrentOrThrow().navigate(Routes.BREAK_GLASS);
                }),
                new RecordSectionList(readings, reading));
    }

    private static void open(String number) {
        UI.getCurrentOrThrow().navigate(Routes.BREAK_GLASS_RECORD, QueryParameters.of(PATIENT, number));
    }
}
