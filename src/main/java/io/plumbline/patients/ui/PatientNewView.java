package io.plumbline.patients.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.KeptSearch;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.DuplicateHint;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;

/** A new patient; possible duplicates are shown alongside and never block adding. */
@Route(Routes.NEW_PATIENT)
@PageTitle("New patient · Plumbline")
@RolesAllowed(Permission.PATIENT_WRITE)
class PatientNewView extends Main implements BeforeEnterObserver {
    private final PatientService patients;
    private final Clock clock;
    private final Select<ClinicLabel> clinic = new Select<>();
    private final PatientForm form;
    private final DuplicateHint alike = new DuplicateHint();
    private final Div messages = Ui.div("stack-2");
    private final List<ClinicLabel> mine;
    private final ClinicService clinics;
    private final String region;
    private final OperationId operation = OperationId.next();
    private boolean isSaved;

    PatientNewView(PatientService patients, ClinicService clinics, Clock clock) {
        this.patients = patients;
        this.clinics = clinics;
        this.clock = clock;
        mine = clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK));
        clinic.setLabel("Clinic");
        clinic.setItems(mine);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        mine.stream().findFirst().ifPresent(clinic::setValue);
        region = clinics.phoneRegion();
        form = new PatientForm(this::today, region, this::findDuplicates);
        Ui.main(this);
        if (mine.isEmpty()) {
            add(Ui.div(
                    "page wide",
                    Ui.div("page-head", Ui.title("New patient")),
                    EmptyState.clinicFirst("A patient must be registered at a clinic")));
        } else {
            add(page());
        }
        Leaving.guardPage(this, () -> !isSaved && form.hasChanges());
    }

    private Div page() {
        var save = Ui.primary(Ui.once("Add patient", this::save));
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.PATIENTS));
        return Ui.div(
                "page wide",
                Ui.head("New patient", "Only given and family name are required."),
                messages,
                Ui.div(
                        "patient-grid",
                        Ui.div("stack-5", form, Ui.card("Clinic", clinic), Ui.div("cluster", save, cancel)),
                        alike));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var typed = KeptSearch.in(PatientListView.QUERY, event.getLocation().getQueryParameters());
        if (!mine.isEmpty()) {
            typed.map(text -> TypedSearch.asDraft(text, region, clinics.typedDays()))
                    .ifPresent(form::type);
            form.focus();
        }
    }

    private LocalDate today() {
        var chosen = clinic.getValue();
        return chosen == null ? LocalDate.now(clock) : chosen.today(clock);
    }

    private void findDuplicates() {
        alike.show(form.untilNow().map(patients::likely).orElse(List.of()).stream()
                .map(one -> one.candidate(today()))
                .toList());
    }

    private void save() {
        messages.removeAll();
        var chosen = clinic.getValue();
        form.read().ifPresent(draft -> {
            Attempt.showing(messages).run(() -> open(add(draft, chosen)));
        });
    }

    private PatientId add(PatientDraft draft, ClinicLabel at) {
        try {
            return patients.add(draft, at.id(), operation);
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            return patients.add(draft, at.id(), operation);
        }
    }

    private void open(PatientId patient) {
        isSaved = true;
        Ui.navigate(Routes.patient(patient));
    }
}
