package io.plumbline.reactions;

import io.plumbline.access.RelationService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The follow-ups of adverse reactions whose day has come: for clinicians those of their patients, for managers those at
 * their clinics. The rows have no clinical content.
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

    /** Returns the follow-ups that are due, the longest waiting first, and records the list in the audit trail. */
    @Transactional
    public List<DueFollowUp> due(int limit) {
        var user = CurrentUser.current();
        var now = clock.instant();
        var atClinics =
                user.has(Role.MANAGER) ? query.dueAt(user.clinicsAs(Role.MANAGER), now, limit) : List.<DueFollowUp>of();
        var ofPatients =
                user.isClinician() ? query.dueOf(relations.scope().patients(), now, limit) : List.<DueFollowUp>of();
        var due = Stream.concat(atClinics.stream(), ofPatients.stream())
                .distinct()
                .sorted(Comparator.comparing(DueFollowUp::at)
                        .thenComparing(row -> row.reaction().value()))
                .limit(limit)
                .toList();
        if (!due.isEmpty()) {
            events.publishEvent(PeopleListed.of("reaction.listed", due.size()).upTo(limit));
        }
        return due;
    }
}
