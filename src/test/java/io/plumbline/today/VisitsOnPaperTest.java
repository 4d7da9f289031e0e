package io.plumbline.today;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import io.plumbline.access.SystemActor;
import io.plumbline.downtime.OutageService;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After an outage the start page says which visits are on paper, until they are entered. */
@DemoTest
class VisitsOnPaperTest extends SpringBrowserlessTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OutageService outages;

    @Autowired
    private SystemActor system;

    /** Between 7 and 10 in the morning in Phoenix, where it is ten: the first visits of the day were earlier. */
    @BeforeEach
    void anOutage() {
        jdbc.sql("delete from portal_outage").update();
        jdbc.sql("update appointment set starts_at = '08:00' where starts_on = '2026-11-24' and starts_at = '10:00'")
                .update();
        system.call(() -> outages.note(Duration.ofHours(3)));
        open(Routes.MY_ACCOUNT);
        open(Routes.START);
    }

    private static String page() {
        return textOf(UI.getCurrentOrThrow());
    }

    private Details list() {
        return find(Details.class).single();
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskMarksWhoCame() {
        assertThat(page()).contains("The portal was away from 7:00 AM to 10:00 AM.", "from then are on paper.");
        list().setOpened(true);
        var before = find(ListItem.class, list()).all().size();
        assertThat(textOf(list())).contains("not marked").doesNotContain("note");
        test(find(Button.class, list()).withText("No-show").all().getFirst()).click();
        assertThat(find(ListItem.class, list()).all()).hasSize(before - 1);
        assertThat(list().isOpened()).as("for the next one").isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskDismissesTheList() {
        test(find(Button.class).withText("Dismiss").single()).click();
        assertThat(page()).doesNotContain("The portal was away");
    }

    @Test
    @WithStaff("therapist")
    void aTherapistWritesTheNoteOfAVisitOnPaper() {
        assertThat(page()).contains("of yours from then");
        assertThat(find(Button.class).withText("Dismiss").all()).isEmpty();
        assertThat(textOf(list())).contains("no signed note");
        assertThat(find(Anchor.class, list())
                        .withText("Write note")
                        .all()
                        .getFirst()
                        .getHref())
                .startsWith(Routes.NEW_NOTE + "/appointment-");
    }

    @Test
    @WithStaff("admin")
    void nobodyElseIsTold() {
        assertThat(page()).doesNotContain("The portal was away");
    }
}
