package io.plumbline.patients.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager merges two records of one person and unmerges them; the old address leads to the other record. */
@DemoTest
class MergedRecordsTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Test
    @WithStaff("manager")
    void aManagerMergesARecordAndUnmergesIt() {
        var kept = added("Keptone");
        var merged = added("Mergedone");
        open(PatientTab.PERSON.address(kept));
        assertThat(textOf(UI.getCurrent())).contains("Merged records", "No other record of this person");
        press("Merge another record…");
        answer(find(Dialog.class).single(), "Merge");
        assertThat(find(TextField.class)
                        .withLabel("Why they are the same person")
                        .single()
                        .isInvalid())
                .as("the reason is asked by its field")
                .isTrue();
        other().setValue(row("Mergedone"));
        find(TextField.class)
                .withLabel("Why they are the same person")
                .single()
                .setValue("Same person, confirmed by phone");
        answer(find(Dialog.class).single(), "Merge");
        assertThat(find(Dialog.class).exists()).isFalse();

        open(Routes.patient(merged));
        assertThat(textOf(UI.getCurrent())).contains("Keptone", "is merged into", "You see both records here");
        open(PatientTab.PERSON.address(kept));
        assertThat(textOf(UI.getCurrent())).contains("Mergedone", "Same person, confirmed by phone");
        press("Unmerge…");
        answer(find(Dialog.class).single(), "Unmerge");
        open(Routes.patient(merged));
        assertThat(textOf(UI.getCurrent())).contains("Mergedone").doesNotContain("is merged into");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskMergesNothing() {
        var patient = added("Unmergeable");
        open(PatientTab.PERSON.address(patient));
        assertThat(textOf(UI.getCurrent())).doesNotContain("Merged records");
        assertThat(find(Button.class).withText("Merge another record…").exists())
                .isFalse();
    }

    private PatientId added(String familyName) {
        var clinic = CurrentUser.current().clinics().stream().findFirst().orElseThrow();
        return patients.add(new PatientDraft("Mira", familyName, null, null, null), clinic);
    }

    private PatientRow row(String name) {
        return patients.search(name).getFirst();
    }

    @SuppressWarnings("unchecked") // the dialog has one list of patients
    private ComboBox<PatientRow> other() {
        return (ComboBox<PatientRow>)
                find(ComboBox.class).withLabel("The other record").single();
    }

    private void press(String word) {
        test(find(Button.class).withText(word).single()).click();
    }
}
