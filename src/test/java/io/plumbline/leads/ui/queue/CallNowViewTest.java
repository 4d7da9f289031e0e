package io.plumbline.leads.ui.queue;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.DemoTest;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of those who are to be called, and the lead beside it. */
@DemoTest
class CallNowViewTest extends SpringBrowserlessTest {
    @Autowired
    LeadService leads;

    @Autowired
    TestLeads received;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void rowPanelAndCardShowTheSameResponseTargetAcrossClosingTime() {
        var lead = received("Promised By Tomorrow");
        // from ten in the morning of Tue 24 Nov in Phoenix, and the clock runs: nine hours until it closes, and half an
        // hour after it opens
        followUp(lead, "2026-11-24T16:00:00Z", "2026-11-25T02:00:00Z", "2026-11-25T15:45:00Z");
        assertSaidEverywhere("Promised By Tomorrow", lead, "9 h left");
        followUp(lead, "2026-11-24T14:00:00Z", "2026-11-24T16:58:00Z", "2026-11-24T16:58:00Z");
        assertSaidEverywhere("Promised By Tomorrow", lead, "min overdue");
        followUp(lead, "2026-11-25T15:00:00Z", "2026-11-26T02:00:00Z", "2026-11-25T15:15:00Z");
        assertSaidEverywhere("Promised By Tomorrow", lead, "From Wed, Nov 25");
    }

    @Test
    @WithStaff("frontdesk")
    void aNewLeadIsMarkedInItsRowUntilSomebodyOpensIt() {
        var lead = received("Just Come In");
        open(Routes.LEADS);
        assertThat(shownNames()).containsOnlyOnce("Just Come In");
        assertThat(drawn("Just Come In", "isNew")).isEqualTo("true");
        open(Routes.lead(lead));
        open(Routes.LEADS);
        assertThat(drawn("Just Come In", "isNew")).isEqualTo("false");
    }

    @Test
    @WithStaff("frontdesk")
    void theQueueIsOneListWithTheNextCallAsItsOnlyFilledButton() {
        received("In The One List");
        open(Routes.LEADS);
        assertThat(find(Grid.class).all()).hasSize(1);
        assertThat(find(Button.class).all().stream()
                        .filter(button -> button.getThemeNames().contains("primary")))
                .singleElement()
                .satisfies(button -> {
                    assertThat(button.getText()).isEqualTo("Claim next");
                    assertThat(button.getElement().getAttribute("aria-keyshortcuts"))
                            .isEqualTo("C");
                });
    }

    @Test
    @WithStaff("frontdesk")
    void theRowOfTheLeadThatIsOpenIsTheOnlyCurrentOne() {
        var lead = received("Is Open Beside");
        received("Is Not Open");
        open(Routes.lead(lead));
        assertThat(drawn("Is Open Beside", "current")).isEqualTo("true");
        assertThat(drawn("Is Not Open", "current")).isEqualTo("false");
    }

    @Test
    @WithStaff("frontdesk")
    void theQueueFilterIsInTheAddressAndIsKeptWhileALeadIsOpen() {
        var lead = received("Claimed By Me");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        open(Routes.LEADS + "?show=mine");
        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> "page".equals(link.getElement().getAttribute("aria-current"))))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.getHref()).isEqualTo("leads?show=mine");
                    assertThat(textOf(link)).startsWith("Mine");
                });
        assertThat(shownNames()).contains("Claimed By Me");
        open(Routes.LEADS + "?show=unclaimed");
        assertThat(shownNames()).isNotEmpty().doesNotContain("Claimed By Me");
        open(Routes.lead(lead) + "?show=mine");
        test(find(Button.class).withAttribute("aria-label", "Close").single()).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("leads?show=mine");
    }

    @Test
    @WithStaff("frontdesk")
    void claimNextClaimsAndOpensTheNextLead() {
        received("Is Next");
        open(Routes.LEADS);
        test(button("Claim next")).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).matches("leads/[0-9a-f-]{36}");
        assertThat(screen()).contains("Claimed by you");
    }

    @Test
    @WithStaff("frontdesk")
    void aClaimIsUndoneFromTheMessage() {
        var lead = received("Claimed By Mistake");
        open(Routes.lead(lead));
        test(button("Claim")).click();
        assertThat(screen()).contains("Claimed by you");
        test(button("Undo")).click();
        assertThat(screen()).doesNotContain("Claimed by you").contains("Claim undone");
    }

    @Test
    @WithStaff("frontdesk")
    void claimNextAndANewLeadKeepTheQueueFilter() {
        received("Next In Its Part");
        open(Routes.LEADS + "?show=unclaimed");
        test(button("Claim next")).click();
        assertThat(address()).matches("leads/[0-9a-f-]{36}[?]show=unclaimed");
        test(button("New lead")).click();
        test(field("Name")).setValue("New In Its Part");
        test(field("Phone or e-mail")).setValue("new.in.its.part@example.org");
        answer(find(Dialog.class).single(), "Save and call");
        assertThat(address()).matches("leads/[0-9a-f-]{36}[?]show=unclaimed");
        assertThat(screen()).contains("New In Its Part", "Claimed by you");
        open(Routes.NEW_LEAD + "?show=mine");
        assertThat(marked()).isEqualTo("leads?show=mine");
    }

    @Test
    @WithStaff("frontdesk")
    void stayingWithAnUnsavedEditClaimsNoOtherLead() {
        var open = received("Being Corrected");
        var other = received("Claimed Meanwhile");
        followUp(other, "2026-11-24T16:00:00Z", "2026-11-25T02:00:00Z", "2026-11-25T15:45:00Z");
        open(Routes.lead(open));
        test(button("Edit…")).click();
        test(field("Name")).setValue("Being Corrected By Me");

        claimInTheList("Claimed Meanwhile");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(leads.open(other).orElseThrow().claim()).isNull();
        test(button("Claim next")).click();
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(address()).isEqualTo(Routes.lead(open));
        assertThat(field("Name").getValue()).isEqualTo("Being Corrected By Me");

        claimInTheList("Claimed Meanwhile");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(leads.open(other).orElseThrow().claim()).isNotNull();
        assertThat(address()).isEqualTo(Routes.lead(other));
        assertThat(screen()).contains("Claimed by you");
        assertThat(leads.open(open).orElseThrow().draft().fullName()).isEqualTo("Being Corrected");
    }

    private void assertSaidEverywhere(String name, LeadId lead, String words) {
        open(Routes.lead(lead));
        assertThat(textOf(find(Div.class).withClassName("panel-head").single())).contains(words);
        assertThat(drawn(name, "target")).contains(words);
        open(Routes.LEADS_BOARD);
        showAllCards();
        assertThat(find(Div.class).withClassName("lead-card").all())
                .filteredOn(card -> textOf(card).contains(name))
                .singleElement()
                .satisfies(card -> assertThat(textOf(card)).contains(words));
    }

    private void showAllCards() {
        for (var more = more(); more.isPresent(); more = more()) {
            more.get().click();
        }
    }

    private Optional<Button> more() {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().matches("Show \\d+ more"))
                .findFirst();
    }

    private void followUp(LeadId lead, String at, String windowEnds, String overdue) {
        jdbc.sql(
                        "update consultation_lead set next_follow_up_at = ?, window_ends_at = ?, overdue_at = ?, escalated_at = null where id = ?")
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

    private void claimInTheList(String name) {
        var names = shownNames();
        ((GridTester<Grid<LeadRow>, LeadRow>) test(list())).invokeLitRendererFunction(names.indexOf(name), 0, "claim");
    }

    private List<String> shownNames() {
        return list().getLazyDataView().getItems().map(LeadRow::fullName).toList();
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Where the part leads that is said to be shown. */
    private String marked() {
        return find(Anchor.class).withClassName("chip").all().stream()
                .filter(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                .findFirst()
                .orElseThrow()
                .getHref();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    private LeadId received(String name) {
        return received.lead(name, LeadSource.SIGN, received.clinic("Harbour Street"));
    }
}
