package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search of patients as the manager asks it: by each kind of text that finds somebody. */
final class PatientSearchPairs {
    private static final String WHO = "manager";
    /** As the desk of a clinic in the United States types a birth date. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);

    private static final int MOST_LOOKED_AT = 2_000;

    private final ByHand hand;
    private final PatientService patients;
    private final JdbcClient jdbc;

    PatientSearchPairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        patients = portal.getBean(PatientService.class);
        jdbc = portal.getBean(JdbcClient.class);
    }

    /** Somebody to search for. */
    private record Sought(
            long number,
            String given,
            String family,
            String preferred,
            String former,
            LocalDate born,
            String phone,
            String email) {}

    /** All kinds. */
    List<Pair> all(List<ClinicId> mine) {
        var named = someone(mine, "p.given_name", "p.family_name");
        var preferred = someone(mine, "p.preferred_name", "p.family_name");
        var former = someone(mine, "p.former_name", "p.given_name");
        var mailed = someone(mine, "p.email", "p.given_name");
        return List.of(
                byWords(mine, "words of the name", named.given(), named.family()),
                byBeginning(
                        mine,
                        "ending of the phone number",
                        lastDigits(named.phone()),
                        "#" + new StringBuilder(lastDigits(named.phone())).reverse()),
                byWords(mine, "preferred name", preferred.preferred(), preferred.family()),
                byBeginning(
                        mine, "former name", former.former(), former.former().toLowerCase(Locale.ROOT)),
                byBeginning(mine, "birth date", TYPED.format(named.born()), "@" + named.born()),
                byBeginning(mine, "e-mail", typedOf(mailed.email()), "=" + typedOf(mailed.email())),
                byBeginning(mine, "patient number", "P-" + named.number(), "p-" + named.number()));
    }

    /** The first at the clinics whose names are plain words, so that both halves read them alike. */
    private Sought someone(List<ClinicId> mine, String has, String besides) {
        return jdbc
                .sql("""
                        select p.* from (select patient_id from patient_clinic where clinic_id = :clinic
                            order by clinic_id, sort_key, patient_id limit :most) c
                        join patient p on p.id = c.patient_id
                        where %1$s is not null and %1$s <> '' and %2$s <> '' and p.phone is not null
                        order by p.sort_key, p.id""".formatted(has, besides))
                .param("clinic", Ids.bytes(mine.getFirst().value()))
                .param("most", MOST_LOOKED_AT)
                .query((row, n) -> new Sought(
                        row.getLong("patient_number"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("preferred_name"),
                        row.getString("former_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("phone"),
                        String.valueOf(row.getString("email"))))
                .list()
                .stream()
                .filter(one -> Stream.of(one.given(), one.family()).allMatch(name -> name.matches("[A-Za-z]{4,}")))
                .filter(one -> one.preferred().matches("([A-Za-z]{4,})?"))
                .filter(one -> one.former().matches("[A-Za-z]*"))
                .findFirst()
                .orElseThrow();
    }

    private static String lastDigits(String phone) {
        return phone.substring(phone.length() - 6);
    }

    /** What is typed of an address until it is found: its name, and where it is at. */
    private static String typedOf(String email) {
        return email.substring(0, email.indexOf('@') + 1);
    }

    private Pair byWords(List<ClinicId> mine, String kind, String first, String second) {
        var longer = beginning(first, 4);
        var shorter = beginning(second, 3);
        var begins = "+" + shorter.substring(0, 2) + " " + longer;
        return pair(
                kind,
                longer + " " + shorter,
                () -> found(mine, "and locate(?, t.token, 5) > 0", begins, begins + "\uffff", " " + shorter));
    }

    private static String beginning(String word, int letters) {
        return word.toLowerCase(Locale.ROOT).substring(0, letters);
    }

    private Pair byBeginning(List<ClinicId> mine, String kind, String typed, String token) {
        return pair(kind, typed, () -> found(mine, "", token, token + "\uffff"));
    }

    private Pair pair(String kind, String typed, Half byHand) {
        return new Pair(
                "patient search, " + kind,
                Kind.SEARCH,
                WHO,
                () -> patients.search(typed).stream()
                        .map(PatientRow::id)
                        .map(id -> id.value())
                        .toList(),
                byHand);
    }

    private List<UUID> found(List<ClinicId> mine, String besides, Object... values) throws SQLException {
        var sql = """
                select p.id, p.patient_number, p.given_name, p.family_name, p.sort_key, p.birth_date, p.phone,
                    s.next_visit_on, s.next_visit_at
                from (select patient_id, min(token) as t, min(sort_key) as k from (%s) found
                    group by patient_id order by t, k, patient_id limit 50) page
                join patient p on p.id = page.patient_id left join patient_summary s on s.patient_id = p.id
                order by p.sort_key, p.id""".formatted(ByHand.unions(mine.size(), """
                    (select t.token, t.sort_key, t.patient_id from patient_token t
                     where t.clinic_id = ? and t.token >= ? and t.token < ? %s
                     order by t.clinic_id, t.token, t.sort_key, t.patient_id limit 100)""".formatted(besides)));
        return hand.ids(
                sql,
                mine.stream()
                        .flatMap(clinic -> Stream.concat(Stream.of(Ids.bytes(clinic.value())), Arrays.stream(values)))
                        .toArray());
    }
}
