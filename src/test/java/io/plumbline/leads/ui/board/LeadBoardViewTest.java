package io.plumbline.leads.ui.board;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DropEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What dropping a card does: the action that leads there is opened, or it is said what is possible. */
@DemoTest
class LeadBoardViewTest extends SpringBrowserlessTest {
    @Autowired
    LeadService leads;

    @Autowired
    TestLeads received;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void theHintToDragIsItsOwnPartThatNarrowScreensHide() {
        open(Routes.LEADS_BOARD);
        assertThat(find(Span.class).withClassName("drag-hint").single().getText())
                .isEqualTo("Drag a card to act on it, or press M.");
    }

    @Test
    @WithStaff("frontdesk")
    void anImpossibleDropListsThePossibleMovesAndMovesNothing() {
        var lead = first("Dropped In Vain");
        open(Routes.LEADS_BOARD);
        drop("Dropped In Vain", column(LeadStatus.CONVERTED));
        var possible = leads.open(lead).orElseThrow().status().next(LeadStatus.NEW).stream()
                .map(LeadStatus::label)
                .toList();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("A lead that is new cannot become converted. Possible: ")
                .contains(possible);
        answer(find(Dialog.class).single(), "Close");
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.NEW);
        assertThat(textOf(column(LeadStatus.NEW))).contains("Dropped In Vain");
    }

    @Test
    @WithStaff("frontdesk")
    void aDropOpensTheActionAndTheCardMovesOnceItIsDone() {
        var lead = first("Dropped On Contacted");
        open(Routes.LEADS_BOARD);
        drop("Dropped On Contacted", column(LeadStatus.CONTACTED));
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.NEW);
        answer(find(Dialog.class).single(), "Log the call");
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.CONTACTED);
        assertThat(textOf(column(LeadStatus.CONTACTED))).contains("Dropped On Contacted");
        assertThat(textOf(column(LeadStatus.NEW))).doesNotContain("Dropped On Contacted");
    }

    @Test
    @WithStaff("frontdesk")
    void aDropOnLostAsksForTheReasonFirst() {
        var lead = first("Dropped On Lost");
        open(Routes.LEADS_BOARD);
        drop("Dropped On Lost", aside("Lost"));
        lostReason().setValue("Moved away");
        answer(find(Dialog.class).single(), "Mark as lost");
        assertThat(leads.open(lead).orElseThrow().lostReason()).isEqualTo("Moved away");
    }

    @Test
    @WithStaff("frontdesk")
    void aDropOnItsOwnColumnDoesNothing() {
        first("Dropped In Place");
        open(Routes.LEADS_BOARD);
        drop("Dropped In Place", column(LeadStatus.NEW));
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    /** A lead whose card stands among the first of its column. */
    private LeadId first(String name) {
        var lead = received.lead(name, LeadSource.SIGN, received.clinic("Harbour Street"));
        jdbc.sql("update consultation_lead set overdue_at = '2026-01-01 12:00:00' where id = ?")
                .param(Ids.bytes(lead.value()))
                .update();
        return lead;
    }

    private void drop(String name, Component onto) {
        var card = find(Div.class).withClassName("lead-card").all().stream()
                .filter(one -> textOf(one).contains(name))
                .findFirst()
                .orElseThrow();
        UI.getCurrent().getInternals().setActiveDragSourceComponent(card);
        ComponentUtil.fireEvent(onto, new DropEvent<>(onto, true, "move"));
        UI.getCurrent().getInternals().setActiveDragSourceComponent(null);
    }

    private Section column(LeadStatus status) {
        return find(Section.class).withClassName("col").all().stream()
                .filter(one -> status.label().equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }

    private Anchor aside(String word) {
        return find(Anchor.class).withClassName("aside-chip").all().stream()
                .filter(one -> textOf(one).startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    /** Why the lead is lost: a choice, or words. */
    @SuppressWarnings("unchecked")
    private ComboBox<String> lostReason() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Reason").single();
    }
}
