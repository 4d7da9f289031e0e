package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadDetails;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.FreeTimeFields;
import io.plumbline.shared.ui.UiFields;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The clinic, practitioner and time of a lead's first visit; offers only available slots. */
class FirstVisitFields extends Composite<FormLayout> {
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final Select<ClinicLabel> clinic;
    private final Select<PractitionerLabel> practitioner =
            UiFields.choice("Practitioner", List.of(), PractitionerLabel::name);
    private final FreeTimeFields times;

    FirstVisitFields(
            PractitionerService practitioners,
            ScheduleService schedule,
            List<ClinicLabel> clinics,
            LeadDetails lead,
            Clock clock) {
        this.practitioners = practitioners;
        this.schedule = schedule;
        var preferred = clinics.stream()
                .filter(label -> label.id().equals(lead.draft().clinic()))
                .findFirst()
                .orElse(clinics.getFirst());
        var today = preferred.today(clock);
        times = new FreeTimeFields(today, this::offered);
        clinic = UiFields.choice("Clinic", clinics, ClinicLabel::name);
        listen();
        clinic.setValue(preferred);
        times.propose(today, null);
        getContent().add(clinic, practitioner, times);
        getContent().setColspan(times, 2);
    }

    private void listen() {
        clinic.addValueChangeListener(e -> {
            practitioner.setItems(practitioners.workingAt(e.getValue().id()));
            practitioner.getListDataView().getItems().findFirst().ifPresent(practitioner::setValue);
        });
        practitioner.addValueChangeListener(e -> times.refresh());
    }

    private FreeTimeFields.Offered offered(LocalDate on) {
        if (practitioner.isEmpty()) {
            return FreeTimeFields.Offered.notYet("Choose the practitioner first");
        }
        var where = clinic.getValue().id();
        return FreeTimeFields.Offered.of(
                schedule.freeTimes(
                        where,
                        AppointmentType.CONSULTATION,
                        schedule.offer(where, AppointmentType.CONSULTATION)
                                .timeSlot(practitioner.getValue().id(), on, LocalTime.MIN)),
                schedule.closed(where, on));
    }

    ClinicLabel clinic() {
        return clinic.getValue();
    }

    /** Returns the chosen visit, after a reading without errors. */
    FirstVisit visit() {
        return read(new FormErrors()).orElseThrow();
    }

    /** Returns the chosen visit, or empty after showing the messages at the fields. */
    Optional<FirstVisit> read(FormErrors wrong) {
        var isUnknown = wrong.refuseEmpty(practitioner, "Choose a practitioner");
        var start = times.read(wrong);
        return isUnknown
                ? Optional.empty()
                : start.map(at -> new FirstVisit(
                        clinic.getValue().id(), practitioner.getValue().id(), at.toLocalDate(), at.toLocalTime()));
    }

    /** Says that the slot was just taken, and offers the next available slot. */
    void taken(SlotTaken taken) {
        times.taken(taken.getMessage(), taken.nextStart());
    }
}
