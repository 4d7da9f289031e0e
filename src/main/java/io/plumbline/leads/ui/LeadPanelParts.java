package io.plumbline.leads.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.WrongFields;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dialogs that a lead's next step may open. */
@Component
class LeadPanelParts {
    private static final int USUAL_REST_DAYS = 14;
    private static final LocalTime WAKES_AT = LocalTime.of(8, 0);

    private final LeadService leads;
    private final ClinicService clinics;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final Clock clock;

    LeadPanelParts(
            LeadService leads,
            ClinicService clinics,
            PatientService patients,
            PractitionerService practitioners,
            ScheduleService schedule,
            Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.patients = patients;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The clinics that the caller works at. */
    List<ClinicLabel> clinics() {
        return clinics.myLabels();
    }

    /** The country of a phone number that names none, where a lead prefers no clinic. */
    String phoneRegion() {
        return clinics.phoneRegion();
    }

    void convert(LeadDetails lead) {
        new ConversionDialog(
                        leads,
                        patients,
                        practitioners,
                        schedule,
                        clinics(),
                        lead,
                        clock,
                        patient -> UI.getCurrentOrThrow().navigate(Places.patient(patient)))
                .open();
    }

    void letRest(LeadDetails lead, Runnable done) {
        var zone = zoneOf(lead.draft().clinic());
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var usual = today.plusDays(USUAL_REST_DAYS);
        var until = Days.field("Rest until");
        until.setMin(today.plusDays(1));
        until.setValue(usual);
        var asked =
                new LeadQuestion.Asked("Let this lead rest", until, "Let rest", () -> !usual.equals(until.getValue()));
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(until, "Choose a day in the future");
                            if (wrong.areNone()) {
                                var wakes = until.getValue().atTime(WAKES_AT).atZone(zone);
                                leads.nurture(now.id(), now.version(), wakes.toInstant());
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    void giveUp(LeadDetails lead, Runnable done) {
        var reason = new TextField("Reason");
        reason.setMaxLength(200);
        // Escape must know of the last key
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        var asked = new LeadQuestion.Asked("Give this lead up", reason, "Give up", () -> !reason.isEmpty());
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(reason, "Say why, so that the report can count it");
                            if (wrong.areNone()) {
                                leads.lose(now.id(), now.version(), reason.getValue());
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    /** The zone in which a lead's times are told: its clinic's; where it names none, that of the caller's first, or UTC. */
    ZoneId zoneOf(@Nullable ClinicId preferred) {
        return clinics().stream()
                .filter(clinic -> clinic.id().equals(preferred))
                .findFirst()
                .or(() -> clinics().stream().findFirst())
                .map(ClinicLabel::zone)
                .orElse(ZoneOffset.UTC);
    }
}
