package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationContext;

/** The lists of the therapist, who sees those whom they treat, by their relations and not by their clinics. */
final class ClinicianPairs {
    private static final int PAGE = 50;
    private static final String WHO = "therapist";
    private static final String MINE = """
            select p.id, p.patient_number, p.given_name, p.family_name, p.sort_key, p.birth_date, p.phone,
                s.next_visit_on, s.next_visit_at
            from (select distinct patient_id from patient_relation
                where staff_id = ? and until_on >= ? and from_on <= ?) r
            join patient p on p.id = r.patient_id left join patient_summary s on s.patient_id = p.id
            %s order by p.sort_key, p.id limit 50""";

    private final ByHand hand;
    private final PatientService patients;
    private final Clock clock;

    ClinicianPairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        patients = portal.getBean(PatientService.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the therapist. */
    List<Pair> all() {
        var me = Ids.bytes(CurrentUser.current().staff().value());
        var begins = patients.list(null, PAGE).stream()
                .map(row -> row.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[a-z]{2}.*"))
                .map(name -> name.substring(0, 2))
                .findFirst()
                .orElse("an");
        return List.of(
                new Pair(
                        "patients of a clinician",
                        Kind.LIST,
                        WHO,
                        () -> patients.list(null, PAGE).stream()
                                .map(PatientRow::id)
                                .map(id -> id.value())
                                .toList(),
                        () -> hand.ids(MINE.formatted(""), me, today(), today())),
                new Pair(
                        "patient search of a clinician",
                        Kind.SEARCH,
                        WHO,
                        () -> patients.search(begins).stream()
                                .map(PatientRow::id)
                                .map(id -> id.value())
                                .toList(),
                        () -> hand.ids(
                                MINE.formatted("where exists (select 1 from patient_token t where t.patient_id = p.id"
                                        + " and t.token >= ? and t.token < ?)"),
                                me,
                                today(),
                                today(),
                                begins,
                                begins + "\uffff")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
