package io.plumbline.intake.contraindications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.ToConcludeRow;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What history and screen propose is answered before an intake note is signed, and applies from then on. */
@StoreTest
class ContraindicationsOfIntakeTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IntakeService intake;

    @Autowired
    IntakeConclusionService conclusions;

    @Autowired
    ContraindicationService contraindications;

    @Autowired
    AlertService alertService;

    @Autowired
    PatientService patients;

    @Autowired
    MovableClock clock;

    @Test
    void aNoteIsSignedOnlyWhenEachProposedContraindicationIsConfirmedOrDeniedWithAReason() {
        var patient = care.treated("Proposed");
        var open = thinned(new TreeMap<>());
        assertThatThrownBy(() -> care.signIntake(patient, open))
                .isInstanceOfSatisfying(NotReadyToSign.class, missing -> assertThat(missing.missing())
                        .containsExactly(
                                "the contraindication “Bleeding disorder or anticoagulants”",
                                "the contraindication “Anticoagulants, low platelets or bleeding disorder: light"
                                        + " pressure”"));
        var denied = thinned(answers(Decision.NOT_SO, " "));
        assertThatThrownBy(() -> care.signIntake(patient, denied)).isInstanceOf(NotReadyToSign.class);
        assertThat(alerts(patient)).isEmpty();
        care.signIntake(patient, thinned(answers(Decision.NOT_SO, "Stopped last year")));
        assertThat(alerts(patient)).as("denied").isEmpty();
        assertThat(standing(patient)).isEmpty();
    }

    @Test
    void aConfirmedContraindicationIsAnAlertAtOnce() {
        var patient = care.treated("Thinned");
        care.signIntake(patient, thinned(answers(Decision.CONFIRMED, "")));
        assertThat(alerts(patient))
                .extracting(AlertRow::kind, AlertRow::words, AlertRow::audience, AlertRow::endsOn)
                .containsExactly(tuple(AlertKind.BLOOD_THINNERS, "Apixaban", AlertAudience.CLINICIANS, null));
        assertThat(care.auditOf("alert.added", patient)).isOne();
        assertThat(standing(patient))
                .extracting(StandingContraindication::code)
                .containsExactly("MODIFY_BLEEDING", "THRUST_BLEEDING");
        care.signIntake(patient, thinned(answers(Decision.CONFIRMED, "")));
        assertThat(alerts(patient)).as("one alert runs already").hasSize(1);
    }

    @Test
    void anAreaNotToTouchIsNamedByWhatItIs() {
        var patient = care.treated("Scar");
        var history = new PatientHistory(
                List.of(new Surgery("Appendix", care.today().minusWeeks(2))), "", "", new TreeMap<>(), null, "", "");
        var confirmed = new TreeMap<>(Map.of("SITE_SCAR", TestCare.answered("SITE_SCAR", Decision.CONFIRMED, "")));
        for (var code : List.of("THRUST_SURGERY", "THRUST_SURGERY_SITE", "MOBILIZATION_SURGERY_SITE")) {
            confirmed.put(code, TestCare.answered(code, Decision.NOT_SO, "The belly is not adjusted"));
        }
        care.signIntake(patient, with(history, confirmed));
        assertThat(alerts(patient)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.AREA);
            assertThat(alert.words())
                    .isEqualTo("Recent surgery, or a scar of less than about 6 weeks: Appendix "
                            + care.today().minusWeeks(2));
        });
    }

    @Test
    void whatHasNoAlertIsKeptAndShownUntilALaterNoteDeniesIt() {
        var patient = care.treated("Kept");
        var heart = new TreeMap<>(Map.of("MASSAGE_HEART", TestCare.answered("MASSAGE_HEART", Decision.CONFIRMED, "")));
        var first = care.signIntake(patient, with(PatientHistory.EMPTY, heart));
        assertThat(alerts(patient)).isEmpty();
        assertThat(standing(patient))
                .extracting(
                        StandingContraindication::code, StandingContraindication::note, StandingContraindication::reach)
                .containsExactly(tuple("MASSAGE_HEART", first, "Massage, absolute"));
        care.signIntake(
                patient, care.assessed("asked nothing about it").withOutcome(IntakeOutcome.SUITABLE_WITH_CAUTION));
        assertThat(standing(patient)).as("not asked is not denied").hasSize(1);
        assertThatThrownBy(() -> care.signIntake(patient, care.assessed("asked nothing about it")))
                .as("what stands from an earlier note counts too")
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("“Suitable” does not fit the contraindication “Unstable heart disease");
        var denied = new TreeMap<>(
                Map.of("MASSAGE_HEART", TestCare.answered("MASSAGE_HEART", Decision.NOT_SO, "Stable since May")));
        care.signIntake(patient, with(PatientHistory.EMPTY, denied));
        assertThat(standing(patient)).isEmpty();
    }

    @Test
    void whatWasConfirmedStandsHoweverManyNotesFollowThatDoNotAskAgain() {
        var patient = care.treated("Often Assessed");
        var heart = new TreeMap<>(Map.of("MASSAGE_HEART", TestCare.answered("MASSAGE_HEART", Decision.CONFIRMED, "")));
        var first = care.signIntake(patient, with(PatientHistory.EMPTY, heart));
        for (int later = 0; later < 21; later++) {
            care.signIntake(
                    patient, care.assessed("asked nothing about it").withOutcome(IntakeOutcome.SUITABLE_WITH_CAUTION));
        }
        assertThat(standing(patient))
                .extracting(StandingContraindication::code, StandingContraindication::note)
                .containsExactly(tuple("MASSAGE_HEART", first));
    }

    @Test
    void anOldNoteThatIsAmendedDropsNoNewerContraindication() {
        var patient = care.treated("Old Amended");
        var old = care.signIntake(patient, thinned(answers(Decision.NOT_SO, "Stopped last year")));
        clock.pass(Duration.ofMinutes(1));
        care.signIntake(patient, thinned(answers(Decision.CONFIRMED, "")));
        assertThat(standing(patient)).hasSize(2);
        var amendment = staff.as("chiropractor", () -> intake.amend(old, "A typo in the answer"));
        var draft = staff.as("chiropractor", () -> intake.open(amendment)).orElseThrow();
        var version = staff.as(
                "chiropractor",
                () -> intake.saveDraft(
                        amendment,
                        draft.version(),
                        RecordVersions.with(draft.draft(), List.of("complaint"), IntakeDraft.of("Without the typo"))));
        care.asProven("chiropractor", () -> intake.sign(amendment, version));
        assertThat(standing(patient)).as("the newer note counts").hasSize(2);
    }

    @Test
    void aThrustIsLeftToAChiropractorAndStandsUntilOneDecides() {
        var patient = care.treated("Left Thrust");
        var denied = answers(Decision.NOT_SO, "Feels fine");
        assertThatThrownBy(() -> signedByTherapist(patient, thinned(denied)))
                .isInstanceOf(Refused.class)
                .hasMessage("A chiropractor decides on the contraindication “Bleeding disorder or anticoagulants”");
        var left = answers(Decision.CONFIRMED, "");
        left.put("THRUST_BLEEDING", TestCare.answered("THRUST_BLEEDING", Decision.CHIROPRACTOR_TO_DECIDE, ""));
        signedByTherapist(patient, thinned(left));
        assertThat(alerts(patient)).hasSize(1);
        assertThat(standing(patient))
                .extracting(one -> one.answer().decision())
                .containsExactly(Decision.CONFIRMED, Decision.CHIROPRACTOR_TO_DECIDE);
        assertThatThrownBy(() -> care.signIntake(patient, thinned(left)))
                .as("a chiropractor decides")
                .isInstanceOf(NotReadyToSign.class);
    }

    @Test
    void whatIsLeftToAChiropractorWaitsUntilOneDecides() {
        var patient = care.treated("Left To Decide");
        var note = leftThrust(patient);
        assertThat(waiting()).contains(note);
        assertThat(staff.as("chiropractor", () -> intake.open(note)).orElseThrow())
                .matches(IntakeDetails::awaitsChiropractor)
                .matches(details -> !details.awaitsConclusion(), "the therapist concluded the outcome");
        assertThatThrownBy(() -> conclude(note, new TreeMap<>()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Bleeding disorder or anticoagulants");
        assertThatThrownBy(() -> conclude(note, decided(Decision.NOT_SO, " "))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> conclude(note, answers(Decision.CONFIRMED, "")))
                .as("another one than was left")
                .isInstanceOf(Refused.class);
        conclude(note, decided(Decision.CONFIRMED, ""));
        assertThat(waiting()).doesNotContain(note);
        assertThat(standing(patient))
                .extracting(one -> one.answer().decision())
                .containsExactly(Decision.CONFIRMED, Decision.CONFIRMED);
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().conclusion())
                .satisfies(concluded -> {
                    assertThat(concluded.decided()).containsOnlyKeys("THRUST_BLEEDING");
                    assertThat(concluded.signature().intact()).isTrue();
                });
    }

    @Test
    void whatAChiropractorRulesOutNoLongerStands() {
        var patient = care.treated("Ruled Out");
        var note = leftThrust(patient);
        conclude(note, decided(Decision.NOT_SO, "Stopped last year"));
        assertThat(standing(patient)).extracting(StandingContraindication::code).containsExactly("MODIFY_BLEEDING");
        assertThat(alerts(patient)).as("the other one has the same alert").hasSize(1);
    }

    @Test
    void anAmendmentThatRulesItOutEndsItsAlert() {
        var patient = care.treated("Alert Ended");
        var note = care.signIntake(patient, thinned(answers(Decision.CONFIRMED, "")));
        assertThat(alerts(patient)).extracting(AlertRow::endsOn).containsExactly((LocalDate) null);
        var amendment = staff.as("chiropractor", () -> intake.amend(note, "He no longer takes it"));
        var draft = staff.as("chiropractor", () -> intake.open(amendment)).orElseThrow();
        var version = staff.as(
                "chiropractor",
                () -> intake.saveDraft(
                        amendment, draft.version(), thinned(answers(Decision.NOT_SO, "Stopped last year"))));
        care.asProven("chiropractor", () -> intake.sign(amendment, version));
        assertThat(standing(patient)).isEmpty();
        assertThat(alerts(patient)).extracting(AlertRow::endsOn).doesNotContainNull();
        assertThat(care.auditOf("alert.ended", patient)).isOne();
    }

    @Test
    void anAnswerToOtherRulesIsAskedAgain() {
        var patient = care.treated("Earlier Rules");
        var earlier = answers(Decision.CONFIRMED, "");
        earlier.replaceAll(
                (code, now) -> new ContraindicationAnswer(now.name(), now.decision(), now.reason(), "earlier"));
        assertThatThrownBy(() -> care.signIntake(patient, thinned(earlier))).isInstanceOf(NotReadyToSign.class);
        var unknown = new TreeMap<>(Map.of("NONE", new ContraindicationAnswer("None", Decision.CONFIRMED, "", "1")));
        assertThatThrownBy(() -> care.signIntake(patient, with(PatientHistory.EMPTY, unknown)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYesOfTheScreenIsAskedToo() {
        var patient = care.treated("Calf");
        var found = TestCare.withScreen(care.assessed("back"), "RF-FX-3b", ScreeningAnswer.YES);
        var open = found.with(found.more()
                .with(PatientHistory.EMPTY, new TreeMap<>(), found.more().examination()));
        assertThatThrownBy(() -> care.signIntake(patient, open))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessageContaining("Severe demineralization")
                .hasMessageContaining("Osteoporosis");
        care.signIntake(patient, found);
        assertThat(standing(patient))
                .extracting(StandingContraindication::code)
                .containsExactly("DEEP_OSTEOPOROSIS", "MODIFY_OSTEOPOROSIS", "THRUST_DEMINERALIZATION");
    }

    @Test
    void suitableDoesNotFitAContraindicationOrRecentSurgery() {
        var patient = care.treated("Not Suitable");
        var thinned = thinned(answers(Decision.CONFIRMED, "")).withOutcome(IntakeOutcome.SUITABLE);
        assertThatThrownBy(() -> care.signIntake(patient, thinned))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("“Suitable” does not fit the contraindication “Anticoagulants")
                .hasMessageEndingWith("Choose “Suitable with caution” and say what is avoided, or “Refer”");
        var operated = new PatientHistory(
                List.of(new Surgery("Discectomy", care.today().minusMonths(11))),
                "",
                "",
                new TreeMap<>(),
                null,
                "",
                "");
        var ruledOut = new TreeMap<>(
                Map.of("THRUST_SURGERY", TestCare.answered("THRUST_SURGERY", Decision.NOT_SO, "At another place")));
        assertThatThrownBy(
                        () -> care.signIntake(patient, with(operated, ruledOut).withOutcome(IntakeOutcome.SUITABLE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("surgery of the last 12 months (Discectomy, ");
        var note = care.signIntake(patient, with(operated, ruledOut));
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().checks())
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.question())
                            .startsWith("Suitable with caution, because of surgery of the last 12 months")
                            .endsWith("What is avoided?");
                    assertThat(said.answer()).isEqualTo(AnsweredChecks.ANSWER);
                });
    }

    @Test
    void anAnswerAgainstAnAlertIsAskedAbout() {
        var patient = care.treated("Against Alert");
        var thinners = new AlertDraft(
                AlertKind.BLOOD_THINNERS,
                "Apixaban",
                AlertAudience.CLINICIANS,
                care.today().minusDays(3),
                null);
        staff.as("therapist", () -> alertService.add(patient, thinners, OperationId.next()));
        var denied = new TreeMap<>(Map.of(HistoryFact.BLOOD_THINNERS, new Answer(false, "")));
        var draft = with(new PatientHistory(List.of(), "", "", denied, null, "", ""), new TreeMap<>());
        for (var choice : List.of("Both, because", "The note: the alert is over")) {
            var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
            var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, draft));
            var asked = catchThrowableOfType(
                    ChecksToAnswer.class, () -> care.asProven("chiropractor", () -> intake.sign(note, version)));
            assertThat(asked.checks()).singleElement().satisfies(check -> assertThat(check.question())
                    .isEqualTo("The note says “Takes blood thinners: No”, and the patient has the alert “Takes blood"
                            + " thinners: Apixaban”. What is right?"));
            var reply = asked.checks()
                    .getFirst()
                    .chosen(choice, List.of(), choice.startsWith("Both") ? "She takes a break of a week" : "");
            care.asProven("chiropractor", () -> intake.sign(note, version, List.of(reply)));
            assertThat(alerts(patient))
                    .singleElement()
                    .matches(alert -> (alert.endsOn() == null) == choice.startsWith("Both"));
        }
    }

    private IntakeId leftThrust(PatientId patient) {
        var left = answers(Decision.CONFIRMED, "");
        left.putAll(decided(Decision.CHIROPRACTOR_TO_DECIDE, ""));
        return signedByTherapist(patient, thinned(left));
    }

    private static TreeMap<String, ContraindicationAnswer> decided(Decision decision, String reason) {
        return new TreeMap<>(Map.of("THRUST_BLEEDING", TestCare.answered("THRUST_BLEEDING", decision, reason)));
    }

    private void conclude(IntakeId note, SortedMap<String, ContraindicationAnswer> decided) {
        care.asProven(
                "chiropractor",
                () -> conclusions.conclude(
                        note, IntakeOutcome.SUITABLE_WITH_CAUTION, "Examined today, nothing found", decided));
    }

    private List<IntakeId> waiting() {
        return staff.as("chiropractor", () -> conclusions.findForCurrentUser(200)).stream()
                .map(ToConcludeRow::note)
                .toList();
    }

    private IntakeId signedByTherapist(PatientId patient, IntakeDraft draft) {
        var note = staff.as("therapist", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("therapist", () -> intake.saveDraft(note, 0, draft));
        care.asProven("therapist", () -> AnsweredChecks.sign(intake, note, version));
        return note;
    }

    private IntakeDraft thinned(SortedMap<String, ContraindicationAnswer> answers) {
        var told = new TreeMap<>(Map.of(HistoryFact.BLOOD_THINNERS, new Answer(true, "Apixaban")));
        return with(new PatientHistory(List.of(), "", "", told, null, "", ""), answers);
    }

    private IntakeDraft with(PatientHistory history, SortedMap<String, ContraindicationAnswer> answers) {
        var isCautious = answers.values().stream().anyMatch(answer -> answer.decision() == Decision.CONFIRMED)
                || !history.surgeries().isEmpty();
        return care.assessed("back")
                .with(IntakeMore.EMPTY.with(history, answers, TestCare.ALIGNED))
                .withOutcome(isCautious ? IntakeOutcome.SUITABLE_WITH_CAUTION : IntakeOutcome.SUITABLE);
    }

    private static TreeMap<String, ContraindicationAnswer> answers(Decision decision, String reason) {
        return new TreeMap<>(Map.of(
                "THRUST_BLEEDING", TestCare.answered("THRUST_BLEEDING", decision, reason),
                "MODIFY_BLEEDING", TestCare.answered("MODIFY_BLEEDING", decision, reason)));
    }

    private List<AlertRow> alerts(PatientId patient) {
        return staff.as("therapist", () -> patients.details(patient))
                .orElseThrow()
                .alerts();
    }

    private List<StandingContraindication> standing(PatientId patient) {
        return staff.as("therapist", () -> contraindications
                .findStanding(patients.details(patient).orElseThrow())
                .all());
    }
}
