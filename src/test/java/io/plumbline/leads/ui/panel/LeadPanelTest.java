package io.plumbline.leads.ui.panel;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadFollowUpService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallNoteService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.queue.EscalationService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads on the screen: entered by hand, corrected by two at once, given up. */
@DemoTest
class LeadPanelTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    LeadService leads;

    @Autowired
    EscalationService leadClock;

    @Autowired
    LeadFollowUpService leadsInTime;

    @Autowired
    ClinicService clinics;

    @Autowired
    CallNoteService notes;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    @WithStaff("frontdesk")
    void savingAgainAfterAConflictKeepsTheColleaguesOtherChanges() {
        var lead = received("Corrected Twice");
        open(Routes.lead(lead));
        test(button("Edit…")).click();
        test(field("Name")).setValue("Corrected By Me");
        var theirs = new LeadDraft(
                "Corrected Twice",
                new PhoneNumber("+16025550188"),
                null,
                "Told a colleague more",
                CallWindow.ANY_TIME,
                LeadSource.OTHER,
                harbour(),
                clock.instant());
        staff.doAs("manager", () -> leads.correct(lead, 0, theirs));
        test(button("Save")).click();
        assertThat(screen()).contains("changed this lead in the meantime", "Told a colleague more", "still here");
        assertThat(field("Name").getValue()).isEqualTo("Corrected By Me");
        assertThat(find(TextArea.class)
                        .withLabel("Concern, in their words")
                        .single()
                        .getValue())
                .isEqualTo("Told a colleague more");
        UI.getCurrent().navigate(Routes.START);
        test(find(ConfirmDialog.class).single()).cancel();
        test(button("Save")).click();
        var saved = leads.open(lead).orElseThrow().draft();
        assertThat(saved.fullName()).isEqualTo("Corrected By Me");
        assertThat(saved.phone()).isEqualTo(theirs.phone());
        assertThat(saved.concern()).isEqualTo("Told a colleague more");
    }

    @Test
    @WithStaff("frontdesk")
    void anEditKeepsTheCallWindow() {
        var from = LocalDate.now(clock).plusDays(2);
        var times = new CallWindow(Set.of(DayOfWeek.MONDAY), Set.of(DayPart.EVENING), from);
        var draft = new LeadDraft(
                "Not Before",
                new PhoneNumber("+16025550177"),
                null,
                "",
                times,
                LeadSource.OTHER,
                harbour(),
                clock.instant());
        var lead = staff.as("system", () -> leads.receive(draft, null));
        open(Routes.lead(lead));
        test(button("Edit…")).click();
        test(field("Name")).setValue("Not Before Then");
        test(button("Save")).click();
        var saved = leads.open(lead).orElseThrow().draft();
        assertThat(saved.fullName()).isEqualTo("Not Before Then");
        assertThat(saved.callWindow()).isEqualTo(times);
    }

    @Test
    @WithStaff("frontdesk")
    void theLanguageIsEditedAndShown() {
        var lead = received("Speaks Spanish");
        open(Routes.lead(lead));
        assertThat(screen()).doesNotContain("Language");
        test(button("Edit…")).click();
        test(field("Language")).setValue("Spanish");
        test(button("Save")).click();
        assertThat(screen()).contains("Language", "Spanish");
        assertThat(leads.open(lead).orElseThrow().draft().language()).isEqualTo("Spanish");
    }

    @Test
    @WithStaff("frontdesk")
    void aLeadEnteredByHandCarriesAnOperationIdAgainstDoubleSaving() {
        open(Routes.NEW_LEAD);
        test(field("Name")).setValue("By Hand Once");
        test(field("Phone or e-mail")).setValue("+16025550166");
        answer(find(Dialog.class).single(), "Save and call");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).matches("leads/[0-9a-f-]{36}");
        assertThat(screen()).contains("Claimed by you", "How did it end?");
        assertThat(jdbc.sql("select count(*) from consultation_lead where full_name = ? and operation_id is not null")
                        .param("By Hand Once")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @WithStaff("frontdesk")
    void enteringALeadAboveTheListKeepsTheListFilter() {
        open(Routes.LEADS_LIST + "?status=LOST");
        test(button("New lead")).click();
        var dialog = find(Dialog.class).single();
        test(field("Name")).setValue("Typed Above The List");
        test(field("Phone or e-mail")).setValue("above@example.org");
        answer(dialog, "Save");
        assertThat(dialog.isOpened()).isFalse();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo(Routes.LEADS_LIST + "?status=LOST");
    }

    @Test
    @WithStaff("frontdesk")
    void theLostReasonIsKeptOnEscapeAndOnAConflict() {
        var lead = received("Given Up");
        open(Routes.lead(lead));
        test(button("Mark as lost…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(dialog.isCloseOnOutsideClick()).isFalse();
        lostReason().setValue("Moved to another town");
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        assertThat(dialog.isOpened()).isTrue();
        test(find(ConfirmDialog.class).single()).cancel();

        staff.doAs("manager", () -> leads.lose(lead, 0, "Somebody else's reason"));
        answer(find(Dialog.class).single(), "Mark as lost");
        assertThat(dialog.isOpened()).isTrue();
        assertThat(textOf(dialog)).contains("changed this lead in the meantime; it is now lost", "still here");
        assertThat(lostReason().getValue()).isEqualTo("Moved to another town");
    }

    @Test
    @WithStaff("frontdesk")
    void closingAnUnsavedConversionAsksForConfirmation() {
        var lead = received("Converted Later");
        staff.doAs("frontdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        open(Routes.lead(lead));
        test(button("Convert…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(dialog.isCloseOnOutsideClick()).isFalse();
        test(field("Given name")).setValue("Con");
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    @SuppressWarnings("unchecked")
    void escapeInAConversionKeepsTheChosenPatient() {
        var draft =
                new PatientDraft("Keeps", "Chosen", LocalDate.of(1980, 5, 4), new PhoneNumber("+16025550189"), null);
        var known = patients.add(draft, harbour());
        var lead = received("Somebody Else");
        staff.doAs("frontdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        open(Routes.lead(lead));
        test(button("Convert…")).click();
        var dialog = find(Dialog.class).single();
        ComboBox<PatientRow> existing =
                find(ComboBox.class, dialog).withLabel("Existing patient").single();
        var row = patients.search("Keeps Chosen").stream()
                .filter(found -> found.id().equals(known))
                .findFirst()
                .orElseThrow();
        existing.setValue(row);
        assertThat(existing.isClearButtonVisible())
                .as("with one, Escape would empty the field")
                .isFalse();
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(existing.getValue()).isEqualTo(row);
    }

    @Test
    @WithStaff("frontdesk")
    void matchingPatientsAreShownDuringConversion() {
        var draft =
                new PatientDraft("Twice", "Converted", LocalDate.of(1980, 5, 4), new PhoneNumber("+16025550188"), null);
        var known = patients.add(draft, harbour());
        var lead = received("Twice Converted");
        staff.doAs("frontdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        open(Routes.lead(lead));
        test(button("Convert…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("Possible duplicate", "Same name, birth date not known");
        assertThat(find(Anchor.class).withText("Twice Converted").all())
                .extracting(Anchor::getHref)
                .contains(Routes.patient(known));
        birthDate().setValue(LocalDate.of(1980, 5, 4));
        assertThat(textOf(dialog)).contains("Same name and birth date");
        birthDate().setValue(LocalDate.of(1999, 1, 1));
        assertThat(textOf(dialog)).doesNotContain("Twice Converted");
    }

    @Test
    @WithStaff("frontdesk")
    void aBoardCardMovesOnlyByTheActionOfItsTarget() {
        var lead = received("Moved Card");
        jdbc.sql("update consultation_lead set overdue_at = '2026-01-01 12:00:00' where id = ?")
                .param(Ids.bytes(lead.value()))
                .update();
        open(Routes.LEADS_BOARD);
        labelled(find(Button.class).all(), "Move or act on Moved Card").click();
        test(button("Log a contact…")).click();
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.NEW);
        answer(find(Dialog.class).single(), "Log the call");
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.CONTACTED);
    }

    @Test
    @WithStaff("frontdesk")
    void callNotesSurviveARefusalAndReopeningAndAreKeptWithTheCall() {
        var lead = received("Typed While Talking");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        test(said()).setValue("Back since Friday, wants mornings");
        staff.doAs("frontdesk", () -> leads.release(lead, 1));
        staff.doAs("manager", () -> leads.claim(lead, 2));
        test(outcome("No answer")).click();
        assertThat(screen()).contains("claimed this lead first");
        assertThat(said().getValue()).isEqualTo("Back since Friday, wants mornings");

        staff.doAs("manager", () -> leads.release(lead, 3));
        open(Routes.LEADS);
        open(Routes.lead(lead));
        assertThat(said().getValue()).isEqualTo("Back since Friday, wants mornings");
        test(button("Claim")).click();
        test(outcome("No answer")).click();
        assertThat(leads.open(lead).orElseThrow().attempts()).singleElement().satisfies(call -> assertThat(call.note())
                .isEqualTo("Back since Friday, wants mornings"));
        assertThat(screen()).contains("Back since Friday, wants mornings", "Claimed · ", "Released · ");
        assertThat(find(TextArea.class).withLabel("What was said").all()).isEmpty();
    }

    @Test
    @WithStaff("frontdesk")
    void aCallIsUndoneFromTheMessageAndTheLeadIsStillClaimed() {
        var lead = received("Wrong Key");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        test(said()).setValue("Wants mornings");
        test(outcome("No answer")).click();
        assertThat(find(TextArea.class).withLabel("What was said").all()).isEmpty();
        test(button("Undo")).click();
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.NEW);
        assertThat(screen()).contains("Claimed by you", "Call undone", "undone");
        assertThat(said().getValue()).isEqualTo("Wants mornings");
    }

    @Test
    @WithStaff("frontdesk")
    void workingOnAnOpenLeadIsAuditedAsOneView() {
        var lead = received("Looked At Once");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        test(button("Release")).click();
        assertThat(jdbc.sql("""
                        select count(*) from audit_event e join staff_account a on a.id = e.actor
                        where e.kind = 'lead.opened' and e.subject = ? and a.username = 'frontdesk'""")
                        .param(Ids.bytes(lead.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @WithStaff("frontdesk")
    void everyCallOutcomeShowsItsFollowUpAndItsKey() {
        var lead = received("Says What Follows");
        open(Routes.lead(lead));
        assertThat(find(Button.class).withText("Release").all()).isEmpty();
        test(button("Claim")).click();
        var outcomes = find(Button.class).all().stream()
                .filter(button -> button.getElement().hasAttribute("data-key-heard")
                        && button.getElement().getAttribute("data-key-heard").matches("[0-9]"))
                .map(button -> button.getElement().getTextRecursively())
                .toList();
        // it was ten in the morning of Tue 24 Nov in Phoenix when the first of these tests began
        assertThat(outcomes)
                .map(outcome -> outcome.replaceFirst("today 11:\\d\\d AM$", "in an hour"))
                .containsExactly(
                        "1Reachedthen book",
                        "2No answerin an hour",
                        "3Voicemailin an hour",
                        "4Wrong numberthen mark as lost",
                        "5Call later…you choose",
                        "6Not interested…ends the lead",
                        "7Stop contacting…nobody calls again");
        test(outcome("Wrong number")).click();
        assertThat(screen()).contains("Number is wrong", "no e-mail address to write to");
        test(button("Mark as lost")).click();
        assertThat(leads.open(lead).orElseThrow().lostReason()).isEqualTo("Wrong number, and no e-mail address");
    }

    @Test
    @WithStaff("frontdesk")
    void callLaterAsksForATimeInTheClinicsTimeZone() {
        var lead = received("Later Please");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        test(said()).setValue("In the car");
        test(outcome("Call later")).click();
        var time = find(TimePicker.class).single();
        answer(find(Dialog.class).single(), "Schedule call");
        assertThat(time.getErrorMessage()).isEqualTo("Choose the time");
        time.setValue(LocalTime.of(3, 0));
        answer(find(Dialog.class).single(), "Schedule call");
        assertThat(time.getErrorMessage()).isEqualTo("Choose a time in the future");
        type(time, "5");
        answer(find(Dialog.class).single(), "Schedule call");
        assertThat(time.getErrorMessage()).isEqualTo("Add am or pm, such as 5 pm");
        type(time, "8:30 pm");
        assertThat(time.getValue()).as("8:30 pm is not 08:30").isEqualTo(LocalTime.of(20, 30));
        assertThat(time.isInvalid()).isFalse();
        type(time, "whenever");
        assertThat(time.getValue())
                .as("nothing is kept of what was not understood")
                .isNull();
        assertThat(time.getErrorMessage()).startsWith("Enter a time such as 8:30 pm");
        var day = find(DatePicker.class).withLabel("Day").single();
        type(day, "11/25");
        assertThat(day.getValue()).isEqualTo(LocalDate.of(2026, 11, 25));
        type(day, "25/11");
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).startsWith("Enter a day such as 11/24/2026");
        type(day, "today");
        type(time, "3:45p");
        answer(find(Dialog.class).single(), "Schedule call");
        var called = leads.open(lead).orElseThrow();
        assertThat(called.followUp()).isNotNull();
        assertThat(called.followUp().at()).isEqualTo(Instant.parse("2026-11-24T22:45:00Z"));
        assertThat(called.attempts().getFirst().note()).isEqualTo("In the car");
    }

    @Test
    @WithStaff("frontdesk")
    void notInterestedAsksForAReasonAndStoresItAsTheLostReason() {
        var lead = received("Not For Me");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        test(said()).setValue("Lives in the next town");
        test(outcome("Not interested")).click();
        var reason = lostReason();
        answer(find(Dialog.class).single(), "Log the call");
        assertThat(reason.getErrorMessage()).isEqualTo("Say why, so that the report can count it");
        reason.setValue("Lives too far away to come");
        answer(find(Dialog.class).single(), "Log the call");
        var now = leads.open(lead).orElseThrow();
        assertThat(now.status()).isEqualTo(LeadStatus.LOST);
        assertThat(now.lostReason()).isEqualTo("Lives too far away to come");
        assertThat(now.attempts()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(CallOutcome.NOT_INTERESTED);
            assertThat(call.note()).isEqualTo("Lives in the next town");
        });
    }

    @Test
    @WithStaff("manager")
    void anErasedLeadSaysWhatIsLeftAndOffersNothing() {
        var lead = received("Erased Soon", new PhoneNumber("+16025550134"));
        leads.lose(lead, leads.open(lead).orElseThrow().version(), "Lives too far away to come");
        open(Routes.lead(lead));
        assertThat(find(Button.class).withText("Reopen…").all()).hasSize(1);
        assertThat(staff.as("system", () -> leadsInTime.erase(lead, clock.instant())))
                .isTrue();
        open(Routes.lead(lead));
        assertThat(screen())
                .contains("Erased lead", "Erased on", "If the person asks again, enter a new lead", "Source")
                .doesNotContain("Erased Soon", "602-555-0134", "Lower back", "Concern");
        assertThat(find(Button.class).withText("Reopen…").all()).isEmpty();
    }

    @Test
    @WithStaff("frontdesk")
    void aLeadWithAContactStopOffersNoCall() {
        var lead = received("Stop It", new PhoneNumber("+16025550133"));
        open(Routes.lead(lead));
        test(button("Claim")).click();
        test(outcome("Stop contacting")).click();
        answer(find(Dialog.class).single(), "Stop contacting");
        assertThat(leads.open(lead).orElseThrow().lostReason()).isEqualTo("Stop contacting");

        var again =
                staff.as("frontdesk", () -> leads.receive(draft("Typed Again", new PhoneNumber("+16025550133")), null));
        open(Routes.lead(again));
        assertThat(screen()).contains("asked not to be contacted");
        assertThat(find(Button.class).withText("Claim").all()).isEmpty();
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).noneMatch(href -> href.startsWith("tel:"));
    }

    @Test
    @WithStaff("frontdesk")
    void typedCallNotesAppearInAnotherBrowserAndConflictsAreReported() {
        var lead = received("Typed By Two");
        staff.doAs("frontdesk", () -> leads.claim(lead, 0));
        staff.as("frontdesk", () -> notes.keep(lead, 0, "From the other browser"));
        open(Routes.lead(lead));
        assertThat(said().getValue()).isEqualTo("From the other browser");
        staff.as("manager", () -> notes.keep(lead, 1, "From a colleague"));
        test(said()).setValue("From this browser");
        assertThat(screen()).contains("Maren Holt wrote here in the meantime: “From a colleague”");
        assertThat(said().getValue()).isEqualTo("From this browser");
        assertThat(notes.find(lead).text()).isEqualTo("From a colleague");
        test(button("Keep mine")).click();
        assertThat(notes.find(lead).text()).isEqualTo("From this browser");
        assertThat(screen()).doesNotContain("wrote here in the meantime");
    }

    @Test
    @WithStaff("frontdesk")
    void aMessageIsPreviewedBeforeSendingAndListedInTheActivity() {
        var told = new LeadDraft(
                "Written To {phone}",
                new PhoneNumber("+16025550144"),
                new EmailAddress("written.to@example.org"),
                "Lower back",
                CallWindow.ANY_TIME,
                LeadSource.OTHER,
                harbour(),
                clock.instant());
        var lead = staff.as("system", () -> leads.receive(told, null));
        open(Routes.lead(lead));
        test(button("Write…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog))
                .contains(
                        "written.to@example.org",
                        "When may we call you?",
                        "Dear Written To {phone},",
                        "You asked Harbour Street for",
                        "call you at +1 602-555-0144");
        answer(dialog, "Send");
        assertThat(dialog.isOpened()).isFalse();
        // the demo sends nothing
        assertThat(screen()).contains("E-mail to written.to@example.org · Kept, not sent");
        assertThat(leads.open(lead).orElseThrow().status())
                .as("writing is an attempt")
                .isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(find(Button.class).withText("Retry").all()).isEmpty();
    }

    private TextArea said() {
        return find(TextArea.class).withLabel("What was said").single();
    }

    /** A button that says what follows too. */
    private Button outcome(String word) {
        return find(Button.class).all().stream()
                .filter(button -> textOf(button).contains(word))
                .reduce((first, last) -> {
                    throw new AssertionError("Two buttons say " + word);
                })
                .orElseThrow();
    }

    private DatePicker birthDate() {
        return find(DatePicker.class).withLabel("Birth date").single();
    }

    private LeadId received(String name) {
        return received(name, new PhoneNumber("+16025550177"));
    }

    private LeadId received(String name, PhoneNumber phone) {
        return staff.as("system", () -> leads.receive(draft(name, phone), null));
    }

    private LeadDraft draft(String name, PhoneNumber phone) {
        return new LeadDraft(
                name, phone, null, "Lower back", CallWindow.ANY_TIME, LeadSource.OTHER, harbour(), clock.instant());
    }

    private ClinicId harbour() {
        return clinics.labels().values().stream()
                .filter(clinic -> clinic.name().equals("Harbour Street"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    /** Why the lead is lost: a choice, or words. */
    @SuppressWarnings("unchecked")
    private ComboBox<String> lostReason() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Reason").single();
    }
}
