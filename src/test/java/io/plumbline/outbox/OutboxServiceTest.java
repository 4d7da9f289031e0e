package io.plumbline.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.LeadMessage;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestMail;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every store promises of letters: written with the deed, sent once, tried again. */
@ForgedStoreTest
@OnMySql("senders at once claim each mail by a row lock")
class OutboxServiceTest {
    private static final int ATTEMPTS = 6;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    MessageService letters;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    OutboxService outbox;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private int people;

    @BeforeEach
    void startOver() throws Exception {
        jdbc.sql("update outbox_mail set state = 'FAILED' where state = 'WAITING'")
                .update();
        // all of them have the same phone number
        jdbc.sql("delete from contact_stop").update();
        TestMail.server().purgeEmailFromAllMailboxes();
    }

    @Test
    void aMessageIsSentOnceAndShownAsSent() throws Exception {
        var lead = receive("Zoë \"Zo\" <b>Ångström</b> 👩🏽 {phone}");
        write(lead, LeadMessage.COULD_NOT_REACH);
        assertThat(letter(lead).state()).isEqualTo(MailState.WAITING);
        assertThat(send()).isEqualTo(1);
        assertThat(send()).isZero();
        assertThat(letter(lead).state()).isEqualTo(MailState.SENT);
        assertThat(letter(lead).sentAt()).isEqualTo(clock.instant());

        var mail = TestMail.server().getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("Your consultation at west");
        assertThat(mail[0].getAllRecipients()).extracting(Object::toString).containsExactly(addressOf(lead));
        assertThat(mail[0].getFrom()).extracting(Object::toString).containsExactly("Front Desk <desk@example.org>");
        assertThat(mail[0].getContentType()).startsWith("text/plain");
        assertThat(String.valueOf(mail[0].getContent()))
                .contains("Dear Zoë \"Zo\" <b>Ångström</b> 👩🏽 {phone},", "+1 602-555-0142", "You asked west for");
        assertThat(mail[0].getHeader("Message-ID"))
                .as("the mail's own for ever: whoever gets it a second time sees that it is the same")
                .containsExactly("<" + letter(lead).id() + "@outbox.plumbline.invalid>");
        assertThat(kindsOf(lead)).contains("mail.written", "mail.sent");
    }

    @Test
    void aMessageOfARolledBackTransactionIsNotSent() {
        var lead = receive("Rolled Back");
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            write(lead, LeadMessage.WRITE_FIRST);
            transaction.setRollbackOnly();
        });
        assertThat(send()).isZero();
        assertThat(messagesTo(lead)).isEmpty();
    }

    @Test
    void aFailedMessageIsRetriedWithGrowingDelaysAndThenByHand() {
        var lead = receive("Server Is Away");
        write(lead, LeadMessage.COULD_NOT_REACH);
        TestMail.away(() -> {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                assertThat(send()).isZero();
                assertThat(letter(lead).state()).isEqualTo(MailState.WAITING);
                // not due yet: nothing is tried
                send();
                assertThat(attempts(lead)).isEqualTo(attempt);
                clock.pass(List.of(1, 5, 30, 120, 480).stream()
                        .map(Duration::ofMinutes)
                        .toList()
                        .get(attempt - 1));
            }
            send();
        });
        assertThat(letter(lead).state()).isEqualTo(MailState.FAILED);
        assertThat(letter(lead).reason()).isEqualTo("The mail server cannot be reached or did not accept the message");
        staff.doAs("westdesk", () -> letters.retry(lead, letter(lead).id()));
        assertThat(send()).isEqualTo(1);
        assertThat(letter(lead).state()).isEqualTo(MailState.SENT);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> letters.retry(lead, letter(lead).id())))
                .hasMessage("This message was already sent, or is being sent");
    }

    @Test
    void concurrentSendersSendEachMessageOnce() throws Exception {
        for (int n = 0; n < 8; n++) {
            write(receive("At Once " + n), LeadMessage.ASK_WHEN);
        }
        Callable<Integer> sending = this::send;
        try (var both = Executors.newFixedThreadPool(2)) {
            var sent = 0;
            for (var done : both.invokeAll(List.of(sending, sending))) {
                sent += done.get();
            }
            assertThat(sent).isEqualTo(8);
        }
        assertThat(TestMail.server().getReceivedMessages()).hasSize(8);
    }

    @Test
    void aMessageOfACrashedSenderIsSentByAnother() {
        var lead = receive("Killed While Sending");
        write(lead, LeadMessage.COULD_NOT_REACH);
        jdbc.sql("update outbox_mail set attempts = 1, next_try_at = ? where about = ?")
                .params(Utc.of(clock.instant().plus(Duration.ofMinutes(5))), Ids.bytes(lead.value()))
                .update();
        assertThat(send()).isZero();
        clock.pass(Duration.ofMinutes(5));
        assertThat(send()).isEqualTo(1);
    }

    @Test
    void aContactStopCancelsWaitingMessagesAndRefusesNewOnes() {
        var lead = receive("Stop Writing");
        write(lead, LeadMessage.COULD_NOT_REACH);
        staff.doAs("westdesk", () -> leads.logCall(lead, opened(lead).version(), Call.of(CallOutcome.STOP_CONTACTING)));
        assertThat(send()).isZero();
        assertThat(letter(lead).state()).isEqualTo(MailState.FAILED);
        assertThat(letter(lead).reason()).isEqualTo("They asked not to be contacted");
        assertThatThrownBy(() -> write(lead, LeadMessage.WRITE_FIRST))
                .hasMessage("This person asked not to be contacted");
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> letters.retry(lead, letter(lead).id())))
                .hasMessage("This person asked not to be contacted");
    }

    @Test
    void sendingAMessageIsAnAttemptThatSetsTheNextFollowUp() {
        var lead = receive("Written To");
        write(lead, LeadMessage.ASK_WHEN);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(opened(lead).attempts())
                .extracting(LeadDetails.Attempt::outcome)
                .containsExactly(CallOutcome.MAIL_SENT);
        assertThat(Objects.requireNonNull(opened(lead).followUp()).at()).isAfter(clock.instant());
    }

    @Test
    void aMessageNamesTheClinicOfTheLeadOrNone() {
        var draft = new LeadDraft(
                "Of The Group",
                null,
                new EmailAddress("group@example.org"),
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                null,
                clock.instant());
        var id = staff.as("manager", () -> leads.receive(draft, null));
        var lead = staff.as("manager", () -> leads.open(id)).orElseThrow();
        assertThat(staff.as("manager", () -> letters.offered(lead)))
                .as("nothing about a telephone that they do not have, nor of a consultation that is not booked")
                .containsExactly(LeadMessage.ASK_WHEN);
        var mail = staff.as("manager", () -> letters.preview(lead, LeadMessage.ASK_WHEN));
        assertThat(mail.subject() + mail.body())
                .contains("You asked us for a free consultation", "at which number")
                .doesNotContain("west", "east", "telephone", "Time)");
        assertThatThrownBy(() -> staff.as("manager", () -> letters.preview(lead, LeadMessage.COULD_NOT_REACH)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.as("manager", () -> letters.preview(lead, LeadMessage.CONFIRM_CONSULTATION)))
                .hasMessage("There is no booked consultation to confirm");
    }

    @Test
    void aConfirmationNamesDayTimePractitionerAndClinic() {
        var lead = receive("Is Booked");
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, Call.of(CallOutcome.REACHED)));
        assertThat(staff.as("westdesk", () -> letters.offered(opened(lead))))
                .doesNotContain(LeadMessage.CONFIRM_CONSULTATION);
        staff.doAs(
                "westdesk",
                () -> consultations.book(
                        lead,
                        opened(lead).version(),
                        new FirstVisit(group.west, group.therapist, LocalDate.of(2026, 11, 25), LocalTime.of(14, 30))));
        var followUp = opened(lead).followUp();
        assertThat(staff.as("westdesk", () -> letters.offered(opened(lead))))
                .first()
                .isEqualTo(LeadMessage.CONFIRM_CONSULTATION);
        write(lead, LeadMessage.CONFIRM_CONSULTATION);
        assertThat(letter(lead).body())
                .contains("Wednesday, November 25, 2026 at 2:30 PM with therapist Test, at west.");
        assertThat(opened(lead).followUp())
                .as("the consultation stays what comes next")
                .isEqualTo(followUp);
    }

    @Test
    void aMessageContainsNoLinksOrLongTextsFromTheLead() {
        var lead = receive("Win https://evil.example/now www.evil.example evil.example " + "x".repeat(60));
        var body = staff.as("westdesk", () -> letters.preview(opened(lead), LeadMessage.ASK_WHEN))
                .body();
        assertThat(body.lines().findFirst().orElseThrow())
                .startsWith("Dear Win ")
                .doesNotContain("://", "www.", "evil.example")
                .hasSizeLessThanOrEqualTo("Dear ,".length() + 60);
        var onlyALink = receive("https://evil.example/?q=" + "a".repeat(90));
        assertThat(staff.as("westdesk", () -> letters.preview(opened(onlyALink), LeadMessage.ASK_WHEN))
                        .body())
                .startsWith("Dear Sir or Madam,");
    }

    @Test
    void aFrontDeskCannotReadOrSendMessagesOfAnotherClinic() {
        var lead = receive("Of The West");
        write(lead, LeadMessage.COULD_NOT_REACH);
        var details = opened(lead);
        assertThat(staff.as("eastdesk", () -> letters.findMessages(details))).isEmpty();
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> letters.send(lead, LeadMessage.WRITE_FIRST)))
                .hasMessage("Not available");
        assertThatThrownBy(() ->
                        staff.doAs("eastdesk", () -> outbox.retry(letter(lead).id())))
                .hasMessage("Not available");
        assertThatThrownBy(() ->
                        staff.doAs("eastdesk", () -> outbox.write(letters.preview(details, LeadMessage.WRITE_FIRST))))
                .hasMessage("Not available");
    }

    private int send() {
        return staff.as("system", outbox::sendDue);
    }

    private void write(LeadId lead, LeadMessage letter) {
        staff.doAs("westdesk", () -> letters.send(lead, letter));
    }

    private MailDetails letter(LeadId lead) {
        return messagesTo(lead).getFirst();
    }

    private List<MailDetails> messagesTo(LeadId lead) {
        return staff.as("westdesk", () -> letters.findMessages(opened(lead)));
    }

    private LeadDetails opened(LeadId lead) {
        return staff.as("westdesk", () -> leads.open(lead)).orElseThrow();
    }

    private String addressOf(LeadId lead) {
        var email = opened(lead).draft().email();
        return email == null ? "" : email.address();
    }

    private int attempts(LeadId lead) {
        return jdbc.sql("select attempts from outbox_mail where about = ?")
                .param(Ids.bytes(lead.value()))
                .query(Integer.class)
                .single();
    }

    private List<String> kindsOf(LeadId lead) {
        return jdbc.sql("select kind from audit_event where subject = ?")
                .param(Ids.bytes(lead.value()))
                .query(String.class)
                .list();
    }

    private LeadId receive(String name) {
        var draft = new LeadDraft(
                name,
                new PhoneNumber("+16025550142"),
                new EmailAddress("person" + people++ + "@example.org"),
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                group.west,
                clock.instant());
        return staff.as("system", () -> leads.receive(draft, null));
    }
}
