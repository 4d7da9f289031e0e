package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The directory as the manager sees it, who sees most: its pages, its searches and the record of a patient. */
final class PatientPairs {
    private static final int PAGE = 50;
    private static final int TENTH = 10;
    private static final int MOST_OPENED = 2_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String WHO = "manager";

    private final ByHand hand;
    private final PatientSearchPairs searches;
    private final PatientService patients;
    private final Clock clock;

    PatientPairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        searches = new PatientSearchPairs(portal, hand);
        patients = portal.getBean(PatientService.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the manager. */
    List<Pair> all() {
        var mine = List.copyOf(CurrentUser.current().clinics());
        var page = patients.list(null, PAGE);
        var last = page.getLast();
        for (int i = 2; i < TENTH; i++) {
            last = patients.list(last, PAGE).getLast();
        }
        var ninth = last;
        var pairs = new ArrayList<>(List.of(
                new Pair(
                        "patients",
                        Kind.LIST,
                        WHO,
                        () -> ids(patients.list(null, PAGE)),
                        () -> patientsByHand(mine, null)),
                new Pair(
                        "patients, tenth page",
                        Kind.LIST,
                        WHO,
                        () -> ids(patients.list(ninth, PAGE)),
                        () -> patientsByHand(mine, ninth))));
        pairs.addAll(searches.all(mine));
        pairs.add(patientRecord());
        return pairs;
    }

    private static List<UUID> ids(Collection<PatientRow> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    private List<UUID> patientsByHand(List<ClinicId> mine, @Nullable PatientRow after) throws SQLException {
        var sql = """
                select p.id, p.patient_number, p.given_name, p.family_name, p.sort_key, p.birth_date, p.phone,
                    s.next_visit_on, s.next_visit_at
                from (select distinct sort_key, patient_id from (%s) known order by sort_key, patient_id limit 50) page
                join patient p on p.id = page.patient_id left join patient_summary s on s.patient_id = p.id
                order by page.sort_key, page.patient_id""".formatted(ByHand.unions(mine.size(), """
                        (select sort_key, patient_id from patient_clinic
                         where clinic_id = ? and sort_key >= ? and (sort_key > ? or patient_id > ?)
                         order by clinic_id, sort_key, patient_id limit 50)"""));
        var key = after == null ? "" : after.sortKey();
        var id = Ids.bytes(after == null ? FIRST : after.id().value());
        var values = mine.stream()
                .flatMap(clinic -> Stream.of(Ids.bytes(clinic.value()), key, key, id))
                .toArray();
        return hand.ids(sql, values);
    }

    /** Each time somebody else's, because to open a record again within a quarter of an hour is one look. */
    private Pair patientRecord() {
        var all = new ArrayList<PatientRow>();
        for (PatientRow last = null; all.size() < MOST_OPENED; last = all.getLast()) {
            var page = patients.list(last, PAGE);
            all.addAll(page);
            if (page.size() < PAGE) {
                break;
            }
        }
        var opened = new AtomicInteger();
        var openedByHand = new AtomicInteger();
        return new Pair(
                "patient record",
                Kind.RECORD,
                WHO,
                () -> patients
                        .open(all.get(opened.getAndIncrement() % all.size()).id())
                        .stream()
                        .map(patient -> patient.id().value())
                        .toList(),
                () -> recordByHand(
                        all.get(openedByHand.getAndIncrement() % all.size()).id()));
    }

    private List<UUID> recordByHand(PatientId patient) throws SQLException {
        var found = new ArrayList<UUID>();
        var id = Ids.bytes(patient.value());
        hand.inTransaction(store -> {
            found.addAll(ByHand.ids(store, """
                    select p.*, a.display_name, s.next_visit_on, s.next_visit_at, s.plan_title, s.planned_visits,
                        s.delivered_visits, s.open_flag_level, c.clinic_id
                    from patient p left join patient_summary s on s.patient_id = p.id
                    left join patient_clinic c on c.patient_id = p.id left join staff_account a on a.id = p.changed_by
                    where p.id = ?""", id));
            ByHand.rows(store, """
                    select 'ALERT', a.id, a.version, a.kind, a.words, a.starts_on, a.ends_on, a.added_at, s.display_name
                    from patient_alert a left join staff_account s on s.id = a.added_by
                    where a.patient_id = ? and a.audience = 'EVERYBODY'
                    union all
                    select 'CONSENT', c.id, c.version, c.kind, c.wording, c.given_on, c.withdrawn_on, null, s.display_name
                    from patient_consent c left join staff_account s on s.id = c.taken_by where c.patient_id = ?
                    union all
                    select 'TEAM', t.id, 0, min(r.reason), '', null, null, null, t.family_name
                    from patient_relation r join practitioner t on t.id = r.staff_id
                    where r.patient_id = ? and r.reason in ('CARE_TEAM', 'PLAN') and ? between r.from_on and r.until_on
                    group by t.id, t.family_name""", id, id, id, LocalDate.now(clock));
            SavePairs.audit(store, clock, "patient.opened", patient.value(), patient, "");
        });
        return found.stream().distinct().toList();
    }
}
