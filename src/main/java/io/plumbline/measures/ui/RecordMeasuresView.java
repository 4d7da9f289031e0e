package io.plumbline.measures.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.measures.ComplaintRegions;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreField;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The outcome measures of one day, asked one after the other; what is not asked stays empty. Also corrects a score. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.MEASURES + "/" + Routes.NEW)
@PageTitle("Record measures · Plumbline")
@RolesAllowed(Permission.MEASURE_WRITE)
class RecordMeasuresView extends Main implements BeforeEnterObserver {
    private final MeasureService measures;
    private final PatientService patients;
    private final ComplaintRegions regions;
    private final BreakGlassBanners breakGlass;
    private final DatePicker day = Days.field("Measured on");
    private final Div messages = Ui.div("stack-2");
    private @Nullable MeasureForm form;
    private boolean isSaved;

    RecordMeasuresView(
            MeasureService measures, PatientService patients, ComplaintRegions regions, BreakGlassBanners breakGlass) {
        this.measures = measures;
        this.patients = patients;
        this.regions = regions;
        this.breakGlass = breakGlass;
        Ui.main(this);
        Leaving.guardPage(this, () -> !isSaved && form != null && form.isTyped());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var patient = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PatientId::new)
                .flatMap(patients::open)
                .filter(PatientTab.MEASURES::isOpenTo)
                .orElseThrow(NotFoundException::new);
        show(patient);
    }

    private void show(PatientDetails patient) {
        removeAll();
        breakGlass.of(patient.id()).ifPresent(this::add);
        day.setMax(patient.today());
        day.setValue(patient.today());
        var asked = new MeasureForm(
                measures.measures(), regions.of(patient), patient.plan() != null, measures.findByPatient(patient));
        form = asked;
        asked.chooseDay(day.getValue());
        day.addValueChangeListener(e -> asked.chooseDay(e.getValue()));
        var save = Ui.primary(Ui.once("Record", () -> record(patient, asked)));
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        var cancel = new Button("Cancel", e -> Ui.navigate(PatientTab.MEASURES.address(patient.id())));
        add(
                PatientHeader.ofRecord(patient.header()),
                Ui.div(
                        "page wide",
                        Ui.head("Record measures", "Leave empty what was not asked."),
                        messages,
                        Ui.div("cluster", day),
                        asked,
                        Ui.div("cluster", save, cancel)));
    }

    private void record(PatientDetails patient, MeasureForm asked) {
        var errors = new FormErrors(messages);
        errors.refuseEmpty(day, "Choose the day on which the patient answered");
        var drafts = asked.read(errors, day.getOptionalValue().orElse(patient.today()));
        if (!errors.areNone()) {
            return;
        }
        Attempt.showing(messages).at(ScoreField.MEASURED_ON, day).run(() -> {
            measures.record(patient.id(), drafts);
            isSaved = true;
            Ui.navigate(PatientTab.MEASURES.address(patient.id()));
            Toast.done(drafts.size() == 1 ? "1 score recorded" : drafts.size() + " scores recorded");
        });
    }
}
