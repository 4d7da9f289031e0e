package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.checkpoints.CheckpointSteps;
import io.plumbline.outbox.OutboxService;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.TestMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkpoints by mail to the auditor: one a day, one more after a restore, and what the text of a mail proves. */
@ForgedStoreTest
@OnMySql("of nodes that look at once, the row lock of the head lets one write the mail")
@ExtendWith(OutputCaptureExtension.class)
class CheckpointMailTest extends TrailTestSteps {
    private static final Pattern COMMAND = Pattern.compile("^\\./portal audit verify (\\S+)$", Pattern.MULTILINE);

    @Autowired
    OutboxService outbox;

    @Autowired
    ApplicationContext portal;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void noneWasMailed() throws Exception {
        owner.sql("delete from outbox_mail").update();
        TestMail.server().purgeEmailFromAllMailboxes();
    }

    @Test
    void theAuditorGetsOneMailADayThatSaysWhatToDoWithIt() throws Exception {
        happenAndSeal(7);
        look();
        time.pass(Duration.ofHours(1));
        happenAndSeal(3);
        look();
        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("auditor@example.org");
            assertThat(mail.getRecipients(RecipientType.CC)).isNull();
            assertThat(mail.getSubject()).startsWith("Audit checkpoint 2026-").endsWith("Z, row 7");
            assertThat(mail.getContentType()).startsWith("text/plain");
            assertThat(text(mail))
                    .contains("no data of patients", "Keep this mail as it is", "If none comes, ask why")
                    .containsPattern("(?m)^Plumbline audit checkpoint 1$")
                    .containsPattern("(?m)^head 7:[0-9a-f]{64}$")
                    .containsPattern("(?m)^signature [0-9a-f]{64}$")
                    .doesNotContain("accepted the audit trail");
        });
        assertThat(CheckpointSteps.alarmOfMail(portal)).isEmpty();
        time.pass(Duration.ofDays(1));
        look();
        assertThat(received()).hasSize(2);
        assertThat(headOf(received().getLast()).seq()).isGreaterThan(10);
        assertThat(said(headOf(received().getFirst()).toString()).status()).isZero();
    }

    @Test
    void nodesThatLookAtTheSameMomentWriteOneMail() throws Exception {
        happenAndSeal(2);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var done : nodes.invokeAll(IntStream.range(0, 4)
                    .mapToObj(n -> Executors.callable(() -> anotherNode().run()))
                    .toList())) {
                done.get();
            }
        }
        system.call(outbox::sendDue);
        assertThat(received()).hasSize(1);
    }

    @Test
    void aTrailThatWasCutAfterTheMailIsDetectedByItsText() throws Exception {
        happenAndSeal(6);
        look();
        var mail = text(received().getFirst());
        assertThat(said(command(mail)).answer()).startsWith("Audit trail verified");
        cutTo(3);
        assertThat(said().status()).as("the store alone cannot tell").isZero();
        var found = said(command(mail));
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.answer()).contains("row 4", "the last rows were removed");

        // written again to the same length: rows of the same number are others
        happenAndSeal(6);
        assertThat(said().status()).isZero();
        assertThat(said(command(mail)).status()).isEqualTo(1);
    }

    @Test
    void afterARestoreTheAcceptedTrailIsMailedOnTheSameDayAndSaysSo() throws Exception {
        happenAndSeal(6);
        watch.look();
        look();
        var before = text(received().getFirst());
        cutTo(3);
        time.pass(Duration.ofMinutes(10));
        assertThat(accepted()).isZero();
        look();
        look();
        assertThat(received()).hasSize(2);
        var after = text(received().getLast());
        assertThat(after).contains("an operator accepted the audit trail again", "Keep those mails too");
        assertThat(said(command(after)).status()).isZero();
        assertThat(said(command(before)).status()).isEqualTo(1);
    }

    @Test
    void aMailThatIsNotSentAndAnAlteredHeadRaiseTheAlarm() throws Exception {
        happenAndSeal(2);
        look();
        jdbc.sql("update outbox_mail set state = 'FAILED', reason = 'The mail server refused the address'"
                        + " where template = 'audit checkpoint' and state = 'SENT'")
                .update();
        look();
        assertThat(CheckpointSteps.alarmOfMail(portal)).hasValueSatisfying(alarm -> assertThat(alarm)
                .isEqualTo(
                        "The last checkpoint of the audit trail was not mailed: The mail server refused the address."));

        time.pass(Duration.ofDays(1));
        owner.sql("update audit_head set mac = chain").update();
        look();
        assertThat(received()).hasSize(1);
        assertThat(CheckpointSteps.alarmOfMail(portal))
                .hasValueSatisfying(alarm -> assertThat(alarm).contains("missing or altered"));
    }

    /** Looks, and sends what is due. */
    private void look() {
        CheckpointSteps.lookForMail(portal);
        system.call(outbox::sendDue);
    }

    /** A job of its own, as another node has it: nothing but the store is shared. */
    private Runnable anotherNode() {
        return CheckpointSteps.mailJobOfAnotherNode(portal);
    }

    /** What one who owns the store and has the key, or an older copy of it, can do. */
    private void cutTo(long seq) {
        var chain = owner.sql("select chain from audit_event where seq = ?")
                .param(seq)
                .query(byte[].class)
                .single();
        owner.sql("delete from audit_event where seq > ? or seq is null")
                .param(seq)
                .update();
        system.call(() -> {
            portal.getBean(AuditHeadStore.class).move(AuditHead.of(seq, chain));
            return true;
        });
    }

    private static List<MimeMessage> received() {
        return Arrays.stream(TestMail.server().getReceivedMessages()).toList();
    }

    private static String text(MimeMessage mail) throws Exception {
        return String.valueOf(mail.getContent()).lines().collect(Collectors.joining("\n"));
    }

    private static AuditHead headOf(MimeMessage mail) throws Exception {
        return AuditHead.parse(command(text(mail)));
    }

    /** The head in the command that the mail has. */
    private static String command(String text) {
        return COMMAND.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
