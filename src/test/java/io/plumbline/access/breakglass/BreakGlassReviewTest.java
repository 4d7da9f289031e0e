package io.plumbline.access.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews of break-glass access: by colleagues, with a decision, in time or escalated. */
@StoreTest
class BreakGlassReviewTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    BreakGlassEscalationService escalations;

    @Autowired
    BreakGlassEscalationStore overdue;

    @Autowired
    BreakGlassStore store;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void theFirstReviewStandsWithDecisionAndNote() {
        // the clinic is of this test alone: its reviews are counted
        var own = group.own("reviewed");
        var patient = group.patient("Re", "View", own.id(), own.manager());
        var therapist = "reviewer" + PEOPLE.incrementAndGet();
        group.account(therapist, Role.THERAPIST, own.id());
        var id = opened(therapist, patient);
        assertThat(staff.as(own.manager(), breakGlass::countToReview)).isOne();
        var reviewed = staff.as(
                own.manager(),
                () -> breakGlass.review(id, BreakGlassDecision.NOT_JUSTIFIED, "  Was not on duty that day "));
        assertThat(reviewed.review().by()).isEqualTo(own.manager());
        assertThat(reviewed.review().decision()).isEqualTo(BreakGlassDecision.NOT_JUSTIFIED);
        assertThat(reviewed.review().note()).isEqualTo("Was not on duty that day");
        var second = staff.as("auditor", () -> breakGlass.review(id, BreakGlassDecision.JUSTIFIED, "Fine with me"));
        assertThat(second.review()).isEqualTo(reviewed.review());
        assertThat(auditOf("opening.reviewed", patient)).containsExactly("not justified");
        assertThat(staff.as(own.manager(), breakGlass::countToReview)).isZero();
        assertThat(ids("auditor", BreakGlassFilter.TO_REVIEW)).doesNotContain(id);
        assertThat(ids(own.manager(), BreakGlassFilter.NOT_JUSTIFIED)).containsExactly(id);
        assertThat(ids("auditor", BreakGlassFilter.NOT_JUSTIFIED)).contains(id);
    }

    @Test
    void accessThatWasNotJustifiedEndsWithTheReview() {
        var fair = group.patient("Fair", "Access", group.west);
        var unfair = group.patient("Unfair", "Access", group.west);
        var justified = opened("therapist", fair);
        var notJustified = opened("therapist", unfair);
        staff.doAs("manager", () -> {
            breakGlass.review(justified, BreakGlassDecision.JUSTIFIED, "Asked the desk");
            var ended = breakGlass.review(notJustified, BreakGlassDecision.NOT_JUSTIFIED, "Was not on duty that day");
            assertThat(ended.until()).isBeforeOrEqualTo(clock.instant());
        });
        assertThat(staff.as("therapist", () -> breakGlass.running(fair))).isPresent();
        assertThat(staff.as("therapist", () -> breakGlass.running(unfair))).isEmpty();
    }

    @Test
    void aReviewWithoutANoteIsRefused() {
        var id = opened("therapist", group.patient("No", "Note", group.west));
        for (var note : List.of("", "   ", "\u200b")) {
            assertThatThrownBy(
                            () -> staff.as("manager", () -> breakGlass.review(id, BreakGlassDecision.JUSTIFIED, note)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("The note is missing");
        }
        assertThat(ids("manager", BreakGlassFilter.TO_REVIEW)).contains(id);
    }

    @Test
    void nobodyReviewsTheirOwnBreakGlassAccess() {
        var both = "reviewer" + PEOPLE.incrementAndGet();
        var account = group.account(both, Role.THERAPIST, group.west);
        jdbc.sql("update staff_account set roles = 'MANAGER,THERAPIST' where id = ?")
                .param(Ids.bytes(account.value()))
                .update();
        var id = opened(both, group.patient("Own", "Access", group.west));
        assertThat(staff.as(both, () -> breakGlass.list(BreakGlassFilter.TO_REVIEW, null, 1000)))
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .matches(BreakGlassRow::isOwn);
        assertThatThrownBy(() -> staff.as(both, () -> breakGlass.review(id, BreakGlassDecision.JUSTIFIED, "I know")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only a colleague");
        assertThat(staff.as("manager", () -> breakGlass.review(id, BreakGlassDecision.JUSTIFIED, "Asked the patient"))
                        .review()
                        .by())
                .isEqualTo("manager");
    }

    @Test
    void whatIsDueFirstIsReviewedFirst() {
        var some = new ArrayList<BreakGlassId>();
        for (int i = 0; i < 5; i++) {
            some.add(dueIn(group.patient("Due", "Number " + i, group.west), group.west, Duration.ofDays(20 - i)));
        }
        for (var who : List.of("manager", "auditor")) {
            var paged = new ArrayList<BreakGlassRow>();
            var page = staff.as(who, () -> breakGlass.list(BreakGlassFilter.TO_REVIEW, null, 2));
            while (!page.isEmpty()) {
                paged.addAll(page);
                var last = page.getLast();
                page = staff.as(who, () -> breakGlass.list(BreakGlassFilter.TO_REVIEW, last, 2));
            }
            assertThat(paged).extracting(BreakGlassRow::id).doesNotHaveDuplicates();
            assertThat(paged.stream().map(BreakGlassRow::dueAt).toList()).isSorted();
            assertThat(paged.stream()
                            .map(BreakGlassRow::id)
                            .filter(some::contains)
                            .toList())
                    .isEqualTo(some.reversed());
        }
    }

    @Test
    void anOverdueReviewIsEscalatedOnceAndShownWithoutPatient() {
        var inTime = group.patient("In", "Time", group.west);
        var early = opened("therapist", inTime);
        escalate();
        assertThat(ids("manager", BreakGlassFilter.OVERDUE)).doesNotContain(early);
        assertThat(auditOf("opening.overdue", inTime)).isEmpty();
        // the clinic is of this test alone: its reviews are counted
        var own = group.own("overdue");
        var patient = group.patient("Over", "Due", own.id(), own.manager());
        var id = dueIn(patient, own.id(), Duration.ZERO);
        assertThat(ids(own.manager(), BreakGlassFilter.OVERDUE)).containsExactly(id);
        assertThat(ids("auditor", BreakGlassFilter.OVERDUE)).contains(id);
        escalate();
        escalate();
        assertThat(auditOf("opening.overdue", patient)).hasSize(1);
        assertThat(overdueAt(own.id())).isOne();
        staff.as(own.manager(), () -> breakGlass.review(id, BreakGlassDecision.JUSTIFIED, "Asked the desk"));
        assertThat(overdueAt(own.id())).isZero();
        assertThat(ids(own.manager(), BreakGlassFilter.OVERDUE)).isEmpty();
        assertThat(ids("auditor", BreakGlassFilter.OVERDUE)).doesNotContain(id);
    }

    private long overdueAt(ClinicId place) {
        return overdue.overdueByClinic(clock.instant()).stream()
                .filter(clinic -> clinic.clinic().equals(place))
                .mapToLong(OverdueReviews::count)
                .sum();
    }

    private void escalate() {
        staff.as("system", escalations::escalate);
    }

    private BreakGlassId opened(String who, PatientId patient) {
        var operation = OperationId.next();
        staff.doAs(who, () -> {
            identity.prove(TestGroup.PASSWORD);
            assertThat(breakGlass.open(operation, patient, reason(patient))).isTrue();
        });
        return new BreakGlassId(operation.value());
    }

    /** Access whose review is due at another time than begun access has: the running user cannot alter that time. */
    private BreakGlassId dueIn(PatientId patient, ClinicId clinic, Duration from) {
        var operation = OperationId.next();
        var now = clock.instant();
        staff.doAs("therapist", () -> {
            store.add(operation, group.therapist, patient, reason(patient).text(), now, now, now.plus(from));
            store.concerns(operation, clinic, now);
        });
        return new BreakGlassId(operation.value());
    }

    private List<BreakGlassId> ids(String who, BreakGlassFilter filter) {
        return staff.as(who, () -> breakGlass.list(filter, null, 1000)).stream()
                .map(BreakGlassRow::id)
                .toList();
    }

    private List<String> auditOf(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ? order by id")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    /** A reason of this patient: nobody may give the same for two. */
    private static BreakGlassReason reason(PatientId patient) {
        return new BreakGlassReason("Nobody of the team is in today, " + patient.value());
    }
}
