package io.plumbline.leads.duplicates;

import io.plumbline.leads.person.DuplicateScore.Person;
import io.plumbline.leads.person.LeadToken;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.search.KeysetUnion;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds leads that may belong to the same person, by the whole phone number or e-mail address and, within a set of
 * queues, by the sound of the name.
 */
@Repository
public class LeadMatchQuery {
    /** Limit for each matching token, newest first. */
    private static final int MOST_OF_EACH = 20;

    private static final String OF_OTHERS = """
            and l.id <> ?
            and not exists (select 1 from duplicate_candidate d
                where d.earlier_id = l.id and d.later_id = ? and d.settled_at is not null)
            and not exists (select 1 from duplicate_candidate d
                where d.later_id = l.id and d.earlier_id = ? and d.settled_at is not null)""";

    private static final String SEARCHED =
            "select l.id, l.version, l.queue_id, l.status, l.received_at, l.full_name, l.phone, l.email";

    private final JdbcClient jdbc;

    LeadMatchQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds the lead of which duplicates are searched for, in any queue. */
    Optional<SearchedLead> find(LeadId id) {
        return jdbc.sql(SEARCHED + " from consultation_lead l where l.id = ?")
                .param(id)
                .query(SearchedLead.class)
                .optional();
    }

    /**
     * Finds matches among the leads of several queues, best match first.
     *
     * @param of the person's own lead, to be excluded; null if there is none yet
     */
    List<LeadMatch> among(Collection<ClinicId> queues, @Nullable LeadId of, Person person) {
        var union = new KeysetUnion();
        for (var queue : queues) {
            for (var token : LeadToken.ofWhole(person)) {
                union.add(
                        "select lead_id from lead_token where queue_id = ? and token = ?",
                        List.of(queue, token),
                        "queue_id desc, token desc, lead_id desc",
                        MOST_OF_EACH);
            }
        }
        return ask(union, of, person);
    }

    /** Finds matches among all leads, by phone or e-mail. A name alone is not enough evidence to ask a manager. */
    List<LeadMatch> anywhere(LeadId of, Person person) {
        return ask(anywhere(LeadToken.ofContact(person)), of, person);
    }

    /**
     * Finds open leads, in any queue, that may belong to the person who sent the form again; leads with a name first.
     */
    public List<LeadId> openOf(Person person) {
        return ask(anywhere(LeadToken.ofContact(person)), null, person).stream()
                .filter(like -> like.status().isOpen() && like.mayBeOfSamePerson())
                .sorted(Comparator.comparing(LeadMatch::isNameless))
                .map(LeadMatch::id)
                .toList();
    }

    /** Finds open leads, in any queue, by the phone or e-mail of these people, newest first for each token. */
    Set<LeadId> openAnywhere(Collection<Person> people) {
        var union = anywhere(people.stream()
                .flatMap(person -> LeadToken.ofContact(person).stream())
                .collect(Collectors.toSet()));
        if (union.isEmpty()) {
            return Set.of();
        }
        var found = union.all();
        return jdbc.sql("select l.id from (select distinct lead_id from " + found.sql()
                        + " every_token) t join consultation_lead l on l.id = t.lead_id"
                        + " where l.next_follow_up_at is not null")
                .params(found.params())
                .query(LeadId.class)
                .set();
    }

    private static KeysetUnion anywhere(Set<String> tokens) {
        var union = new KeysetUnion();
        tokens.forEach(token -> union.add(
                "select lead_id from lead_token where token = ?",
                List.of(token),
                "token desc, lead_id desc",
                MOST_OF_EACH));
        return union;
    }

    /** Excludes merged leads and leads that were dismissed as another person. */
    private List<LeadMatch> ask(KeysetUnion union, @Nullable LeadId of, Person person) {
        if (union.isEmpty()) {
            return List.of();
        }
        var found = union.all();
        return jdbc
                .sql("""
                        %s from (select lead_id from %s every_token group by lead_id) t
                        join consultation_lead l on l.id = t.lead_id
                        where l.status <> 'MERGED' %s""".formatted(SEARCHED, found.sql(), of == null ? "" : OF_OTHERS))
                .params(found.params())
                .params(of == null ? List.of() : Collections.nCopies(3, of))
                .query(SearchedLead.class)
                .list()
                .stream()
                .map(lead -> LeadMatch.of(lead, person))
                .filter(like -> like.score().points() > 0)
                .sorted(Comparator.comparingInt((LeadMatch like) -> like.score().points())
                        .thenComparing(LeadMatch::receivedAt)
                        .reversed())
                .toList();
    }
}
