package io.plumbline.today;

import io.plumbline.leads.calling.CallDays;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The leads due for a call, for manager and front desk. */
@Order(10)
@Component
class LeadsToCall implements StartPart {
    private final CallQueueService leads;
    private final CallDays days;
    private final Clock clock;

    LeadsToCall(CallQueueService leads, CallDays days, Clock clock) {
        this.leads = leads;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.MANAGER) && !user.has(Role.FRONT_DESK)) {
            return List.of();
        }
        var first = leads.queue(null, StartCard.ROWS);
        var due = first.stream().filter(LeadsToCall::isDue).map(this::row).toList();
        return List.of(new StartCard(
                "Leads to call now",
                "call",
                due.isEmpty() ? 0 : leads.countOverdue(),
                Tone.DANGER,
                Icon.PHONE,
                Routes.LEADS,
                due,
                first.isEmpty()
                        ? "No open leads. Add people who call or walk in as new leads."
                        : next(first.getFirst())));
    }

    private static boolean isDue(LeadRow lead) {
        return lead.urgency() != Urgency.LATER;
    }

    private StartCard.Row row(LeadRow lead) {
        var why = lead.claimedBy() == null ? due(lead) : lead.claimedBy() + " is calling";
        return new StartCard.Row(
                lead.fullName(),
                why + (lead.concern().isEmpty() ? "" : " · " + lead.concern()),
                StartCard.link("Call", Routes.lead(lead.id()), lead.fullName()),
                RowUrgency.LEAD);
    }

    private String due(LeadRow lead) {
        var followUp = lead.followUp();
        return lead.urgency() == Urgency.OVERDUE
                ? Dates.overdue(Duration.between(followUp.overdueAt(), clock.instant()))
                : Dates.howLong(days.computeDay(followUp, lead.status(), lead.window(), lead.clinic())
                                .left())
                        + " left";
    }

    private String next(LeadRow lead) {
        return "No calls due. The next is in "
                + Dates.howLong(
                        Duration.between(clock.instant(), lead.followUp().at())) + ": " + lead.fullName() + ".";
    }
}
