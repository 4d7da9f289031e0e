package io.plumbline;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.StoreAway;
import io.plumbline.support.AwayStore;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A save that fails because the database is away: what was typed stays, and the same button saves it afterwards. */
@SpringBootTest
@ActiveProfiles("test")
@Import(AwayStore.class)
class StoreAwayScreensTest extends SpringBrowserlessTest {
    @Autowired
    AwayStore store;

    @Test
    @WithStaff("frontdesk")
    void aNewPatientIsSavedByTheSameButtonOnceTheDatabaseIsBack() throws Exception {
        open("patients/new");
        test(field("Given name")).setValue("Away");
        test(field("Family name")).setValue("Patient");
        test(find(DatePicker.class).withLabel("Birth date").single()).setValue(LocalDate.of(1970, 5, 4));
        test(field("Phone")).setValue("+1 602 555 0193");
        isRefusedWhileAway("Add patient");
        assertThat(field("Family name").getValue()).isEqualTo("Patient");
        test(button("Add patient")).click();
        assertThat(find(H1.class).single().getText()).isEqualTo("Away Patient");
    }

    @Test
    @WithStaff("frontdesk")
    void aNewLeadIsSavedByTheSameButtonOnceTheDatabaseIsBack() throws Exception {
        open("leads/new");
        test(field("Name")).setValue("Away Lead");
        test(field("Phone or e-mail")).setValue("+16025550194");
        isRefusedWhileAway("Save and call");
        assertThat(field("Name").getValue()).isEqualTo("Away Lead");
        test(button("Save and call")).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).matches("leads/[0-9a-f-]{36}");
    }

    @Test
    @WithStaff("manager")
    void aNewPractitionerIsSavedByTheSameButtonOnceTheDatabaseIsBack() throws Exception {
        open("practitioners/new");
        test(field("Given name")).setValue("Away");
        test(field("Family name")).setValue("Practitioner");
        disciplines().setValue(Set.of(Discipline.CHIROPRACTIC));
        isRefusedWhileAway("Add practitioner");
        assertThat(field("Family name").getValue()).isEqualTo("Practitioner");
        test(button("Add practitioner")).click();
        assertThat(textOf(UI.getCurrent())).contains("Away Practitioner");
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Discipline> disciplines() {
        return find(CheckboxGroup.class).withLabel("Disciplines").single();
    }

    @Test
    @WithStaff("frontdesk")
    void aScreenThatCannotBeOpenedSaysWhy() throws Exception {
        store.during(() -> {
            open("schedule");
            return null;
        });
        assertThat(find(H1.class).single().getText()).isEqualTo("The database cannot be reached");
        assertThat(textOf(UI.getCurrent()))
                .contains("What was saved before is safe. Try again in a moment.")
                .doesNotContain("reference");
        open("schedule");
        assertThat(find(H1.class).single().getText()).isEqualTo("Tuesday 24 November");
    }

    private void isRefusedWhileAway(String button) throws Exception {
        store.during(() -> {
            assertThatThrownBy(() -> test(button(button)).click())
                    .satisfies(failed -> assertThat(StoreAway.isCauseOf(failed))
                            .as(failed.toString())
                            .isTrue());
            return null;
        });
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
