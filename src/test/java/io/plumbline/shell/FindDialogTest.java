package io.plumbline.shell;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.RouteConfiguration;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The search over everything shows what the person may open, and nothing else. */
@DemoTest
class FindDialogTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Test
    @WithStaff("manager")
    void aPatientTheirPlanAndTheirLeadAreFoundByName() {
        openFind();
        type("carl be");
        assertThat(textOf(dialog())).contains("Carl Berg", "P-");
        assertThat(addresses()).anyMatch(address -> address.startsWith(Routes.PATIENTS + "/"));
    }

    @Test
    @WithStaff("manager")
    void screensAndActionsAreFoundByTheBeginningsOfTheirWords() {
        openFind();
        type("new le");
        assertThat(addresses()).containsExactly(Routes.NEW_LEAD);
        type("duplic");
        assertThat(addresses()).contains(Routes.LEADS_DUPLICATES);
    }

    @Test
    @WithStaff("manager")
    void theImportIsFoundByWhatItImports() {
        openFind();
        for (var words : List.of("import patients", "import from a file", "import app", "old notes")) {
            type(words);
            assertThat(addresses()).as(words).containsOnlyOnce(Routes.PATIENT_IMPORTS);
        }
    }

    @Test
    @WithStaff("manager")
    void screensThatOnlyOtherScreensLeadToAreFoundToo() {
        openFind();
        type("duplicate pat");
        assertThat(addresses()).containsOnlyOnce(Routes.PATIENT_DUPLICATES);
        type("carried");
        assertThat(addresses()).containsOnlyOnce(Routes.CARRIED_TEXT);
        type("my account");
        assertThat(addresses()).containsOnlyOnce(Routes.MY_ACCOUNT);
        type("sign notes");
        assertThat(addresses()).as("not the manager's").doesNotContain(Routes.SIGN_NOTES);
    }

    /** No screen may be left out that opens without a record chosen first. */
    @Test
    @WithStaff("chiropractor")
    void everyScreenThatNeedsNothingChosenIsFoundByItsName() {
        openFind();
        var mine = RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                .filter(route -> route.getRouteParameters().isEmpty())
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(RolesAllowed.class))
                .filter(route -> Arrays.stream(route.getNavigationTarget()
                                .getAnnotation(RolesAllowed.class)
                                .value())
                        .anyMatch(CurrentUser::may))
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(PageTitle.class))
                .toList();
        assertThat(mine).hasSizeGreaterThan(15);
        for (var route : mine) {
            var title =
                    route.getNavigationTarget().getAnnotation(PageTitle.class).value();
            type(title.replace(" · Plumbline", ""));
            assertThat(addresses()).as(title).contains(route.getTemplate());
        }
    }

    @Test
    @WithStaff("therapist")
    void aTherapistFindsNeitherLeadsNorTheirActions() {
        openFind();
        type("new le");
        assertThat(addresses()).isEmpty();
        assertThat(textOf(dialog())).contains("Nothing matches");
        type("a");
        assertThat(textOf(dialog())).doesNotContain("Leads");
    }

    @Test
    @WithStaff("admin")
    void anAdministratorFindsNoPatient() {
        openFind();
        type("carl");
        assertThat(textOf(dialog())).doesNotContain("Carl");
    }

    @Test
    @WithStaff("manager")
    void aRecordViewedLatelyComesFirst() {
        var clinic = CurrentUser.current().clinics().iterator().next();
        var patient = Routes.patient(patients.add(new PatientDraft("Zora", "Findlay", null, null, null), clinic));
        openFind();
        type("zora fi");
        assertThat(textOf(dialog())).contains("Patients").doesNotContain("Recently viewed");
        open(patient);
        openFind();
        assertThat(addresses()).startsWith(patient);
        type("fi");
        assertThat(addresses()).startsWith(patient).containsOnlyOnce(patient);
        assertThat(textOf(dialog())).contains("Recently viewed");
    }

    @Test
    @WithStaff("manager")
    void markupAndEndlessTextFindNothingAndBreakNothing() {
        openFind();
        type("<img src=x onerror=alert(1)>");
        assertThat(textOf(dialog())).contains("Nothing matches");
        type("x".repeat(10_000));
        assertThat(textOf(dialog())).contains("Nothing matches");
    }

    private void openFind() {
        if (find(Dialog.class).exists()) {
            find(Dialog.class).single().close();
        }
        open(Routes.START);
        test(find(Button.class).withId("find").single()).click();
    }

    private void type(String text) {
        find(TextField.class, dialog()).single().setValue(text);
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }

    private List<String> addresses() {
        return find(Anchor.class, dialog()).all().stream().map(Anchor::getHref).toList();
    }
}
