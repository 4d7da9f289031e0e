package io.plumbline.onlineintake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The form of an online intake, for whoever has the link and knows the answer to its question. A link that cannot be used
 * throws {@link LinkOver}, whatever the reason.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ONLINE_INTAKE_ANSWER)
public class OnlineFormService {
    /** What is stored of one value; a longer one is cut, and refused because it is too long in any case. */
    private static final int MOST_STORED = 4000;

    private static final int MOST_VALUES = 100;

    private final OnlineIntakes intakes;
    private final FormDraftStore drafts;
    private final OnlineSubmissionStore submissions;
    private final AnswersReader reader;
    private final LinkTokens tokens;
    private final FormAccess access;
    private final FormDoor door;
    private final FormSafety safety;
    private final FormConsents consents;
    private final ClinicService clinics;
    private final OutboxService outbox;
    private final Clock clock;

    OnlineFormService(
            OnlineIntakes intakes,
            FormDraftStore drafts,
            OnlineSubmissionStore submissions,
            AnswersReader reader,
            LinkTokens tokens,
            FormAccess access,
            FormDoor door,
            FormSafety safety,
            FormConsents consents,
            ClinicService clinics,
            OutboxService outbox,
            Clock clock) {
        this.intakes = intakes;
        this.drafts = drafts;
        this.submissions = submissions;
        this.reader = reader;
        this.tokens = tokens;
        this.access = access;
        this.door = door;
        this.safety = safety;
        this.consents = consents;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Returns the question before the form. Changes nothing, since mail scanners open links too.
     *
     * @throws LinkOver if the link cannot be used
     */
    public IdentityQuestion question(String token) {
        return access.questionOf(access.find(token));
    }

    /**
     * Answers the question with the birth date. Where something is saved, the right answer leads to the question for a
     * code, which is mailed. Where no code can go, it opens the form in the browser that saved it; another one is asked
     * whether to begin again, and nothing is deleted before that.
     *
     * @param old the pass of a page that was shown before, which may be too old; empty if there is none
     * @return the form, the question for a code or whether to begin again, or the question again after a wrong answer; the
     *     fifth wrong one ends the link
     * @throws LinkOver if the link cannot be used
     */
    @Transactional
    public IdentityAnswer answer(String token, LocalDate birthDate, String old, Origin from) {
        var intake = access.lock(token);
        return answered(intake, access.isRight(intake, birthDate), old, from);
    }

    /**
     * Does the same with the last four digits of the phone, where the birth date is not known.
     *
     * @param old the pass of a page that was shown before, which may be too old; empty if there is none
     * @return the form, the question for a code or whether to begin again, or the question again after a wrong answer; the
     *     fifth wrong one ends the link
     * @throws LinkOver if the link cannot be used
     */
    @Transactional
    public IdentityAnswer answer(String token, String digits, String old, Origin from) {
        var intake = access.lock(token);
        return answered(intake, access.isRight(intake, digits), old, from);
    }

    private IdentityAnswer answered(OnlineIntake intake, boolean isRight, String old, Origin from) {
        var now = clock.instant();
        if (!isRight) {
            return wrong(intake, access.questionOf(intake), null);
        }
        var savedBy = drafts.findKey(intake.id());
        if (savedBy.isEmpty()) {
            intake.answeredRight(from, now);
            intakes.saveAndFlush(intake);
            return opened(intake, tokens.createKey());
        }
        var mailed = door.findAddress(intake);
        if (mailed.isEmpty() && tokens.keyOfOld(intake.id(), old).equals(savedBy)) {
            intake.reopened(from, now);
            intakes.saveAndFlush(intake);
            return opened(intake, savedBy.get());
        }
        mailed.ifPresent(to -> door.mailCode(intake, to));
        return askBeforeSaved(intake);
    }

    private IdentityAnswer opened(OnlineIntake intake, String key) {
        var open = new FormAccess.Opened(intake, key);
        return new IdentityAnswer(access.questionOf(intake), form(open, drafts.find(intake.id()), Map.of()), null);
    }

    /** Asks for the code, or whether to begin again where none can go. */
    private IdentityAnswer askBeforeSaved(OnlineIntake intake) {
        var question = door.findAddress(intake).isPresent() ? IdentityQuestion.CODE : IdentityQuestion.BEGIN_AGAIN;
        return new IdentityAnswer(question, null, tokens.door(intake.id()));
    }

    private IdentityAnswer begunAgain(OnlineIntake intake, Origin from) {
        drafts.delete(intake.id());
        intake.begunAgain(from, clock.instant());
        intakes.saveAndFlush(intake);
        return opened(intake, tokens.createKey());
    }

    private IdentityAnswer wrong(OnlineIntake intake, IdentityQuestion question, @Nullable String sentBack) {
        var now = clock.instant();
        intake.answeredWrong(CurrentUser.current().staff(), now);
        intakes.saveAndFlush(intake);
        if (intake.state(now).isOpen()) {
            return new IdentityAnswer(question, null, sentBack);
        }
        outbox.linkIsOver(new OutgoingMail.About(intake.id().value()), "The link was closed after wrong answers", now);
        return IdentityAnswer.OVER;
    }

    /**
     * Opens the form with what is saved, by the code that was mailed.
     *
     * @param sentBack what came with the question for the code
     * @return the form, or the question for the code again after a wrong or late one; a wrong one counts as a wrong answer
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question before has to be answered again
     */
    @Transactional
    public IdentityAnswer answerCode(String token, String sentBack, String code, Origin from) {
        var intake = access.atDoor(token, sentBack);
        var key = drafts.findKey(intake.id());
        if (key.isEmpty() || !door.hasCode(intake)) {
            return askBeforeSaved(intake);
        }
        if (!door.isRight(intake, code)) {
            return wrong(intake, IdentityQuestion.CODE, sentBack);
        }
        intake.continued(from, clock.instant());
        intakes.saveAndFlush(intake);
        return opened(intake, key.get());
    }

    /**
     * Mails another code, unless one was mailed a moment ago or too many were.
     *
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question before has to be answered again
     */
    @Transactional
    public IdentityAnswer mailCode(String token, String sentBack) {
        var intake = access.atDoor(token, sentBack);
        door.findAddress(intake).ifPresent(to -> door.mailCode(intake, to));
        return askBeforeSaved(intake);
    }

    /**
     * Asks again what is asked before what is saved, for the page in another language.
     *
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question before has to be answered again
     */
    @Transactional
    public IdentityAnswer askAgain(String token, String sentBack) {
        return askBeforeSaved(access.atDoor(token, sentBack));
    }

    /**
     * Opens an empty form without a code, and deletes what is saved.
     *
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question before has to be answered again
     */
    @Transactional
    public IdentityAnswer beginAgain(String token, String sentBack, Origin from) {
        return begunAgain(access.atDoor(token, sentBack), from);
    }

    /**
     * Saves a page as it was typed, also what is wrong with it. An emergency raises its red flag at once, or asks for the
     * clinical review of a lead. If another device saved something else since the page was shown, nothing is saved: the
     * form has what was typed, and what is saved beside it.
     *
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question has to be answered again; nothing is saved
     */
    @Transactional
    public OpenForm save(String token, String pass, FormPage page, Map<String, List<String>> typed, Origin from) {
        var open = access.opened(token, pass);
        var intake = open.intake();
        var before = drafts.find(intake.id());
        var fields = reader.fieldsOf(page, before);
        if (fields.isEmpty()) {
            return form(open, before, Map.of());
        }
        // a choice cannot be cleared, so a page of another device that has none there is older than the answer
        var answered = page == FormPage.SAFETY
                ? fields.stream().filter(typed::containsKey).collect(Collectors.toUnmodifiableSet())
                : fields;
        var now = before.with(answered, bounded(typed));
        if (isOlder(typed, before.version(fields))) {
            var elsewhere = now.differing(before).stream()
                    .filter(field -> !field.startsWith(FormFields.CONSENT))
                    .collect(Collectors.toUnmodifiableMap(field -> field, before::values));
            // a box that is not ticked here is not agreed to, whatever the other device ticked
            now = now.filledFrom(before.without(FormFields.CONSENTS));
            if (!elsewhere.isEmpty()) {
                // an emergency is one, whatever the other device said
                raise(intake, before, now, Set.of(FlagLevel.E));
                return form(open, before, now, Map.of(), elsewhere);
            }
        }
        var problems = problems(page, intake, now);
        if (problems.isEmpty() && typed.getOrDefault(FormFields.GO, List.of()).contains(FormFields.NEXT)) {
            now = now.done(page);
        }
        if (!now.equals(before)) {
            intake.saved(page, from, clock.instant());
            drafts.save(intake.id(), now, open.key(), clock.instant());
            intakes.saveAndFlush(intake);
        }
        if (page == FormPage.SAFETY) {
            raise(intake, before, now, Set.of(FlagLevel.E));
        }
        return form(open, now, problems);
    }

    /**
     * Returns whether a page was shown before what is saved now. A user that sends no version, unlike the web page, shows
     * none.
     */
    private static boolean isOlder(Map<String, List<String>> typed, String saved) {
        var shown = typed.get(FormFields.VERSION);
        return shown != null && !shown.contains(saved);
    }

    private static Map<String, List<String>> bounded(Map<String, List<String>> typed) {
        return typed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                .limit(MOST_VALUES)
                .map(value -> value.substring(0, Math.min(value.length(), MOST_STORED)))
                .toList()));
    }

    /**
     * Submits what is saved, once. Findings of level E and U raise their red flags, or ask for the clinical review of a
     * lead; the others are judged when a clinician signs the intake note. The consents that are ticked are recorded: to
     * agree is an act of the patient, which waits for no review. Those of a lead are recorded once the lead is a patient.
     * Nothing that the last page did not stand for is submitted.
     *
     * @param shown the version of the last page that was shown
     * @param address the network address of the request, kept with the consents
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question has to be answered again
     */
    @Transactional
    public FormSubmission submit(String token, String pass, String shown, String address, Origin from) {
        var open = access.opened(token, pass);
        var intake = open.intake();
        var answers = drafts.find(intake.id());
        var wrong = firstWrong(intake, answers);
        if (wrong.isPresent()) {
            return new FormSubmission.Incomplete(
                    wrong.get(), form(open, answers, problems(wrong.get(), intake, answers)));
        }
        if (!shown.equals(lastVersion(answers))) {
            return new FormSubmission.Changed(form(open, answers, Map.of()));
        }
        var given = FormConsents.given(asked(intake), answers, address, intake.id());
        var now = clock.instant();
        var patient = intake.patient();
        var lead = intake.lead();
        var hash = submissions.add(new SubmittedContent(
                SubmittedContent.FORM,
                intake.id().value(),
                patient == null ? null : patient.value(),
                lead == null || patient != null ? null : lead.value(),
                intake.clinic().value(),
                intake.language(),
                answers.entered().fields(),
                reader.rulesVersion(),
                now,
                SubmittedContent.Consents.of(given)));
        intake.submit(hash, from, now);
        intakes.saveAndFlush(intake);
        drafts.delete(intake.id());
        outbox.linkIsOver(new OutgoingMail.About(intake.id().value()), "The patient has answered", now);
        // what a lead agrees to is recorded once the lead is a patient
        if (given != null && patient != null) {
            consents.give(patient, given, today(intake));
        }
        raise(intake, answers, answers, Set.of(FlagLevel.E, FlagLevel.U));
        return new FormSubmission.Done(form(open, answers, Map.of()));
    }

    private Optional<FormPage> firstWrong(OnlineIntake intake, FormAnswers answers) {
        return List.of(FormPage.values()).stream()
                .filter(page -> !problems(page, intake, answers).isEmpty())
                .findFirst();
    }

    private Map<String, FormProblem> problems(FormPage page, OnlineIntake intake, FormAnswers answers) {
        return page == FormPage.CONSENTS
                ? FormConsents.problems(asked(intake), answers)
                : reader.problems(page, answers, today(intake));
    }

    private AskedConsents asked(OnlineIntake intake) {
        return consents.asked(intake.patient(), access.birthDateOf(intake), today(intake));
    }

    private void raise(OnlineIntake intake, FormAnswers before, FormAnswers answers, Set<FlagLevel> levels) {
        safety.raise(intake, access.birthDateOf(intake), before, answers, levels);
    }

    private OpenForm form(FormAccess.Opened open, FormAnswers answers, Map<String, FormProblem> problems) {
        return form(open, answers, answers, problems, Map.of());
    }

    private OpenForm form(
            FormAccess.Opened open,
            FormAnswers saved,
            FormAnswers shown,
            Map<String, FormProblem> problems,
            Map<String, List<String>> elsewhere) {
        var intake = open.intake();
        var versions = new EnumMap<FormPage, String>(FormPage.class);
        for (var page : FormPage.values()) {
            versions.put(
                    page, page == FormPage.CHECK ? lastVersion(saved) : saved.version(reader.fieldsOf(page, saved)));
        }
        return new OpenForm(
                intake.clinic(),
                tokens.pass(intake.id(), open.key()),
                versions,
                shown,
                problems,
                asked(intake),
                elsewhere,
                reader.yesBehind(shown, Set.of(FlagLevel.E)),
                door.findAddress(intake).isPresent());
    }

    /** The last page has no fields: what is sent from it is all that is saved. */
    private static String lastVersion(FormAnswers saved) {
        return saved.version(saved.entered().fields().keySet());
    }

    private LocalDate today(OnlineIntake intake) {
        return clinics.todayAt(intake.clinic());
    }
}
