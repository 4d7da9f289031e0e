package io.plumbline.reactions;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteBrief;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.reactions.AdverseReaction.Moment;
import io.plumbline.reactions.AdverseReaction.Origin;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adverse reactions: clinicians record, follow up and read those of their patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.REACTION_READ)
public class ReactionService {
    private final AdverseReactions reactions;
    private final ReactionQuery query;
    private final PatientService patients;
    private final NoteService notes;
    private final RelationService relations;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReactionService(
            AdverseReactions reactions,
            ReactionQuery query,
            PatientService patients,
            NoteService notes,
            RelationService relations,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reactions = reactions;
        this.query = query;
        this.patients = patients;
        this.notes = notes;
        this.relations = relations;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a form for a reaction begins with.
     *
     * @param clinic where the reaction is recorded
     * @param today the day there
     * @param colleagues who may follow up: the current user first, then the care team
     * @param treatedOn the day of the treatment by its note; null outside of one
     * @param area what was treated by its note; may be empty
     */
    public record Choice(
            ClinicId clinic,
            LocalDate today,
            List<Colleague> colleagues,
            @Nullable LocalDate treatedOn,
            String area) {}

    /** Somebody who may follow up. */
    public record Colleague(StaffId id, String name) {}

    /**
     * Returns what a form for a reaction of a patient begins with.
     *
     * @param note the session note in which it is told; null if outside of one
     * @param clinic where it is told, as long as there is no note; null for one that the current user and the patient share
     * @throws NotAvailable if the patient or the note is not available to the current user, or neither the current user nor the
     *     patient belongs to the clinic
     */
    @Requires(Permission.REACTION_WRITE)
    public Choice choice(PatientId patient, @Nullable NoteId note, @Nullable ClinicId clinic) {
        var opened = requirePatient(patient);
        var at = findOrigin(opened, note, clinic).clinic();
        var told = Optional.ofNullable(note)
                .flatMap(notes::brief)
                .filter(brief -> brief.status() != NoteStatus.ENTERED_IN_ERROR);
        var today = clinics.todayAt(at);
        return new Choice(
                at,
                today,
                colleagues(opened),
                told.map(NoteBrief::treatedOn).filter(on -> !on.isAfter(today)).orElse(null),
                told.map(NoteBrief::areas).map(ReactionDraft::fitting).orElse(""));
    }

    /**
     * Records a reaction of a patient in relation to the current user.
     *
     * @param note the session note in which it is told; null if outside of one. The reaction is recorded without a note
     *     that was entered in error
     * @param clinic where it is told, as long as there is no note; null for one that the current user and the patient share
     * @param operation idempotency key: submitting the same form twice makes one reaction
     * @throws NotAvailable if the patient or the note is not available to the current user, or neither the current user nor the
     *     patient belongs to the clinic
     * @throws Refused if it began in the future or before the patient's birth, a severe reaction that is not over has no
     *     follow-up, a value is missing or out of range, or the current user has break-glass access only; the message is for
     *     the user
     */
    @Transactional
    @Requires(Permission.REACTION_WRITE)
    public ReactionId record(
            PatientId patient,
            ReactionDraft draft,
            @Nullable NoteId note,
            @Nullable ClinicId clinic,
            OperationId operation) {
        var before = reactions.findByOperation(operation.value());
        if (before.isPresent()) {
            return new ReactionId(before.get());
        }
        var opened = requirePatient(patient);
        opened.on(patient).require(NewEntry.OTHER);
        requireColleague(draft.followUp(), opened);
        var origin = findOrigin(opened, note, clinic);
        return reactions
                .saveAndFlush(AdverseReaction.recorded(origin, draft, operation, now(origin.clinic())))
                .id();
    }

    /**
     * Records a follow-up, which ends the one that was due.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the reaction does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the reaction is over or was entered in error, or the next follow-up is missing or out of range;
     *     the message is for the user
     */
    @Transactional
    @Requires(Permission.REACTION_WRITE)
    public void followUp(ReactionId id, long version, ReactionUpdate update) {
        var reaction = requireAt(id, version);
        requireColleague(update.next(), requirePatient(reaction.patient()));
        reaction.followUp(update, now(reaction.clinic()));
        reactions.saveAndFlush(reaction);
    }

    /**
     * Changes the outcome without a follow-up. A follow-up that is due stays, unless the reaction is over or another one
     * is given.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the reaction does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the outcome is the same, the reaction was entered in error, or a severe reaction that is not
     *     over has no follow-up; the message is for the user
     */
    @Transactional
    @Requires(Permission.REACTION_WRITE)
    public void changeOutcome(ReactionId id, long version, ReactionUpdate update) {
        ReasonWords.require(ReactionField.WORDS, "The reason", update.words(), ReactionUpdate.LONGEST);
        var reaction = requireAt(id, version);
        requireColleague(update.next(), requirePatient(reaction.patient()));
        reaction.changeOutcome(update, now(reaction.clinic()));
        reactions.saveAndFlush(reaction);
    }

    /**
     * Marks a reaction as entered in error. It stays readable with the reason.
     *
     * @param version the version that the current user saw
     * @param reason 1 to 400 characters
     * @throws NotAvailable if the reaction does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the reason is missing or too long, or it was marked before; the message is for the user
     */
    @Transactional
    @Requires(Permission.REACTION_WRITE)
    public void enterInError(ReactionId id, long version, String reason) {
        ReasonWords.require(ReactionField.WORDS, "The reason", reason, ReasonWords.LONGEST);
        var reaction = requireAt(id, version);
        reaction.enterInError(reason, now(reaction.clinic()));
        reactions.saveAndFlush(reaction);
    }

    /**
     * Returns a reaction as it is now, and records the view in the audit trail; empty if it does not exist or its
     * patient is not in relation to the current user.
     */
    @Transactional
    public Optional<ReactionRow> open(ReactionId id) {
        var row = query.find(id)
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()));
        row.ifPresent(found -> events.publishEvent(new ReactionEvent.Viewed(id.value(), found.patient())));
        return row;
    }

    /**
     * Returns the reactions of a patient whose chart the current user has open, with their history, open ones first, and
     * records the view in the audit trail; empty for those who do not treat the patient.
     */
    @Transactional
    public List<ReactionDetails> findByPatient(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        events.publishEvent(new ReactionEvent.Viewed(opened.id().value(), opened.id()));
        return query.findByPatient(opened.records());
    }

    /**
     * Returns the open reactions of a patient whose chart the current user has open, the latest first, and records the view in
     * the audit trail; empty for those who do not treat the patient.
     */
    @Transactional
    public List<ReactionRow> openOf(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        var open = query.openOf(opened.records());
        if (!open.isEmpty()) {
            events.publishEvent(new ReactionEvent.Viewed(opened.id().value(), opened.id()));
        }
        return open;
    }

    /** Returns where a reaction is told; a note that was entered in error is left out. */
    private Origin findOrigin(PatientDetails opened, @Nullable NoteId note, @Nullable ClinicId clinic) {
        var born = opened.draft().birthDate();
        if (note == null) {
            var at = clinic == null ? clinicOf(opened) : requireClinic(opened, clinic);
            return new Origin(opened.id(), born, at, null, null);
        }
        var found = notes.brief(note)
                .filter(brief -> opened.records().contains(brief.patient()))
                .orElseThrow(NotAvailable::new);
        return found.status() == NoteStatus.ENTERED_IN_ERROR
                ? new Origin(opened.id(), born, found.clinic(), null, null)
                : new Origin(opened.id(), born, found.clinic(), note, found.visit());
    }

    private static ClinicId requireClinic(PatientDetails opened, ClinicId clinic) {
        if (!CurrentUser.current().clinics().contains(clinic)
                && !opened.clinics().contains(clinic)) {
            throw new NotAvailable();
        }
        return clinic;
    }

    /** Returns a clinic of the patient at which the current user works, or else any of the patient. */
    private static ClinicId clinicOf(PatientDetails opened) {
        return opened.clinics().stream()
                .min(CurrentUser.current().ownClinicsFirst())
                .orElseThrow(NotAvailable::new);
    }

    private static List<Colleague> colleagues(PatientDetails opened) {
        var me = CurrentUser.current();
        return Stream.concat(
                        Stream.of(new Colleague(me.staff(), me.displayName())),
                        opened.careTeam().stream()
                                .filter(member -> !member.id().equals(me.staff()))
                                .map(member -> new Colleague(member.id(), member.name())))
                .toList();
    }

    private static void requireColleague(@Nullable FollowUpPlan plan, PatientDetails opened) {
        if (plan != null
                && colleagues(opened).stream().noneMatch(one -> one.id().equals(plan.by()))) {
            throw new Refused(ReactionField.FOLLOW_UP_BY, "Choose yourself or somebody of the care team");
        }
    }

    private PatientDetails requirePatient(PatientId patient) {
        var found = patients.details(patient)
                .filter(details -> details.clinical() != null)
                .orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(patient, "ask a clinician who treats the patient to record it");
        return found;
    }

    private AdverseReaction requireAt(ReactionId id, long version) {
        reactions.lock(id.value());
        var reaction = reactions
                .findById(id.value())
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(reaction.patient(), "ask a clinician who treats the patient to record it");
        return reaction.at(version);
    }

    private Moment now(ClinicId clinic) {
        return new Moment(CurrentUser.current().staff(), clock.instant(), clinics.zoneOf(clinic));
    }
}
