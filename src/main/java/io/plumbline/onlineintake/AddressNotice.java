package io.plumbline.onlineintake;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.PatientEmailChanged;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the earlier e-mail address of a patient or a lead that staff changed it: whoever did not ask for that has seven
 * days to object before the new one opens what they saved. An address that staff recorded a few days ago, which may be a
 * typing mistake, is told nothing: a stranger would learn that somebody is a patient.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AddressNotice {
    private static final String TEMPLATE = "address changed";

    private final ClinicService clinics;
    private final OutboxService outbox;
    private final MessageSource messages;
    private final SystemActor system;
    private final Clock clock;

    AddressNotice(
            ClinicService clinics, OutboxService outbox, MessageSource messages, SystemActor system, Clock clock) {
        this.clinics = clinics;
        this.outbox = outbox;
        this.messages = messages;
        this.system = system;
        this.clock = clock;
    }

    @EventListener
    void on(PatientEmailChanged changed) {
        write(
                changed.patient().value(),
                new KnownAddress(changed.earlier(), changed.recordedAt()),
                changed.language(),
                changed.clinics());
    }

    /**
     * Writes the mail, unless the earlier address is not proven.
     *
     * @param about the patient or the lead
     * @param language that the person speaks; empty if not known
     * @param of the clinics at which the person is known; none if they prefer none
     */
    public void write(UUID about, KnownAddress earlier, String language, Collection<ClinicId> of) {
        if (!earlier.isProven(clock.instant())) {
            return;
        }
        var locale = ConsentLanguage.spoken(language).locale();
        var names =
                of.stream().map(clinics::label).map(ClinicLabel::name).sorted().collect(Collectors.joining(", "));
        var name = names.isEmpty() ? messages.getMessage("ours", null, locale) : names;
        system.call(() -> outbox.writeOwn(new OutgoingMail(
                about,
                null,
                earlier.email(),
                TEMPLATE,
                messages.getMessage("mail.addressSubject", null, locale),
                messages.getMessage("mail.addressBody", new Object[] {name}, locale))));
    }
}
