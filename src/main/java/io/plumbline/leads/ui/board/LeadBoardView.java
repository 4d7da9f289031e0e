package io.plumbline.leads.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadCard;
import io.plumbline.leads.ui.LiveLeads;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.leads.ui.panel.NewLead;
import io.plumbline.leads.ui.panel.ToLead;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pipeline: leads by status. Dragging a card, or its button, opens the action that leads to the new status. */
@Route(Routes.LEADS_BOARD)
@PageTitle("Pipeline · Plumbline")
@Menu(order = 11, title = "Pipeline", icon = "BOARD")
@RolesAllowed(Permission.LEAD_READ)
class LeadBoardView extends Main {
    private static final List<LeadStatus> ASIDE =
            List.of(LeadStatus.NURTURE, LeadStatus.LOST, LeadStatus.SPAM, LeadStatus.CLINICAL_REVIEW);

    private final LeadBoardService board;
    private final LeadService leads;
    private final LeadMoves moves;
    private final FollowUpWords words;
    private final Clock clock;
    private final List<LeadColumn> columns;
    private final Span nothing = Ui.text(
            "muted",
            "No open leads. Press New lead for people who call or walk in. People who fill out the public form appear here.");
    private final Map<LeadStatus, Span> aside = new EnumMap<>(LeadStatus.class);

    LeadBoardView(
            LeadBoardService board,
            LeadService leads,
            LeadMoves moves,
            FollowUpWords words,
            NewLead newLead,
            LiveScreens screens,
            Clock clock) {
        this.board = board;
        this.leads = leads;
        this.moves = moves;
        this.words = words;
        this.clock = clock;
        columns = LeadBoardService.COLUMNS.stream()
                .map(status -> new LeadColumn(status, this::card, this::dropped, this::refresh))
                .toList();
        var plane = Ui.div("board", columns.toArray(Component[]::new));
        plane.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Leads by status");
        Ui.page(
                this,
                "Pipeline",
                Ui.span(
                        "muted",
                        Ui.text("", "Consultation leads by status. "),
                        Ui.text("drag-hint", "Drag a card to act on it, or press M.")),
                aside(),
                nothing,
                plane);
        Ui.pageActions(this, newLead.button(ToLead.AT_ONCE));
        refresh();
        screens.keepUpToDate(this, LiveLeads::isConcernedBy, this::refresh);
        screens.keepOnTime(this, this::refresh);
    }

    private Component aside() {
        var line = Ui.div("cluster small", Ui.text("muted", "Other statuses:"));
        for (var status : ASIDE) {
            var count = Ui.text("count", "");
            aside.put(status, count);
            var link = LeadColumn.link(status, status.label());
            link.addClassName("aside-chip");
            link.add(count);
            LeadColumn.takesCards(link, status, this::dropped);
            line.add(link);
        }
        return line;
    }

    private void refresh() {
        var counts = leads.countByStatus();
        var cards = board.cards(columns.stream().collect(Collectors.toMap(LeadColumn::status, LeadColumn::most)));
        nothing.setVisible(columns.stream().allMatch(column -> counts.getOrDefault(column.status(), 0L) == 0));
        columns.forEach(column -> {
            var first = cards.getOrDefault(column.status(), List.of());
            column.show(first, counts.getOrDefault(column.status(), 0L), inShort(first));
        });
        aside.forEach((status, count) ->
                count.setText(new NavBadge.Waiting(counts.getOrDefault(status, 0L), status.label()).shown()));
    }

    private LeadCardItem card(LeadCard card) {
        return new LeadCardItem(card, words, () -> withLead(card.id(), lead -> moves.choose(lead, this::refresh)));
    }

    /**
     * Returns the summary below the name of a column: how many of its cards are overdue or else when the next one is
     * due.
     */
    private String inShort(List<LeadCard> cards) {
        var now = clock.instant();
        var late = cards.stream()
                .filter(card -> card.followUp() != null && card.followUp().urgency(now) == Urgency.OVERDUE)
                .count();
        if (late > 0) {
            return late + (late == cards.size() && late >= LeadColumn.FIRST_CARDS ? " or more" : "") + " overdue";
        }
        return cards.stream()
                .flatMap(card -> Stream.ofNullable(card.followUp()).map(followUp -> Map.entry(followUp.at(), card)))
                .min(Map.Entry.comparingByKey())
                .map(next -> next.getKey().isAfter(now)
                        ? "next " + words.near(next.getKey(), next.getValue().clinic())
                        : "to call now")
                .orElse(cards.isEmpty() ? "empty" : "newest first");
    }

    private void dropped(LeadId lead, LeadStatus on) {
        withLead(lead, details -> {
            if (details.status() != on) {
                moves.open(details, on, this::refresh);
            }
        });
    }

    private void withLead(LeadId id, Consumer<LeadDetails> then) {
        leads.open(id).ifPresentOrElse(then, () -> {
            Toast.warn("You no longer have access to this lead's queue");
            refresh();
        });
    }
}
