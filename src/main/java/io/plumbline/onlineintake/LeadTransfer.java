package io.plumbline.onlineintake;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.consents.OnlineConsentService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the online intakes of a lead to the patient that the lead became. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LeadTransfer {
    private final OnlineIntakes intakes;
    private final OnlineIntakeQuery query;
    private final OnlineSubmissionStore submissions;
    private final FormDraftStore drafts;
    private final FormAccess access;
    private final FormSafety safety;
    private final OnlineLeads leads;
    private final OnlineConsentService consents;
    private final ClinicService clinics;
    private final SystemActor system;
    private final Clock clock;

    LeadTransfer(
            OnlineIntakes intakes,
            OnlineIntakeQuery query,
            OnlineSubmissionStore submissions,
            FormDraftStore drafts,
            FormAccess access,
            FormSafety safety,
            OnlineLeads leads,
            OnlineConsentService consents,
            ClinicService clinics,
            SystemActor system,
            Clock clock) {
        this.intakes = intakes;
        this.query = query;
        this.submissions = submissions;
        this.drafts = drafts;
        this.access = access;
        this.safety = safety;
        this.leads = leads;
        this.consents = consents;
        this.clinics = clinics;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Gives all online intakes of a lead to a patient. A link that is still open goes on working. Of
     * what was submitted, the red flags of level E and U are raised and the consents recorded with their own time; of
     * what was only saved, the red flags of level E are raised, also if the link is over. Where what was saved is deleted,
     * they are raised from the answers of the lead that nobody has decided.
     *
     * @param clinic where the lead is converted; its clinicians review the answers
     * @param mayContact whether a consent to contact counts, which it does not after a contact stop
     */
    public void give(LeadId lead, PatientId patient, ClinicId clinic, boolean mayContact) {
        var all = intakes.unconverted(lead.value());
        for (var id : all) {
            intakes.lock(id);
            var intake = intakes.findById(id).orElseThrow();
            intake.passTo(patient, clinic, isOwnAddress(intake, patient));
            intakes.saveAndFlush(intake);
            // the person said it, not whoever converts the lead
            system.run(() -> follow(intake, patient, () -> findUndecidedYes(lead, all), mayContact));
        }
    }

    /** Anybody can send the public form in the name of a patient, so the address of a lead alone proves nothing of one. */
    private boolean isOwnAddress(OnlineIntake intake, PatientId patient) {
        var mailed = query.findMailedTo(intake.id());
        return addressOf(patient)
                .filter(address -> address.isProven(clock.instant()))
                .filter(address -> mailed.filter(to -> EmailAddress.areSame(to, address.email()))
                        .isPresent())
                .isPresent();
    }

    /** Returns whether an e-mail address is the one by which a patient is known. */
    public boolean isKnownBy(PatientId patient, EmailAddress email) {
        return addressOf(patient)
                .filter(address -> EmailAddress.areSame(address.email(), email))
                .isPresent();
    }

    private Optional<KnownAddress> addressOf(PatientId patient) {
        return query.askedFacts(patient).map(OnlineIntakeQuery.AskedFacts::address);
    }

    private FormAnswers findUndecidedYes(LeadId lead, List<UUID> all) {
        return AnswersReader.yesTo(leads.findUndecidedYes(
                lead, all.stream().map(OnlineIntakeId::new).toList()));
    }

    private void follow(OnlineIntake intake, PatientId patient, Supplier<FormAnswers> undecided, boolean mayContact) {
        var submitted = submissions.find(intake.id());
        var born = access.birthDateOf(intake);
        if (submitted.isEmpty()) {
            var saved = drafts.find(intake.id());
            var told = saved.entered().equals(FormAnswers.NONE) ? undecided.get() : saved;
            safety.raise(intake, born, FormAnswers.NONE, told, Set.of(FlagLevel.E));
            return;
        }
        var content = submitted.get().content();
        safety.raise(
                intake, born, FormAnswers.NONE, new FormAnswers(content.answers()), Set.of(FlagLevel.E, FlagLevel.U));
        var agreed = content.consents();
        if (agreed != null) {
            var on = LocalDate.ofInstant(content.submittedAt(), clinics.zoneOf(new ClinicId(content.clinic())));
            // the form could not know that somebody is a minor, who cannot agree alone
            if (agreed.by() == ConsentAgreement.By.GUARDIAN || !PatientDraft.isMinor(born, on)) {
                var leftOut = mayContact ? Set.<ConsentKind>of() : Set.of(ConsentKind.CONTACT);
                consents.giveAsOf(patient, agreed.given(content.intake()), content.submittedAt(), on, leftOut);
            }
        }
    }
}
