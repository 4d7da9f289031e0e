package io.plumbline.today;

import io.plumbline.patients.PatientTab;
import io.plumbline.reactions.DueFollowUp;
import io.plumbline.reactions.ReactionFollowUpService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The follow-ups of adverse reactions that are due, for clinicians and managers, without clinical content; for chiropractors
 * the severe and ongoing reactions of their patients too. No card if there are none.
 */
@Order(6)
@Component
class ReactionsToFollow implements StartPart {
    private static final int MOST = 100;

    private final ReactionFollowUpService followUps;

    ReactionsToFollow(ReactionFollowUpService followUps) {
        this.followUps = followUps;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!CurrentUser.may(Permission.REACTION_FOLLOW)) {
            return List.of();
        }
        // a manager who treats too sees follow-ups of patients whom somebody else treats
        var treats = user.isClinician() && !user.has(Role.MANAGER);
        var rows = followUps.due(MOST).stream().map(due -> row(due, treats)).toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new StartCard(
                        "Adverse reactions to follow up",
                        "adverse reaction",
                        rows.size(),
                        Tone.CLINICAL,
                        Icon.ALERT,
                        Routes.PATIENTS,
                        rows,
                        ""));
    }

    private static StartCard.Row row(DueFollowUp reaction, boolean treats) {
        var due = reaction.due();
        var words = new ArrayList<String>();
        if (reaction.isStanding()) {
            words.add("Adverse reaction: " + reaction.standing());
        }
        if (due != null) {
            words.add("Follow-up due " + Dates.day(due.on()) + ", by " + due.by());
        }
        return new StartCard.Row(
                reaction.patientName(),
                String.join(" · ", words),
                StartCard.link(
                        treats ? "Follow up" : "Open patient",
                        treats ? PatientTab.REACTIONS.address(reaction.patient()) : Routes.patient(reaction.patient()),
                        reaction.patientName()),
                reaction.isStanding() ? RowUrgency.REACTION : RowUrgency.SAFETY);
    }
}
