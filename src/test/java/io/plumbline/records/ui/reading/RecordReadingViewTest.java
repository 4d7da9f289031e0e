package io.plumbline.records.ui.reading;

import static io.plumbline.support.Screen.confirm;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The privacy officer opens a record with a reason, reads it section by section, and ends the access. */
@DemoTest
class RecordReadingViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Test
    @WithStaff("auditor")
    void aRecordIsOpenedWithAReasonReadSectionBySectionAndClosed() {
        open(Routes.BREAK_GLASS);
        assertThat(find(Anchor.class).withText("Read a record…").single().getHref())
                .isEqualTo(Routes.BREAK_GLASS_RECORD);
        open(Routes.BREAK_GLASS_RECORD);
        number().setValue("P-99999999");
        test(button("Open for 60 minutes")).click();
        assertThat(reason().getErrorMessage()).isEqualTo("The reason is missing");
        reason().setValue("A complaint that needs an answer today");
        test(button("Open for 60 minutes")).click();
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-auditor-pass");
        assertThat(number().getErrorMessage()).startsWith("No patient has this number");
        assertThat(reason().getValue()).isEqualTo("A complaint that needs an answer today");
        number().setValue(staff.as("manager", () -> patients.search("Hana Sato"))
                .getFirst()
                .number());
        test(button("Open for 60 minutes")).click();

        assertThat(find(H1.class).single().getText()).isEqualTo("Hana Sato");
        assertThat(screen()).contains("Break-glass access until");
        var person = find(Details.class).all().getFirst();
        assertThat(person.getSummaryText()).isEqualTo("Person (1)");
        person.setOpened(true);
        assertThat(textOf(person)).contains("Family name", "Sato");

        test(button("End access")).click();
        assertThat(find(H1.class).single().getText()).isEqualTo("Break-glass access");
    }

    @Test
    @WithStaff("auditor")
    void anAddressAloneOpensNoRecord() {
        var number = staff.as("manager", () -> patients.search("Hana Sato"))
                .getFirst()
                .number();
        open(Routes.BREAK_GLASS_RECORD + "?patient=" + number);
        assertThat(find(H1.class).single().getText()).isEqualTo("Read a record");
        assertThat(number().getValue()).isEqualTo(number);
        assertThat(screen()).doesNotContain("Sato");
    }

    @Test
    @WithStaff("manager")
    void aManagerIsNotOfferedToReadARecord() {
        open(Routes.BREAK_GLASS);
        assertThat(find(Anchor.class).withText("Read a record…").exists()).isFalse();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    private TextField number() {
        return find(TextField.class).withLabel("Patient number").single();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
