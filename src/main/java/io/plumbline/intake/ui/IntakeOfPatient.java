package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.intake.charts.ChartService;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows a patient's intake notes to those who treat the patient; to others, only their status. */
@Order(20)
@Component
class IntakeOfPatient implements PatientSection {
    private static final String WAITING = "waits for a chiropractor to conclude";

    private final IntakeService intake;
    private final ChartService charts;
    private final ScheduleService schedule;
    private final ClinicService clinics;

    IntakeOfPatient(IntakeService intake, ChartService charts, ScheduleService schedule, ClinicService clinics) {
        this.intake = intake;
        this.charts = charts;
        this.schedule = schedule;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.INTAKE;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.of(states(patient));
        }
        var notes = new UnorderedList();
        var rows = intake.findByPatient(patient);
        rows.stream()
                .map(row -> new ListItem(new Anchor(
                        Routes.intake(row.id()),
                        "Intake note of "
                                + day(row.clinic(), row.createdAt()) + ", "
                                + row.status().label()
                                + (row.isAmendment() ? ", version " + row.revision() : "")
                                + (row.awaitsConclusion() ? ", " + WAITING : ""))))
                .forEach(notes::add);
        var card = Ui.card("Intake notes", notes.getComponentCount() == 0 ? Ui.text("muted", "None yet.") : notes);
        if (rows.size() == IntakeService.MOST_OF_ONE) {
            card.add(Ui.text("muted", "The newest " + IntakeService.MOST_OF_ONE + " intake notes"));
        }
        if (rows.stream().noneMatch(IntakeRow::isScreened)) {
            card.addComponentAtIndex(1, ContraindicationsOfPatient.screenMissing());
        }
        var isDrafted = rows.stream().anyMatch(row -> row.status() == IntakeStatus.DRAFT && !row.isAmendment());
        var shared = clinics.myLabels().stream()
                .filter(clinic -> patient.clinics().contains(clinic.id()))
                .toList();
        if (AtClinic.may(Permission.INTAKE_WRITE, patient.clinics())
                && patient.on(patient.id()).mayBegin(NewEntry.INTAKE)
                && !isDrafted
                && !shared.isEmpty()) {
            card.add(Ui.div("cluster", new Button("New intake note", e -> begin(patient.id(), shared))));
        }
        if (rows.stream().filter(IntakeRow::isScreened).count() > 1) {
            // two notes of one day differ by their time
            card.add(new ChartComparison(
                    () -> charts.areasOf(patient),
                    chart -> Dates.dayAndTime(chart.signedAt(), clinics.zoneOf(chart.clinic()), clinics.ownZone())));
        }
        return Optional.of(card);
    }

    private com.vaadin.flow.component.Component states(PatientDetails patient) {
        var states = new UnorderedList();
        intake.statesOf(patient)
                .forEach(state -> states.add(
                        new ListItem(state.status().label() + ", begun " + day(state.clinic(), state.createdAt()))));
        return Ui.card("Intake", states.getComponentCount() == 0 ? Ui.text("muted", "None yet.") : states);
    }

    private String day(ClinicId clinic, Instant at) {
        return Dates.day(LocalDate.ofInstant(at, clinics.zoneOf(clinic)));
    }

    /** Uses the clinic where the patient is with the current user today; otherwise asks the current user for the clinic. */
    private void begin(PatientId patient, List<ClinicLabel> shared) {
        var ids = shared.stream().map(ClinicLabel::id).toList();
        var today = ids.size() == 1
                ? ids.stream().findFirst()
                : schedule.myToday().stream()
                        .filter(row ->
                                patient.equals(row.patient()) && row.status().isKept())
                        .map(AppointmentRow::clinic)
                        .filter(ids::contains)
                        .findFirst();
        today.ifPresentOrElse(
                clinic -> begin(patient, clinic), () -> new WhichClinic(shared, c -> begin(patient, c)).open());
    }

    private void begin(PatientId patient, ClinicId clinic) {
        Ui.navigate(Routes.intake(intake.begin(patient, clinic, "")));
    }

    /** Asks for the clinic of an intake note if there are several. */
    private static final class WhichClinic extends Composite<Dialog> {
        private final RadioButtonGroup<ClinicLabel> clinic = new RadioButtonGroup<>("Clinic");

        WhichClinic(List<ClinicLabel> clinics, Consumer<ClinicId> chosen) {
            clinic.setItems(clinics);
            clinic.setItemLabelGenerator(ClinicLabel::name);
            var begin = new Button("Begin", e -> {
                clinic.setErrorMessage("Choose where you see the patient");
                clinic.setInvalid(clinic.isEmpty());
                if (!clinic.isEmpty()) {
                    getContent().close();
                    chosen.accept(clinic.getValue().id());
                }
            });
            Dialogs.ask(
                    getContent(),
                    Dialogs.Width.SMALL,
                    "Where is this intake note written?",
                    () -> false,
                    begin,
                    clinic);
        }

        void open() {
            getContent().open();
        }
    }
}
