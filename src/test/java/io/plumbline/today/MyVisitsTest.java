package io.plumbline.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.OnlineReviewService;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.TestLeads;
import io.plumbline.support.TestOnlineIntakes;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the start page says of the visits of who treats: of a lead's consultation, and of a note that is begun. */
@DemoTest
class MyVisitsTest {
    @Autowired
    MyVisits visits;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    OnlineReviewService reviews;

    @Autowired
    TestOnlineIntakes online;

    @Autowired
    PatientService patients;

    @Autowired
    LeadService leads;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    ScheduleService schedule;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLeadsConsultationLinksToTheLeadOnlyWithPermission() {
        var lead = bookedToday("Consulted Today");
        assertThat(row("Consulted Today").why()).isEqualTo("Consultation · no patient yet");
        assertThat(row("Consulted Today").action()).isNotInstanceOf(Anchor.class);
        try {
            roles("CHIROPRACTOR,MANAGER");
            assertThat(row("Consulted Today").action()).isInstanceOfSatisfying(Anchor.class, open -> {
                assertThat(open.getHref()).isEqualTo(Routes.lead(lead));
                assertThat(open.getElement().getAttribute("aria-label")).isEqualTo("Open lead: Consulted Today");
            });
        } finally {
            roles(Role.CHIROPRACTOR.name());
        }
    }

    @Test
    void aBegunNoteIsListedOnceAmongTheUnsignedNotes() {
        var visit = staff.as("therapist", notes::visitsToday).stream()
                .filter(one -> !one.earlier() && one.wantsNote() && one.patient() != null && one.note() == null)
                .findFirst()
                .orElseThrow();
        var before = counts();
        staff.as("therapist", () -> starts.begin(visit.key()));
        assertThat(counts()).containsExactly(before.getFirst() - 1, before.get(1) + 1);
    }

    @Test
    void aVisitOfAPatientWhoSubmittedAnOnlineIntakeLinksToItsReview() {
        var visit = staff.as("chiropractor", notes::visitsToday).stream()
                .filter(one -> one.isAhead() && one.patient() != null && one.note() == null)
                .findFirst()
                .orElseThrow();
        var patient = Objects.requireNonNull(visit.patient());
        online.submit("frontdesk", patient, visit.clinic(), Map.of());
        var row = row(visit.personName());
        assertThat(row.why()).endsWith("online intake to review");
        assertThat(row.action()).isInstanceOfSatisfying(Anchor.class, review -> assertThat(review.getHref())
                .isEqualTo(Routes.patient(patient, Routes.INTAKE)));
        staff.doAs("chiropractor", () -> {
            var intake = intakes.findByPatient(patients.details(patient).orElseThrow())
                    .getFirst();
            reviews.begin(intake.id());
        });
        assertThat(row(visit.personName()).why()).doesNotContain("online intake");
    }

    private List<Long> counts() {
        return staff.as("therapist", () -> visits.cardsFor(CurrentUser.current())).stream()
                .limit(2)
                .map(StartCard::count)
                .toList();
    }

    private void roles(String some) {
        jdbc.sql("update staff_account set roles = ? where username = 'chiropractor'")
                .param(some)
                .update();
    }

    private StartCard.Row row(String name) {
        return staff.as("chiropractor", () -> visits.cardsFor(CurrentUser.current())).getFirst().rows().stream()
                .filter(row -> row.who().endsWith(" " + name))
                .findFirst()
                .orElseThrow();
    }

    private LeadId bookedToday(String name) {
        var harbour = staff.as("frontdesk", () -> received.clinic("Harbour Street"));
        var lead = received.lead(name, LeadSource.SIGN, harbour);
        var today = LocalDate.of(2026, 11, 24);
        var chiropractor = staff.as("chiropractor", () -> CurrentUser.current().staff());
        staff.doAs("frontdesk", () -> {
            var wanted =
                    schedule.offer(harbour, AppointmentType.CONSULTATION).timeSlot(chiropractor, today, LocalTime.NOON);
            var free = schedule.freeTimes(harbour, AppointmentType.CONSULTATION, wanted)
                    .getFirst();
            leads.logCall(lead, 0, CallOutcome.REACHED);
            consultations.book(
                    lead, leads.open(lead).orElseThrow().version(), new FirstVisit(harbour, chiropractor, today, free));
        });
        return lead;
    }
}
