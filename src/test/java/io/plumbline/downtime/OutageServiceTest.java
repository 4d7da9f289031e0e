package io.plumbline.downtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.SystemActor;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.FreshStore;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreOwner;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The visits of a time without the portal are one list until they are entered, or somebody dismisses it. */
@StoreTest
@FreshStore
@OnMySql("how long no job ran is computed by MySQL's own clock")
class OutageServiceTest {
    @Autowired
    OutageService outages;

    @Autowired
    OutageStore store;

    @Autowired
    AppointmentService appointments;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    SystemActor system;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @BeforeEach
    void noOutage() {
        StoreOwner.of(environment, jdbc).jdbc().sql("delete from portal_outage").update();
    }

    private int note(Duration away) {
        return system.call(() -> outages.note(away));
    }

    private List<AppointmentId> onPaper(String who) {
        return staff.as(who, outages::onPaper).stream()
                .flatMap(one -> one.visits().stream())
                .map(PaperVisit::id)
                .toList();
    }

    private void mark(AppointmentId visit, AppointmentStatus... next) {
        for (var status : next) {
            var version = jdbc.sql("select version from appointment where id = ?")
                    .param(Ids.bytes(visit.value()))
                    .query(Long.class)
                    .single();
            staff.doAs("westdesk", () -> appointments.mark(visit, version, status));
        }
    }

    /** Booked soon after midnight; it is ten in the morning. */
    @Test
    void theListHasTheVisitsOfTheOutageUntilAllIsEntered() {
        var patient = care.treated("Onpaper");
        var visit = care.bookMassage(patient, care.today());
        var yesterday = care.bookMassage(patient, care.today().minusDays(1));
        assertThat(note(Duration.ofHours(10))).isPositive();
        assertThat(onPaper("westdesk")).contains(visit).doesNotContain(yesterday);
        assertThat(onPaper("manager")).contains(visit);
        assertThat(onPaper("therapist")).contains(visit);
        assertThat(onPaper("chiropractor")).doesNotContain(visit);
        assertThat(onPaper("eastdesk")).isEmpty();
        mark(visit, AppointmentStatus.ARRIVED, AppointmentStatus.COMPLETED);
        assertThat(onPaper("westdesk")).doesNotContain(visit);
        assertThat(onPaper("therapist")).as("the note is still to be written").contains(visit);
        care.treat(visit);
        assertThat(onPaper("therapist")).doesNotContain(visit);
    }

    @Test
    void aShortOrVeryLongTimeIsNoOutageAndAnotherNodeNotesNoneTwice() {
        assertThat(note(Duration.ofMinutes(15))).isZero();
        assertThat(note(Duration.ofDays(31))).isZero();
        assertThat(note(Duration.ofHours(2))).isPositive();
        clock.pass(Duration.ofSeconds(20));
        assertThat(note(Duration.ofHours(2))).isZero();
        clock.pass(Duration.ofHours(3));
        assertThat(note(Duration.ofHours(2))).isPositive();
    }

    @Test
    void theDeskOfTheClinicDismissesTheListForAll() {
        var visit = care.bookMassage(care.treated("Dismissed"), care.today());
        note(Duration.ofHours(10));
        var outage = staff.as("therapist", outages::onPaper).getFirst().outage();
        for (var who : List.of("therapist", "eastdesk")) {
            assertThatThrownBy(() -> staff.doAs(who, () -> outages.dismiss(outage.id())))
                    .as(who)
                    .isInstanceOf(NotAvailable.class);
        }
        assertThat(onPaper("therapist")).contains(visit);
        staff.doAs("westdesk", () -> outages.dismiss(outage.id()));
        staff.doAs("westdesk", () -> outages.dismiss(outage.id()));
        assertThat(onPaper("therapist")).isEmpty();
        assertThat(onPaper("westdesk")).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'downtime.dismissed'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theListEndsAfterThirtyDaysAndNamesNoSensitivePatient() {
        var patient = care.treated("Colleague");
        care.bookMassage(patient, care.today());
        note(Duration.ofHours(10));
        staff.doAs("chiropractor", () -> sensitive.mark(patient, Set.of(), "Works at the clinic"));
        assertThat(staff.as("westdesk", outages::onPaper).getFirst().visits())
                .extracting(PaperVisit::personName)
                .contains("Sensitive patient")
                .noneMatch(name -> name.startsWith("Colleague"));
        clock.pass(Duration.ofDays(30));
        assertThat(onPaper("westdesk")).isNotEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(onPaper("westdesk")).isEmpty();
    }

    @Test
    void aPortalThatRunsTookALeaseJustNow() {
        jdbc.sql("update job_lease set held_since = timestampadd(hour, -3, localtimestamp(3))")
                .update();
        jdbc.sql("insert into job_lease (job, held_until, held_since, held_by) values ('ran-last', localtimestamp(3),"
                        + " timestampadd(second, -90, localtimestamp(3)), 'test')")
                .update();
        assertThat(store.sinceLastJob().orElseThrow()).isLessThan(Duration.ofMinutes(3));
    }
}
