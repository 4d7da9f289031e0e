package io.plumbline.leads.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.FirstVisit;
import io.plumbline.leads.LeadDetails;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.ui.FreeTimeFields;
import io.plumbline.shared.ui.WrongFields;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Where, with whom and when a lead comes first: only free times are offered. */
class FirstVisitFields extends Composite<FormLayout> {
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final Select<ClinicLabel> clinic = new Select<>();
    private final Select<PractitionerLabel> practitioner = new Select<>();
    private final FreeTimeFields times;
    private final List<Object> proposed;
    private boolean isChosen;

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
        var today = LocalDate.ofInstant(clock.instant(), preferred.zone());
        times = new FreeTimeFields(today, this::offered);
        choices(clinics);
        clinic.setValue(preferred);
        times.propose(today, null);
        proposed = times.choice();
        for (var choice : List.of(clinic, practitioner)) {
            choice.addValueChangeListener(e -> isChosen |= e.isFromClient());
        }
        getContent().add(clinic, practitioner, times);
        getContent().setColspan(times, 2);
    }

    private void choices(List<ClinicLabel> clinics) {
        clinic.setLabel("Clinic");
        clinic.setItems(clinics);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        practitioner.setLabel("Practitioner");
        practitioner.setItemLabelGenerator(PractitionerLabel::name);
        clinic.addValueChangeListener(e -> {
            practitioner.setItems(practitioners.workingAt(e.getValue().id()));
            practitioner.getListDataView().getItems().findFirst().ifPresent(practitioner::setValue);
        });
        practitioner.addValueChangeListener(e -> times.askAgain());
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
                                .timing(practitioner.getValue().id(), on, LocalTime.MIN)),
                schedule.closed(where, on));
    }

    /** Whether something was chosen that closing would lose. */
    boolean isChanged() {
        return isChosen || !times.choice().equals(proposed);
    }

    ClinicLabel clinic() {
        return clinic.getValue();
    }

    /** What is chosen, or empty with the messages at the fields. */
    Optional<FirstVisit> read() {
        var wrong = new WrongFields();
        wrong.refuseEmpty(practitioner, "Choose a practitioner");
        var start = times.read();
        return wrong.areNone()
                ? start.map(at -> new FirstVisit(
                        clinic.getValue().id(), practitioner.getValue().id(), at.toLocalDate(), at.toLocalTime()))
                : Optional.empty();
    }

    /** Says that somebody was quicker, with the next free time one click away. */
    void taken(SlotTaken taken) {
        times.taken(taken.getMessage(), taken.nextStart());
    }
}
