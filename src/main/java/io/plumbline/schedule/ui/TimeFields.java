package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AvailableSlot;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.FreeTimeFields;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields for practitioner, room and time that booking and moving share. Only free times are offered. */
final class TimeFields extends Composite<Div> {
    /** Returns the free times for the current choice. */
    interface Free {
        List<LocalTime> times(AvailableSlot availableSlot, TimeSlot wanted);
    }

    private final ScheduleService schedule;
    private final Free free;
    private final PractitionerService practitioners;
    private final Select<PractitionerLabel> practitioner = new Select<>();
    private final Select<ClinicRoom> room = new Select<>();
    private final FreeTimeFields times;
    private ClinicId clinic;
    private @Nullable AvailableSlot availableSlot;

    TimeFields(
            ScheduleService schedule, PractitionerService practitioners, ClinicId clinic, LocalDate today, Free free) {
        this.schedule = schedule;
        this.free = free;
        this.practitioners = practitioners;
        this.clinic = clinic;
        practitioner.setLabel("Practitioner");
        practitioner.setItemLabelGenerator(PractitionerLabel::name);
        room.setLabel("Room");
        room.setItemLabelGenerator(chosen -> chosen == null ? "" : chosen.name());
        times = new FreeTimeFields(today, this::offered);
        practitioner.addValueChangeListener(e -> times.refresh());
        room.addValueChangeListener(e -> times.refresh());
        var content = getContent();
        content.addClassName("fields");
        content.add(practitioner, room, times);
        at(clinic);
    }

    /** Offers the practitioners and rooms of a clinic. */
    void at(ClinicId chosen) {
        clinic = chosen;
        var rooms = schedule.rooms(chosen);
        room.setItems(rooms);
        room.setVisible(!rooms.isEmpty());
        offerPractitioners();
    }

    /** Offers the practitioners of a service, and times for its duration. */
    void forOffer(AvailableSlot chosen) {
        availableSlot = chosen;
        room.setEmptySelectionAllowed(true);
        var none = chosen.needsRoom() ? "Any free room" : "No room";
        room.setEmptySelectionCaption(none);
        room.setPlaceholder(none);
        offerPractitioners();
    }

    private void offerPractitioners() {
        var before = practitioner.getValue();
        var discipline = availableSlot == null ? null : availableSlot.type().discipline();
        var able = practitioners.workingAt(clinic).stream()
                .filter(label -> discipline == null || label.disciplines().contains(discipline))
                .toList();
        practitioner.setItems(able);
        able.stream()
                .filter(label -> before != null && label.id().equals(before.id()))
                .findFirst()
                .ifPresent(practitioner::setValue);
        times.refresh();
    }

    /** Proposes values; the rest stays to be chosen. */
    void propose(@Nullable StaffId whom, @Nullable Object roomId, LocalDate on, @Nullable LocalTime at) {
        practitioner
                .getListDataView()
                .getItems()
                .filter(label -> label.id().equals(whom))
                .findFirst()
                .ifPresent(practitioner::setValue);
        room.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(roomId))
                .findFirst()
                .ifPresent(room::setValue);
        times.propose(on, at);
    }

    /** Offers the times of another day; a chosen time is kept if it is free then too. */
    void turnTo(LocalDate on) {
        times.propose(on, null);
    }

    /** Sets what follows when the user chooses a day. */
    void onDay(Consumer<LocalDate> action) {
        times.onDay(action);
    }

    /** Returns the values of the fields. */
    List<Object> choice() {
        return List.of(
                Optional.ofNullable(practitioner.getValue()), Optional.ofNullable(room.getValue()), times.choice());
    }

    private FreeTimeFields.Offered offered(LocalDate on) {
        var chosen = availableSlot;
        if (chosen == null || practitioner.isEmpty()) {
            return FreeTimeFields.Offered.notYet("Choose the practitioner first");
        }
        if (chosen.needsRoom() && !room.isVisible()) {
            return FreeTimeFields.Offered.notYet(
                    "This service needs a room, and the clinic has none. A manager can add rooms under Clinics");
        }
        return FreeTimeFields.Offered.of(
                free.times(chosen, timeSlot(chosen, on.atStartOfDay())), schedule.closed(clinic, on));
    }

    private TimeSlot timeSlot(AvailableSlot chosen, LocalDateTime at) {
        return new TimeSlot(
                practitioner.getValue().id(),
                room.getValue() == null ? null : room.getValue().id(),
                at.toLocalDate(),
                at.toLocalTime(),
                chosen.minutes(),
                chosen.bufferMinutes());
    }

    /** Returns the chosen time slot; empty, with messages at the fields, if something is missing. */
    Optional<TimeSlot> read() {
        var chosen = availableSlot;
        var wrong = new FormErrors();
        var isUnknown = wrong.refuseEmpty(practitioner, "Choose a practitioner");
        var start = times.read(wrong);
        return chosen == null || isUnknown ? Optional.empty() : start.map(at -> timeSlot(chosen, at));
    }

    /** Shows that the time was taken, and offers the next free time. */
    void taken(SlotTaken taken) {
        times.taken(taken.getMessage(), taken.nextStart());
    }

    void focus() {
        if (practitioner.isEmpty()) {
            practitioner.focus();
        } else {
            times.focus();
        }
    }
}
