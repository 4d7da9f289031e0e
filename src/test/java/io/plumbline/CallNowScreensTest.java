package io.plumbline;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadRow;
import io.plumbline.leads.LeadSource;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Utc;
import io.plumbline.shared.ui.Places;
import io.plumbline.support.Received;
import io.plumbline.support.WithStaff;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The queue of those who are to be called, and the lead beside it. */
@SpringBootTest(properties = "plumbline.test=adding")
@ActiveProfiles("test")
class CallNowScreensTest extends SpringBrowserlessTest {
    @Autowired
    Received received;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void rowPanelAndCardSayTheSameOfAPromiseThatRunsOnAfterTheClinicWasClosed() {
        var lead = received("Promised By Tomorrow");
        // ten in the morning of Tue 24 Nov in Phoenix: nine hours until it closes, and half an hour after it opens
        touch(lead, "2026-11-24T16:00:00Z", "2026-11-25T02:00:00Z", "2026-11-25T15:45:00Z");
        assertSaidEverywhere("Promised By Tomorrow", lead, "9 h left");
        touch(lead, "2026-11-24T14:00:00Z", "2026-11-24T16:15:00Z", "2026-11-24T16:15:00Z");
        assertSaidEverywhere("Promised By Tomorrow", lead, "min over");
        touch(lead, "2026-11-25T15:00:00Z", "2026-11-26T02:00:00Z", "2026-11-25T15:15:00Z");
        assertSaidEverywhere("Promised By Tomorrow", lead, "From Wed 25 Nov");
    }

    private void assertSaidEverywhere(String name, LeadId lead, String words) {
        open(Places.lead(lead.value()));
        assertThat(textOf(find(Div.class).withClassName("panel-head").single())).contains(words);
        assertThat(drawn(name, "promise")).contains(words);
        open(Places.LEADS_BOARD);
        assertThat(find(Div.class).withClassName("lead-card").all())
                .filteredOn(card -> textOf(card).contains(name))
                .singleElement()
                .satisfies(card -> assertThat(textOf(card)).contains(words));
    }

    private void touch(LeadId lead, String at, String windowEnds, String overdue) {
        jdbc.sql(
                        "update consultation_lead set next_touch_at = ?, window_ends_at = ?, overdue_at = ?, escalated_at = null where id = ?")
                .params(
                        Utc.of(Instant.parse(at)),
                        Utc.of(Instant.parse(windowEnds)),
                        Utc.of(Instant.parse(overdue)),
                        Ids.bytes(lead.value()))
                .update();
    }

    /** What the row of a lead says in one of its places. */
    private String drawn(String name, String property) {
        var row = list().getLazyDataView()
                .getItems()
                .filter(one -> one.fullName().equals(name))
                .findFirst()
                .orElseThrow();
        @SuppressWarnings("unchecked")
        var renderer = (LitRenderer<LeadRow>) list().getColumns().getFirst().getRenderer();
        return String.valueOf(renderer.getValueProviders().get(property).apply(row));
    }

    @SuppressWarnings("unchecked")
    private Grid<LeadRow> list() {
        return find(Grid.class).single();
    }

    private LeadId received(String name) {
        return received.lead(name, LeadSource.SIGN, received.clinic("Harbour Street"));
    }
}
