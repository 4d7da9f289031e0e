package io.plumbline.intake;

import io.plumbline.access.AskedRelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.forms.AnsweredForms;
import io.plumbline.forms.FormService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.AlertService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.TakenBackFlag;
import io.plumbline.safety.TakenBackFlagService;
import io.plumbline.safety.ToldAnswers;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.signing.AnsweredCheck;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.SigningCheck;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs intake notes and their later versions, with all that follows from a signature. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IntakeSigning {
    private final IntakeNotes notes;
    private final PatientService patients;
    private final ScreeningService screening;
    private final TakenBackFlagService takenBackFlags;
    private final IntakeContraindications contraindications;
    private final AlertService alerts;
    private final CredentialService credentials;
    private final IdentityService identity;
    private final AppointmentService appointments;
    private final AskedRelationService asked;
    private final ToConcludeStore waiting;
    private final SignedConclusions conclusions;
    private final ToldAnswers told;
    private final FormService forms;
    private final ContentMac seal;
    private final Clock clock;

    IntakeSigning(
            IntakeNotes notes,
            PatientService patients,
            ScreeningService screening,
            TakenBackFlagService takenBackFlags,
            IntakeContraindications contraindications,
            AlertService alerts,
            CredentialService credentials,
            IdentityService identity,
            AppointmentService appointments,
            AskedRelationService asked,
            ToConcludeStore waiting,
            SignedConclusions conclusions,
            ToldAnswers told,
            FormService forms,
            ContentMac seal,
            Clock clock) {
        this.notes = notes;
        this.patients = patients;
        this.screening = screening;
        this.takenBackFlags = takenBackFlags;
        this.contraindications = contraindications;
        this.alerts = alerts;
        this.credentials = credentials;
        this.identity = identity;
        this.appointments = appointments;
        this.asked = asked;
        this.waiting = waiting;
        this.conclusions = conclusions;
        this.told = told;
        this.forms = forms;
        this.seal = seal;
        this.clock = clock;
    }

    /** Signs a note as {@link IntakeService#sign(io.plumbline.shared.ids.IntakeId, long, List)} describes. */
    void sign(IntakeNote note, List<CheckReply> answers) {
        // a colleague may be raising a flag at this moment: what is asked and what is signed see the same
        patients.holdHeader(note.patient());
        // an assessment made under a valid credential may be signed later
        credentials.requireMaySign(null, note.writtenAt(clock.instant()), note.clinic());
        // before the signature, since a signed note never changes
        note.answerByAge(
                screening.withAge(note.patient(), note.clinic(), note.draft().screen()));
        notes.saveAndFlush(note);
        requireSignable(note);
        var amended = amendedBy(note);
        contraindications.requireAnswered(
                note, amended.map(IntakeNote::draft).orElse(IntakeDraft.of("")).more());
        amended.ifPresent(before -> requireDifference(before, note));
        var earlier = earlierOf(note);
        var screened = amended.map(before -> before.draft().screen()).orElse(Map.of());
        var raised = screening.wouldRaise(
                note.id().asClinicalNote(),
                earlier,
                screened,
                note.patient(),
                note.clinic(),
                note.draft().screen());
        IntakeScope.requireWithin(IntakeScope.mayConclude(), note.draft().outcome(), isFlagged(note, raised));
        amended.ifPresent(before -> requireLeftToChiropractor(before, note));
        var takenBack = amended.isEmpty()
                ? List.<TakenBackFlag>of()
                : takenBackFlags.find(
                        note.patient(), earlier, screened, note.draft().screen());
        var patient = patients.details(note.patient()).orElseThrow(NotAvailable::new);
        var cautions = IntakeCautions.of(
                note.draft(),
                contraindications.answersWith(note, patient.records()).values(),
                patient.thrustHold() || raised.stream().anyMatch(FlagLevel::forbidsThrust),
                contraindications.dayOf(note));
        Optional.ofNullable(note.draft().outcome())
                .ifPresent(outcome -> IntakeCautions.requireHeeded(outcome, cautions));
        var isFirst = contraindications.newest(patient.records()).isEmpty();
        var against = IntakeAlertCheck.of(note.draft(), patient);
        var given = SigningCheck.answersTo(checks(note, isFirst, cautions, against, takenBack, screened), answers);
        var answered = AnsweredCheck.answers(given);
        identity.demandProofToSign();
        if (!answered.isEmpty()) {
            // while the note is still a draft: a signed note takes no more rows
            note.answer(answered);
            notes.saveAndFlush(note);
        }
        // before what follows from the contraindications of the note, which may end the same alert
        against.forEach(one -> one.endIfSaid(given, alerts));
        note.sign(screening.rules(), CurrentUser.current().staff(), clock.instant(), seal);
        notes.saveAndFlush(note);
        screening.raiseSigned(
                note.id().asClinicalNote(),
                earlier,
                screened,
                note.patient(),
                note.clinic(),
                note.draft().screen());
        takenBack.forEach(flag -> takenBackFlags.takeBack(note.patient(), flag.id(), flag.isToDecide(answered)));
        amended.ifPresent(this::endWaiting);
        if (note.isLeftToChiropractor()) {
            waiting.add(note);
            asked.relateToConclude(note.patient(), note.clinic(), note.id());
        }
        told.signed(note.id().asClinicalNote());
        if (amended.isEmpty()) {
            appointments.assessed(note.patient(), note.clinic());
        }
    }

    /** Names what is missing, in the note itself and of the clinics' own questions. */
    private void requireSignable(IntakeNote note) {
        var missing = new ArrayList<String>();
        try {
            note.requireSignable(screening.rules());
        } catch (NotReadyToSign notReady) {
            missing.addAll(notReady.missing());
        }
        var answers = note.draft().more().forms();
        missing.addAll(new AnsweredForms(forms.findVersions(answers)).missing(answers, IntakeScope.mayConclude()));
        if (!missing.isEmpty()) {
            throw new NotReadyToSign(missing);
        }
    }

    private List<SigningCheck> checks(
            IntakeNote note,
            boolean isFirst,
            List<String> cautions,
            List<IntakeAlertCheck> against,
            List<TakenBackFlag> takenBack,
            Map<String, ScreeningAnswer> screened) {
        return Stream.of(
                        IntakeCheck.of(note.draft(), cautions).stream(),
                        ExaminationCheck.of(note.draft(), isFirst),
                        against.stream().map(IntakeAlertCheck::check),
                        takenBack.stream().map(TakenBackFlag::check),
                        changedYes(note, screened))
                .flatMap(some -> some)
                .toList();
    }

    /**
     * A yes of the patient to the screen that the note does not repeat is explained, never silently dropped. An amendment
     * explains it where it changes the answer of the version that it amends, whose author explained the others.
     *
     * @param screened the answers of the version that is amended
     */
    private Stream<SigningCheck> changedYes(IntakeNote note, Map<String, ScreeningAnswer> screened) {
        var answers = note.draft().screen();
        var amendment = note.amendment();
        // the first version is the one that is begun with what the patient said
        var first = amendment == null ? note.id() : new IntakeId(amendment.firstId());
        var said = new TreeMap<>(told.findFor(first.asClinicalNote()));
        if (amendment == null) {
            told.findUnreviewed(note.patient()).forEach((rule, answer) -> {
                if (answer == ScreeningAnswer.YES) {
                    said.put(rule, answer);
                }
            });
        }
        return said.entrySet().stream()
                .filter(one -> one.getValue() == ScreeningAnswer.YES)
                .filter(one -> answers.get(one.getKey()) != ScreeningAnswer.YES)
                .filter(one -> amendment == null || answerTo(one.getKey(), answers) != answerTo(one.getKey(), screened))
                .flatMap(one -> screening.rules().rule(one.getKey()).stream())
                .map(rule -> new SigningCheck(
                        "PATIENT_SAID_YES",
                        "The patient answered yes to “" + rule.words() + "” in the online intake, and the note says "
                                + answerTo(rule.id(), answers).label().toLowerCase(Locale.ROOT)
                                + ". Why?"));
    }

    private static ScreeningAnswer answerTo(String rule, Map<String, ScreeningAnswer> answers) {
        return answers.getOrDefault(rule, ScreeningAnswer.NOT_ASKED);
    }

    private Optional<IntakeNote> amendedBy(IntakeNote note) {
        return Optional.ofNullable(note.amendment()).flatMap(amendment -> notes.findById(amendment.amendsId()));
    }

    private List<ClinicalNoteId> earlierOf(IntakeNote note) {
        return note.amendment() == null
                ? List.of()
                : notes.versions(List.of(note.patient()), note.id().value()).stream()
                        .filter(version -> version.revision() < note.revision())
                        .map(version -> version.id().asClinicalNote())
                        .toList();
    }

    /**
     * What a chiropractor concluded, and what found a red flag of level E, U or R, only a chiropractor concludes again.
     *
     * @throws Refused with a message for the user
     */
    private void requireLeftToChiropractor(IntakeNote before, IntakeNote note) {
        var outcome = note.draft().outcome();
        if (IntakeScope.mayConclude() || outcome == null || !outcome.isConclusion()) {
            return;
        }
        var isConcluded = before.draft().outcome() == IntakeOutcome.REFER
                || conclusions.find(before).isPresent()
                || screening.rules().findings(before.draft().screen()).stream()
                        .map(ScreeningRules.Finding::level)
                        .anyMatch(FlagLevel::forbidsThrust);
        if (isConcluded) {
            throw new Refused("A chiropractor concluded the version that you amend, or it found a red flag: choose the"
                    + " outcome “" + IntakeOutcome.CHIROPRACTOR_TO_DECIDE.label() + "”");
        }
    }

    private static void requireDifference(IntakeNote before, IntakeNote note) {
        if (before.draft().equals(note.draft())) {
            throw new Refused("Nothing differs from version " + before.revision()
                    + ". Change what the amendment is about before you sign it");
        }
    }

    /** Nobody concludes a version that was amended since. */
    private void endWaiting(IntakeNote amended) {
        if (waiting.remove(amended.id())) {
            asked.endToConclude(amended.patient(), amended.id());
        }
    }

    /** Returns whether the screen found a red flag of level E, U or R, decided since or not, or one is open. */
    private boolean isFlagged(IntakeNote note, List<FlagLevel> raised) {
        var found = screening.rules().findings(note.draft().screen()).stream().map(ScreeningRules.Finding::level);
        return patients.brief(note.patient())
                        .filter(patient -> patient.clinicalHold() || patient.thrustHold())
                        .isPresent()
                || Stream.concat(found, raised.stream()).anyMatch(FlagLevel::forbidsThrust);
    }
}
