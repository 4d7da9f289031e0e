package io.plumbline.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.OfferedService;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Moving a visit on the screen. */
@DemoTest
class MovePanelTest extends ScheduleScreenSteps {
    @Test
    @WithStaff("frontdesk")
    void closingAsksForConfirmationBeforeDiscardingANewTime() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 7), LocalTime.of(12, 0));
        open("schedule?appointment=" + visit);
        test(button("Move…")).click();
        times().setValue(freeTimes().getLast());
        test(button("Cancel")).click();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void draggingAnAppointmentOnlyProposesTheMove() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2027, 1, 13), LocalTime.of(12, 0));
        open("schedule?day=2027-01-13");
        assertThat(block("Ana Vidal", "12:00–").getElement().getAttribute("draggable"))
                .isEqualTo("true");
        var lane = block("Ana Vidal", "12:00–").getElement().getParent();
        assertThat(lane.getClassList()).contains("day-lane");
        drop(lane, visit, 0.5);
        assertThat(find(MovePanel.class).exists()).isTrue();
        assertThat(screen()).contains("Move Ana Vidal");
        assertThat(practitionerField().getValue().id()).isEqualTo(lena());
        var proposed = times().getValue();
        assertThat(proposed).isNotNull().isNotEqualTo(LocalTime.of(12, 0));
        assertThat(appointments.find(visit).orElseThrow().row().at())
                .as("it moves once that is confirmed")
                .isEqualTo(LocalTime.of(12, 0));
        test(button("Move")).click();
        assertThat(appointments.find(visit).orElseThrow().row().at()).isEqualTo(proposed);
        test(button("Undo")).click();
        assertThat(appointments.find(visit).orElseThrow().row().at()).isEqualTo(LocalTime.of(12, 0));
    }

    @Test
    @WithStaff("manager")
    void movingAServiceThatNeedsARoomOffersAnyFreeRoom() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 7), LocalTime.of(13, 0));
        changeServices(true);
        try {
            open("schedule?appointment=" + visit);
            test(button("Move…")).click();
            assertThat(rooms().getEmptySelectionCaption()).isEqualTo("Any free room");
        } finally {
            changeServices(false);
        }
    }

    private static void drop(Element lane, AppointmentId visit, double share) {
        var data = JacksonUtils.createObjectNode();
        data.put("event.detail.appointment", visit.toString());
        data.put("event.detail.share", share);
        lane.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(lane, "appointment-drop", data));
    }

    private void changeServices(boolean needRooms) {
        var setup = clinics.setup(harbour()).orElseThrow();
        clinics.change(
                harbour(),
                setup.details().version(),
                setup.details().draft(),
                new ClinicOffer(
                        setup.offer().dayParts(),
                        setup.offer().rooms(),
                        setup.offer().services().stream()
                                .map(service -> new OfferedService(
                                        service.code(),
                                        service.name(),
                                        service.minutes(),
                                        service.bufferMinutes(),
                                        needRooms,
                                        service.active()))
                                .toList()));
    }

    @SuppressWarnings("unchecked")
    private Select<ClinicRoom> rooms() {
        return (Select<ClinicRoom>) find(Select.class).withLabel("Room").single();
    }
}
