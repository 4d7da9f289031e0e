package io.plumbline.onlineintake;

import io.plumbline.access.PatientRecords;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ToldAnswers;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a patient answered to the red-flag screen online, while the intake note begun with it is signed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OnlineAnswersOfNote implements ToldAnswers {
    private final OnlineIntakes intakes;
    private final OnlineSubmissionStore submissions;
    private final AnswersReader reader;
    private final PatientRecords records;
    private final Clock clock;

    OnlineAnswersOfNote(
            OnlineIntakes intakes,
            OnlineSubmissionStore submissions,
            AnswersReader reader,
            PatientRecords records,
            Clock clock) {
        this.intakes = intakes;
        this.submissions = submissions;
        this.reader = reader;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Map<String, ScreeningAnswer> findFor(ClinicalNoteId note) {
        return intakes.findByNote(note.value())
                .flatMap(intake -> submissions.find(intake.id()))
                .map(found -> reader.screen(new FormAnswers(found.content().answers())))
                .orElse(Map.of());
    }

    @Override
    public Map<String, ScreeningAnswer> findUnreviewed(PatientId patient) {
        var all = new TreeMap<String, ScreeningAnswer>();
        for (var intake : intakes.findUnreviewed(records.of(patient))) {
            submissions.find(intake.id()).ifPresent(found -> reader.screen(
                            new FormAnswers(found.content().answers()))
                    .forEach((rule, answer) -> all.merge(rule, answer, OnlineAnswersOfNote::yesFirst)));
        }
        return all;
    }

    private static ScreeningAnswer yesFirst(ScreeningAnswer one, ScreeningAnswer other) {
        return one == ScreeningAnswer.YES ? one : other;
    }

    @Override
    public void discarded(ClinicalNoteId note) {
        intakes.findByNote(note.value()).ifPresent(intake -> {
            intake.reviewDiscarded();
            intakes.saveAndFlush(intake);
        });
    }

    @Override
    public void signed(ClinicalNoteId note) {
        intakes.findByNote(note.value())
                .filter(intake -> intake.state(clock.instant()) == OnlineIntakeState.SUBMITTED)
                .ifPresent(intake -> {
                    intake.reviewed(CurrentUser.current().staff(), clock.instant());
                    intakes.saveAndFlush(intake);
                });
    }
}
