package io.plumbline.practitioners.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.LinkableAccount;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.ExpiringCredential;
import io.plumbline.practitioners.directory.PractitionerDirectoryService;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.practitioners.directory.PractitionerRow;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.practitioners.supervision.SupervisorChoice;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What managers do with clinics and practitioners, and what everybody else reads of them. */
@DemoTest
class PractitionerViewTest extends SpringBrowserlessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    AccountService accounts;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    ClinicService clinics;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    PractitionerDirectoryService directory;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("manager")
    void theManagerRenamesAClinic() {
        open(Routes.clinic(clinic("mill")));
        assertThat(text("Name").getValue()).isEqualTo("Old Mill");
        test(text("Name")).setValue("The Old Mill");
        test(button("Save")).click();
        assertThat(title()).isEqualTo("Clinics");
        assertThat(screen()).contains("The Old Mill");
        open(Routes.clinic(clinic("mill")));
        test(text("Name")).setValue("Old Mill");
        test(button("Save")).click();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12                        | Enter the phone number in full, such as (602) 555-0142, or with its country code
                    555-0100                  | Enter the phone number in full, such as (602) 555-0142, or with its country code
                    ask at the desk           | Enter the phone number in full, such as (602) 555-0142, or with its country code
                    1234567890123456789012345 | A phone number has at most 24 characters
                    """)
    @WithStaff("manager")
    void anInvalidPhoneNumberIsRefusedAtItsFieldAndKept(String typed, String message) {
        open(Routes.clinic(clinic("mill")));
        test(text("Phone")).setValue(typed);
        test(button("Save")).click();
        assertThat(text("Phone").getErrorMessage()).isEqualTo(message);
        assertThat(text("Phone").isInvalid()).isTrue();
        assertThat(text("Phone").getValue()).isEqualTo(typed);
        test(text("Phone")).setValue("+1 212-555-0100");
        test(button("Save")).click();
        assertThat(title()).isEqualTo("Clinics");
    }

    @Test
    @WithStaff("manager")
    void aPhoneNumberIsReadInTheClinicsCountryAndCanBeRemoved() {
        open(Routes.clinic(clinic("mill")));
        assertThat(text("Phone").getValue()).isEqualTo("+1 212-555-0100");
        test(text("Phone")).setValue("(212) 555-0101");
        test(button("Save")).click();
        assertThat(clinics.labels().get(clinic("mill")).phone()).hasToString("+12125550101");
        assertThat(screen()).contains("Phone", "+1 212-555-0101");
        open(Routes.clinic(clinic("mill")));
        test(text("Phone")).setValue(" ");
        test(button("Save")).click();
        assertThat(screen()).contains("No number set");
        open(Routes.clinic(clinic("mill")));
        test(text("Phone")).setValue("212 555 0100");
        test(button("Save")).click();
    }

    @Test
    @WithStaff("manager")
    void aServiceKindCanHaveTheClinicsOwnName() {
        open(Routes.clinic(clinic("mill")));
        assertThat(screen()).contains("Consultation", "Assessment", "Adjustment", "Massage", "Exercise session");
        assertThat(screen()).contains("In links: massage").doesNotContain("Add a service");
        var called = find(TextField.class).withLabel("Service name").all().stream()
                .filter(field -> field.getValue().equals("Massage"))
                .findFirst()
                .orElseThrow();
        test(called).setValue("Hot stone massage");
        test(button("Save")).click();
        assertThat(clinics.servicesOf(clinic("mill")))
                .extracting(OfferedService::code, OfferedService::name)
                .contains(tuple("massage", "Hot stone massage"))
                .hasSize(5);
        open(Routes.clinic(clinic("mill")));
        test(find(TextField.class).withLabel("Service name").all().stream()
                        .filter(field -> field.getValue().equals("Hot stone massage"))
                        .findFirst()
                        .orElseThrow())
                .setValue("Massage");
        test(button("Save")).click();
    }

    @Test
    @WithStaff("manager")
    void errorsInAClinicAreShownAtTheirFields() {
        open(Routes.clinic(clinic("harbour")));
        test(time("Monday until")).setValue(LocalTime.of(7, 0));
        test(button("Save")).click();
        assertThat(time("Monday until").isInvalid()).isTrue();
        assertThat(time("Monday until").getErrorMessage()).isEqualTo("Later than 8:00 AM");
        test(time("Monday until")).setValue(LocalTime.of(19, 0));
        test(text("Short code")).setValue("mill");
        test(button("Save")).click();
        assertThat(text("Short code").getErrorMessage()).isEqualTo(ClinicService.CODE_TAKEN);
        assertThat(text("Short code").getValue()).isEqualTo("mill");
        assertThat(zone().isReadOnly()).as("something is booked there").isTrue();
    }

    @Test
    @WithStaff("manager")
    void anUnknownTimeZoneIsRefusedAndKept() {
        open(Routes.NEW_CLINIC);
        test(text("Name")).setValue("North");
        test(text("Short code")).setValue("north");
        country().setValue("DE");
        zone().setValue("Europe/Atlantis");
        test(button("Add clinic")).click();
        assertThat(zone().getErrorMessage()).isEqualTo("Choose a time zone from the list, such as Europe/Berlin");
        assertThat(zone().getValue()).isEqualTo("Europe/Atlantis");
    }

    @Test
    @WithStaff("manager")
    void allErrorsInANewClinicAreShownAtOnce() {
        open(Routes.NEW_CLINIC);
        test(text("Short code")).setValue("North Side");
        test(button("Add a room")).click();
        test(button("Add clinic")).click();
        assertThat(text("Name").getErrorMessage()).isEqualTo("Enter the clinic's name");
        assertThat(text("Short code").getErrorMessage()).isEqualTo("2 to 16 lowercase letters or digits");
        assertThat(country().getErrorMessage()).isEqualTo("Choose the country");
        assertThat(text("Emergency number").getErrorMessage()).isEqualTo("Enter the number to call in an emergency");
        assertThat(text("Room").getErrorMessage()).isEqualTo("Give the room a name");
        test(text("Name")).setValue("North");
        test(button("Add clinic")).click();
        assertThat(text("Name").isInvalid()).isFalse();
        assertThat(text("Room").isInvalid()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void theListOfClinicsShowsTheirCountries() {
        open(Routes.CLINICS);
        assertThat(screen()).contains("Country", "United States");
    }

    @Test
    @WithStaff("manager")
    void aStaleClinicEditKeepsTheUsersTextAndTakesOverTheRest() {
        var id = clinic("harbour");
        open(Routes.clinic(id));
        var seen = clinics.setup(id).orElseThrow();
        clinics.change(
                id,
                seen.details().version(),
                seen.details().draft(),
                new ClinicOffer(
                        seen.offer().dayParts(),
                        List.of(ClinicRoom.named("Quiet room")),
                        seen.offer().services()));
        test(text("Emergency number")).setValue("112");
        test(button("Save")).click();
        assertThat(screen()).contains("Maren Holt changed this clinic in the meantime: rooms");
        assertThat(text("Emergency number").getValue()).isEqualTo("112");
        assertThat(find(TextField.class).withLabel("Room").all())
                .extracting(TextField::getValue)
                .contains("Quiet room");
        test(button("Save")).click();
        var now = clinics.setup(id).orElseThrow();
        assertThat(now.details().draft().emergencyNumber()).isEqualTo("112");
        assertThat(now.offer().rooms()).extracting(ClinicRoom::name).contains("Quiet room");
    }

    @Test
    @WithStaff("manager")
    void aPhoneNumberSetByAColleagueIsTakenOverAndReported() {
        var id = clinic("mill");
        open(Routes.clinic(id));
        var seen = clinics.setup(id).orElseThrow();
        var draft = seen.details().draft();
        clinics.change(
                id,
                seen.details().version(),
                new ClinicDraft(
                        draft.code(),
                        draft.name(),
                        draft.zone(),
                        draft.country(),
                        new PhoneNumber("+12125550177"),
                        draft.emergencyNumber(),
                        draft.responseTargetMinutes(),
                        draft.hours(),
                        draft.closedDays(),
                        draft.combinedCare(),
                        draft.address()),
                seen.offer());
        test(text("Emergency number")).setValue("112");
        test(button("Save")).click();
        assertThat(screen()).contains("Maren Holt changed this clinic in the meantime: phone.");
        assertThat(text("Phone").getValue()).isEqualTo("+1 212-555-0177");
        assertThat(text("Emergency number").getValue()).isEqualTo("112");
        test(text("Phone")).setValue("+1 212-555-0100");
        test(text("Emergency number")).setValue("911");
        test(button("Save")).click();
        assertThat(clinics.setup(id).orElseThrow().details().draft()).isEqualTo(draft);
    }

    @Test
    @WithStaff("manager")
    void leavingAnUnsavedClinicAsksForConfirmation() {
        open(Routes.clinic(clinic("harbour")));
        test(text("Name")).setValue("Half typed");
        open(Routes.CLINICS);
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(text("Name").getValue()).isEqualTo("Half typed");
    }

    @Test
    @WithStaff("manager")
    void anUnknownClinicOrPractitionerIsNotAvailable() {
        open(Routes.clinic(ClinicId.next()));
        assertThat(title()).isEqualTo("Not available");
        open(Routes.practitioner(StaffId.next()));
        assertThat(title()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesExpiringCredentialsMostUrgentFirst() {
        open(Routes.PRACTITIONERS + "?ending");
        assertThat(rowsOf(find(Grid.class).single(), ExpiringCredential.class))
                .extracting(ExpiringCredential::daysLeft)
                .containsExactly(-10L, 7L, 30L, 60L);
    }

    @Test
    @WithStaff("therapist")
    void thePractitionerFilterIsInTheAddress() {
        navigateWith(Map.of("credential", "expired", "clinic", "mill"));
        assertThat(rows()).extracting(PractitionerRow::name).containsExactly("Nora Lindqvist");
        navigateWith(Map.of("name", "erik"));
        assertThat(rows()).extracting(PractitionerRow::name).containsExactly("Tom Eriksen");
        assertThat(text("Name").getValue()).isEqualTo("erik");
        assertThat(find(Button.class).withText("New practitioner").exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void anExpiredKeptSearchIsExplainedAboveTheListUntilTheNextSearch() {
        var over = "Your search ended with your session, so this list is unfiltered. Search again.";
        navigateWith(Map.of("search", "ofasessionthatisover"));
        assertThat(find(Span.class).withText(over).exists()).isTrue();
        test(text("Name")).setValue("erik");
        assertThat(find(Span.class).withText(over).exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void aSearchedNameIsNotInTheAddress() {
        navigateWith(Map.of());
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        test(text("Name")).setValue("erik");
        assertThat(rows()).extracting(PractitionerRow::name).containsExactly("Tom Eriksen");
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                        .flatMap(call -> call.getInvocation().getParameters().stream())
                        .map(String::valueOf)
                        .filter(told -> told.startsWith(Routes.PRACTITIONERS)))
                .singleElement()
                .asString()
                .contains("search=")
                .doesNotContain("erik");
    }

    @Test
    @WithStaff("manager")
    void aCredentialIsAddedAndVerifiedByTheManager() {
        open(Routes.practitioner(named("Jonas Ruiz")));
        test(button("Add credential…")).click();
        kind().setValue(CredentialKind.FIRST_AID);
        test(text("Issued by, or state")).setValue("Example Rescue");
        test(day("Valid from")).setValue(TODAY.minusDays(1));
        answer(find(Dialog.class).single(), "Add");
        assertThat(text("Number").getErrorMessage()).isEqualTo("Enter the number on the credential");
        test(text("Number")).setValue("FA 7");
        type(day("Last valid day"), "31/12/2030");
        answer(find(Dialog.class).single(), "Add");
        assertThat(day("Last valid day").getErrorMessage())
                .as("letters that are no day are not taken for no day")
                .startsWith("Enter a day such as 11/24/2026");
        type(day("Last valid day"), "");
        answer(find(Dialog.class).single(), "Add");
        assertThat(screen()).contains("FA 7 · Example Rescue", "Nobody has verified it");
        test(labelled(find(Button.class).all(), "Verify First aid")).click();
        assertThat(screen()).contains("Verified by Maren Holt on Nov 24, 2026");
    }

    @Test
    @WithStaff("manager")
    void deactivatingAPractitionerShowsTheirRemainingAppointments() {
        var jonas = named("Jonas Ruiz");
        open(Routes.practitioner(jonas));
        test(button("Deactivate…")).click();
        assertThat(textOf(find(Dialog.class).single()))
                .containsPattern("\\d appointments are still booked from today on");
        answer(find(Dialog.class).single(), "Deactivate");
        assertThat(screen()).contains("No longer works here");
        test(button("Reactivate")).click();
        assertThat(practitioners.find(jonas).orElseThrow().active()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void linkingAnAccountTwiceIsRefusedAtItsField() {
        var account = staff.as("system", () -> {
            var draft =
                    new AccountDraft("linked", "Linked Twice", Set.of(Role.CHIROPRACTOR), Set.of(clinic("harbour")));
            var id = accounts.create(draft, "long enough to sign in");
            roles.confirm(id, 0, Role.CHIROPRACTOR);
            return id;
        });
        open(Routes.NEW_PRACTITIONER);
        account()
                .setValue(account()
                        .getListDataView()
                        .getItems()
                        .filter(choice -> choice.staff().equals(account))
                        .findFirst()
                        .orElseThrow());
        var draft = new PractitionerDraft(
                "", "Linked", "Before", Set.of(Discipline.CHIROPRACTIC), Set.of("English"), List.of());
        practitioners.add(account, draft);
        test(text("Given name")).setValue("Linked");
        test(text("Family name")).setValue("After");
        disciplines().setValue(Set.of(Discipline.CHIROPRACTIC));
        test(button("Add practitioner")).click();
        assertThat(account().getErrorMessage()).contains("already has this account");
        assertThat(account().isInvalid()).isTrue();
        assertThat(text("Family name").getValue()).isEqualTo("After");
    }

    @Test
    @WithStaff("manager")
    void aPartialAbsenceNeedsBothTimesAndCountsOnlyThatDaysAppointments() {
        open(Routes.practitioner(named("Jonas Ruiz")));
        test(button("Add absence…")).click();
        day("First day away").setValue(TODAY.minusDays(1));
        day("Last day away").setValue(TODAY.plusDays(60));
        assertThat(textOf(find(Dialog.class).single())).contains("still booked in that time");
        test(find(Checkbox.class).withLabel("Only part of the day").single()).click();
        assertThat(textOf(find(Dialog.class).single()))
                .as("the last day is hidden and counts no more")
                .contains("Nothing is booked on that day");
        time("Away from").setValue(null);
        answer(find(Dialog.class).single(), "Add");
        assertThat(time("Away from").getErrorMessage()).startsWith("Enter when the absence starts");
        assertThat(time("Away until").isInvalid()).isFalse();
        time("Away from").setValue(LocalTime.of(12, 0));
        time("Away until").setValue(null);
        answer(find(Dialog.class).single(), "Add");
        assertThat(time("Away until").getErrorMessage()).startsWith("Enter when the absence ends");
    }

    @Test
    @WithStaff("manager")
    void anAbsenceDuringBookedVisitsShowsTheirNumberAndLinksToTheSchedule() {
        open(Routes.practitioner(named("Ada Novak")));
        test(button("Add absence…")).click();
        day("First day away").setValue(TODAY);
        day("Last day away").setValue(TODAY.plusDays(1));
        answer(find(Dialog.class).single(), "Add");
        assertThat(screen()).containsPattern("\\d appointments are still booked in that time");
        assertThat(find(Anchor.class)
                        .withText("Open the schedule of Tue, Nov 24")
                        .single()
                        .getHref())
                .isEqualTo("schedule?clinic=harbour&day=2026-11-24");
    }

    @Test
    @WithStaff("manager")
    void aRenewalIsPrefilledFromTheOldCredential() {
        open(Routes.practitioner(named("Ada Novak")));
        test(find(Button.class).withText("Renew…").all().getFirst()).click();
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Add a credential");
        assertThat(text("Number").getValue()).isNotEmpty();
        assertThat(day("Valid from").getValue()).isAfter(TODAY);
        assertThat(day("Last valid day").isEmpty()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private Select<LinkableAccount> account() {
        return find(Select.class).withLabel("Account").single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Discipline> disciplines() {
        return find(CheckboxGroup.class).all().stream()
                .filter(group -> group.getLabel().startsWith("Discipline"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @WithStaff("manager")
    void anEditNeedsAFamilyNameAndKeepsOtherFields() {
        var lena = named("Lena Berg");
        open(Routes.practitioner(lena));
        test(button("Edit")).click();
        test(text("Family name")).setValue(" ");
        test(text("Languages")).setValue("English, Portuguese, English");
        test(button("Save")).click();
        assertThat(text("Family name").getErrorMessage()).isEqualTo("Enter the family name");
        test(text("Family name")).setValue("Berg");
        test(button("Save")).click();
        assertThat(practitioners.find(lena).orElseThrow().draft().languages())
                .containsExactlyInAnyOrder("English", "Portuguese");
        assertThat(screen()).contains("English, Portuguese");
    }

    @Test
    @WithStaff("therapist")
    void colleaguesCanReadButNotEditAPractitioner() {
        open(Routes.practitioner(named("Lena Berg")));
        assertThat(title()).isEqualTo("Lena Berg");
        assertThat(screen()).contains("11:00 AM to 7:00 PM", "Away").doesNotContain("Vacation");
        assertThat(find(Button.class).withText("Edit").exists()).isFalse();
        assertThat(find(Button.class).withText("Add credential…").exists()).isFalse();
    }

    private ClinicId clinic(String code) {
        return clinics.labels().values().stream()
                .filter(label -> label.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @WithStaff("manager")
    void theManagerNamesTheSupervisorAndEndsTheSupervision() {
        var mateus = named("Mateus Oliveira");
        open(Routes.practitioner(mateus));
        assertThat(screen()).contains("No supervisor. Session notes need no co-signature.");
        test(button("Name a supervisor…")).click();
        answer(find(Dialog.class).single(), "Save");
        assertThat(supervisor().getErrorMessage()).isEqualTo("Choose a supervisor");
        choose("Tom Eriksen");
        answer(find(Dialog.class).single(), "Save");
        assertThat(screen()).contains("Tom Eriksen", "Co-signs the session notes, named on");
        open(Routes.practitioner(named("Tom Eriksen")));
        assertThat(screen()).contains("Co-signs the notes of", "Mateus Oliveira");
        open(Routes.practitioner(mateus));
        test(button("End supervision…")).click();
        answer(find(Dialog.class).single(), "End supervision");
        assertThat(screen()).contains("No supervisor.");
    }

    @Test
    @WithStaff("manager")
    void aSupervisorWhoWasNamedInTheMeantimeIsToldByTheField() {
        var mateus = named("Mateus Oliveira");
        open(Routes.practitioner(mateus));
        test(button("Name a supervisor…")).click();
        choose("Tom Eriksen");
        supervisions.name(mateus, -1, named("Tom Eriksen"));
        answer(find(Dialog.class).single(), "Save");
        assertThat(supervisor().getErrorMessage()).startsWith("A colleague changed the supervision in the meantime.");
        assertThat(supervisor().getValue()).as("what was chosen stays").isNotNull();
        supervisions.end(mateus, supervisions.find(mateus).orElseThrow().version());
    }

    private void choose(String name) {
        supervisor()
                .setValue(supervisor()
                        .getListDataView()
                        .getItems()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<SupervisorChoice> supervisor() {
        return find(ComboBox.class).withLabel("Supervisor").single();
    }

    private StaffId named(String name) {
        return staff.as("manager", () -> directory.list(PractitionerFilter.none(), null, 100)).stream()
                .filter(row -> row.name().endsWith(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void navigateWith(Map<String, String> query) {
        UI.getCurrent().navigate(Routes.PRACTITIONERS, QueryParameters.simple(query));
    }

    private List<PractitionerRow> rows() {
        return rowsOf(find(Grid.class).single(), PractitionerRow.class);
    }

    private TextField text(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private TimePicker time(String spoken) {
        return labelled(find(TimePicker.class).all(), spoken);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return find(ComboBox.class).withLabel("Time zone").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> country() {
        return find(ComboBox.class).withLabel("Country").single();
    }

    @SuppressWarnings("unchecked")
    private Select<CredentialKind> kind() {
        return find(Select.class).withLabel("Kind").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
