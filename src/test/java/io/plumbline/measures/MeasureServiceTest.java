package io.plumbline.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Scores of outcome measures: what is kept, what counts, who reads and writes them. */
@StoreTest
@Tag("core")
class MeasureServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    MeasureService measures;

    @Autowired
    ObjectProvider<PatientTimeline> timelines;

    @Autowired
    Statements statements;

    @Test
    void aScoreIsReadBackWithItsAnswersItsVersionAndWhoRecordedIt() {
        var patient = care.treated("Scored");
        var today = today(patient);
        var abilities = new LinkedHashMap<String, Integer>();
        abilities.put("Lifting a child", 3);
        abilities.put(TestCare.STRANGE, 6);
        record(
                patient,
                new ScoreDraft("RMDQ", MeasureAnswers.statements(Set.of(1, 3, 17)), today.minusDays(1)),
                new ScoreDraft("PSFS", MeasureAnswers.activities(abilities), today),
                new ScoreDraft("ODI", MeasureAnswers.sections(16, 9), today, "Report of Dr. Fox"));
        var scores = scores(patient);
        assertThat(scores).extracting(ScoreRow::measure).containsExactly("RMDQ", "PSFS", "ODI");
        assertThat(scores.getFirst().result().score()).isEqualByComparingTo("3");
        assertThat(scores.getFirst().result().answers().tickedStatements()).containsExactlyInAnyOrder(1, 3, 17);
        assertThat(scores.get(1).result().answers().activityNames())
                .containsExactly("Lifting a child", TestCare.STRANGE);
        assertThat(scores.getLast().result().score()).isEqualByComparingTo("35.6");
        assertThat(scores.getLast().result().band()).isEqualTo("Moderate disability");
        assertThat(scores.getLast().document()).isEqualTo("Report of Dr. Fox");
        assertThat(scores)
                .extracting(ScoreRow::recordedBy)
                .containsOnly(staff.as("therapist", () -> CurrentUser.current().displayName()));
    }

    @Test
    void aMeasureIsRecordedOnceADayAndTheOthersOfTheSameFormAreNotHalfSaved() {
        var patient = care.treated("Twice");
        var today = today(patient);
        record(patient, pain(6, today));
        assertThatThrownBy(() ->
                        record(patient, new ScoreDraft("NPRS_WORST", MeasureAnswers.score(8), today), pain(4, today)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Pain now was already recorded on that day");
        assertThat(scores(patient)).extracting(ScoreRow::measure).containsExactly("NPRS_NOW");
        record(patient, pain(4, today.minusDays(7)));
        assertThat(scores(patient)).hasSize(2);
    }

    @Test
    void anActivityOfTheIntakeLeavesTheOtherMeasuresOfItsDayOpen() {
        var patient = care.treated("Of The Intake");
        var today = today(patient);
        staff.doAs("therapist", () -> measures.recordSigned(patient, List.of(rated("Lifting", 3, today))));
        record(
                patient,
                new ScoreDraft("RMDQ", MeasureAnswers.statements(Set.of(1, 3, 17)), today),
                new ScoreDraft("ODI", MeasureAnswers.sections(16, 9), today),
                rated("Sitting", 6, today));
        assertThat(scores(patient)).extracting(ScoreRow::measure).containsExactly("PSFS", "RMDQ", "ODI", "PSFS");
        assertThat(history(patient))
                .filteredOn(course -> course.measure().code().equals("PSFS"))
                .singleElement()
                .satisfies(
                        course -> assertThat(course.latest().result().answers().activityNames())
                                .containsExactly("Lifting", "Sitting"));
        assertThatThrownBy(() -> record(patient, rated("lifting", 5, today)))
                .isInstanceOf(Refused.class)
                .hasMessage("\"Lifting\" was already rated on that day: correct that score, or choose another day");
    }

    @Test
    void aSignedRecordAddsTheActivitiesThatNobodyRatedThatDay() {
        var patient = care.treated("Added");
        var today = today(patient);
        record(patient, rated("Lifting", 3, today));
        var both = new LinkedHashMap<String, Integer>();
        both.put("lifting", 9);
        both.put("Sitting", 6);
        staff.doAs(
                "therapist",
                () -> measures.recordSigned(
                        patient, List.of(new ScoreDraft("PSFS", MeasureAnswers.activities(both), today))));
        assertThat(history(patient).getFirst().latest().result().answers().items())
                .extracting(ItemAnswer::item, answer -> answer.value().intValue())
                .containsExactly(tuple("Lifting", 3), tuple("Sitting", 6));
    }

    @Test
    void aDayHasAtMostFiveActivities() {
        var patient = care.treated("Five");
        var today = today(patient);
        var four = new LinkedHashMap<String, Integer>();
        List.of("One", "Two", "Three", "Four").forEach(activity -> four.put(activity, 5));
        record(patient, new ScoreDraft("PSFS", MeasureAnswers.activities(four), today));
        var more = new LinkedHashMap<String, Integer>();
        List.of("Five", "Six").forEach(activity -> more.put(activity, 5));
        assertThatThrownBy(() -> record(patient, new ScoreDraft("PSFS", MeasureAnswers.activities(more), today)))
                .isInstanceOf(Refused.class)
                .hasMessage("At most five activities are rated on a day, and 4 are rated already");
    }

    @Test
    void aCorrectedScoreStaysReadableAndNoLongerCounts() {
        var patient = care.treated("Corrected");
        var today = today(patient);
        record(patient, pain(6, today));
        var wrong = scores(patient).getFirst();
        staff.doAs(
                "therapist",
                () -> measures.correct(wrong.id(), wrong.version(), pain(9, today), "Read from the wrong line"));
        var scores = scores(patient);
        assertThat(scores).extracting(ScoreRow::status).containsExactly(ScoreStatus.CORRECTED, ScoreStatus.FINAL);
        assertThat(scores.getFirst().reason()).isEqualTo("Read from the wrong line");
        assertThat(scores.getFirst().result().score()).isEqualByComparingTo("6");
        assertThat(history(patient)).singleElement().satisfies(course -> assertThat(
                        course.latest().result().score())
                .isEqualByComparingTo("9"));
        assertThatThrownBy(() -> staff.doAs(
                        "therapist",
                        () -> measures.correct(
                                wrong.id(), wrong.version(), pain(3, today), "Entered a second time by a colleague")))
                .isInstanceOf(StaleVersion.class);
        assertThat(care.auditOf("measure.ended", patient)).isEqualTo(1);
    }

    @Test
    void aScoreEnteredInErrorFreesItsDayAndNeedsAReason() {
        var patient = care.treated("Mistaken");
        var today = today(patient);
        record(patient, pain(6, today));
        var wrong = scores(patient).getFirst();
        assertThatThrownBy(() -> markEnteredInError(wrong, " "))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        markEnteredInError(wrong, "Another patient's answer");
        assertThat(history(patient)).isEmpty();
        var ended = scores(patient).getFirst();
        assertThatThrownBy(() -> markEnteredInError(ended, "Entered a second time by a colleague"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This score does not count any more");
        record(patient, pain(5, today));
        assertThat(history(patient)).hasSize(1);
    }

    @Test
    void aFutureDayAndAnImpossibleAnswerAreRefused() {
        var patient = care.treated("Impossible");
        var today = today(patient);
        assertThatThrownBy(() -> record(patient, pain(6, today.plusDays(1))))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose a day that is not in the future");
        assertThatThrownBy(() -> record(patient, pain(6, today.minusYears(11))))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose a day within the last ten years");
        assertThatThrownBy(() -> record(patient, pain(11, today)))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter a whole number from 0 to 10");
        assertThatThrownBy(() -> record(patient)).isInstanceOf(Refused.class).hasMessage("Answer at least one measure");
        assertThat(scores(patient)).isEmpty();
    }

    @Test
    void theGlobalChangeIsAskedOnlyDuringAPlan() {
        var patient = care.treated("Changed");
        var draft = new ScoreDraft("GROC", MeasureAnswers.score(3), today(patient));
        assertThatThrownBy(() -> record(patient, draft))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("the patient has no active plan");
        care.activePlan(patient, "Low back pain");
        record(patient, draft);
        assertThat(history(patient))
                .filteredOn(course -> course.measure().isFollowUpOnly())
                .singleElement()
                .satisfies(course ->
                        assertThat(course.change().orElseThrow().course()).isEqualTo(ScoreChange.Course.IMPROVING));
    }

    @Test
    void scoresAreClinicalAndBelongToThoseWhoTreatThePatient() {
        var patient = care.treated("Private");
        record(patient, pain(6, today(patient)));
        var opened = staff.as("manager", () -> patients.details(patient).orElseThrow());
        assertThat(staff.as("therapist", () -> measures.open(opened))).isEmpty();
        assertThat(staff.as("therapist", () -> measures.findByPatient(opened))).isEmpty();
        var foreign = care.patient("Foreign", group.west);
        assertThatThrownBy(() -> record(foreign, pain(6, care.today()))).isInstanceOf(NotAvailable.class);
        var score = staff.as("chiropractor", () -> {
            var others = patients.details(foreign).orElseThrow();
            measures.record(foreign, List.of(pain(6, others.today())));
            return measures.open(others).getFirst();
        });
        assertThatThrownBy(() -> markEnteredInError(score, "It is not my own record"))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs(
                        "therapist",
                        () -> measures.correct(
                                score.id(), score.version(), pain(1, care.today()), "The value was misread today")))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void recordingAndViewingScoresLeaveAuditEvents() {
        var patient = care.treated("Audited");
        record(patient, pain(6, today(patient)));
        scores(patient);
        assertThat(care.auditOf("measure.recorded", patient)).isEqualTo(1);
        assertThat(care.auditOf("measure.viewed", patient)).isEqualTo(1);
    }

    @Test
    void scoresStandInTheTimelineOfThoseWhoTreatThePatient() {
        var patient = care.treated("Timed");
        record(patient, pain(6, today(patient)));
        assertThat(timeline("therapist", patient)).contains("Pain now: 6");
        assertThat(timeline("manager", patient)).doesNotContain("Pain now: 6");
    }

    @Test
    void theScoresOfAPatientAreReadInOneStatementHoweverManyThereAre() {
        var patient = care.treated("Many");
        var today = today(patient);
        for (int day = 1; day <= 40; day++) {
            record(patient, pain(day % 11, today.minusDays(day)));
        }
        var opened = opened(patient);
        staff.doAs("therapist", () -> assertThat(statements.of(() -> assertThat(
                                measures.findByPatient(opened).getFirst().scores())
                        .hasSize(40)))
                .hasSize(1));
    }

    private List<String> timeline(String who, PatientId patient) {
        return staff.as(who, () -> {
            var opened = patients.details(patient).orElseThrow();
            return timelines.stream()
                    .flatMap(one -> one.findEntries(opened).stream())
                    .map(TimelineEntry::what)
                    .toList();
        });
    }

    private PatientDetails opened(PatientId patient) {
        return staff.as("therapist", () -> patients.details(patient).orElseThrow());
    }

    private LocalDate today(PatientId patient) {
        return opened(patient).today();
    }

    private List<ScoreRow> scores(PatientId patient) {
        return staff.as("therapist", () -> measures.open(opened(patient)));
    }

    private List<MeasureHistory> history(PatientId patient) {
        return staff.as("therapist", () -> measures.findByPatient(opened(patient)));
    }

    private void record(PatientId patient, ScoreDraft... drafts) {
        staff.doAs("therapist", () -> measures.record(patient, List.of(drafts)));
    }

    private void markEnteredInError(ScoreRow score, String reason) {
        staff.doAs("therapist", () -> measures.markEnteredInError(score.id(), score.version(), reason));
    }

    private static ScoreDraft rated(String activity, int ability, LocalDate on) {
        return new ScoreDraft("PSFS", MeasureAnswers.activities(Map.of(activity, ability)), on);
    }

    private static ScoreDraft pain(int score, LocalDate on) {
        return new ScoreDraft("NPRS_NOW", MeasureAnswers.score(score), on);
    }
}
