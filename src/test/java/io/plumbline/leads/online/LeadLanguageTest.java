package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The language that a lead prefers: of the link, of its mail, and of the patient whom the lead becomes. */
@StoreTest
class LeadLanguageTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadIntakeService intakes;

    @Autowired
    LeadService leads;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void theLinkAndItsMailAreInTheLanguageOfTheLead() {
        var lead = received("Lucía Vega", "Spanish");
        var link = staff.as("westdesk", () -> intakes.create(lead, group.west, true, route -> "https://x/" + route));
        assertThat(link.address()).endsWith("?lang=es");
        assertThat(jdbc.sql("select concat(subject, ' ', body) from outbox_mail where about = ?")
                        .param(Ids.bytes(link.intake().value()))
                        .query(String.class)
                        .single())
                .contains("Antes de su visita", link.address());
        for (var language : new String[] {"", "Portuguese", "English"}) {
            var other = received("Speaks Otherwise", language);
            assertThat(staff.as("westdesk", () -> intakes.create(other, group.west, false, route -> route))
                            .address())
                    .as(language)
                    .endsWith("?lang=en");
        }
    }

    @Test
    void thePatientSpeaksTheLanguageOfTheLead() {
        var lead = received("Lucía Paz", "Spanish");
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        var tomorrow = staff.as("westdesk", () -> clinics.todayAt(group.west)).plusDays(1);
        var conversion = new Conversion(
                new PatientDraft("Lucía", "Paz", LocalDate.of(1983, 2, 9), null, null),
                null,
                group.west,
                new FirstVisit(group.west, group.therapist, tomorrow, LocalTime.of(7, 30)));
        var patient = staff.as("westdesk", () -> consultations.convert(lead, version(lead), conversion));
        assertThat(staff.as("westdesk", () -> patients.details(patient))
                        .orElseThrow()
                        .draft()
                        .language())
                .isEqualTo("Spanish");
    }

    @Test
    void anEditChangesTheLanguageAndTheAuditTrailSaysSo() {
        var lead = received("Changes Language", "");
        staff.doAs("westdesk", () -> leads.correct(lead, 0, draft("Changes Language", "Spanish")));
        assertThat(staff.as("westdesk", () -> leads.open(lead))
                        .orElseThrow()
                        .draft()
                        .language())
                .isEqualTo("Spanish");
        assertThat(jdbc.sql("select detail from audit_event where kind = 'lead.corrected' and subject = ?")
                        .param(Ids.bytes(lead.value()))
                        .query(String.class)
                        .list())
                .containsExactly("revision 1: language");
    }

    private long version(LeadId lead) {
        return staff.as("westdesk", () -> leads.reload(lead)).orElseThrow().version();
    }

    private LeadId received(String name, String language) {
        return staff.as("manager", () -> leads.receive(draft(name, language), null));
    }

    private LeadDraft draft(String name, String language) {
        return new LeadDraft(
                name,
                new PhoneNumber("+16025550186"),
                new EmailAddress("language@example.org"),
                language,
                "It hurts",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                group.west,
                clock.instant());
    }
}
