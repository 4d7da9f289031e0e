package io.plumbline.outbox;

import io.plumbline.shared.Causes;
import io.plumbline.shared.StartRefused;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The clinic's mail server, if one is configured. The demo has none, regardless of the settings. */
@Component
class MailServer {
    /**
     * A domain that cannot exist. The sender's domain would not do: it is a setting that can change between two
     * attempts.
     */
    private static final String MESSAGE_ID_DOMAIN = "@outbox.plumbline.invalid";

    private final @Nullable JavaMailSender server;
    private final @Nullable InternetAddress from;

    MailServer(
            ObjectProvider<JavaMailSender> servers,
            OutboxSettings settings,
            @Value("${spring.mail.host:}") String host,
            @Value("${plumbline.demo}") boolean isDemo) {
        server = isDemo || host.isEmpty() ? null : servers.getIfAvailable();
        from = server == null ? null : sender(settings);
    }

    private static InternetAddress sender(OutboxSettings settings) {
        try {
            var given = settings.from() == null ? new InternetAddress[0] : InternetAddress.parse(settings.from(), true);
            if (given.length == 1) {
                return given[0];
            }
        } catch (AddressException noAddress) {
            // handled below
        }
        throw new StartRefused("Plumbline sends mail through spring.mail.host and needs a sender address: set"
                + " PLUMBLINE_OUTBOX_FROM to an address such as desk@example.org.");
    }

    /** Returns whether mails can be sent. */
    boolean isThere() {
        return server != null;
    }

    /** The reason why a mail was refused, and whether the refusal is permanent. */
    record Refusal(String reason, boolean isForGood) {}

    /** Sends a mail; returns null if the server accepted it. */
    @Nullable
    Refusal send(MailStore.Stored mail) {
        if (server == null || from == null) {
            return new Refusal("No mail server is set", true);
        }
        try {
            server.send(message(server.createMimeMessage(), mail, from));
            return null;
        } catch (MessagingException noAddress) {
            return new Refusal("The address or the text cannot be sent", true);
        } catch (MailAuthenticationException refused) {
            return new Refusal("The mail server refused our sign-in", false);
        } catch (MailSendException refused) {
            return refusal(refused);
        } catch (MailException other) {
            return new Refusal("The mail server did not accept the message", false);
        }
    }

    private static MimeMessage message(MimeMessage message, MailStore.Stored mail, InternetAddress from)
            throws MessagingException {
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(new InternetAddress(mail.to(), true));
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        // every attempt has the same message id, on any node, so that a recipient who already has the mail sees it once
        message.setHeader("Message-ID", "<" + mail.id() + MESSAGE_ID_DOMAIN + ">");
        message.setHeader("X-Plumbline-Mail", mail.id().toString());
        return message;
    }

    private static Refusal refusal(MailSendException refused) {
        if (hasCause(refused, MailServer::isWithoutEncryption)) {
            return new Refusal("The mail server offers no encryption (STARTTLS)", false);
        }
        if (hasCause(refused, SSLException.class::isInstance)) {
            return new Refusal(
                    "The connection to the mail server could not be encrypted; check its certificate", false);
        }
        var isAddress = Arrays.stream(refused.getMessageExceptions())
                .anyMatch(cause -> cause instanceof SendFailedException failed && isRefusedForGood(failed));
        return isAddress
                ? new Refusal("The mail server refused the address", true)
                : new Refusal("The mail server cannot be reached or did not accept the message", false);
    }

    private static boolean hasCause(MailSendException refused, Predicate<Throwable> is) {
        return Stream.concat(Stream.of(refused), Arrays.stream(refused.getMessageExceptions()))
                .flatMap(Causes::of)
                .anyMatch(is);
    }

    private static boolean isWithoutEncryption(Throwable cause) {
        return cause instanceof MessagingException
                && String.valueOf(cause.getMessage()).startsWith("STARTTLS is required");
    }

    private static boolean isRefusedForGood(SendFailedException failed) {
        Address[] invalid = failed.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }
}
