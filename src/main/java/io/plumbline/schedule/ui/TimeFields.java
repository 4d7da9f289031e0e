package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.FreeTime;
import io.plumbline.schedule.Offer;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.Timing;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** With whom, where and when: the fields that booking and moving share. Only free times are offered. */
final class TimeFields extends Composite<Div> {
    /** Which times are free for what is chosen. */
    interface Free {
        List<LocalTime> times(Offer offer, Timing wanted);
    }

    private final ScheduleService schedule;
    private final Free free;
    private final PractitionerService practitioners;
    private final Select<PractitionerLabel> practitioner = new Select<>();
    private final Select<ClinicRoom> room = new Select<>();
    private final DatePicker day = Days.field("Day");
    private final Select<LocalTime> time = new Select<>();
    private final Div proposal = new Div();
    private ClinicId clinic;
    private @Nullable Offer offer;
    private @Nullable LocalTime wanted;

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
        time.setLabel("Free time");
        time.setItemLabelGenerator(Dates::time);
        time.setPlaceholder("Choose");
        day.setMin(today);
        practitioner.addValueChangeListener(e -> offerTimes());
        room.addValueChangeListener(e -> offerTimes());
        day.addValueChangeListener(e -> offerTimes());
        var content = getContent();
        content.addClassName("fields");
        content.add(practitioner, room, day, time, proposal);
        at(clinic);
    }

    /** Offers who works and which rooms there are at a clinic. */
    void at(ClinicId chosen) {
        clinic = chosen;
        var rooms = schedule.rooms(chosen);
        room.setItems(rooms);
        room.setVisible(!rooms.isEmpty());
        offerPractitioners();
    }

    /** Offers who gives it, and times for as long as it takes. */
    void forOffer(Offer chosen) {
        offer = chosen;
        room.setEmptySelectionAllowed(true);
        room.setEmptySelectionCaption(chosen.needsRoom() ? "Any free room" : "No room");
        offerPractitioners();
    }

    private void offerPractitioners() {
        var before = practitioner.getValue();
        var discipline = offer == null ? null : offer.type().discipline();
        var able = practitioners.workingAt(clinic).stream()
                .filter(label -> discipline == null || label.disciplines().contains(discipline))
                .toList();
        practitioner.setItems(able);
        able.stream()
                .filter(label -> before != null && label.id().equals(before.id()))
                .findFirst()
                .ifPresent(practitioner::setValue);
        offerTimes();
    }

    /** Proposes what is meant; the rest stays to be chosen. */
    void propose(@Nullable StaffId whom, @Nullable Object roomId, LocalDate on, @Nullable LocalTime at) {
        wanted = at;
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
        day.setValue(on);
        offerTimes();
    }

    /** What stands in the fields. */
    List<Object> choice() {
        return List.of(
                Optional.ofNullable(practitioner.getValue()),
                Optional.ofNullable(room.getValue()),
                Optional.ofNullable(day.getValue()),
                Optional.ofNullable(time.getValue()));
    }

    private void offerTimes() {
        var offered = timing(LocalTime.MIN)
                .map(asked -> free.times(Objects.requireNonNull(offer), asked))
                .orElse(List.of());
        var before = time.getValue() == null ? wanted : time.getValue();
        time.setItems(offered);
        time.setInvalid(false);
        if (before != null && offered.contains(before)) {
            time.setValue(before);
        }
        time.setHelperText(helper(offered));
        proposal.removeAll();
    }

    private String helper(List<LocalTime> offered) {
        if (practitioner.isEmpty() || day.isEmpty()) {
            return "Choose practitioner and day first";
        }
        var chosen = offer;
        if (chosen != null && chosen.needsRoom() && !room.isVisible()) {
            return "This needs a room, and the clinic has none: the manager adds rooms under Clinics";
        }
        return offered.isEmpty() ? "No free time on this day: choose another day or practitioner" : "";
    }

    private Optional<Timing> timing(LocalTime at) {
        var chosen = offer;
        if (chosen == null || practitioner.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Timing(
                practitioner.getValue().id(),
                room.getValue() == null ? null : room.getValue().id(),
                Objects.requireNonNull(day.getValue()),
                at,
                chosen.minutes(),
                chosen.bufferMinutes()));
    }

    /** What is agreed; empty where something is not chosen, which the fields then say. */
    Optional<Timing> read() {
        practitioner.setErrorMessage("Choose a practitioner");
        practitioner.setInvalid(practitioner.isEmpty());
        day.setErrorMessage("Choose a day");
        day.setInvalid(day.isInvalid() || day.isEmpty());
        time.setErrorMessage("Choose a free time");
        time.setInvalid(time.isEmpty());
        var isWhole = !practitioner.isInvalid() && !day.isInvalid() && !time.isInvalid();
        return isWhole ? timing(time.getValue()) : Optional.empty();
    }

    /** Says that somebody was quicker, and offers the next free time. */
    void taken(SlotTaken taken) {
        wanted = null;
        time.clear();
        offerTimes();
        time.setErrorMessage(taken.getMessage());
        time.setInvalid(true);
        var next = taken.next();
        if (next != null) {
            var take = new Button("Take " + Dates.dayAndTime(next.on(), next.at(), ""), e -> take(next));
            proposal.add(Ui.div("cluster", take));
            take.focus();
        }
    }

    private void take(FreeTime next) {
        wanted = next.at();
        time.clear();
        day.setValue(next.on());
        offerTimes();
        time.focus();
    }

    void focus() {
        if (practitioner.isEmpty()) {
            practitioner.focus();
        } else {
            time.focus();
        }
    }
}
