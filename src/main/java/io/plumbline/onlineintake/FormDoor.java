package io.plumbline.onlineintake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The door to what is saved: staff know birth dates and phones, so a code is mailed to an address that staff cannot have
 * chosen, or to the one that the link itself went to.
 */
@Component
class FormDoor {
    private final OnlineIntakes intakes;
    private final OnlineIntakeQuery query;
    private final FormAccess access;
    private final LinkTokens tokens;
    private final ClinicService clinics;
    private final OutboxService outbox;
    private final MessageSource messages;
    private final Clock clock;

    FormDoor(
            OnlineIntakes intakes,
            OnlineIntakeQuery query,
            FormAccess access,
            LinkTokens tokens,
            ClinicService clinics,
            OutboxService outbox,
            MessageSource messages,
            Clock clock) {
        this.intakes = intakes;
        this.query = query;
        this.access = access;
        this.tokens = tokens;
        this.clinics = clinics;
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns where a code can go; empty if what is saved cannot be opened again. */
    Optional<EmailAddress> findAddress(OnlineIntake intake) {
        return intake.isByMail() ? query.findMailedTo(intake.id()) : access.provenAddressOf(intake);
    }

    /** Mails a code, unless one was mailed a moment ago or too many were. */
    void mailCode(OnlineIntake intake, EmailAddress to) {
        var now = clock.instant();
        if (!intake.code().mayBeFollowed(now)) {
            return;
        }
        var code = tokens.createCode();
        intake.codeSent(tokens.codeHash(intake.id(), code), now);
        intakes.saveAndFlush(intake);
        var language = Locale.of(intake.language());
        var clinic = clinics.label(intake.clinic()).name();
        outbox.writeOwn(new OutgoingMail(
                intake.id().value(),
                null,
                to,
                OutgoingMail.ONE_TIME_CODE,
                messages.getMessage("mail.codeSubject", new Object[] {clinic}, language),
                messages.getMessage("mail.codeBody", new Object[] {clinic, code}, language)));
    }

    /** Returns whether the code that was mailed last still holds. */
    boolean hasCode(OnlineIntake intake) {
        return intake.code().hash(clock.instant()) != null;
    }

    /** Returns whether a code is the one that was mailed last. */
    boolean isRight(OnlineIntake intake, String code) {
        var hash = intake.code().hash(clock.instant());
        return hash != null
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII),
                        tokens.codeHash(intake.id(), code).getBytes(StandardCharsets.US_ASCII));
    }
}
