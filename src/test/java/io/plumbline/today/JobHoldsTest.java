package io.plumbline.today;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.SystemActor;
import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.jobs.holds.RemovalJob;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs that wait are on the start page of an administrator, who lets them run for a reason. */
@DemoTest
class JobHoldsTest extends SpringBrowserlessTest {
    private static final String CLOCK = "The clock of the portal may be wrong.";

    @Autowired
    private JobHoldService holds;

    @Autowired
    private SystemActor system;

    @Autowired
    private Staff staff;

    @AfterEach
    void letJobsRun() {
        staff.as("admin", holds::open)
                .forEach(hold -> staff.doAs("admin", () -> holds.release(hold.id(), "The test of the clock is over")));
    }

    @Test
    @WithStaff("admin")
    void anAdministratorLetsJobsRunForAReason() {
        system.call(() -> {
            holds.holdForClock(Instant.parse("2025-10-20T17:00:00Z"));
            return true;
        });
        assertThat(mayRun()).isFalse();
        openAgain();
        assertThat(page())
                .contains(
                        CLOCK,
                        "its clock said Nov 24, 2026",
                        "the newest entry in the audit trail was of Oct 20, 2025");

        test(find(Button.class).withText("Let jobs run…").single()).click();
        answer(find(Dialog.class).single(), "Let jobs run");
        assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("Enter a reason; it stays on record");
        assertThat(mayRun()).isFalse();

        test(find(TextArea.class).single()).setValue("Closed for five weeks; the clock is right");
        answer(find(Dialog.class).single(), "Let jobs run");
        assertThat(page()).doesNotContain(CLOCK);
        assertThat(mayRun()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void nobodyElseIsAsked() {
        system.call(() -> {
            holds.holdForClock(Instant.parse("2025-10-20T17:00:00Z"));
            return true;
        });
        openAgain();
        assertThat(page()).doesNotContain(CLOCK);
    }

    /** The start page is open when a test begins. */
    private static void openAgain() {
        open(Routes.MY_ACCOUNT);
        open(Routes.START);
    }

    private boolean mayRun() {
        return system.call(() -> holds.mayRun(RemovalJob.LEADS));
    }

    private static String page() {
        return textOf(UI.getCurrentOrThrow());
    }
}
