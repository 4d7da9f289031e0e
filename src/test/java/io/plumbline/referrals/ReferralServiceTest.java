package io.plumbline.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.search.FilteredPage;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Referrals: who reads and writes them, what is kept, and what they do to a red flag. */
@StoreTest
@Tag("core")
@OnMySql("two steps at once hold the referral by its foreign key and would deadlock without a lock")
class ReferralServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ReferralService referrals;

    @Autowired
    ReferralListService lists;

    @Autowired
    ContactService contacts;

    @Autowired
    SafetyService safety;

    @Autowired
    PatientService patients;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    ObjectProvider<PatientTimeline> timelines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aReferralIsReadBackWithItsWordsAndItsHistory() {
        var patient = care.treated("Referred");
        var to = contact("Quill");
        var id = ask(patient, draft(to, TestCare.STRANGE, 14), null);
        var now = open(id);
        assertThat(now.to()).isEqualTo("Dr. Quill, Test Practice");
        assertThat(now.reason()).isEqualTo(TestCare.STRANGE);
        assertThat(now.status()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(now.isOverdue()).isFalse();
        answer(id, 0, new ReferralAnswer("No fracture. " + TestCare.STRANGE, care.today()));
        staff.doAs(
                "chiropractor",
                () -> referrals.correctAnswer(
                        id, 1, new ReferralAnswer("A small fracture", null), "Misread the value on the sheet"));
        var then = open(id);
        assertThat(then.status()).isEqualTo(ReferralStatus.ANSWERED);
        assertThat(then.answer()).isEqualTo(new ReferralAnswer("A small fracture", null));
        assertThat(then.history())
                .extracting(ReferralDetails.Step::kind)
                .containsExactly(ReferralStepKind.ASKED, ReferralStepKind.ANSWERED, ReferralStepKind.ANSWER_CORRECTED);
        assertThat(then.history().get(1).words()).isEqualTo("No fracture. " + TestCare.STRANGE);
        assertThat(then.history().get(1).documentOn()).isEqualTo(care.today());
        assertThat(then.history().getLast().why()).isEqualTo("Misread the value on the sheet");
        assertThat(care.auditOf("referral.asked", patient)).isEqualTo(1);
        assertThat(care.auditOf("referral.answered", patient)).isEqualTo(1);
        assertThat(care.auditOf("referral.corrected", patient)).isEqualTo(1);
        assertThat(care.auditOf("referral.viewed", patient)).isPositive();
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where kind like 'referral.%' and detail like '%fracture%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSameFormTwiceMakesOneReferral() {
        var patient = care.treated("Once");
        var operation = OperationId.next();
        var first = staff.as(
                "chiropractor",
                () -> referrals.ask(patient, draft(null, "Calf swollen and warm since Monday", 0), null, operation));
        var second = staff.as(
                "chiropractor",
                () -> referrals.ask(patient, draft(null, "Calf swollen and warm since Monday", 0), null, operation));
        assertThat(second).isEqualTo(first);
        assertThat(open(first).to()).isEqualTo("Emergency department");
    }

    @Test
    void onlyThoseWhoTreatThePatientReadAndOnlyChiropractorsWrite() {
        var patient = care.patient("Not Of The Therapist", group.west);
        var id = ask(patient, draft(null, "Please examine the lumbar spine", 3), null);
        assertThat(staff.as("therapist", () -> referrals.open(id))).isEmpty();
        assertThat(staff.as("therapist", () -> lists.first(ReferralFilter.ALL, false, 50))
                        .rows())
                .noneMatch(row -> row.id().equals(id));
        assertThat(countOf("referral.refused", id)).isEqualTo(1);
        for (var who : List.of("manager", "westdesk", "auditor")) {
            assertThatThrownBy(() -> staff.as(who, () -> referrals.open(id))).isInstanceOf(AccessDeniedException.class);
        }
        var treated = care.treated("Of Both");
        var other = ask(treated, draft(null, "Please examine the lumbar spine", 3), null);
        assertThat(staff.as("therapist", () -> referrals.open(other))).isPresent();
        assertThatThrownBy(() -> staff.doAs("therapist", () -> referrals.close(other, 0, CloseReason.DECLINED, "")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsNotThePatientsCannotBeTheSource() {
        var patient = care.treated("Source");
        var another = care.treated("Another");
        var plan = care.activePlan(another, "Plan of another");
        care.raise(another, group.west, "RF-INF-1");
        var foreign = new ReferralSource(
                ReferralSource.Kind.FLAG, flagOf(another).id().value());
        assertThatThrownBy(() -> ask(patient, draft(null, "Fever since Monday with back pain", 1), foreign))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> ask(
                        patient,
                        draft(null, "Fever since Monday with back pain", 1),
                        new ReferralSource(ReferralSource.Kind.PLAN, plan.value())))
                .isInstanceOf(NotAvailable.class);
        var own = new ReferralSource(ReferralSource.Kind.PLAN, plan.value());
        assertThat(open(ask(another, draft(null, "No better after six visits", 1), own))
                        .source())
                .isEqualTo(own);
    }

    @Test
    void aReferredFlagKeepsItsHoldUntilTheAnswerIsDecidedOn() {
        var patient = care.treated("Held");
        care.raise(patient, group.west, "RF-INF-1");
        decide(patient, new FlagDecision(FlagStatus.REFERRED, "To the family physician", null));
        var source = new ReferralSource(
                ReferralSource.Kind.FLAG, flagOf(patient).id().value());
        var id = ask(patient, draft(null, "Fever since Monday", 1), source);
        assertThat(care.isOnHold(patient)).as("after the referral").isTrue();
        assertThat(flagOf(patient).outcomeDueAt()).isNotNull();
        answer(id, 0, new ReferralAnswer("Blood tests normal", null));
        assertThat(care.isOnHold(patient)).as("after the answer").isTrue();
        assertThat(flagOf(patient).status()).isEqualTo(FlagStatus.ACKNOWLEDGED);
        assertThat(flagOf(patient).outcomeDueAt()).isNull();
        assertThat(staff.as("chiropractor", () -> safety.open(flagOf(patient).id())))
                .as("in the list to decide")
                .isPresent();
        decide(patient, FlagDecision.cleared("Blood tests are normal", care.evidence()));
        assertThat(care.isOnHold(patient)).as("after clearing").isFalse();
        assertThat(timeline(patient))
                .extracting(TimelineEntry::what)
                .contains("Referred to Emergency department", "Referral answered: Emergency department")
                .anyMatch(what -> what.startsWith("Red flag referral answered"));
    }

    @Test
    void aFlagThatWasClearedBeforeStaysClearedAndClosingChangesNoFlag() {
        var patient = care.treated("Cleared");
        care.raise(patient, group.west, "RF-INF-1");
        decide(patient, new FlagDecision(FlagStatus.REFERRED, "To the family physician", null));
        var source = new ReferralSource(
                ReferralSource.Kind.FLAG, flagOf(patient).id().value());
        var id = ask(patient, draft(null, "Fever since Monday with back pain", 1), source);
        staff.doAs("chiropractor", () -> referrals.close(id, 0, CloseReason.NOT_REACHED, "No line"));
        assertThat(flagOf(patient).status()).isEqualTo(FlagStatus.REFERRED);
        assertThat(care.isOnHold(patient)).isTrue();
        decide(patient, FlagDecision.cleared("Examined by her physician", care.evidence()));
        answer(id, 1, new ReferralAnswer("Normal", null));
        assertThat(flagOf(patient).status()).isEqualTo(FlagStatus.CLEARED);
        assertThat(care.isOnHold(patient)).isFalse();
        assertThat(open(id).status()).as("a late answer").isEqualTo(ReferralStatus.ANSWERED);
    }

    @Test
    void aReferralIsOverdueFromTheEndOfItsDayAtItsClinic() {
        var west = care.patient("West Day", group.west);
        var east = care.patient("East Day", group.east);
        var inWest = ask(west, draft(group.west, null, "Please examine the lumbar spine", care.today()), null);
        var inEast = ask(east, draft(group.east, null, "Please examine the lumbar spine", care.today()), null);
        assertThat(overdue()).doesNotContain(inWest, inEast);
        // 17:00 UTC is 10:00 in Phoenix and 12:00 in New York; fourteen hours less a minute to midnight in Phoenix
        clock.pass(Duration.ofHours(12).plusMinutes(30));
        assertThat(overdue()).contains(inEast).doesNotContain(inWest);
        clock.pass(Duration.ofHours(2));
        assertThat(overdue()).contains(inEast, inWest);
        var overdue = staff.as("chiropractor", lists::countOverdue);
        assertThat(lists(ReferralFilter.OVERDUE).counts()).containsEntry(ReferralFilter.OVERDUE, overdue);
        staff.doAs(
                "chiropractor",
                () -> referrals.changeDue(inWest, 0, care.today().plusDays(4), "They are full until next month"));
        answer(inEast, 0, new ReferralAnswer("", care.today()));
        assertThat(overdue()).doesNotContain(inEast, inWest);
        assertThat(staff.as("chiropractor", lists::countOverdue)).isEqualTo(overdue - 2);
    }

    @Test
    void aListIsPagedByKeyInTheOrderOfItsFilter() {
        var patient = care.treated("Paged");
        for (int day = 9; day > 2; day--) {
            ask(patient, draft(null, "Please examine the lumbar spine, " + day, day), null);
        }
        for (var filter : List.of(ReferralFilter.OPEN, ReferralFilter.ALL)) {
            var all = staff.as("chiropractor", () -> lists.first(filter, true, 500))
                    .rows();
            var paged = new java.util.ArrayList<>(
                    staff.as("chiropractor", () -> lists.first(filter, true, 3)).rows());
            while (paged.size() < all.size()) {
                var last = paged.getLast();
                paged.addAll(staff.as("chiropractor", () -> lists.next(filter, true, last, 3)));
            }
            assertThat(paged).isEqualTo(all);
        }
        assertThat(staff.as("therapist", () -> lists.first(ReferralFilter.ALL, true, 50))
                        .rows())
                .as("of the therapist's own")
                .isEmpty();
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefusedAndNothingIsLost() throws Exception {
        for (var round = 0; round < 5; round++) {
            var patient = care.treated("Both" + round);
            var id = ask(patient, draft(null, "Please examine the lumbar spine", 3), null);
            Callable<String> answers = () -> tried(() -> answer(id, 0, new ReferralAnswer("Fine", null)));
            Callable<String> closes = () ->
                    tried(() -> staff.doAs("chiropractor", () -> referrals.close(id, 0, CloseReason.DECLINED, "")));
            try (var threads = Executors.newFixedThreadPool(2)) {
                var both = threads.invokeAll(List.of(answers, closes));
                assertThat(List.of(both.getFirst().get(), both.getLast().get()))
                        .containsExactlyInAnyOrder("done", "StaleVersion");
            }
            assertThat(open(id).history()).hasSize(2);
        }
    }

    @Test
    void aDeactivatedContactIsRefusedAndStaysNamedOnOldReferrals() {
        var patient = care.treated("Contact");
        var to = contact("Myth");
        var id = ask(patient, draft(to, "Please examine the lumbar spine", 3), null);
        staff.doAs("manager", () -> contacts.deactivate(to, 0));
        assertThatThrownBy(() -> ask(patient, draft(to, "Entered a second time by a colleague", 3), null))
                .isInstanceOf(Refused.class)
                .hasMessage("This contact is deactivated. Choose another one");
        assertThat(open(id).to()).isEqualTo("Dr. Myth, Test Practice");
        assertThat(staff.as("manager", () -> contacts.list(ContactFilter.ACTIVE, null, 500)))
                .noneMatch(row -> row.id().equals(to));
    }

    @Test
    void breakGlassAccessReadsAndDoesNotRefer() {
        var patient = group.patient("Break", "Glass", group.west);
        care.asProven(
                "chiropractor",
                () -> breakGlass.open(
                        OperationId.next(), patient, new BreakGlassReason("The patient asks for me at the desk")));
        assertThatThrownBy(() -> ask(patient, draft(null, "Please examine the lumbar spine", 3), null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Break-glass access does not allow this");
        staff.doAs("chiropractor", () -> assertThat(
                        lists.openOf(patients.open(patient).orElseThrow()))
                .isEmpty());
    }

    private String tried(Runnable change) {
        try {
            change.run();
            return "done";
        } catch (RuntimeException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private FilteredPage<ReferralRow, ReferralFilter> lists(ReferralFilter filter) {
        return staff.as("chiropractor", () -> lists.first(filter, false, 500));
    }

    private List<ReferralId> overdue() {
        return lists(ReferralFilter.OVERDUE).rows().stream()
                .map(ReferralRow::id)
                .toList();
    }

    private List<TimelineEntry> timeline(PatientId patient) {
        return staff.as("chiropractor", () -> {
            var opened = patients.open(patient).orElseThrow();
            return timelines.stream()
                    .flatMap(timeline -> timeline.findEntries(opened).stream())
                    .toList();
        });
    }

    private ContactId contact(String name) {
        return staff.as(
                "manager",
                () -> contacts.add(
                        new ContactDraft(
                                ContactKind.ORTHOPEDICS, "Dr. " + name, "Test Practice", null, null, null, "", ""),
                        OperationId.next()));
    }

    private ReferralDraft draft(@Nullable ContactId to, String reason, int days) {
        return draft(group.west, to, reason, care.today().plusDays(days));
    }

    private static ReferralDraft draft(ClinicId clinic, @Nullable ContactId to, String reason, LocalDate dueOn) {
        return new ReferralDraft(clinic, to, reason, ReferralPriority.ROUTINE, dueOn);
    }

    private ReferralId ask(PatientId patient, ReferralDraft draft, @Nullable ReferralSource source) {
        return staff.as("chiropractor", () -> referrals.ask(patient, draft, source, OperationId.next()));
    }

    private void answer(ReferralId id, long version, ReferralAnswer answer) {
        staff.doAs("chiropractor", () -> referrals.answer(id, version, answer));
    }

    private ReferralDetails open(ReferralId id) {
        return staff.as("chiropractor", () -> referrals.open(id)).orElseThrow();
    }

    private FlagDetails flagOf(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient)).getFirst();
    }

    private void decide(PatientId patient, FlagDecision decision) {
        var flag = flagOf(patient);
        staff.doAs("chiropractor", () -> safety.decide(flag.id(), flag.version(), decision));
    }

    private long countOf(String kind, ReferralId subject) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, io.plumbline.shared.ids.Ids.bytes(subject.value()))
                .query(Long.class)
                .single();
    }

    @Test
    void aStaleVersionIsRefused() {
        var patient = care.treated("Stale");
        var id = ask(patient, draft(null, "Please examine the lumbar spine", 3), null);
        staff.doAs(
                "chiropractor",
                () -> referrals.correctReason(id, 0, "Please examine the knee", "The side was missing in it"));
        assertThatThrownBy(() -> answer(id, 0, new ReferralAnswer("Fine", null)))
                .isInstanceOf(StaleVersion.class);
        assertThat(open(id).history().getFirst().words()).isEqualTo("Please examine the lumbar spine");
    }
}
