package io.plumbline.schedule.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does on the screens of the schedule. */
abstract class ScheduleScreenSteps extends SpringBrowserlessTest {
    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ClinicService clinics;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    AppointmentId book(PatientRow whom, LocalDate on, LocalTime at) {
        return schedule.book(new Booking(harbour(), lena(), whom.id(), AppointmentType.CONSULTATION, on, at, 30));
    }

    void escape() {
        roundTrip();
        var dialogs = find(Dialog.class).all();
        ComponentUtil.fireEvent(dialogs.getLast(), new Dialog.DialogCloseActionEvent(dialogs.getLast(), true));
        roundTrip();
    }

    static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    void open(String address) {
        UI.getCurrent().navigate("no-such-place");
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length < 2 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    String title() {
        return find(H1.class).single().getText();
    }

    String screen() {
        roundTrip();
        return everything(UI.getCurrent().getElement())
                .map(Element::getTextRecursively)
                .collect(Collectors.joining(" "));
    }

    /** What is on the screen, the feet of dialogs too, which hang beside their children. */
    static Stream<Element> everything(Element element) {
        var beside = element.getNode().hasFeature(VirtualChildrenList.class)
                ? StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(
                                        element.getNode()
                                                .getFeature(VirtualChildrenList.class)
                                                .iterator(),
                                        Spliterator.ORDERED),
                                false)
                        .map(Element::get)
                : Stream.<Element>empty();
        return Stream.concat(
                Stream.of(element), Stream.concat(element.getChildren(), beside).flatMap(ScheduleViewTest::everything));
    }

    <C> Stream<C> all(Class<C> type) {
        roundTrip();
        return everything(UI.getCurrent().getElement())
                .map(Element::getComponent)
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast);
    }

    NativeButton block(String who, String what) {
        return find(NativeButton.class).all().stream()
                .filter(block -> {
                    var said = block.getElement().getTextRecursively();
                    return said.contains(who) && said.contains(what);
                })
                .findFirst()
                .orElseThrow();
    }

    Button button(String text) {
        return all(Button.class)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    Select<PractitionerLabel> practitionerField() {
        return (Select<PractitionerLabel>)
                find(Select.class).withLabel("Practitioner").single();
    }

    @SuppressWarnings("unchecked")
    RadioButtonGroup<LocalTime> times() {
        return (RadioButtonGroup<LocalTime>)
                find(RadioButtonGroup.class).withLabel("Free time").single();
    }

    List<LocalTime> freeTimes() {
        return times().getListDataView().getItems().toList();
    }

    PatientRow patient(String name) {
        return patients.search(name).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ClinicId harbour() {
        return new ClinicId(Ids.uuid(jdbc.sql("select id from clinic where code = 'harbour'")
                .query(byte[].class)
                .single()));
    }

    StaffId lena() {
        return new StaffId(
                Ids.uuid(jdbc.sql("select id from practitioner where family_name = 'Berg' and given_name = 'Lena'")
                        .query(byte[].class)
                        .single()));
    }
}
