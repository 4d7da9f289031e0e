package io.plumbline.access.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.access.accounts.KnownPractitioners;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts on the screen: invite, change, switch off; and the manager who confirms a role on the start page. */
@DemoTest
class AccountListViewTest extends SpringBrowserlessTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    IdentityService identity;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    ClinicService clinics;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("admin")
    void invitingShowsTheLinkOnceForCopying() {
        open(Routes.NEW_ACCOUNT);
        test(field("User name")).setValue("lena.berg");
        test(field("Display name")).setValue("Lena Berg");
        test(group("Roles")).selectItem("Front desk");
        test(group("Clinics")).selectItem("Harbour Street");
        test(button("Invite and show the link")).click();

        assertThat(path()).startsWith("accounts/");
        var link = field("One-time link").getValue();
        assertThat(link).matches("http.*/invitation/[\\w-]{43}");
        assertThat(screen()).contains("Lena Berg", "Invited", "within 30 minutes", "Front desk", "Harbour Street");
        assertThat(find(Button.class).withText("Copy the link").exists()).isTrue();

        var address = path();
        open(Routes.ACCOUNTS);
        open(address);
        assertThat(find(TextField.class).withLabel("One-time link").exists())
                .as("nobody reads it again")
                .isFalse();
        assertThat(screen()).contains("Valid for 30 more minutes");
    }

    @Test
    @WithStaff("admin")
    void errorsAreShownAtTheirFieldsAndTypedTextIsKept() {
        open(Routes.NEW_ACCOUNT);
        test(button("Invite and show the link")).click();
        assertThat(field("User name").getErrorMessage()).isEqualTo("Enter a user name");
        assertThat(group("Roles").getErrorMessage()).contains("Choose at least one role");

        test(field("User name")).setValue("Manager");
        test(field("Display name")).setValue("Somebody Else");
        test(group("Roles")).selectItem("Therapist");
        test(button("Invite and show the link")).click();
        assertThat(field("User name").getErrorMessage()).contains("taken");
        test(field("User name")).setValue("somebody.else");
        test(button("Invite and show the link")).click();
        assertThat(group("Clinics").getErrorMessage()).contains("Choose the clinic where this person treats");
        assertThat(field("Display name").getValue()).isEqualTo("Somebody Else");
        assertThat(path()).isEqualTo(Routes.NEW_ACCOUNT);
    }

    @Test
    @WithStaff("admin")
    void leavingAnUnsavedAccountAsksForConfirmation() {
        open(Routes.NEW_ACCOUNT);
        test(field("User name")).setValue("half");
        UI.getCurrent().navigate(Routes.PRACTITIONERS);
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(field("User name").getValue()).isEqualTo("half");
    }

    @Test
    @WithStaff("admin")
    void aStaleEditShowsTheColleaguesChangeAndKeepsTheUsersText() {
        var id = invited(Role.FRONT_DESK);
        open(Routes.account(id));
        test(button("Edit…")).click();
        test(field("Display name")).setValue("As I typed it");
        var now = accounts.open(id).orElseThrow();
        accounts.change(
                id,
                now.version(),
                new AccountDraft(
                        now.draft().username(), "As another wrote", now.draft().roles(), Set.of(harbour())));
        test(button("Save")).click();
        assertThat(screen()).contains("changed this account in the meantime", "As another wrote", "still here");
        assertThat(field("Display name").getValue()).isEqualTo("As I typed it");
        test(button("Save")).click();
        assertThat(accounts.open(id).orElseThrow().draft().displayName()).isEqualTo("As I typed it");
    }

    @Test
    @WithStaff("admin")
    void otherRolesAskForThePasswordWhereItWasGivenSomeTimeAgo() {
        var id = invited(Role.FRONT_DESK);
        open(Routes.account(id));
        test(button("Edit…")).click();
        group("Roles").setValue(Set.of(Role.AUDITOR));
        test(button("Save")).click();
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Confirm with your password");
        assertThat(accounts.open(id).orElseThrow().draft().roles()).containsExactly(Role.FRONT_DESK);

        test(find(PasswordField.class).single()).setValue("demo-admin-pass");
        answer(find(Dialog.class).single(), "Continue");
        assertThat(accounts.open(id).orElseThrow().draft().roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    @WithStaff("admin")
    void savingAgainAfterAConflictKeepsTheColleaguesOtherChanges() {
        identity.prove("demo-admin-pass");
        var id = invited(Role.FRONT_DESK);
        open(Routes.account(id));
        test(button("Edit…")).click();
        test(field("Display name")).setValue("Renamed only");
        var now = accounts.open(id).orElseThrow();
        accounts.change(
                id,
                now.version(),
                new AccountDraft(
                        now.draft().username(),
                        now.draft().displayName(),
                        Set.of(Role.AUDITOR),
                        now.draft().clinics()));
        test(button("Save")).click();
        assertThat(screen()).contains("the roles are now");
        test(button("Save")).click();
        var saved = accounts.open(id).orElseThrow().draft();
        assertThat(saved.displayName()).isEqualTo("Renamed only");
        assertThat(saved.roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    @WithStaff("admin")
    void anAccountIsDeactivatedAfterConfirmationAndReactivated() {
        var id = invited(Role.AUDITOR);
        open(Routes.account(id));
        test(button("Deactivate…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(accounts.open(id).orElseThrow().status()).isEqualTo(AccountStatus.SWITCHED_OFF);
        assertThat(screen()).contains("Deactivated");
        assertThat(find(Button.class).withText("New link").exists()).isFalse();
        test(button("Reactivate")).click();
        assertThat(screen()).contains("Invited", "No active link");
        test(button("New link")).click();
        assertThat(field("One-time link").getValue()).contains("/invitation/");
    }

    @Test
    @WithStaff("admin")
    void theUsersOwnAccountCannotBeDeactivatedNorItsRolesChanged() {
        open(Routes.account(staff.as("admin", () -> CurrentUser.current().staff())));
        assertThat(find(Button.class).withText("Deactivate…").exists()).isFalse();
        assertThat(screen()).contains("This is your own account");
        test(button("Edit…")).click();
        assertThat(group("Roles").isEnabled()).isFalse();
        assertThat(group("Clinics").isEnabled()).isFalse();
    }

    @Test
    @WithStaff("manager")
    void theManagerConfirmsOrDeclinesARoleOnTheStartPage() {
        var therapist = active(Role.THERAPIST);
        var chiropractor = active(Role.CHIROPRACTOR);
        open(Routes.CLINICS);
        open(Routes.START);
        assertThat(screen())
                .contains("Roles to confirm", "as therapist", "Granted by Sam Okafor")
                .containsPattern("[0-9]+ roles to confirm[.]");
        test(named("Confirm " + nameOf(therapist) + " as therapist")).click();
        assertThat(screen()).contains(nameOf(therapist) + " as therapist is confirmed.");
        test(named("Decline " + nameOf(chiropractor) + " as chiropractor")).click();
        assertThat(rolesOf(therapist)).containsExactly(Role.THERAPIST);
        assertThat(rolesOf(chiropractor)).isEmpty();
        open(Routes.CLINICS);
        open(Routes.START);
        assertThat(screen())
                .doesNotContain(nameOf(therapist) + " as therapist", nameOf(chiropractor) + " as chiropractor")
                // whom an administrator gave an account here is told all the same
                .contains("New accounts at your clinics", nameOf(therapist) + ", therapist", nameOf(chiropractor));
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDesksStartPageShowsNoRolesToConfirmAndNoFirstSteps() {
        open(Routes.START);
        assertThat(screen()).doesNotContain("Roles to confirm", "First steps");
    }

    @Test
    @WithStaff("admin")
    void aNewLinkSaysThatUsingItSuspendsClinicalRoles() {
        var therapist = active(Role.THERAPIST);
        open(Routes.account(therapist));
        test(button("New link")).click();
        assertThat(screen()).doesNotContain("Once it is used");
        var now = accounts.open(therapist).orElseThrow();
        staff.doAs("manager", () -> roles.confirm(therapist, now.version(), Role.THERAPIST));
        open(Routes.ACCOUNTS);
        open(Routes.account(therapist));
        test(button("New link")).click();
        assertThat(screen())
                .contains("Once it is used, " + nameOf(therapist) + " can work as Therapist again after a manager");
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesWhoMadeTheLinkOfANewPassword() {
        var therapist = active(Role.THERAPIST);
        roles.confirm(
                therapist,
                staff.as("admin", () -> accounts.open(therapist)).orElseThrow().version(),
                Role.THERAPIST);
        choosePassword(staff.as(
                "admin",
                () -> accounts.newLink(
                        therapist, accounts.open(therapist).orElseThrow().version())));
        open(Routes.CLINICS);
        open(Routes.START);
        assertThat(screen())
                .contains(nameOf(therapist) + " as therapist", "a link that Sam Okafor made", "Ask them in person");
        test(named("Decline " + nameOf(therapist) + " as therapist")).click();
    }

    private StaffId active(Role role) {
        return staff.as("admin", () -> {
            var name = "person" + PEOPLE.incrementAndGet();
            var invitation = accounts.invite(new AccountDraft(name, name, Set.of(role), Set.of(harbour())));
            choosePassword(invitation);
            return invitation.account();
        });
    }

    private void choosePassword(Invitation invitation) {
        var password = "four words side by side";
        staff.doAs("system", () -> links.choosePassword(invitation.token(), password, password));
    }

    @Test
    @WithStaff("admin")
    void anExistingPractitionerIsInvitedAsThatPractitionerAndSeesTheirVisits() {
        var cora = StaffId.next();
        var thursday = LocalDate.of(2026, 11, 26);
        var hours =
                List.of(new WorkingHours(harbour(), thursday.getDayOfWeek(), LocalTime.of(9, 0), LocalTime.of(17, 0)));
        staff.doAs(
                "manager",
                () -> practitioners.add(
                        cora,
                        new PractitionerDraft(
                                "Dr.", "Cora", "Chiro", Set.of(Discipline.CHIROPRACTIC), Set.of("English"), hours)));
        var patient = staff.as("frontdesk", () -> patients.list(null, 1)).getFirst();
        staff.doAs(
                "frontdesk",
                () -> schedule.book(new Booking(
                        harbour(),
                        cora,
                        patient.id(),
                        AppointmentType.CONSULTATION,
                        thursday,
                        LocalTime.of(16, 0),
                        30)));

        open(Routes.NEW_ACCOUNT);
        test(field("Display name")).setValue("cora chiro");
        assertThat(select("Practitioner").getHelperText()).contains("choose them here");
        test(field("Display name")).setValue("");
        choose("Practitioner", "Dr. Cora Chiro");
        assertThat(field("Display name").getValue()).isEqualTo("Dr. Cora Chiro");
        test(field("User name")).setValue("cora.chiro");
        test(group("Roles")).selectItem("Front desk");
        test(group("Clinics")).selectItem("Harbour Street");
        test(button("Invite and show the link")).click();
        assertThat(group("Roles").getErrorMessage()).contains("Choose a clinical role");
        test(group("Roles")).deselectItem("Front desk");
        test(group("Roles")).selectItem("Chiropractor");
        test(button("Invite and show the link")).click();
        assertThat(path()).isEqualTo(Routes.account(cora));

        var link = field("One-time link").getValue();
        var token = link.substring(link.lastIndexOf('/') + 1);
        staff.doAs("system", () -> links.choosePassword(token, "four words side by side", "four words side by side"));
        staff.doAs(
                "manager",
                () -> roles.confirm(
                        cora,
                        staff.as(
                                "admin", () -> accounts.open(cora).orElseThrow().version()),
                        Role.CHIROPRACTOR));
        var theirs = staff.as("cora.chiro", () -> schedule.calendar(harbour(), thursday, thursday))
                .columns();
        assertThat(theirs).singleElement().satisfies(column -> {
            assertThat(column.practitioner()).isEqualTo(cora);
            assertThat(column.appointments()).singleElement().satisfies(visit -> assertThat(visit.patient())
                    .isEqualTo(patient.id()));
        });
        assertThat(staff.as("cora.chiro", () -> patients.open(patient.id()))).isPresent();

        open(Routes.NEW_ACCOUNT);
        assertThat(choices("Practitioner")).doesNotContain("Dr. Cora Chiro");
        open("practitioners/" + cora);
        assertThat(screen()).doesNotContain("cannot sign in");
    }

    @Test
    @WithStaff("admin")
    @SuppressWarnings("unchecked")
    void eachRoleHoldsAtTheClinicsThatAreChosenForIt() {
        open(Routes.NEW_ACCOUNT);
        test(field("User name")).setValue("two.roles");
        test(field("Display name")).setValue("Two Roles");
        test(group("Roles")).selectItem("Front desk");
        test(group("Clinics")).selectItem("Harbour Street");
        test(group("Clinics")).selectItem("Old Mill");
        assertThat(find(RadioButtonGroup.class)
                        .withLabel("Where each role holds")
                        .exists())
                .as("there is nothing to choose for one role")
                .isFalse();
        test(group("Roles")).selectItem("Therapist");
        RadioButtonGroup<String> where =
                find(RadioButtonGroup.class).withLabel("Where each role holds").single();
        test(where).selectItem("Different clinics for each role");
        test(group("Front desk at")).deselectItem("Old Mill");
        test(group("Therapist at")).deselectItem("Harbour Street");
        test(group("Therapist at")).deselectItem("Old Mill");
        test(button("Invite and show the link")).click();
        assertThat(group("Therapist at").getErrorMessage()).contains("Choose at least one clinic");
        test(group("Therapist at")).selectItem("Harbour Street");
        test(button("Invite and show the link")).click();
        assertThat(where.getErrorMessage()).contains("Choose a role at each of the clinics");
        test(group("Therapist at")).deselectItem("Harbour Street");
        test(group("Therapist at")).selectItem("Old Mill");
        test(button("Invite and show the link")).click();

        assertThat(path()).startsWith("accounts/");
        assertThat(screen())
                .contains("Front desk at Harbour Street", "Therapist at Old Mill, to be confirmed by a manager");
        test(button("Edit…")).click();
        assertThat(group("Front desk at").getValue()).hasSize(1);
        test(button("Save")).click();
        assertThat(screen()).contains("Front desk at Harbour Street");
    }

    @SuppressWarnings("unchecked")
    private Select<KnownPractitioners.WithoutAccount> select(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private void choose(String label, String name) {
        var select = select(label);
        select.setValue(select.getListDataView()
                .getItems()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private List<String> choices(String label) {
        return find(Select.class).withLabel(label).exists()
                ? select(label)
                        .getListDataView()
                        .getItems()
                        .map(KnownPractitioners.WithoutAccount::name)
                        .toList()
                : List.of();
    }

    private StaffId invited(Role role) {
        var name = "person" + PEOPLE.incrementAndGet();
        return accounts.invite(new AccountDraft(name, name, Set.of(role), Set.of(harbour())))
                .account();
    }

    private ClinicId harbour() {
        return clinics.labels().values().stream()
                .filter(clinic -> clinic.code().equals("harbour"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String nameOf(StaffId id) {
        return staff.as("admin", () -> accounts.open(id).orElseThrow().draft().displayName());
    }

    private Set<Role> rolesOf(StaffId id) {
        return staff.as("admin", () -> {
            var now = accounts.open(id).orElseThrow();
            return now.draft().roles().stream()
                    .filter(role -> !now.pending().contains(role))
                    .collect(Collectors.toSet());
        });
    }

    private String path() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Button named(String name) {
        return labelled(find(Button.class).all(), name);
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Object> group(String label) {
        return find(CheckboxGroup.class)
                .withCondition(group -> group.getLabel().equals(label))
                .single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
