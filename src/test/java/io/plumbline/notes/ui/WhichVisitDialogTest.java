package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.OpenVisit;
import io.plumbline.notes.VisitRow;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The note of a patient who walked in begins on the patient's page. */
@DemoTest
class WhichVisitDialogTest extends SpringBrowserlessTest {
    @Autowired
    NoteService notes;

    @Test
    @WithStaff("therapist")
    void theNoteOfAWalkInBeginsOnThePatientsPage() {
        open(Routes.patient(patientOfToday()));
        find(Button.class).withText("Write note…").single().click();
        answer(find(Dialog.class).single(), "Write note");
        assertThat(visits().getErrorMessage()).isEqualTo("Choose the visit that you write about");
        var walkIn = visits().getListDataView()
                .getItems()
                .filter(OpenVisit::isWalkIn)
                .findFirst()
                .orElseThrow();
        assertThat(visits().getItemLabelGenerator().apply(walkIn)).contains("today, without an appointment");
        visits().setValue(walkIn);
        answer(find(Dialog.class).single(), "Write note");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(walkIn.key().address());
        assertThat(textOf(find(Main.class).single())).contains(walkIn.service().label());
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<OpenVisit> visits() {
        return find(RadioButtonGroup.class, find(Dialog.class).single()).single();
    }

    private PatientId patientOfToday() {
        return notes.visitsToday().stream()
                .map(VisitRow::patient)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
