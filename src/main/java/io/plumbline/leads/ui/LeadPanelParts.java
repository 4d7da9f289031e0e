package io.plumbline.leads.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Places;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dialogs that a lead's next step may open. */
@Component
class LeadPanelParts {
    private static final int USUAL_REST_DAYS = 14;
    private static final LocalTime WAKES_AT = LocalTime.of(8, 0);

    private final LeadService leads;
    private final ClinicService clinics;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final Clock clock;

    LeadPanelParts(
            LeadService leads,
            ClinicService clinics,
            PractitionerService practitioners,
            ScheduleService schedule,
            Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The clinics that the caller works at. */
    List<ClinicLabel> clinics() {
        return clinics.labels().values().stream()
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .toList();
    }

    void convert(LeadDetails lead) {
        new ConversionDialog(leads, practitioners, schedule, clinics(), lead, clock, patient -> UI.getCurrentOrThrow()
                        .navigate(Places.patient(patient)))
                .open();
    }

    void letRest(LeadDetails lead, Consumer<Runnable> attempt) {
        var zone = zoneOf(lead.draft().clinic());
        var until = Days.field("Rest until");
        until.setMin(LocalDate.ofInstant(clock.instant(), zone).plusDays(1));
        until.setValue(LocalDate.ofInstant(clock.instant(), zone).plusDays(USUAL_REST_DAYS));
        ask("Let this lead rest", until, "Let rest", () -> {
            var day = until.getValue();
            until.setInvalid(day == null);
            until.setErrorMessage("Choose a day in the future");
            if (day == null) {
                return false;
            }
            var wakes = day.atTime(WAKES_AT).atZone(zone).toInstant();
            attempt.accept(() -> leads.nurture(lead.id(), lead.version(), wakes));
            return true;
        });
    }

    void giveUp(LeadDetails lead, Consumer<Runnable> attempt) {
        var reason = new TextField("Reason");
        reason.setMaxLength(200);
        ask("Give this lead up", reason, "Give up", () -> {
            reason.setInvalid(reason.isEmpty());
            reason.setErrorMessage("Say why, so that the report can count it");
            if (reason.isEmpty()) {
                return false;
            }
            attempt.accept(() -> leads.lose(lead.id(), lead.version(), reason.getValue()));
            return true;
        });
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

    /** Asks one thing; stays open until it is answered. */
    private static void ask(
            String title, com.vaadin.flow.component.Component field, String verb, BooleanSupplier answered) {
        var dialog = new Dialog(title);
        var yes = new Button(verb, e -> {
            if (answered.getAsBoolean()) {
                dialog.close();
            }
        });
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.add(field);
        dialog.getFooter().add(new Button("Cancel", e -> dialog.close()), yes);
        dialog.open();
    }
}
