package io.plumbline.leads.queue;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leads of the current user's queues on a board, by status. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadBoardService {
    /** The columns, in the order of the funnel. */
    public static final List<LeadStatus> COLUMNS = List.of(
            LeadStatus.NEW,
            LeadStatus.ATTEMPTING,
            LeadStatus.CONTACTED,
            LeadStatus.CONSULTATION_BOOKED,
            LeadStatus.CONSULTATION_HELD,
            LeadStatus.CONVERTED);

    /** Maximum number of cards in a column; the list shows all leads. */
    public static final int MOST_CARDS = 200;

    private final LeadCardQuery cards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadBoardService(LeadCardQuery cards, ApplicationEventPublisher events, Clock clock) {
        this.cards = cards;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the first cards of each column: open leads by due time, converted leads newest first. Recorded in the
     * audit trail.
     *
     * @param most the number of cards of each column, up to {@link #MOST_CARDS}
     */
    @Transactional
    public Map<LeadStatus, List<LeadCard>> cards(Map<LeadStatus, Integer> most) {
        var shown = cards.first(LeadQueue.visibleTo(CurrentUser.current()), most, clock.instant());
        var rows = shown.values().stream().mapToInt(List::size).sum();
        if (rows > 0) {
            events.publishEvent(PeopleListed.of("lead.board-listed", rows));
        }
        return shown;
    }
}
