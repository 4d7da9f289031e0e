package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leads of the caller's queues by where they stand. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadBoard {
    /** The columns, in the order in which a lead goes through them. */
    public static final List<LeadStatus> COLUMNS = List.of(
            LeadStatus.NEW,
            LeadStatus.ATTEMPTING,
            LeadStatus.CONTACTED,
            LeadStatus.CONSULTATION_BOOKED,
            LeadStatus.CONSULTATION_HELD,
            LeadStatus.CONVERTED);

    /** A column shows so many at most; the list has all. */
    public static final int MOST_CARDS = 200;

    private final LeadCards cards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadBoard(LeadCards cards, ApplicationEventPublisher events, Clock clock) {
        this.cards = cards;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The first cards of each column: what is due first, and of the converted who came in last. Put on record once a
     * look.
     *
     * @param most how many of each column; {@link #MOST_CARDS} at most
     */
    @Transactional
    public Map<LeadStatus, List<LeadCard>> cards(Map<LeadStatus, Integer> most) {
        var shown = cards.first(LeadQueues.of(Caller.current()), most, clock.instant());
        var rows = shown.values().stream().mapToInt(List::size).sum();
        if (rows > 0) {
            events.publishEvent(PeopleListed.of("lead.board-listed", rows));
        }
        return shown;
    }
}
