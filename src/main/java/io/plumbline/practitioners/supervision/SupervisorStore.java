package io.plumbline.practitioners.supervision;

import io.plumbline.access.Workplace;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who may supervise a practitioner, and who does; locks those whom a change is about. */
@Component
class SupervisorStore {
    private static final int MOST = 200;

    private static final String CANDIDATES =
            """
            select a.id, a.display_name as name, p.disciplines,
                a.status = 'ACTIVE' and p.active and (a.roles like '%%CHIROPRACTOR%%' or a.roles like '%%THERAPIST%%')
                    as may_write,
                exists (select 1 from staff_account_clinic h join staff_account_clinic t on t.clinic_id = h.clinic_id
                        where h.staff_id = a.id and t.staff_id = :practitioner and %s) as shares_clinic,
                exists (select 1 from supervision v where v.practitioner_id = a.id) as supervised
            from staff_account a join practitioner p on p.id = a.id""".formatted(Workplace.holds("a", "h", Role.CHIROPRACTOR, Role.THERAPIST));

    private final JdbcClient jdbc;

    SupervisorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks two practitioners until the end of the transaction, in the same order for everybody, so that of two who are
     * named for each other at the same time one is refused. It is the first statement of its transaction: what is read
     * after it is not older. It locks by an update that changes nothing, which takes no more rights than a change.
     */
    void lock(StaffId one, StaffId other) {
        Stream.of(one, other).map(StaffId::value).sorted().forEach(id -> jdbc.sql(
                        "update practitioner set version = version where id = ?")
                .param(id)
                .update());
    }

    /** Returns the clinicians of the directory who share a clinic with a practitioner, by name. */
    List<SupervisorCandidate> candidates(StaffId practitioner) {
        return find(
                """
                where a.id <> :practitioner and a.status = 'ACTIVE' and exists (
                    select 1 from staff_account_clinic s join staff_account_clinic t on t.clinic_id = s.clinic_id
                    where s.staff_id = a.id and t.staff_id = :practitioner and %s)
                order by a.display_name, a.id limit :most""".formatted(Workplace.holds("a", "s", Role.CHIROPRACTOR, Role.THERAPIST)),
                practitioner,
                practitioner);
    }

    /** Returns one who may be a candidate; empty for somebody without an account or outside the directory. */
    Optional<SupervisorCandidate> candidate(StaffId practitioner, StaffId one) {
        return find("where a.id = :one limit :most", practitioner, one).stream().findFirst();
    }

    private List<SupervisorCandidate> find(String which, StaffId practitioner, StaffId one) {
        return jdbc.sql(CANDIDATES + "\n" + which)
                .param("practitioner", practitioner)
                .param("one", one)
                .param("most", MOST)
                .query(SupervisorCandidate.class)
                .list();
    }

    /** Returns the names of those whom a practitioner supervises, by name. */
    List<String> supervisedBy(StaffId supervisor) {
        return jdbc.sql("""
                        select a.display_name from supervision v join staff_account a on a.id = v.practitioner_id
                        where v.supervisor_id = :supervisor order by a.display_name, a.id limit :most""")
                .param("supervisor", supervisor)
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
