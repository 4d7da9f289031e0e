package io.plumbline.today;

import io.plumbline.access.breakglass.BreakGlassEscalationService;
import io.plumbline.access.breakglass.OverdueReviews;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The clinics whose managers did not review break-glass access in time, for administrators: how many, without patient or
 * colleague.
 */
@Order(81)
@Component
class ReviewsOverdue implements StartPart {
    private final BreakGlassEscalationService escalations;
    private final ClinicService clinics;

    ReviewsOverdue(BreakGlassEscalationService escalations, ClinicService clinics) {
        this.escalations = escalations;
        this.clinics = clinics;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.ADMIN)) {
            return List.of();
        }
        var late = escalations.findOverdue();
        if (late.isEmpty()) {
            return List.of();
        }
        return List.of(new StartCard(
                "Overdue break-glass reviews",
                "overdue break-glass review",
                late.stream().mapToLong(OverdueReviews::count).sum(),
                Tone.DANGER,
                Icon.LOCK,
                Routes.ACCOUNTS,
                late.stream().map(this::row).toList(),
                "No review is overdue."));
    }

    private StartCard.Row row(OverdueReviews overdue) {
        var clinic = clinics.label(overdue.clinic()).name();
        var since = LocalDate.ofInstant(overdue.dueSince().minusSeconds(1), clinics.zoneOf(overdue.clinic()));
        return new StartCard.Row(
                clinic,
                (overdue.count() == 1 ? "1 review" : overdue.count() + " reviews") + " overdue, the first since "
                        + Dates.day(since) + ". Ask a manager of this clinic to decide.",
                StartCard.link("Accounts", Routes.ACCOUNTS, clinic));
    }
}
