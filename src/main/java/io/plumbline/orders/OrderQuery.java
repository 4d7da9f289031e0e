package io.plumbline.orders;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one checkout order with its history, and those of one patient. */
@Repository
class OrderQuery {
    private static final int MOST_OF_ONE = 100;

    private final JdbcClient jdbc;

    OrderQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a statement that adds the names, and the time of the appointment, to some orders. */
    static String named(String orders) {
        return SensitivePatients.masked("""
                select o.id, o.version, o.patient_id, p.shown_as as patient_name, o.clinic_id, o.kind, o.wanted_on,
                    o.deadline as wanted_deadline, o.practitioner_id, o.desk_line, o.ordered_at, o.status, o.status_at,
                    o.decline_reason, o.decline_words, coalesce(s.display_name, 'Plumbline') as ordered_by,
                    coalesce(trim(concat(t.title, ' ', t.given_name, ' ', t.family_name)), '') as practitioner_name,
                    a.id as booked_id, a.starts_on as booked_on, a.starts_at as booked_at
                from (%s) o
                join patient p on p.id = o.patient_id
                left join staff_account s on s.id = o.ordered_by
                left join practitioner t on t.id = o.practitioner_id
                left join appointment a on a.id = o.appointment_id""".formatted(orders));
    }

    Optional<OrderRow> find(OrderId id) {
        return jdbc.sql(named("select * from checkout_order where id = ?"))
                .param(id)
                .query(OrderRow.class)
                .optional();
    }

    List<OrderDetails.Step> history(OrderId id) {
        return jdbc.sql("""
                select h.kind, h.taken_at as at, h.words, coalesce(s.display_name, 'Plumbline') as `by`
                from checkout_order_step h
                left join staff_account s on s.id = h.taken_by
                where h.order_id = ? order by h.order_id, h.taken_at, h.id""").param(id).query(OrderDetails.Step.class).list();
    }

    /** Returns the orders that follow from a record, oldest first. */
    List<OrderRow> findBySource(OrderSource source) {
        return jdbc.sql(named("select * from checkout_order where source_id = ? order by source_id, status limit ?")
                        + " order by o.id")
                .params(source.id(), MOST_OF_ONE)
                .query(OrderRow.class)
                .list();
    }

    /** Returns the orders of a patient in some statuses, by day. */
    List<OrderRow> findByPatient(Collection<PatientId> records, Collection<OrderStatus> statuses) {
        return jdbc.sql(named("select * from checkout_order where patient_id in (:patients) and status in"
                                + " (:statuses) limit :most")
                        + " order by o.wanted_on, o.id")
                .param("patients", records)
                .param("statuses", statuses)
                .param("most", MOST_OF_ONE)
                .query(OrderRow.class)
                .list();
    }

    /** Returns how many open orders some patients have at a clinic; without those who have none. */
    Map<PatientId, Integer> countOpen(ClinicId clinic, Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        var counts = new HashMap<PatientId, Integer>();
        jdbc.sql("""
                select patient_id, count(*) as n from checkout_order
                where patient_id in (:patients) and status = 'OPEN' and clinic_id = :clinic and %s
                group by patient_id""".formatted(SensitivePatients.visible("checkout_order.patient_id")))
                .param("patients", patients)
                .param("clinic", clinic)
                .query(row -> {
                    counts.put(new PatientId(Ids.uuid(row.getBytes("patient_id"))), row.getInt("n"));
                });
        return counts;
    }
}
