package io.plumbline.records.ui.retention;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.records.retention.LegalHoldRow;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The privacy officer asks until when a record is kept, and places and lifts legal holds. */
@DemoTest
class RetentionViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    RetentionService retention;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("auditor")
    void aHoldIsPlacedAndNothingTypedIsLostWhenItIsRefused() {
        var number = number("Hana Sato");
        open(Routes.RETENTION);
        assertThat(textOf(find(Main.class).single())).contains("No rule: records are kept without end");
        test(button("Place a legal hold")).click();
        answer("Place the hold");
        assertThat(reason().getErrorMessage()).isEqualTo("Say why, in a few words");
        field().setValue("P-99999999");
        reason().setValue("District court, proceeding 12/2026");
        answer("Place the hold");
        assertThat(field().getErrorMessage()).startsWith("No patient has this number");
        assertThat(reason().getValue()).isEqualTo("District court, proceeding 12/2026");
        field().setValue(number);
        answer("Place the hold");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(newest(number).reason()).isEqualTo("District court, proceeding 12/2026");

        field().setValue(number);
        test(button("Keep until…")).click();
        answer("Show");
        assertThat(textOf(find(Dialog.class).single()))
                .contains("A legal hold is on the record.", "Without end", "Keep this record.");
    }

    @Test
    @WithStaff("auditor")
    void whoAskedToLiftAHoldReadsThatASecondPersonIsNeeded() {
        var number = number("Hana Sato");
        retention.place(number, "District court, proceeding 13/2026");
        dialog(number);
        test(button("Ask to lift…")).click();
        find(TextArea.class).withLabel("Reason").single().setValue("The proceeding ended");
        answer("Ask to lift");
        assertThat(textOf(find(Dialog.class).single()))
                .contains("You asked to lift this hold, so a second person has to lift it.", "The proceeding ended");
        assertThat(find(Button.class).withText("Lift the hold").exists()).isFalse();
        test(button("Take back")).click();
        assertThat(newest(number).liftReason()).isNull();
        assertThat(find(Button.class).withText("Ask to lift…").exists()).isTrue();
    }

    @Test
    @WithStaff("auditor")
    void aSecondPersonLiftsAHold() {
        var number = number("Hana Sato");
        var id = retention.place(number, "District court, proceeding 14/2026");
        jdbc.sql("""
                        update legal_hold set lift_reason = 'It ended', lift_asked_at = placed_at,
                        lift_asked_by = (select id from staff_account where username = 'manager') where id = ?""").param(Ids.bytes(id.value())).update();
        dialog(number);
        assertThat(find(Button.class).withText("Keep the hold").exists()).isTrue();
        test(button("Lift the hold")).click();
        assertThat(newest(number).isLasting()).isFalse();
        assertThat(textOf(find(Dialog.class).single())).contains("Lifted");
        assertThat(find(Button.class).withText("Lift the hold").exists()).isFalse();
    }

    @Test
    @WithStaff("auditor")
    void anUnknownNumberIsSaidAtTheField() {
        open(Routes.RETENTION);
        field().setValue("P-99999999");
        roundTrip();
        assertThat(field().getErrorMessage()).startsWith("No patient has this number");
        test(button("Keep until…")).click();
        answer("Show");
        assertThat(field().getErrorMessage()).startsWith("No patient has this number");
    }

    private void dialog(String number) {
        open(Routes.RETENTION);
        new LegalHoldDialog(retention, newest(number), clinics.ownZone(), () -> {}).open();
    }

    private LegalHoldRow newest(String number) {
        return retention.list(number, null, 10).getFirst();
    }

    private String number(String name) {
        return staff.as("manager", () -> patients.search(name)).getFirst().number();
    }

    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }

    private TextField field() {
        return find(TextField.class).withLabel("Patient number").all().getLast();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason for the hold").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
