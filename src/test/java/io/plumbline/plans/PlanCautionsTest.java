package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeOutcome;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands against a plan is answered before it is activated, and the answer stays on record. */
@StoreTest
@Tag("core")
class PlanCautionsTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ScreeningService screening;

    @Autowired
    AlertService alerts;

    @Autowired
    PlanService plans;

    @Autowired
    PlanRevisionService revisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aPlanAgainstAnUndecidedFlagIsActivatedOnlyWithAnAnswer() {
        var patient = care.treated("Undecided Flag");
        staff.as("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-FX-3a", ScreeningAnswer.YES)));
        clock.pass(Duration.ofDays(2));
        var plan = drafted(patient);
        assertThat(question(plan).cautions())
                .containsExactly("the red flag “Possible fracture risk” of level R, raised 2 days ago and undecided");
        assertThatThrownBy(() -> activate(plan, List.of()))
                .isInstanceOf(ChecksToAnswer.class)
                .hasMessageContaining("Possible fracture risk");
        assertThatThrownBy(() -> activate(plan, List.of(reply(plan, "Other", List.of(), "."))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> activate(plan, List.of(reply(plan, "Agreed with the treating physician", List.of(), ""))))
                .as("nobody is named")
                .isInstanceOf(Refused.class);
        assertThat(care.details(plan).status()).isEqualTo(PlanStatus.DRAFT);
        activate(
                plan,
                List.of(reply(plan, "The plan avoids it, namely", List.of(), "pressure over the spine and ribs")));
        var words =
                "Against it: the red flag “Possible fracture risk” of level R, raised 2 days ago and undecided. The plan avoids"
                        + " it, namely: pressure over the spine and ribs";
        var active = care.details(plan);
        assertThat(active.history().getLast().reason()).isEqualTo(words);
        assertThat(staff.as("chiropractor", () -> revisions.findByPlan(active)))
                .extracting(PlanRevisionService.Row::reason)
                .containsExactly(words);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'plan.activated' and patient = ?")
                        .params(Ids.bytes(patient.value()))
                        .query(String.class)
                        .single())
                .endsWith("1 against it, answered: AVOIDED");
    }

    @Test
    void contraindicationsAndAlertsAreNamedOnceEach() {
        var patient = care.treated("Named Once");
        staff.doAs("chiropractor", () -> {
            add(patient, AlertKind.PREGNANCY);
            add(patient, AlertKind.IMPLANT);
            add(patient, AlertKind.LATEX_ALLERGY);
        });
        var osteoporosis = TestCare.withScreen(care.assessed("back"), "RF-FX-3b", ScreeningAnswer.YES);
        care.signIntake(patient, TestCare.withOutcome(osteoporosis, IntakeOutcome.SUITABLE_WITH_CAUTION));
        care.decideAll(patient);
        var plan = begun(patient);
        assertThat(question(plan).cautions())
                .as("a decided flag and an allergy are no reason against care")
                .contains("the alert “Pregnant”", "the alert “Implant”")
                .anyMatch(caution -> caution.startsWith("the contraindication “"))
                .noneMatch(caution -> caution.contains("flag") || caution.contains("Latex"))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsAskedWhereNothingStandsAgainstThePlan() {
        var plan = drafted(care.treated("Nothing Against"));
        assertThat(staff.as("chiropractor", () -> plans.findQuestion(plan))).isEmpty();
        activate(plan, List.of());
        assertThat(care.details(plan).history().getLast().reason()).isEmpty();
    }

    private void add(PatientId patient, AlertKind kind) {
        alerts.add(patient, new AlertDraft(kind, "", AlertAudience.CLINICIANS, care.today(), null), OperationId.next());
    }

    private PlanId drafted(PatientId patient) {
        care.signIntake(patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.SUITABLE_WITH_CAUTION));
        return begun(patient);
    }

    private PlanId begun(PatientId patient) {
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        staff.doAs("chiropractor", () -> plans.saveDraft(plan, 0, care.weekly("back")));
        return plan;
    }

    private ActivationQuestion question(PlanId plan) {
        return staff.as("chiropractor", () -> plans.findQuestion(plan)).orElseThrow();
    }

    private CheckReply reply(PlanId plan, String choice, List<String> values, String words) {
        return question(plan).check().chosen(choice, values, words);
    }

    private void activate(PlanId plan, List<CheckReply> replies) {
        staff.doAs("chiropractor", () -> plans.activate(plan, care.versionOf(plan), TestCare.AGREED, replies));
    }
}
