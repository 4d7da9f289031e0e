package io.plumbline.onlineintake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Creates, mails and withdraws links. Whoever calls has checked that the current user may. */
@Component
class LinkSender {
    private final OnlineIntakes intakes;
    private final FormDraftStore drafts;
    private final LinkTokens tokens;
    private final ClinicService clinics;
    private final OutboxService outbox;
    private final OnlineIntakeSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    LinkSender(
            OnlineIntakes intakes,
            FormDraftStore drafts,
            LinkTokens tokens,
            ClinicService clinics,
            OutboxService outbox,
            OnlineIntakeSettings settings,
            MessageSource messages,
            Clock clock) {
        this.intakes = intakes;
        this.drafts = drafts;
        this.tokens = tokens;
        this.clinics = clinics;
        this.outbox = outbox;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A new link.
     *
     * @param calledBy the name by which the mail addresses the person
     * @param email null if none is recorded
     * @param older the open links that it may replace
     * @param saved takes what the person saved by older links and did not submit, for a link that goes to an address
     */
    record NewLink(
            OnlineIntake.Addressee to,
            String calledBy,
            @Nullable EmailAddress email,
            List<UUID> older,
            Function<EmailAddress, FormDraftStore.Taken> saved) {}

    /**
     * Creates a link. If it goes to an address that staff cannot have chosen, what was saved by older ones and may go there
     * stands in the new one, except what the person agrees to, and it replaces them, but none by which something else is
     * saved. Another link starts empty, and replaces only those that nobody has begun to answer.
     *
     * @param address returns the whole address for one within the portal
     * @throws Refused if a mail has no address to go to; the message is for the user
     */
    CreatedLink send(NewLink link, UnaryOperator<String> address) {
        var token = tokens.create();
        var intake = OnlineIntake.created(
                link.to(), LinkTokens.hash(token), CurrentUser.current().staff(), clock.instant(), settings.lifetime());
        var unproven = link.to().unproven();
        // nobody saves by an older link in between
        link.older().forEach(intakes::lock);
        var taken = unproven == null && link.email() != null
                ? link.saved().apply(link.email())
                : FormDraftStore.Taken.NOTHING;
        link.older().forEach(id -> replace(id, unproven != null));
        intakes.saveAndFlush(intake);
        var saved = taken.answers().withoutConsents();
        if (!saved.equals(FormAnswers.NONE)) {
            drafts.save(intake.id(), saved, tokens.createKey(), clock.instant());
            intake.takeOver(taken.fromClinic());
            intakes.saveAndFlush(intake);
        }
        var whole = address.apply(Routes.onlineIntake(token, intake.language()));
        if (link.to().byMail()) {
            mail(link, intake, whole);
        }
        return new CreatedLink(intake.id(), whole, unproven);
    }

    private void replace(UUID id, boolean onlyIfUntouched) {
        var older = intakes.findById(id).orElseThrow();
        var isKept = (onlyIfUntouched && older.state(clock.instant()) == OnlineIntakeState.OPENED)
                || drafts.findKey(older.id()).isPresent();
        if (older.state(clock.instant()).isOpen() && !isKept) {
            older.withdraw(OnlineIntake.REPLACED, CurrentUser.current().staff(), clock.instant());
            intakes.saveAndFlush(older);
            outbox.withdrawLink(new OutgoingMail.About(id), "A newer link was created", clock.instant());
        }
    }

    private void mail(NewLink link, OnlineIntake intake, String address) {
        if (link.email() == null) {
            throw new Refused("The " + (link.to().patient() == null ? "lead" : "patient")
                    + " has no e-mail address: record it first, or copy the link");
        }
        var language = Locale.of(intake.language());
        var clinic = clinics.label(intake.clinic()).name();
        outbox.write(new OutgoingMail(
                intake.id().value(),
                intake.clinic(),
                link.email(),
                OutgoingMail.ONE_TIME_LINK,
                messages.getMessage("mail.subject", new Object[] {clinic}, language),
                messages.getMessage(
                        "mail.body", new Object[] {link.calledBy(), clinic, address, settings.linkDays()}, language)));
    }

    /**
     * Withdraws a link that is locked, and deletes what was saved by it.
     *
     * @param why kept with the link, at most 40 characters
     * @param reason why a mail that waits is not sent
     * @throws Refused if it can no longer be answered; the message is for the user
     */
    void withdraw(OnlineIntake intake, String why, String reason) {
        intake.withdraw(why, CurrentUser.current().staff(), clock.instant());
        intakes.saveAndFlush(intake);
        drafts.delete(intake.id());
        var mail = new OutgoingMail.About(intake.id().value());
        if (CurrentUser.may(Permission.MAIL_ADD)) {
            outbox.withdrawLink(mail, reason, clock.instant());
        } else {
            // the portal itself, which marks a lead as spam
            outbox.linkIsOver(mail, reason, clock.instant());
        }
    }
}
