package io.plumbline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail goes over an encrypted connection or stays in the outbox. */
class MailEncryptionTest {
    private static final String DEFAULTS = "spring.mail.properties.";
    private static final String HOST = "127.0.0.1";

    private @Nullable GreenMail server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void aServerWithoutEncryptionGetsNoMail() throws IOException {
        var refusal = send(sender(started(ServerSetup.PROTOCOL_SMTP)));
        assertThat(refusal).isEqualTo(new MailServer.Refusal("The mail server offers no encryption (STARTTLS)", false));
        assertThat(received()).isZero();
    }

    @Test
    void aServerWithoutEncryptionGetsMailsWhereTheSettingSaysSo() throws IOException {
        var sender = sender(started(ServerSetup.PROTOCOL_SMTP));
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "false");
        assertThat(send(sender)).isNull();
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void aServerThatIsEncryptedFromTheFirstByteGetsTheMail() throws IOException {
        var sender = encrypted(sender(started(ServerSetup.PROTOCOL_SMTPS)));
        trust(sender);
        assertThat(send(sender)).isNull();
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNoMail() throws IOException {
        var refusal = send(encrypted(sender(started(ServerSetup.PROTOCOL_SMTPS))));
        assertThat(refusal)
                .isEqualTo(new MailServer.Refusal(
                        "The connection to the mail server could not be encrypted; check its certificate", false));
        assertThat(received()).isZero();
    }

    @Test
    void aServerWithStartTlsGetsTheMailEncrypted() throws Exception {
        try (var startTls = new StartTlsServer()) {
            var sender = sender(startTls.port());
            trust(sender);
            assertThat(send(sender)).isNull();
            assertThat(startTls.inTheClear()).doesNotContain("lee@example.org").contains("STARTTLS");
            assertThat(startTls.encrypted()).contains("RCPT TO:<lee@example.org>", "Your visit");
        }
    }

    @Test
    void aStartTlsServerWhoseCertificateNobodyVouchesForGetsNoMail() throws Exception {
        try (var startTls = new StartTlsServer()) {
            var refusal = send(sender(startTls.port()));
            assertThat(refusal)
                    .isEqualTo(new MailServer.Refusal(
                            "The connection to the mail server could not be encrypted; check its certificate", false));
            assertThat(startTls.encrypted()).isEmpty();
        }
    }

    private int started(String protocol) {
        server = new GreenMail(new ServerSetup(0, HOST, protocol));
        server.start();
        return protocol.equals(ServerSetup.PROTOCOL_SMTP)
                ? server.getSmtp().getPort()
                : server.getSmtps().getPort();
    }

    private int received() {
        return server == null ? 0 : server.getReceivedMessages().length;
    }

    private static JavaMailSenderImpl sender(int port) throws IOException {
        var sender = new JavaMailSenderImpl();
        sender.setHost(HOST);
        sender.setPort(port);
        var all = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        var mail = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(DEFAULTS))
                .forEach(name -> mail.setProperty(name.substring(DEFAULTS.length()), all.getProperty(name)));
        sender.setJavaMailProperties(mail);
        return sender;
    }

    /** As {@code spring.mail.ssl.enabled} does. */
    private static JavaMailSenderImpl encrypted(JavaMailSenderImpl sender) {
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");
        return sender;
    }

    private static void trust(JavaMailSenderImpl sender) {
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "*");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
    }

    private static MailServer.@Nullable Refusal send(JavaMailSenderImpl sender) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("sender", sender);
        var mails = new MailServer(
                beans.getBeanProvider(JavaMailSender.class),
                new OutboxSettings("desk@example.org", Duration.ofSeconds(5)),
                "localhost",
                false);
        return mails.send(new MailStore.Stored(
                new MailId(UUID.randomUUID()),
                UUID.randomUUID(),
                "ANY",
                "lee@example.org",
                "Your visit",
                "At nine.",
                0));
    }
}
