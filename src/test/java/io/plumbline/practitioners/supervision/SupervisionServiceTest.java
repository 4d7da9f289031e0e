package io.plumbline.practitioners.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager names who co-signs the notes of a practitioner, once for each, and without circles. */
@StoreTest
@OnMySql("row locks in one order keep two from supervising each other")
class SupervisionServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    JdbcClient jdbc;

    private TestGroup.Own clinic;
    private StaffId trainee;
    private StaffId mentor;

    @BeforeEach
    void hire() {
        clinic = group.own("v");
        trainee = hire(clinic, Discipline.MASSAGE_THERAPY);
        mentor = hire(clinic, Discipline.MASSAGE_THERAPY);
    }

    @Test
    void theManagerNamesChangesAndEndsTheSupervision() {
        assertThat(now(trainee)).isEmpty();
        name(trainee, -1, mentor);
        assertThat(now(trainee)).contains(mentor);
        assertThat(find(trainee).active()).isTrue();
        assertThat(staff.as(clinic.manager(), () -> supervisions.supervisedBy(mentor)))
                .hasSize(1);
        var other = hire(clinic, Discipline.MASSAGE_THERAPY);
        name(trainee, find(trainee).version(), other);
        assertThat(now(trainee)).contains(other);
        staff.doAs(
                clinic.manager(), () -> supervisions.end(trainee, find(trainee).version()));
        assertThat(now(trainee)).isEmpty();
        assertThat(audits("supervision.named", trainee)).isEqualTo(2);
        assertThat(audits("supervision.ended", trainee)).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoCanCosignAreOffered() {
        var chiropractor = hire(clinic, Discipline.CHIROPRACTIC);
        var supervised = hire(clinic, Discipline.MASSAGE_THERAPY);
        name(supervised, -1, mentor);
        var elsewhere = hire(group.own("v"), Discipline.MASSAGE_THERAPY);
        assertThat(staff.as(clinic.manager(), () -> supervisions.candidates(trainee)))
                .extracting(SupervisorChoice::id)
                .contains(mentor)
                .doesNotContain(trainee, chiropractor, supervised, elsewhere);
    }

    @Test
    void whoCannotCosignIsRefusedWithTheReason() {
        refuses(trainee, trainee, "Nobody supervises themselves");
        refuses(trainee, hire(clinic, Discipline.CHIROPRACTIC), "does not practice massage therapy");
        refuses(
                trainee,
                hire(group.own("v"), Discipline.MASSAGE_THERAPY),
                "works at none of this practitioner's clinics");
        refuses(trainee, group.worker(clinic, Discipline.MASSAGE_THERAPY), "Only a practitioner with an account");
    }

    @Test
    void whoIsSupervisedSupervisesNobody() {
        var third = hire(clinic, Discipline.MASSAGE_THERAPY);
        name(trainee, -1, mentor);
        refuses(third, trainee, "has a supervisor");
        refuses(mentor, third, "This practitioner supervises");
        refuses(mentor, trainee, "This practitioner supervises");
    }

    @Test
    void twoWhoAreNamedForEachOtherAtTheSameTimeMakeNoCircle() throws Exception {
        var together = new CyclicBarrier(2);
        var attempts = List.<Callable<Boolean>>of(
                () -> isNamed(together, trainee, mentor), () -> isNamed(together, mentor, trainee));
        var named = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var attempt : threads.invokeAll(attempts)) {
                named += attempt.get() ? 1 : 0;
            }
        }
        assertThat(named).isEqualTo(1);
    }

    private boolean isNamed(CyclicBarrier together, StaffId practitioner, StaffId supervisor) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        try {
            name(practitioner, -1, supervisor);
            return true;
        } catch (Refused secondIsRefused) {
            return false;
        }
    }

    @Test
    void aManagerWhoSawAnotherSupervisorChangesNothing() {
        name(trainee, -1, mentor);
        var other = hire(clinic, Discipline.MASSAGE_THERAPY);
        assertThatThrownBy(() -> name(trainee, -1, other)).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs(clinic.manager(), () -> supervisions.end(trainee, 7)))
                .isInstanceOf(StaleVersion.class);
        assertThat(now(trainee)).contains(mentor);
    }

    @Test
    void anotherClinicsManagerNamesNobody() {
        var other = group.own("v");
        assertThatThrownBy(() -> staff.doAs(other.manager(), () -> supervisions.name(trainee, -1, mentor)))
                .isInstanceOf(NotAvailable.class);
    }

    private void refuses(StaffId practitioner, StaffId supervisor, String sentence) {
        assertThatThrownBy(() -> name(practitioner, -1, supervisor))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);
    }

    private void name(StaffId practitioner, long version, StaffId supervisor) {
        staff.doAs(clinic.manager(), () -> supervisions.name(practitioner, version, supervisor));
    }

    private Optional<StaffId> now(StaffId practitioner) {
        return staff.as(clinic.manager(), () -> supervisions.supervisorOf(practitioner));
    }

    private SupervisionDetails find(StaffId practitioner) {
        return staff.as(clinic.manager(), () -> supervisions.find(practitioner)).orElseThrow();
    }

    private StaffId hire(TestGroup.Own at, Discipline discipline) {
        var role = discipline == Discipline.CHIROPRACTIC ? Role.CHIROPRACTOR : Role.THERAPIST;
        var id = group.account("supervised" + NEXT.incrementAndGet(), role, at.id());
        staff.doAs(at.manager(), () -> practitioners.add(id, TestGroup.plain(at.id(), discipline)));
        return id;
    }

    private long audits(String kind, StaffId about) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(about.value()))
                .query(Long.class)
                .single();
    }
}
