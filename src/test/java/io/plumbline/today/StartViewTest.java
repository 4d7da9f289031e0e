package io.plumbline.today;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.OutsideDocument;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** What each role sees first. */
@DemoTest
class StartViewTest extends SpringBrowserlessTest {
    @Autowired
    private ScheduleService schedule;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private Staff staff;

    @Autowired
    private ScreeningService screening;

    @Autowired
    private SafetyService safety;

    @Autowired
    private ClinicService clinics;

    @Autowired
    private PatientService patients;

    @Autowired
    private CareTeamService careTeam;

    @Test
    @WithStaff("manager")
    void theManagersStartPageListsTheMostUrgentWorkFirst() {
        open(Routes.START);
        assertThat(find(H1.class).single().getText()).matches("\\d+ leads are past the response target");
        assertThat(headings())
                .startsWith("Before any call", "Call first", "Then")
                .contains("Response target met, last 8 weeks", "Today", "Funnel, last 8 weeks");
        assertThat(actions("Call"))
                .as("the most overdue first")
                .startsWith("Goran Gupta")
                .hasSize(5);
        assertThat(tasks())
                .as("a row for each kind of work, the safety of patients first")
                .containsSubsequence(
                        "Adverse reactions to follow up",
                        "Credentials to renew",
                        "Notes unsigned for 48 hours",
                        "Plans without a next visit");
        assertThat(addressOf("Plans without a next visit")).isEqualTo("plans?only=not-booked");
        assertThat(screen())
                .contains("Referral outcome overdue since ")
                .containsPattern(
                        "\\. \\d+ clinical holds?, \\d+ adverse reactions?, \\d+ calls?, \\d+ plans?.* need you\\.")
                .doesNotContain("Fever", "Fracture", "Possible", "thrombosis", "Reason for care");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDesksStartPageListsCallsAndArrivals() {
        open(Routes.START);
        assertThat(numbers())
                .containsExactly(
                        "Leads to call now",
                        "Checkout orders to book",
                        "Patients to call back",
                        "Arrivals",
                        "Past visits to close");
        assertThat(screen()).contains("10:00 AM Ruth Salem", "Massage with Tom Eriksen · Booked");
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorsStartPageListsVisitsNotesAndRedFlags() {
        open(Routes.START);
        assertThat(numbers())
                .containsExactly(
                        "Adverse reactions to follow up",
                        "Plans to decide first",
                        "My visits today",
                        "My unsigned notes",
                        "Red flags and leads to review",
                        "Referrals to follow up");
        assertThat(screen())
                .contains("10:00 AM Ana Vidal", "U · Urgent · Possible fragility fracture", "Answer overdue since");
    }

    @Test
    @WithStaff("farid")
    void theEmergenciesOfTheClinicStandFirstForEveryChiropractorAndOpenWhenTaken() {
        var clinic = clinics.myLabelsAs(List.of(Role.CHIROPRACTOR)).getFirst().id();
        // whom no other test knows
        var nadia = staff.as(
                "manager",
                () -> patients.add(new PatientDraft("Nadia", "Fortuna", LocalDate.of(1985, 5, 6), null, null), clinic));
        var ada = staff.as("chiropractor", () -> CurrentUser.current().staff());
        staff.doAs("manager", () -> careTeam.join(nadia, ada));
        staff.as("chiropractor", () -> screening.raise(nadia, clinic, Map.of("RF-CES-1", ScreeningAnswer.YES)));
        // the start page that is open already would stay as it is
        open(Routes.FLAGS);
        open(Routes.START);
        var first = find(ListItem.class)
                .withCondition(item -> item.getClassNames().contains("task"))
                .all()
                .stream()
                .map(item -> item.getElement().getTextRecursively())
                .limit(6)
                .toList();
        assertThat(first).anyMatch(row -> row.contains("Nadia Fortuna") && row.contains("E · Emergency"));
        assertThat(first).anyMatch(row -> row.contains("Carmen Ibáñez") && row.contains("E · Emergency"));
        assertThat(screen()).doesNotContain("saddle", "bladder");
        var take = find(Button.class)
                .withCondition(button -> button.getAriaLabel().orElse("").equals("Take it: Nadia Fortuna"))
                .all()
                .getFirst();
        test(take).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith(Routes.PATIENTS + "/");
        assertThat(screen()).contains("Nadia Fortuna", "Clinical hold", "saddle");
        staff.doAs("chiropractor", () -> safety.findByPatient(nadia).stream()
                .filter(FlagDetails::isInForce)
                .forEach(flag -> safety.decide(
                        flag.id(),
                        flag.version(),
                        FlagDecision.cleared(
                                "Answered by mistake in the form",
                                EvidenceDraft.inWords(
                                                new Examiner.Named("Dr. Lena Ortiz", "neurologist"),
                                                LocalDate.of(2026, 11, 24),
                                                "Reflexes and sensation are normal")
                                        .with(ClearanceFinding.NORMAL_EXAMINATION, null)
                                        .from("Fable Valley Hospital", OutsideDocument.ASKED)))));
        open(Routes.START);
        assertThat(screen()).doesNotContain("Nadia Fortuna");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistBeginsANoteFromTheStartPage() {
        open(Routes.START);
        assertThat(numbers())
                .containsExactly(
                        "Adverse reactions to follow up", "My visits today", "My unsigned notes", "Flags open today");
        assertThat(screen()).contains("Anand Mehta", "R · Refer · Possible fracture risk");
        var write = find(Button.class).withText("Write note").all().getFirst();
        test(write).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith(Routes.NOTES + "/");
    }

    @Test
    @WithStaff("auditor")
    void theAuditorsStartPageListsBreakGlassAccess() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("Break-glass access");
        assertThat(screen()).contains("Do first", "Tom Eriksen opened P-").doesNotContain("Marin");
    }

    @Test
    @WithStaff("admin")
    void theAdministratorsStartPageListsInvitedAndUnconfirmedAccounts() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("Invited or awaiting confirmation");
        assertThat(screen()).contains("Nadia Fell");
    }

    @Test
    @WithStaff("manager")
    void theSafetyOfAPatientComesFirstAndOnlyItsFirstActionIsFilled() {
        open(Routes.START);
        var filled = Stream.concat(
                        find(Anchor.class).withClassName("filled").all().stream(),
                        find(Button.class)
                                .withCondition(button -> button.getThemeNames().contains("primary"))
                                .all()
                                .stream())
                .toList();
        assertThat(filled).hasSize(1);
        var first = find(ListItem.class)
                .withCondition(item -> item.getClassNames().stream().anyMatch(name -> name.startsWith("tone-")))
                .all()
                .getFirst();
        assertThat(first.getClassNames()).contains("tone-clinical");
        assertThat(first.getChildren().toList().getLast()).isEqualTo(filled.getFirst());
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesTheResponseTargetAndTheFunnelOfTheLastWeeks() {
        open(Routes.START);
        assertThat(screen()).contains("Response target met, last 8 weeks", "Funnel, last 8 weeks", "Received");
    }

    @Test
    @WithStaff("therapist")
    void whoMayNotReadTheReportSeesNoResults() {
        open(Routes.START);
        assertThat(screen()).doesNotContain("Response target met", "Funnel");
    }

    @Test
    @WithStaff("frontdesk")
    void todayIsAStripWithALaneForEachPractitioner() {
        open(Routes.START);
        assertThat(strip())
                .startsWith("Appointments today: ")
                .contains("booked")
                .contains("It is 10:");
        assertThat(screen()).contains("Dr. Ada Novak", "Lena Berg", "Tom Eriksen");
        assertThat(find(Html.class).all())
                .extracting(Html::getInnerHtml)
                .as("in words for screen readers")
                .anyMatch(table -> table.contains("11:00–11:50 AM") && table.contains("Ana Vidal"));
    }

    @Test
    @Timeout(60)
    @WithStaff("frontdesk")
    void aCheckInByAColleagueAppearsWithoutAReload() {
        open(Routes.START);
        var page = find(Main.class).single().getChildren().findFirst().orElseThrow();
        var visit = schedule.today().stream()
                .filter(row -> row.status() == AppointmentStatus.BOOKED)
                .findFirst()
                .orElseThrow();
        var before = strip();
        appointments.mark(visit.id(), visit.version(), AppointmentStatus.ARRIVED);
        try {
            var session = VaadinSession.getCurrent();
            while (page.isAttached() && !Thread.interrupted()) {
                // what is pushed waits for the session: it runs here, where somebody is signed in
                if (!session.getPendingAccessQueue().isEmpty()) {
                    session.unlock();
                    session.lock();
                }
            }
            assertThat(strip()).isNotEqualTo(before).contains(" here");
        } finally {
            appointments.takeBack(visit.id(), visit.version() + 1);
        }
    }

    @Test
    @WithStaff("therapist")
    void aCliniciansStripShowsTheirOwnDayByName() {
        open(Routes.START);
        assertThat(strip()).startsWith("Appointments today: ");
        assertThat(find(Span.class).withClassName("chart-phase").all())
                .extracting(Span::getText)
                .contains("Ruth Salem", "Léa Brandt")
                .doesNotContain("Ivo Marin");
    }

    @Test
    @WithStaff("admin")
    void whoSeesNoAppointmentsHasNoStrip() {
        open(Routes.START);
        assertThat(screen()).doesNotContain("Appointments today");
    }

    private String strip() {
        return find(Div.class).withClassName("chart-drawing").all().stream()
                .map(drawing -> drawing.getElement().getAttribute("aria-label"))
                .filter(label -> label.startsWith("Appointments today"))
                .findFirst()
                .orElseThrow();
    }

    /** The title of a number is its last word. */
    private List<String> numbers() {
        return find(Anchor.class).withClassName("number").all().stream()
                .map(number ->
                        number.getChildren().toList().getLast().getElement().getText())
                .toList();
    }

    private List<String> headings() {
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    /** The first words of each row. */
    private List<String> tasks() {
        return find(ListItem.class).withClassName("task").all().stream()
                .map(item -> item.getChildren().filter(Div.class::isInstance).findFirst())
                .flatMap(Optional::stream)
                .map(words -> words.getChildren()
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getTextRecursively())
                .toList();
    }

    private String addressOf(String title) {
        return find(Anchor.class).withClassName("act").all().stream()
                .filter(act -> act.getElement().getAttribute("aria-label").endsWith(": " + title))
                .findFirst()
                .orElseThrow()
                .getHref();
    }

    private List<String> actions(String verb) {
        return find(Anchor.class).withClassName("act").all().stream()
                .map(action -> action.getElement().getAttribute("aria-label"))
                .filter(label -> label.startsWith(verb + ": "))
                .map(label -> label.substring(verb.length() + 2))
                .collect(Collectors.toList());
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
