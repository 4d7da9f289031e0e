package io.plumbline.safety;

import io.plumbline.access.ReasonUseStore;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.patients.related.ReferringContact;
import io.plumbline.patients.related.ReferringContacts;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.FlagId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an emergency flag is cleared by two clinicians, and what the evidence that clears a red flag is chosen from. The
 * first proposes it by {@link SafetyService#decide}; the flag and its hold stay until the second confirms it on their own
 * sign-in.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_DECIDE)
public class ClearanceService {
    private static final int MOST_CONTACTS = 50;

    private final RedFlags flags;
    private final FlagLoader loader;
    private final EvidenceRules rules;
    private final FlagEffects effects;
    private final ReferringContacts contacts;
    private final ClinicService clinics;
    private final ReasonUseStore reasons;
    private final Clock clock;

    ClearanceService(
            RedFlags flags,
            FlagLoader loader,
            EvidenceRules rules,
            FlagEffects effects,
            ReferringContacts contacts,
            ClinicService clinics,
            ReasonUseStore reasons,
            Clock clock) {
        this.flags = flags;
        this.loader = loader;
        this.rules = rules;
        this.effects = effects;
        this.contacts = contacts;
        this.clinics = clinics;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * Returns what the evidence that clears a flag is chosen from. For a clinical hold it lists the patient's files, which is
     * recorded in the audit trail.
     *
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     */
    @Transactional
    public ClearanceChoices choices(FlagId id) {
        var flag = loader.require(id);
        var isHold = flag.level().isHold();
        return new ClearanceChoices(
                flag.level(),
                ClearanceFinding.choicesFor(flag.rule(), flag.level()),
                rules.whoMayExamine(flag).entrySet().stream()
                        .map(one -> new ClearanceChoices.Clinician(one.getKey(), one.getValue()))
                        .toList(),
                rules.isAlone(flag),
                isHold ? rules.raisedOn(flag) : null,
                clinics.todayAt(flag.clinic()),
                isHold ? rules.filesOf(flag) : List.of());
    }

    /** Returns the first contacts that match the beginnings of words; the first of all if the text is empty. */
    public List<ReferringContact> findContacts(String typed) {
        return contacts.find(typed, MOST_CONTACTS);
    }

    /**
     * Confirms as a second clinician that an emergency flag is cleared, which ends its hold.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague confirmed, refused or changed it in the meantime
     * @throws Refused if nobody proposes it now, or the current user does; the message is for the user
     */
    @Transactional
    public void confirm(FlagId id, long version) {
        var flag = loader.lock(id, version);
        flag.confirmClearance(CurrentUser.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
        effects.decided(flag);
    }

    /**
     * Refuses as a second clinician to clear an emergency flag, which stays in force.
     *
     * @param version the version that the current user saw
     * @param reason why, in words
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague confirmed, refused or changed it in the meantime
     * @throws Refused if nobody proposes it now, the current user does, or the reason says nothing; the message is for the
     *     user
     */
    @Transactional
    public void refuse(FlagId id, long version, String reason) {
        ReasonWords.require(DecisionField.REASON, "The reason", reason, ReasonWords.LONGEST);
        var flag = loader.lock(id, version);
        flag.refuseClearance(reason, CurrentUser.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
    }

    /**
     * Withdraws the current user's own proposal to clear an emergency flag, which stays in force.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague confirmed, refused or changed it in the meantime
     * @throws Refused if nobody proposes it now, or somebody else does; the message is for the user
     */
    @Transactional
    public void withdraw(FlagId id, long version) {
        var flag = loader.lock(id, version);
        // proposed for the wrong patient: the right one may have the same words
        reasons.forget(
                flag.patient(), flag.withdrawClearance(CurrentUser.current().staff(), clock.instant()));
        flags.saveAndFlush(flag);
    }

    /**
     * Returns the files on the record of a flag's patient, and records the view in the audit trail.
     *
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     */
    @Transactional
    public List<AttachmentRow> files(FlagId id) {
        return rules.filesOf(loader.require(id));
    }

    /**
     * Links a flag to the document of the outside examiner, once it is on the patient's record.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed the flag in the meantime
     * @throws Refused if no document is asked for, or the file is not on the record; the message is for the user
     */
    @Transactional
    public void fileDocument(FlagId id, long version, AttachmentId file) {
        var flag = loader.lock(id, version);
        flag.fileDocument(rules.requireFile(flag, file), CurrentUser.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
    }
}
