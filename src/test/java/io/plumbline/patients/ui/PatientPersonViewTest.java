package io.plumbline.patients.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier.FocusEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.related.RelatedKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who a patient is and who is around them; and the patients opened last under an empty search. */
@DemoTest
class PatientPersonViewTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Test
    @WithStaff("frontdesk")
    void aRelatedPersonIsAddedAndRemoved() {
        open(PatientTab.PERSON.address(added("Relative")));
        assertThat(screen()).contains("Related persons", "Referring source", "In the contacts book");
        test(find(Button.class).withText("Add a person…").single()).click();
        answer(find(Dialog.class).single(), "Add");
        assertThat(field("Name").getErrorMessage()).isEqualTo("Choose a patient above, or enter the name");
        relation().setValue(RelatedKind.SPOUSE);
        test(field("Name")).setValue("Pat Doe");
        test(field("Phone")).setValue("602-555-0161");
        answer(find(Dialog.class).single(), "Add");
        assertThat(screen()).contains("Pat Doe", "Spouse", "+1 602-555-0161");
    }

    @Test
    @WithStaff("frontdesk")
    void theFiveOpenedLastStandUnderAnEmptySearchOnly() {
        for (var name : new String[] {"Aone", "Btwo", "Cthree", "Dfour", "Efive", "Fsix"}) {
            open(Routes.patient(added(name)));
        }
        open(Routes.PATIENTS);
        assertThat(screen()).doesNotContain("Opened last");
        ComponentUtil.fireEvent(search(), new FocusEvent<>(search(), true));
        assertThat(screen()).contains("Opened last", "Fsix Last", "Btwo Last");
        assertThat(screen().substring(screen().indexOf("Opened last"), screen().indexOf("Btwo Last")))
                .contains("Fsix Last")
                .doesNotContain("Aone Last");
        test(search()).setValue("zzz");
        assertThat(find(LastOpened.class).exists()).isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void aKindOfPhoneWithoutANumberIsAskedAbout() {
        open(PatientTab.PERSON.address(added("Kind")) + "?edit");
        kind("Kind of phone 2").setValue(PhoneKind.WORK);
        test(find(Button.class).withText("Save").single()).click();
        assertThat(field("Phone 2").getErrorMessage()).isEqualTo("Enter the number of this phone, or clear its kind");
        kind("Kind of phone 2").clear();
        kind("Kind of phone").setValue(PhoneKind.HOME);
        test(find(Button.class).withText("Save").single()).click();
        assertThat(field("Phone").getErrorMessage()).isEqualTo("Enter the number of this phone, or clear its kind");
    }

    @Test
    @WithStaff("frontdesk")
    void anEmergencyContactWithoutANameIsAskedAbout() {
        open(PatientTab.PERSON.address(added("Contact")) + "?edit");
        test(field("Relationship")).setValue("Husband");
        test(find(Button.class).withText("Save").single()).click();
        assertThat(field("Emergency contact").getErrorMessage()).isEqualTo("Enter the name of the emergency contact");
    }

    @SuppressWarnings("unchecked")
    private Select<PhoneKind> kind(String label) {
        return (Select<PhoneKind>) find(Select.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked")
    private Select<RelatedKind> relation() {
        return (Select<RelatedKind>) find(Select.class).withCaption("Relation").single();
    }

    private TextField search() {
        return find(TextField.class).all().stream()
                .filter(field ->
                        field.getAriaLabel().filter("Search patients"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private PatientId added(String name) {
        var clinic = CurrentUser.current().clinics().iterator().next();
        return patients.add(new PatientDraft(name, "Last", null, null, null), clinic);
    }

    private String screen() {
        return textOf(UI.getCurrent().getCurrentView());
    }
}
