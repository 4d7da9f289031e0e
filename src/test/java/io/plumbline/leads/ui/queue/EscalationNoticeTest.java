package io.plumbline.leads.ui.queue;

import static io.plumbline.support.Screen.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.queue.EscalationService;
import io.plumbline.leads.queue.ResponseTargetMissed;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** The notice of a missed response target, on whatever screen a manager is. */
@DemoTest
class EscalationNoticeTest extends SpringBrowserlessTest {
    @Autowired
    EscalationService escalation;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Test
    @WithStaff("manager")
    void anOverdueResponseTargetIsShownToManagersOnEveryScreen() {
        open(Routes.PATIENTS);
        responseTargetPasses("Past The Target");
        assertThat(notices()).singleElement().asString().contains("past its response target", "Call now");
    }

    @Test
    @WithStaff("frontdesk")
    void anOverdueResponseTargetIsNotShownToTheFrontDesk() {
        open(Routes.PATIENTS);
        responseTargetPasses("Past The Target Too");
        assertThat(notices()).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void aWindowThatOutlivesTheSignInShowsNothingAndFailsNothing() {
        open(Routes.PATIENTS);
        // what the screen loads, it loads for its user
        roundTrip();
        var failures = new ArrayList<Throwable>();
        UI.getCurrent().getSession().setErrorHandler(failed -> failures.add(failed.getThrowable()));
        var clinic = CurrentUser.current().clinics().iterator().next();
        SecurityContextHolder.clearContext();
        transaction.executeWithoutResult(within -> events.publishEvent(new ResponseTargetMissed(Map.of(clinic, 2L))));
        roundTrip();
        assertThat(failures).isEmpty();
        assertThat(notices()).isEmpty();
    }

    private void responseTargetPasses(String name) {
        var lead = received.lead(name, LeadSource.SIGN, received.clinic("Harbour Street"));
        staff.as("system", escalation::escalate);
        jdbc.sql("update consultation_lead set overdue_at = ? where id = ?")
                .params(Utc.of(clock.instant().minusSeconds(1)), Ids.bytes(lead.value()))
                .update();
        find(Notification.class).all().forEach(Notification::close);
        assertThat(staff.as("system", escalation::escalate)).isEqualTo(1);
        roundTrip();
    }

    private List<String> notices() {
        return find(Notification.class).all().stream().map(Screen::textOf).toList();
    }
}
