package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** What stands below the name of a lead in its panel: until when to call, its status, and who is calling now. */
@SpringComponent
class LeadPanelHead {
    private final FollowUpWords words;
    private final LeadZones zones;
    private final Clock clock;

    LeadPanelHead(FollowUpWords words, LeadZones zones, Clock clock) {
        this.words = words;
        this.zones = zones;
        this.clock = clock;
    }

    /** Returns the status of a lead at this moment, with the time left. */
    Component progress(LeadDetails lead) {
        return Ui.div(
                "cluster",
                Stream.concat(progress(lead, words, clock.instant()), Stream.of(claimed(lead)))
                        .toArray(Component[]::new));
    }

    private static Stream<Component> progress(LeadDetails lead, FollowUpWords words, Instant now) {
        var followUp = lead.followUp();
        if (followUp == null) {
            return Stream.of(StatusBadge.neutral(lead.status().label()));
        }
        if (lead.status() == LeadStatus.CLINICAL_REVIEW
                && !lead.isReviewTaken()
                && followUp.urgency(now) == Urgency.OVERDUE) {
            return Stream.of(StatusBadge.danger("Unassigned"), status(lead.status()));
        }
        var draft = lead.draft();
        return Stream.of(
                words.badge(followUp, lead.status(), draft.callWindow(), draft.clinic()), status(lead.status()));
    }

    private static Component status(LeadStatus status) {
        return status == LeadStatus.CLINICAL_REVIEW
                ? StatusBadge.clinical(status.label())
                : Ui.text("muted", status.label());
    }

    private Component claimed(LeadDetails lead) {
        var claim = lead.claim();
        if (claim == null) {
            return Ui.text("muted", "");
        }
        var until = Dates.time(
                claim.until().atZone(zones.zoneOf(lead.draft().clinic())).toLocalTime());
        return Ui.text(
                "muted",
                (claim.staff().equals(CurrentUser.current().staff()) ? "Claimed by you" : claim.name() + " is calling")
                        + ", until " + until);
    }
}
