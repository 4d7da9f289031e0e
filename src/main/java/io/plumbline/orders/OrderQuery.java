package io.plumbline.orders;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                select o.*, p.shown_as, s.display_name as orderer,
                    t.title, t.given_name as given, t.family_name as family, a.starts_on, a.starts_at
                from (%s) o
                join patient p on p.id = o.patient_id
                left join staff_account s on s.id = o.ordered_by
                left join practitioner t on t.id = o.practitioner_id
                left join appointment a on a.id = o.appointment_id""".formatted(orders));
    }

    Optional<OrderRow> find(OrderId id) {
        return jdbc.sql(named("select * from checkout_order where id = ?"))
                .param(Ids.bytes(id.value()))
                .query(OrderQuery::row)
                .optional();
    }

    List<OrderDetails.Step> history(OrderId id) {
        return jdbc.sql("""
                select h.kind, h.taken_at, h.words, s.display_name from checkout_order_step h
                left join staff_account s on s.id = h.taken_by
                where h.order_id = ? order by h.order_id, h.taken_at, h.id""")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> new OrderDetails.Step(
                        OrderStepKind.valueOf(row.getString("kind")),
                        Utc.in(row, "taken_at"),
                        name(row, "display_name"),
                        row.getString("words")))
                .list();
    }

    /** Returns the orders that follow from a record, oldest first. */
    List<OrderRow> findBySource(OrderSource source) {
        return jdbc.sql(named("select * from checkout_order where source_id = ? order by source_id, status limit ?")
                        + " order by o.id")
                .params(Ids.bytes(source.id()), MOST_OF_ONE)
                .query(OrderQuery::row)
                .list();
    }

    /** Returns the orders of a patient in some statuses, by day. */
    List<OrderRow> findByPatient(Collection<PatientId> records, Collection<OrderStatus> statuses) {
        return jdbc.sql(named("select * from checkout_order where patient_id in (:patients) and status in"
                                + " (:statuses) limit :most")
                        + " order by o.wanted_on, o.id")
                .param("patients", Ids.bytes(records, PatientId::value))
                .param("statuses", statuses.stream().map(Enum::name).toList())
                .param("most", MOST_OF_ONE)
                .query(OrderQuery::row)
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
                .param("patients", Ids.bytes(patients, PatientId::value))
                .param("clinic", Ids.bytes(clinic.value()))
                .query(row -> {
                    counts.put(new PatientId(Ids.uuid(row.getBytes("patient_id"))), row.getInt("n"));
                });
        return counts;
    }

    /** Reads a row that has the columns of {@link #named}. */
    static OrderRow row(ResultSet row, int n) throws SQLException {
        var declined = row.getString("decline_reason");
        return new OrderRow(
                new OrderId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("shown_as"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                OrderKind.valueOf(row.getString("kind")),
                new Wanted(row.getObject("wanted_on", LocalDate.class), row.getBoolean("deadline")),
                Ids.read(row, "practitioner_id", StaffId::new),
                practitioner(row),
                row.getString("desk_line"),
                name(row, "orderer"),
                Utc.in(row, "ordered_at"),
                OrderStatus.valueOf(row.getString("status")),
                Utc.in(row, "status_at"),
                visit(row),
                declined == null ? null : OrderDeclineReason.valueOf(declined),
                row.getString("decline_words"));
    }

    private static OrderRow.@Nullable Visit visit(ResultSet row) throws SQLException {
        var id = Ids.read(row, "appointment_id", AppointmentId::new);
        var on = row.getObject("starts_on", LocalDate.class);
        return id == null || on == null
                ? null
                : new OrderRow.Visit(id, on, row.getObject("starts_at", LocalTime.class));
    }

    private static String practitioner(ResultSet row) throws SQLException {
        if (row.getString("family") == null) {
            return "";
        }
        return (row.getString("title") + " " + row.getString("given") + " " + row.getString("family")).strip();
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), CurrentUser.SYSTEM.displayName());
    }
}
