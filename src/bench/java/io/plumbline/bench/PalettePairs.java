package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.FindSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** One text typed into the search over everything, which asks every source of the manager in turn. */
final class PalettePairs {
    private static final int PAGE = 50;
    private static final int MOST_OF_ONE_SOURCE = 6;
    private static final UUID GROUP = new UUID(0, 0);
    private static final String END = "\uffff";
    private static final String WHO = "manager";

    private final ByHand hand;
    private final List<FindSource> sources;
    private final List<byte[]> clinics;
    private final List<byte[]> queues;
    private final PatientService patients;

    PalettePairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        // the screens are read from a window, and nothing of them from the store
        sources = portal.getBeanProvider(FindSource.class)
                .orderedStream()
                .filter(source -> !source.heading().equals("Screens"))
                .filter(FindSource::isForCurrentUser)
                .toList();
        clinics = CurrentUser.current().clinics().stream()
                .map(clinic -> Ids.bytes(clinic.value()))
                .toList();
        queues = Stream.concat(clinics.stream(), Stream.of(Ids.bytes(GROUP))).toList();
        patients = portal.getBean(PatientService.class);
    }

    /** All of them; asked as the manager. */
    List<Pair> all() {
        var page = patients.list(null, PAGE);
        var sought = page.stream()
                .filter(row -> row.name().matches("[A-Za-z]{4,} [A-Za-z]{4,}"))
                .findFirst()
                .orElse(page.getFirst());
        var words = sought.name().toLowerCase(Locale.ROOT).split(" ");
        return List.of(
                palette("find palette", words[0].substring(0, 4), words[1].substring(0, 3)),
                palette("find palette, two letters", words[0].substring(0, 2)));
    }

    private Pair palette(String name, String... words) {
        var typed = String.join(" ", words);
        return new Pair(
                name,
                Kind.PALETTE,
                WHO,
                () -> sources.stream()
                        .flatMap(source -> source.find(typed, MOST_OF_ONE_SOURCE).stream())
                        .map(FindSource.Found::record)
                        .filter(Objects::nonNull)
                        .toList(),
                () -> byHand(words));
    }

    private List<UUID> byHand(String... words) throws SQLException {
        var found = new ArrayList<UUID>();
        hand.inTransaction(store -> {
            var names = new HashMap<UUID, String>();
            for (var row : patients(store, words)) {
                var id = Ids.uuid((byte[]) row[0]);
                found.add(id);
                names.put(id, row[2] + " " + row[3]);
            }
            found.addAll(leads(store, words));
            found.addAll(plans(store, names));
            found.addAll(practitioners(store, words));
            found.addAll(exercises(store, words));
        });
        return found;
    }

    private List<Object[]> patients(Connection store, String... words) throws SQLException {
        var begins = words.length == 1 ? words[0] : "+" + words[1].substring(0, 2) + " " + words[0];
        var besides = words.length == 1 ? "" : "and locate(?, t.token, 5) > 0";
        var values = new ArrayList<Object>();
        for (var clinic : clinics) {
            values.addAll(List.of(clinic, begins, begins + END));
            if (words.length > 1) {
                values.add(" " + words[1]);
            }
        }
        return ByHand.rows(
                store, """
                select p.id, p.patient_number, p.given_name, p.family_name, p.sort_key, p.birth_date, p.phone,
                    s.next_visit_on, s.next_visit_at
                from (select patient_id, min(token) as t, min(sort_key) as k from (%s) found
                    group by patient_id order by t, k, patient_id limit 6) page
                join patient p on p.id = page.patient_id left join patient_summary s on s.patient_id = p.id
                order by p.sort_key, p.id""".formatted(ByHand.unions(clinics.size(), """
                        (select t.token, t.sort_key, t.patient_id from patient_token t
                         where t.clinic_id = ? and t.token >= ? and t.token < ? %s
                         order by t.clinic_id, t.token, t.sort_key, t.patient_id limit 12)""".formatted(besides))), values.toArray());
    }

    private List<UUID> leads(Connection store, String... words) throws SQLException {
        var besides = words.length == 1 ? "" : """
                and 0 < (select count(*) from lead_token o where o.lead_id = found.lead_id and o.token >= ? and o.token < ?)""";
        var values = new ArrayList<Object>();
        for (var queue : queues) {
            values.addAll(List.of(queue, words[0], words[0] + END));
            if (words.length > 1) {
                values.addAll(List.of(words[1], words[1] + END));
            }
        }
        return ByHand.ids(
                store,
                "select * from (" + ByHand.unions(queues.size(), """
                        (select l.id, l.full_name, l.phone, l.email, l.status, l.received_at
                         from (select distinct t.lead_id from lead_token t
                            where t.queue_id = ? and t.token >= ? and t.token < ? limit 1000) found
                         join consultation_lead l on l.id = found.lead_id %s
                         order by l.received_at desc, l.id desc limit 6)""".formatted(besides))
                        + ") w order by received_at desc, id desc limit 6",
                values.toArray());
    }

    private List<UUID> plans(Connection store, HashMap<UUID, String> names) throws SQLException {
        if (names.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        names.keySet().forEach(id -> values.add(Ids.bytes(id)));
        values.addAll(clinics);
        return ByHand.rows(store, """
                select id, patient_id, title, planned_visits, delivered_visits, status from treatment_plan
                where patient_id in (%s) and status in ('ACTIVE', 'ON_HOLD') and clinic_id in (%s)
                order by status, id limit 6""".formatted(marks(names.size()), marks(clinics.size())), values.toArray()).stream()
                .sorted(Comparator.comparing(row -> names.get(Ids.uuid((byte[]) row[1]))))
                .map(row -> Ids.uuid((byte[]) row[0]))
                .toList();
    }

    private static List<UUID> practitioners(Connection store, String... words) throws SQLException {
        return ByHand.ids(
                store,
                "select id, title, given_name, family_name, disciplines from practitioner where active = true"
                        + " and concat(' ', sort_key) like ?".repeat(words.length)
                        + " order by sort_key, id limit 6",
                Stream.of(words).map(word -> "% " + word + "%").toArray());
    }

    private static List<UUID> exercises(Connection store, String... words) throws SQLException {
        return ByHand.ids(
                store,
                "select id, name, exercise_group from exercise where status = 'ACTIVE'"
                        + " and id in (select exercise_id from exercise_word where word like ?)".repeat(words.length)
                        + " order by name, id limit 6",
                Stream.of(words).map(word -> word + "%").toArray());
    }

    private static String marks(int times) {
        return String.join(", ", Collections.nCopies(times, "?"));
    }
}
