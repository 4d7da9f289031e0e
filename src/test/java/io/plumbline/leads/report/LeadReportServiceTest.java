package io.plumbline.leads.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.report.LeadFigures.Waits;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.FreshStore;
import io.plumbline.support.OnMySql;
import io.plumbline.support.OwnClinicEachTest;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How leads went, counted by the store. */
@StoreTest
@FreshStore
@OwnClinicEachTest
@OnMySql("weeks and waits are counted by date functions and windows in SQL")
class LeadReportServiceTest {
    /** A Monday; in Phoenix it is seven hours behind. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static final LeadFilter MARCH = LeadFilter.NONE.within(FIRST, LocalDate.of(2026, 3, 31));

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    LeadReportService reports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /** Leads of no clinic are all managers': those of an earlier method came long before. */
    @BeforeEach
    void noLeadWithoutClinic() {
        jdbc.sql("update consultation_lead set received_at = '2020-01-01' where queue_id = ?"
                        + " and received_at between '2026-03-01' and '2026-04-01'")
                .param(Ids.bytes(LeadQueue.GROUP.value()))
                .update();
    }

    @Test
    void aCallRecordsTheBusinessMinutesSinceTheLeadWasReceived() {
        var lead = receive(LeadSource.FRIEND, group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.NO_ANSWER));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var report = report(
                LeadFilter.NONE.of(group.west).within(today.minusDays(3), today.plusDays(3)), LeadReportBy.SOURCE);
        assertThat(report.all()).isEqualTo(new LeadFigures(1, 0, 0, 0, 0, 1, 0, new Waits(0, 0), Waits.NONE));
    }

    @Test
    void eachSourceIsCountedByFunnelStepWithoutSpam() {
        lead(LeadSource.FRIEND, group.west, "2026-03-03T18:00:00Z", "contacted_at = received_at");
        lead(
                LeadSource.FRIEND,
                group.east,
                "2026-03-04T18:00:00Z",
                "contacted_at = received_at, booked_at = received_at, held_at = received_at, converted_at = received_at,"
                        + " status = 'CONVERTED', overdue_at = null");
        lead(LeadSource.SIGN, null, "2026-03-04T18:00:00Z", "status = 'LOST', lost_reason = 'Too far'");
        lead(LeadSource.SIGN, group.west, "2026-03-04T18:00:00Z", "status = 'SPAM'");
        lead(LeadSource.SIGN, group.west, "2026-04-04T18:00:00Z", "status = 'LOST', lost_reason = 'Out of the period'");
        var report = report(MARCH, LeadReportBy.SOURCE);
        assertThat(figures(
                        report,
                        figures -> List.of(
                                figures.received(),
                                figures.contacted(),
                                figures.booked(),
                                figures.held(),
                                figures.converted())))
                .isEqualTo("A friend [2, 2, 1, 1, 1], Sign [1, 0, 0, 0, 0]");
        assertThat(report.all().conversionPercent()).isEqualTo(33);
        assertThat(report.lostReasons()).containsExactly(new LeadReport.LostReason("Too far", 1));
    }

    @Test
    void waitsAreReportedAsMedianAnd90thPercentile() {
        for (var minutes : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100)) {
            lead(
                    LeadSource.SEARCH,
                    minutes % 2 == 0 ? group.west : group.east,
                    "2026-03-10T18:00:00Z",
                    "first_attempt_minutes = " + minutes);
        }
        lead(
                LeadSource.SEARCH,
                group.east,
                "2026-03-10T18:00:00Z",
                "contacted_minutes = 40, first_attempt_minutes = null");
        var report = report(MARCH, LeadReportBy.CLINIC);
        assertThat(report.all().toAttempt()).isEqualTo(new Waits(5, 9));
        assertThat(report.all().toContact()).isEqualTo(new Waits(40, 40));
        assertThat(figures(report, LeadFigures::toAttempt))
                .isEqualTo("east " + new Waits(5, 9) + ", west " + new Waits(6, 100));
    }

    @Test
    void aResponseTargetIsMetByATimelyCallAndMissedByALateOrMissingOne() {
        lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "response_target_met = true");
        lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "response_target_met = false");
        lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "overdue_at = '2026-03-10 18:15:00'");
        lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "overdue_at = '2126-03-10 18:15:00'");
        var all = report(MARCH, LeadReportBy.SOURCE).all();
        assertThat(List.of(all.responseTargetMet(), all.responseTargetMissed(), all.received()))
                .containsExactly(1L, 2L, 4L);
        assertThat(all.responseTargetPercent()).isEqualTo(33);
    }

    @Test
    void weeksBeginOnMondayInTheReadersTimeZone() {
        lead(LeadSource.SIGN, group.east, "2026-03-09T03:59:00Z", "response_target_met = true");
        lead(LeadSource.SIGN, group.east, "2026-03-09T04:01:00Z", "response_target_met = true");
        assertThat(figures(report(MARCH, LeadReportBy.WEEK), LeadFigures::received))
                .isEqualTo("2026-03-02 1, 2026-03-09 1, 2026-03-16 0, 2026-03-23 0, 2026-03-30 0");
    }

    @Test
    void callersAreListedByNameAndUncalledLeadsSeparately() {
        var called = lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "response_target_met = true");
        lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "response_target_met = null");
        jdbc.sql("""
                update consultation_lead set first_attempt_by = (select id from staff_account where username = ?)
                where id = ?""")
                .params(staff.username("westdesk"), Ids.bytes(called.value()))
                .update();
        var report = report(MARCH, LeadReportBy.CALLER);
        assertThat(figures(report, LeadFigures::received)).isEqualTo("No one yet 1, westdesk 1");
        var filter = report.parts().getLast().filter();
        assertThat(report(filter, LeadReportBy.SOURCE).all().received()).isEqualTo(1);
    }

    @Test
    void aManagersReportCoversTheirClinicsAndTheGroup() {
        group.account("southmanager", Role.MANAGER, group.clinic("south", "America/Phoenix"));
        lead(LeadSource.SIGN, group.west, "2026-03-10T18:00:00Z", "response_target_met = true");
        lead(LeadSource.SIGN, null, "2026-03-10T18:00:00Z", "response_target_met = true");
        assertThat(staff.as("southmanager", () -> reports.report(MARCH, LeadReportBy.CLINIC))
                        .all()
                        .received())
                .isEqualTo(1);
        assertThat(staff.as("southmanager", () -> reports.report(MARCH.of(group.west), LeadReportBy.CLINIC)))
                .isEqualTo(new LeadReport(LeadFigures.NONE, List.of(), List.of()));
    }

    @Test
    void aMissingReversedOrTooLongPeriodIsRefusedWithAMessage() {
        for (var filter : List.of(
                LeadFilter.NONE,
                LeadFilter.NONE.within(FIRST, FIRST.minusDays(1)),
                LeadFilter.NONE.within(FIRST, FIRST.plusDays(LeadReportService.LONGEST_DAYS)))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> report(filter, LeadReportBy.SOURCE))
                    .withMessageMatching(
                            "Choose the first.*|The last day is before.*|A report covers at most 366 days.*");
        }
        assertThat(report(
                                LeadFilter.NONE.within(FIRST, FIRST.plusDays(LeadReportService.LONGEST_DAYS - 1)),
                                LeadReportBy.WEEK)
                        .parts())
                .hasSize(53);
        assertThat(FunnelStep.values()).extracting(LeadFigures.NONE::at).containsOnly(0L);
    }

    private LeadReport report(LeadFilter filter, LeadReportBy by) {
        return staff.as("manager", () -> reports.report(filter, by));
    }

    private static String figures(LeadReport report, Function<LeadFigures, Object> some) {
        return report.parts().stream()
                .map(part -> part.name() + " " + some.apply(part.figures()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private LeadId lead(LeadSource source, @Nullable ClinicId clinic, String receivedAt, String facts) {
        var lead = receive(source, clinic);
        jdbc.sql("update consultation_lead set received_at = ?, "
                        + facts.replace("received_at", "'2026-03-10 18:00:00'") + " where id = ?")
                .params(Utc.of(Instant.parse(receivedAt)), Ids.bytes(lead.value()))
                .update();
        return lead;
    }

    private LeadId receive(LeadSource source, @Nullable ClinicId clinic) {
        return staff.as(
                "system",
                () -> leads.receive(
                        new LeadDraft(
                                "Lee",
                                new PhoneNumber("+16025550142"),
                                null,
                                "",
                                CallWindow.ANY_TIME,
                                source,
                                clinic,
                                Instant.EPOCH),
                        null));
    }
}
