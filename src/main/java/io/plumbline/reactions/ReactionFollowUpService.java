package io.plumbline.reactions;

import io.plumbline.access.RelationService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The follow-ups of adverse reactions whose day has come: for clinicians those of their patients, for managers those at
 * their clinics, without clinical content; for chiropractors also what is severe or ongoing.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.REACTION_FOLLOW)
public class ReactionFollowUpService {
    private final ReactionQuery query;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReactionFollowUpService(
            ReactionQuery query, RelationService relations, ApplicationEventPublisher events, Clock clock) {
        this.query = query;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns for a chiropractor the reactions of their patients that are severe or ongoing; then the follow-ups that are due,
     * the longest waiting first. Records the list in the audit trail.
     */
    @Transactional
    public List<DueFollowUp> due(int limit) {
        var user = CurrentUser.current();
        var now = clock.instant();
        var atClinics =
                user.has(Role.MANAGER) ? query.dueAt(user.clinicsAs(Role.MANAGER), now, limit) : List.<DueFollowUp>of();
        var listed = new HashSet<ReactionId>();
        var due = Stream.concat(ofPatients(user, now, limit).stream(), atClinics.stream())
                .filter(row -> listed.add(row.reaction()))
                .sorted(Comparator.comparing((DueFollowUp row) -> !row.isStanding())
                        .thenComparing(row -> row.isStanding() || row.due() == null
                                ? Instant.MIN
                                : row.due().at()))
                .limit(limit)
                .toList();
        if (!due.isEmpty()) {
            events.publishEvent(PeopleListed.of("reaction.listed", due.size()).upTo(limit));
        }
        return due;
    }

    private List<DueFollowUp> ofPatients(CurrentUser user, Instant now, int limit) {
        if (!user.isClinician()) {
            return List.of();
        }
        var mine = relations.scope().patients();
        return user.has(Role.CHIROPRACTOR) ? query.standingOrDueOf(mine, now, limit) : query.dueOf(mine, now, limit);
    }
}
