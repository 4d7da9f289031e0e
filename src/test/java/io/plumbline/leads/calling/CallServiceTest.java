package io.plumbline.leads.calling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.access.signin.SignInEvent;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadActivity;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** What every store promises of calls: claimed by one, logged with what was said, followed by rule. */
@StoreTest
class CallServiceTest {
    @Autowired
    CallQueueService queue;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    PublicIntake intake;

    @Autowired
    CallService calls;

    @Autowired
    CallNoteService notes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void callNotesAreStoredUntilTheCallIsLoggedAndConflictsAreRefused() {
        var id = receive("Typed During A Call", group.west);
        assertThat(staff.as("westdesk", () -> notes.find(id)).text()).isEmpty();
        var first = staff.as("westdesk", () -> notes.keep(id, 0, "Back since Friday "));
        assertThatThrownBy(() -> staff.as("manager", () -> notes.keep(id, 0, "Another text")))
                .as("somebody typed in the meantime")
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as("manager", () -> notes.find(id))).satisfies(note -> {
            assertThat(note.text()).isEqualTo("Back since Friday");
            assertThat(note.changedBy()).isEqualTo("westdesk");
        });
        staff.as("manager", () -> notes.keep(id, first, "Back since Friday, mornings"));
        assertThatThrownBy(() -> staff.as("westdesk", () -> notes.keep(id, first, "Too late")))
                .isInstanceOf(StaleVersion.class);
        staff.doAs("westdesk", () -> leads.logCall(id, 0, new Call(CallOutcome.NO_ANSWER, "Other words", null)));
        assertThat(staff.as("westdesk", () -> notes.find(id)).text())
                .as("what no call took stays")
                .isEqualTo("Back since Friday, mornings");
        staff.doAs(
                "westdesk",
                () -> leads.logCall(id, 1, new Call(CallOutcome.NO_ANSWER, "Back since Friday, mornings ", null)));
        assertThat(staff.as("westdesk", () -> notes.find(id)).text()).isEmpty();
        assertThatThrownBy(() -> staff.as("eastdesk", () -> notes.find(id))).hasMessage("Not available");
    }

    @Test
    void aLeadMovedToAnotherQueueCannotBeClaimed() {
        var id = receive("Assigned Elsewhere", group.west);
        staff.doAs("manager", () -> leads.assign(id, 0, group.east));
        assertThat(staff.as("westdesk", () -> calls.claim(id))).isFalse();
        assertThat(staff.as("eastdesk", () -> calls.claim(id))).isTrue();
    }

    @Test
    void callNotesAreKeptWithTheirCall() {
        var lead = receive("Told A Lot", group.west);
        var said = "Sørën said: \"<b>call</b> my wife\" 👩🏽 ".repeat(60).substring(0, 2000);
        log(lead, new Call(CallOutcome.VOICEMAIL, said, null));
        assertThat(opened(lead).attempts()).singleElement().satisfies(attempt -> assertThat(attempt.note())
                .isEqualTo(said.strip()));
    }

    @Test
    void aCallLaterTimeIsTheNextFollowUp() {
        var lead = receive("Call Later", group.west);
        var then = clock.instant().plus(Duration.ofHours(26));
        log(lead, new Call(CallOutcome.CALL_LATER, "", then));
        var followUp = opened(lead).followUp();
        assertThat(followUp).isNotNull().satisfies(next -> assertThat(next.at()).isEqualTo(then));
        assertThatThrownBy(() -> log(lead, new Call(CallOutcome.CALL_LATER, "", clock.instant())))
                .hasMessage("Choose a time in the future");
        // the clinic closes at five to midnight
        var atMidnight = Instant.parse("2026-11-26T06:57:00Z");
        assertThatThrownBy(() -> log(lead, new Call(CallOutcome.CALL_LATER, "", atMidnight)))
                .hasMessageContaining("the clinic is open");
    }

    @Test
    void thePlannedFollowUpOfAnOutcomeIsTheOneThatIsSet() {
        for (var outcome : List.of(CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.WRONG_NUMBER)) {
            var lead = receive("Said Before", group.west);
            var said = staff.as("westdesk", () -> calls.plan(opened(lead)))
                    .followUps()
                    .get(outcome);
            log(lead, Call.of(outcome));
            assertThat(opened(lead).followUp()).isEqualTo(said);
        }
    }

    @Test
    void nurtureIsProposedButNeverSetAutomatically() {
        var lead = receive("Never Home", group.west);
        // at ten, at noon and at three in Phoenix
        for (var hours : List.of(0, 2, 3)) {
            clock.pass(Duration.ofHours(hours));
            assertThat(staff.as("westdesk", () -> calls.plan(opened(lead))).proposal())
                    .isNull();
            log(lead, Call.of(CallOutcome.NO_ANSWER));
        }
        assertThat(staff.as("westdesk", () -> calls.plan(opened(lead))).proposal())
                .isEqualTo(CallProposal.NURTURE_LEAD);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.ATTEMPTING);
    }

    @Test
    void eachClaimNextClaimsTheNextCallableLead() {
        var clinic = group.clinic("nextcalls", "America/Phoenix");
        group.account("nextdesk", Role.FRONT_DESK, clinic);
        var first = receive("Waits Longest", clinic);
        clock.pass(Duration.ofMinutes(1));
        var second = receive("Waits Too", clinic);
        clock.pass(Duration.ofMinutes(1));
        var rests = receive("Rests", clinic);
        staff.doAs("nextdesk", () -> leads.nurture(rests, 0, clock.instant().plusSeconds(3600)));
        assertThat(staff.as("nextdesk", calls::claimNext)).contains(first);
        assertThat(staff.as("nextdesk", calls::claimNext)).contains(second);
        assertThat(staff.as("nextdesk", calls::claimNext)).isEqualTo(Optional.empty());
    }

    @Test
    void aLeadWithAWrongNumberIsNotTheNextToCall() {
        var clinic = group.clinic("wrongcalls", "America/Phoenix");
        group.account("wrongdesk", Role.FRONT_DESK, clinic);
        var wrong = receive("Somebody Else Answers", clinic);
        clock.pass(Duration.ofMinutes(1));
        var right = receive("Has Own Number", clinic);
        staff.doAs("wrongdesk", () -> leads.logCall(wrong, 0, CallOutcome.WRONG_NUMBER));
        // its next follow-up is overdue, and still it is not called
        clock.pass(Duration.ofDays(1));
        assertThat(staff.as("wrongdesk", calls::claimNext)).contains(right);
        assertThat(staff.as("wrongdesk", calls::claimNext)).isEmpty();
        assertThat(staff.as("wrongdesk", () -> queue.queue(null, 10)))
                .as("it stays in the queue")
                .extracting(LeadRow::id)
                .contains(wrong);
    }

    @Test
    void aSecondClaimIsRefusedAndTheClaimerIsShown() {
        var lead = receive("Claimed By Two", group.west);
        staff.doAs("westdesk", () -> leads.claim(lead, 0));
        assertThatThrownBy(() -> staff.doAs("manager", () -> leads.claim(lead, 0)))
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as("manager", () -> leads.open(lead)).orElseThrow().claim())
                .isNotNull()
                .satisfies(
                        claim -> assertThat(claim.name()).isEqualTo(opened(lead).changedBy()));
    }

    @Test
    void aClaimEndsWhenReleasedOrWhenItsOwnerSignsOut() {
        var released = receive("Given Back", group.west);
        staff.doAs("westdesk", () -> leads.claim(released, 0));
        staff.doAs("westdesk", () -> leads.release(released, 1));
        assertThat(opened(released).claim()).isNull();

        var left = receive("Left Behind", group.west);
        staff.doAs("westdesk", () -> leads.claim(left, 0));
        var desk = staff.as("westdesk", () -> CurrentUser.current().staff());
        new TransactionTemplate(transactions)
                .executeWithoutResult(t -> events.publishEvent(new SignInEvent.SignedOut(desk)));
        assertThat(opened(left).claim()).isNull();
        assertThat(actorsOf(left, "lead.released")).containsExactly(desk);
    }

    @Test
    void aClaimLapsesAfterTwentyMinutesWithoutAnAttempt() {
        var lead = receive("Forgotten", group.west);
        staff.doAs("westdesk", () -> leads.claim(lead, 0));
        clock.pass(Duration.ofMinutes(19));
        assertThat(opened(lead).claim()).isNotNull();
        clock.pass(Duration.ofMinutes(1));
        assertThat(opened(lead).claim()).isNull();
        staff.doAs("manager", () -> leads.claim(lead, 1));
    }

    @Test
    void aContactStopHoldsUntilThePersonSendsANewRequest() {
        var phone = new PhoneNumber("+16025550173");
        var email = new EmailAddress("Stop.Me@example.org");
        var lead = receive("Stop Me", phone, email);
        log(lead, Call.of(CallOutcome.STOP_CONTACTING));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.LOST);

        // a colleague types them in anew, by either way: refused and told
        var byPhone = staff.as("westdesk", () -> leads.receive(draft("By Phone", phone, null), null));
        var byEmail = staff.as(
                "westdesk", () -> leads.receive(draft("By Mail", null, new EmailAddress("stop.me@EXAMPLE.org")), null));
        for (var typed : List.of(byPhone, byEmail)) {
            assertThat(plan(typed).stoppedSince()).isEqualTo(clock.instant());
            assertThatThrownBy(() -> staff.doAs("westdesk", () -> leads.claim(typed, 0)))
                    .hasMessage("This person asked not to be contacted");
            assertThatThrownBy(() -> log(typed, Call.of(CallOutcome.NO_ANSWER)))
                    .hasMessage("This person asked not to be contacted");
        }
        assertThat(jdbc.sql("select count(*) from contact_stop where hash in (?, ?)")
                        .params("+16025550173".getBytes(UTF_8), "stop.me@example.org".getBytes(UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();

        // they ask themselves
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Asks Again")
                .put("phone", phone.digits())
                .put("email", email.address())
                .put("consent", true);
        staff.as("system", () -> intake.receive(RequestChannel.JSON, null, request, Sender.MACHINE));
        assertThat(plan(byPhone).stoppedSince()).isNotNull();
        staff.as("system", () -> intake.receive(RequestChannel.JSON, null, request, Sender.PERSON));
        assertThat(plan(byPhone).stoppedSince()).isNull();
        staff.doAs("westdesk", () -> leads.claim(byEmail, 0));
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'lead.contact-stop-lifted'"
                                + " and subject in (select id from consultation_lead where phone = ?)")
                        .param(phone.digits())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(actorsOf(lead, "lead.contact-stopped")).hasSize(1);
    }

    @Test
    void leadActivityListsEveryAction() {
        var lead = receive("Long Story", group.west);
        staff.doAs("westdesk", () -> leads.claim(lead, 0));
        staff.doAs("westdesk", () -> leads.release(lead, 1));
        log(lead, Call.of(CallOutcome.REACHED));
        var draft = draft("Longer Story", new PhoneNumber("+16025550142"), null);
        staff.doAs("westdesk", () -> leads.correct(lead, opened(lead).version(), draft));
        staff.doAs("manager", () -> leads.lose(lead, opened(lead).version(), "Moved away"));
        assertThat(opened(lead).steps())
                .extracting(LeadActivity::kind, LeadActivity::detail)
                .containsExactlyInAnyOrder(
                        tuple(LeadActivity.Kind.CLAIMED, ""),
                        tuple(LeadActivity.Kind.RELEASED, ""),
                        tuple(LeadActivity.Kind.CORRECTED, "fullName"),
                        tuple(LeadActivity.Kind.MOVED, "LOST"));
    }

    private CallPlan plan(LeadId lead) {
        return staff.as("westdesk", () -> calls.plan(opened(lead)));
    }

    private void log(LeadId lead, Call call) {
        staff.doAs("westdesk", () -> leads.logCall(lead, opened(lead).version(), call));
    }

    private LeadDetails opened(LeadId lead) {
        return staff.as("westdesk", () -> leads.open(lead)).orElseThrow();
    }

    private List<StaffId> actorsOf(LeadId lead, String kind) {
        return jdbc.sql("select actor from audit_event where subject = ? and kind = ?")
                .params(Ids.bytes(lead.value()), kind)
                .query((row, n) -> new StaffId(Ids.uuid(row.getBytes("actor"))))
                .list();
    }

    private LeadId receive(String name, ClinicId clinic) {
        var draft = new LeadDraft(
                name,
                new PhoneNumber("+16025550142"),
                null,
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                clinic,
                clock.instant());
        return staff.as("system", () -> leads.receive(draft, null));
    }

    private LeadId receive(String name, PhoneNumber phone, EmailAddress email) {
        return staff.as("system", () -> leads.receive(draft(name, phone, email), null));
    }

    private LeadDraft draft(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return new LeadDraft(
                name, phone, email, "", CallWindow.ANY_TIME, LeadSource.WEBSITE, group.west, clock.instant());
    }
}
