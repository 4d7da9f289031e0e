package io.plumbline.referrals;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PatientReferred;
import io.plumbline.plans.ReferralEnteredInError;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.ReferralId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One referral of a patient: clinicians read those of their patients, chiropractors write them. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.REFERRAL_READ)
public class ReferralService {
    static final String EMERGENCY = "Emergency department";

    private final Referrals referrals;
    private final Contacts contacts;
    private final ReferralQuery query;
    private final ReferralSources sources;
    private final ReferralSettings settings;
    private final PatientService patients;
    private final SafetyService safety;
    private final RelationService relations;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralService(
            Referrals referrals,
            Contacts contacts,
            ReferralQuery query,
            ReferralSources sources,
            ReferralSettings settings,
            PatientService patients,
            SafetyService safety,
            RelationService relations,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.contacts = contacts;
        this.query = query;
        this.sources = sources;
        this.settings = settings;
        this.patients = patients;
        this.safety = safety;
        this.relations = relations;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a referral and records the view in the audit trail.
     *
     * @return empty if it does not exist or its patient is not in relation to the current user; the two cases look the same
     */
    @Transactional
    public Optional<ReferralDetails> open(ReferralId id) {
        var referral = query.find(id, clock.instant()).filter(found -> isMine(found.patient()));
        referral.ifPresentOrElse(
                found -> events.publishEvent(new ReferralEvent.Viewed(id.value(), found.patient())),
                () -> events.publishEvent(new ReferralEvent.AccessRefused(id)));
        return referral;
    }

    /** The content of a letter: a referral, and how the addressee is reached now; null if it is no contact. */
    public record Letter(ReferralDetails referral, @Nullable ContactDraft to) {}

    /**
     * Opens a referral for its letter and records that in the audit trail, each time.
     *
     * @return empty if it was entered in error, or is not available to the current user
     */
    @Transactional
    public Optional<Letter> print(ReferralId id) {
        return open(id).filter(found -> found.status() != ReferralStatus.ENTERED_IN_ERROR)
                .map(found -> {
                    events.publishEvent(new ReferralEvent.Printed(id, found.patient()));
                    var to = found.contact() == null
                            ? null
                            : contacts.findById(found.contact().value())
                                    .map(contact -> contact.details().draft())
                                    .orElse(null);
                    return new Letter(found, to);
                });
    }

    /** Returns the day that the clinic's settings propose for the answer to a referral that is written today. */
    public LocalDate proposedDue(ClinicId clinic, ReferralPriority priority) {
        return clinics.todayAt(clinic).plusDays(settings.daysOf(priority));
    }

    /**
     * Returns what the record is called from which a referral would follow; empty if it is not one of the patient, whose
     * chart the current user has open.
     */
    @Requires(Permission.REFERRAL_WRITE)
    public Optional<String> sourceName(ReferralSource source, PatientDetails opened) {
        return sources.nameOf(source, opened);
    }

    /**
     * Returns the words with which a referral can begin: why the patient is referred, as far as that is on record; empty if
     * it is not.
     */
    @Requires(Permission.REFERRAL_WRITE)
    public String proposedReason(ReferralSource source) {
        return sources.reasonOf(source);
    }

    /**
     * Refers a patient in relation to the current user.
     *
     * @param source the record from which the referral follows; null if from none
     * @param operation idempotency key: submitting the same form twice makes one referral
     * @throws NotAvailable if the patient or the source does not exist or is not available to the current user
     * @throws Refused if a value is missing or out of range, the contact is deactivated, or the current user has break-glass
     *     access only; the message is for the user
     */
    @Transactional
    @Requires(Permission.REFERRAL_WRITE)
    public ReferralId ask(
            PatientId patient, ReferralDraft draft, @Nullable ReferralSource source, OperationId operation) {
        ReasonWords.require(ReferralField.REASON, "The reason", draft.reason(), ReferralDraft.REASON);
        var before = referrals.findByOperation(operation.value());
        if (before.isPresent()) {
            return new ReferralId(before.get());
        }
        var found = requirePatient(patient);
        found.on(patient).require(NewEntry.OTHER);
        if (!found.clinics().contains(draft.clinic())) {
            throw new NotAvailable();
        }
        if (source != null && sources.nameOf(source, found).isEmpty()) {
            throw new NotAvailable();
        }
        var referral = referrals.saveAndFlush(
                Referral.asked(patient, draft, addressee(draft.to()), source, operation, now(draft.clinic())));
        if (source != null && source.kind() == ReferralSource.Kind.PLAN) {
            events.publishEvent(new PatientReferred(patient, new PlanId(source.id())));
        }
        return referral.id();
    }

    private String addressee(@Nullable ContactId to) {
        if (to == null) {
            return EMERGENCY;
        }
        var contact = contacts.findById(to.value()).orElseThrow(NotAvailable::new);
        if (!contact.isActive()) {
            throw new Refused(ReferralField.TO, "This contact is deactivated. Choose another one");
        }
        return contact.details().draft().called();
    }

    /**
     * Records the answer to a referral. If it followed from a red flag that awaits its outcome, the flag is to be decided
     * again; its hold stays until then.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the referral does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if a value is missing or out of range, or its status does not allow it; the message is for the user
     */
    @Transactional
    @Requires(Permission.REFERRAL_WRITE)
    public void answer(ReferralId id, long version, ReferralAnswer answer) {
        var referral = change(id, version, (found, now) -> found.answer(answer, now));
        var source = referral.source();
        if (source != null && source.kind() == ReferralSource.Kind.FLAG) {
            safety.answered(referral.patient(), new FlagId(source.id()));
        }
    }

    /**
     * Corrects the answer; the words before stay in the history.
     *
     * @param version the version that the current user saw
     * @param why at most 400 characters
     * @throws NotAvailable if the referral does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused as {@link #answer} does, or if the reason of the correction is missing
     */
    @Transactional
    @Requires(Permission.REFERRAL_WRITE)
    public void correctAnswer(ReferralId id, long version, ReferralAnswer answer, String why) {
        ReasonWords.require(ReferralField.WHY, "The reason", why, ReasonWords.LONGEST);
        change(id, version, (referral, now) -> referral.correctAnswer(answer, why, now));
    }

    /**
     * Corrects why the patient is referred, while the referral is open; the words before stay in the history.
     *
     * @param version the version that the current user saw
     * @param why at most 400 characters
     * @throws NotAvailable if the referral does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if a text is missing or too long, or the referral is not open; the message is for the user
     */
    @Transactional
    @Requires(Permission.REFERRAL_WRITE)
    public void correctReason(ReferralId id, long version, String reason, String why) {
        ReasonWords.require(ReferralField.REASON, "The reason", reason, ReferralDraft.REASON);
        ReasonWords.require(ReferralField.WHY, "The reason", why, ReasonWords.LONGEST);
        change(id, version, (referral, now) -> referral.correctReason(reason, why, now));
    }

    /**
     * Changes the day by which the answer is due.
     *
     * @param version the version that the current user saw
     * @param why at most 400 characters
     * @throws NotAvailable if the referral does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the day is past, the same, or more than a year ahead, the reason is missing, or the referral is
     *     not open; the message is for the user
     */
    @Transactional
    @Requires(Permission.REFERRAL_WRITE)
    public void changeDue(ReferralId id, long version, LocalDate dueOn, String why) {
        ReasonWords.require(ReferralField.WHY, "The reason", why, ReasonWords.LONGEST);
        change(id, version, (referral, now) -> referral.changeDue(dueOn, why, now));
    }

    /**
     * Closes a referral without an answer. A red flag from which it followed keeps its status and its hold; a plan from
     * which one that was entered in error was written has its decision to refer open again.
     *
     * @param version the version that the current user saw
     * @param note at most 400 characters; may be empty
     * @throws NotAvailable if the referral does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if its status does not allow it; the message is for the user
     */
    @Transactional
    @Requires(Permission.REFERRAL_WRITE)
    public void close(ReferralId id, long version, CloseReason reason, String note) {
        var referral = change(id, version, (found, now) -> found.close(reason, note, now));
        var source = referral.source();
        if (source != null
                && source.kind() == ReferralSource.Kind.PLAN
                && referral.status() == ReferralStatus.ENTERED_IN_ERROR) {
            var standing = referrals.lastWrittenFrom(source.kind(), source.id()).orElse(null);
            events.publishEvent(new ReferralEnteredInError(referral.patient(), new PlanId(source.id()), standing));
        }
    }

    private Referral.Moment now(ClinicId clinic) {
        return new Referral.Moment(CurrentUser.current().staff(), clock.instant(), clinics.zoneOf(clinic));
    }

    private boolean isMine(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient);
    }

    private PatientDetails requirePatient(PatientId patient) {
        var found = patients.details(patient)
                .filter(details -> details.clinical() != null)
                .orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(patient, "ask a chiropractor who treats the patient to refer");
        return found;
    }

    private Referral change(ReferralId id, long version, BiConsumer<Referral, Referral.Moment> how) {
        referrals.lock(id.value());
        var referral = referrals
                .findById(id.value())
                .filter(found -> isMine(found.patient()))
                .orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(referral.patient(), "ask a chiropractor who treats the patient");
        StaleVersion.throwUnless(referral.version() == version, Referral.class, id);
        how.accept(referral, now(referral.clinic()));
        return referrals.saveAndFlush(referral);
    }
}
