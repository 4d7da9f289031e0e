package io.plumbline.access.ui.account;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.factors.FactorSteps;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two-step sign-in on the screen of one's own account. */
@DemoTest
class SecondFactorSectionTest extends SpringBrowserlessTest {
    @Autowired
    SecondFactorService factors;

    @Autowired
    IdentityService identity;

    @Autowired
    ClinicService clinics;

    @Autowired
    Clock clock;

    private SecondFactorSection section;

    @Test
    @WithStaff("frontdesk")
    void itIsSetUpKeptAndTurnedOff() {
        show();
        assertThat(textOf(section)).contains("Off.").doesNotContain("requires");
        test(button("Set up two-step sign-in")).click();
        test(find(PasswordField.class).single()).setValue("demo-frontdesk-pass");
        answer(find(Dialog.class).single(), "Confirm");
        assertThat(find(Svg.class, section).all()).isNotEmpty();

        var field = find(TextField.class).withLabel("Code from the app").single();
        test(field).setValue("12 345");
        test(button("Turn on")).click();
        assertThat(field.getErrorMessage()).contains("six digits");
        assertThat(field.getValue()).isEqualTo("12 345");

        test(button("Cancel")).click();
        assertThat(textOf(section)).as("nothing was changed").contains("Off.");

        test(button("Set up two-step sign-in")).click();
        var key = FactorSteps.typed(textOf(section).replaceAll("(?s).*?((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}).*", "$1"));
        test(find(TextField.class).withLabel("Code from the app").single())
                .setValue(FactorSteps.codeAt(key, clock.instant()));
        test(button("Turn on")).click();
        assertThat(find(UnorderedList.class, section).single().getChildren()).hasSize(10);
        assertThat(textOf(section)).contains("not shown again");

        test(button("I have kept them")).click();
        assertThat(textOf(section)).contains("On since", "10 recovery codes are left");
        assertThat(factors.findMine().isOn()).isTrue();

        test(button("New recovery codes…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(UnorderedList.class, section).single().getChildren()).hasSize(10);
        test(button("I have kept them")).click();

        test(button("Turn off…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(textOf(section)).contains("Off.");
        assertThat(factors.findMine().isOn()).isFalse();
    }

    private void show() {
        section = new SecondFactorSection(factors, identity, clinics);
        UI.getCurrent().add(section);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
