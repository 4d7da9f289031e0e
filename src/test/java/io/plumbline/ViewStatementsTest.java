package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import io.plumbline.leads.LeadActivity;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Rbac;
import io.plumbline.support.RouteRecords;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.WithStaff;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/** What opening a screen asks of the store: a page of a list two statements at most, a record a fixed few. */
@DemoTest
class ViewStatementsTest extends SpringBrowserlessTest {
    private static final int LIST = 2;
    /** A record, its patient, and one for each module that has something on the page. */
    private static final int RECORD = 20;

    /** A note, the relation to its patient, the patient, what the author records, and what the audit trail asks. */
    private static final int OPENED_NOTE = 5;

    /** Of any role; the manager's page asks most of those that treat nobody. */
    private static final int START = 16;

    /** Whom the clinician treats, and who of those who come today submitted an online intake. */
    private static final int SUBMITTED_INTAKES = 2;

    /** Appointments, their orders, who works with their week and absences, the clinic with its hours and closed days. */
    private static final int PLANE = 8;
    /** The counts, the waits of each part and of all, the reasons. */
    private static final int REPORT = 4;

    @Autowired
    RouteRecords records;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Staff staff;

    @Autowired
    PublicIntake intake;

    @Autowired
    LeadService leads;

    @Test
    @WithStaff("manager")
    void theManagersScreensStayWithinTheirStatementLimit() {
        everyScreenOf("manager");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDesksScreensStayWithinTheirStatementLimit() {
        everyScreenOf("frontdesk");
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorsScreensStayWithinTheirStatementLimit() {
        everyScreenOf("chiropractor");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistsScreensStayWithinTheirStatementLimit() {
        everyScreenOf("therapist");
    }

    @Test
    @WithStaff("auditor")
    void theAuditorsScreensStayWithinTheirStatementLimit() {
        everyScreenOf("auditor");
    }

    @Test
    @WithStaff("admin")
    void theAdministratorsScreensStayWithinTheirStatementLimit() {
        everyScreenOf("admin");
    }

    @Test
    @WithStaff("manager")
    void leadActivityReadsAllSubmissionsInOneStatement() {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Asks Often")
                .put("phone", "(602) 555-0187")
                .put("consent", true);
        for (var concern : List.of("First", "Second", "Third", "Fourth")) {
            staff.as(
                    "system",
                    () -> intake.receive(RequestChannel.JSON, null, request.put("concern", concern), Sender.PERSON));
        }
        var id = new LeadId(idOf("select id from consultation_lead where full_name = 'Asks Often'"));
        var story = new ArrayList<LeadActivity>();
        var asked =
                statements.of(() -> story.addAll(leads.reload(id).orElseThrow().steps()));
        assertThat(story).extracting(LeadActivity::detail).satisfiesOnlyOnce(words -> assertThat(words)
                .contains("Second"));
        assertThat(story)
                .extracting(LeadActivity::kind)
                .containsOnly(LeadActivity.Kind.ASKED_AGAIN)
                .hasSize(3);
        assertThat(asked).filteredOn(sql -> sql.contains("from submission")).hasSize(1);
    }

    private void everyScreenOf(String who) {
        for (var line : Rbac.lines("route")) {
            if (line.allowed().get(who)) {
                var asked = opening(records.addressOf(line.name()));
                var heading = find(H1.class).single().getText();
                assertThat(heading).as("%s at %s", who, line.name()).isNotIn("Not available", "Something went wrong");
                assertThat(asked)
                        .as("%s at %s, %s", who, line.name(), heading)
                        .hasSizeLessThanOrEqualTo(mostOf(line.name(), who));
            }
        }
    }

    private List<String> opening(String address) {
        var asked = asked(address);
        // the clinics are read anew every thirty seconds, by whoever needs them then
        return asked.stream().anyMatch(sql -> sql.contains("from clinic_day_part")) ? asked(address) : asked;
    }

    private List<String> asked(String address) {
        UI.getCurrent().navigate("no-such-place");
        return statements.of(() -> {
            UI.getCurrent().navigate(address);
            // what the browser's first answer asks for: the first page of the list
            find(H1.class).single();
        });
    }

    private static int mostOf(String route, String who) {
        if (route.equals("/flags")) {
            // two lists: red flags, and leads in clinical review
            return 3;
        }
        if (route.equals("/leads") || route.equals("/leads/new")) {
            // what has just come in; the queue, what is late first; and how many each of its parts shows
            return 1 + LIST + 1;
        }
        if (route.equals("/")) {
            // a list and its count for each of at most six numbers, what follows a clinical hold,
            // new accounts and the
            // results of the leads
            return START + (who.equals("chiropractor") ? SUBMITTED_INTAKES : 0);
        }
        if (route.equals("/plans")) {
            // the plans, how many each filter shows, and the saved filters
            return LIST + 1;
        }
        if (route.equals("/schedule")) {
            return PLANE;
        }
        if (route.equals("/account")) {
            // one each for two-step sign-in, passkeys, the signing PIN and sessions
            return LIST + 2;
        }
        if (route.equals("/clinics") || route.equals("/accounts/new")) {
            // what is booked on closed days; who is in the directory and has no account
            return LIST + 1;
        }
        if (route.equals("/patients/:id")) {
            // beside the rest, why the patient comes, how function goes and what came in online
            return RECORD + 3;
        }
        if (route.equals("/notes/:id")) {
            // beside the rest, what the patient asked to amend of it
            return RECORD + 1;
        }
        if (route.equals("/plans/:id/revise")) {
            // the revision that is written, and the business hours for its visits
            return RECORD + 2;
        }
        if (route.equals("/notes/sign")) {
            // the visits, and each unsigned note, opened as on its own page; the therapist has one
            return 1 + OPENED_NOTE;
        }
        if (route.equals("/notes/new/:id")) {
            // the visit: whether it has a note, the planned visit that it books, and the appointment
            return RECORD + 3;
        }
        if (route.startsWith("/reports/leads") || route.equals("/reports")) {
            return REPORT;
        }
        return route.contains(":id") ? RECORD : LIST;
    }

    private UUID idOf(String sql) {
        return Ids.uuid(jdbc.sql(sql).query(byte[].class).single());
    }
}
