package io.plumbline.intake.charts;

import io.plumbline.intake.MarkedArea;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the body charts of a patient's signed intake notes, of each its newest version, in one statement. */
@Repository
class ChartedAreasQuery {
    private final JdbcClient jdbc;

    ChartedAreasQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the charts of the latest signed notes, newest first. */
    List<ChartedAreas> findSigned(Collection<PatientId> records, int most) {
        var charts = new LinkedHashMap<IntakeId, ChartedAreas>();
        jdbc.sql("""
                select n.id, n.clinic_id, n.created_at, n.signed_at, n.complaint, n.pain_now, n.pain_worst,
                    a.region, a.quality, a.intensity, a.radiating_to
                from (select id, clinic_id, created_at, signed_at, complaint, pain_now, pain_worst from intake_note
                      where patient_id in (:patients) and signed_at is not null and not exists (
                          select 1 from intake_note later
                          where later.patient_id = intake_note.patient_id and later.amends_id = intake_note.id
                              and later.signed_at is not null)
                      order by %s limit :most) n
                left join intake_note_area a on a.note_id = n.id
                order by n.created_at desc, n.id, a.position""".formatted(RecordOrder.by(records, "patient_id desc", "created_at desc")))
                .param("patients", records)
                .param("most", most)
                .query((row, n) -> add(row, charts))
                .list();
        return List.copyOf(charts.values());
    }

    private static ChartedAreas add(ResultSet row, Map<IntakeId, ChartedAreas> charts) throws SQLException {
        var note = new IntakeId(Ids.uuid(row.getBytes("id")));
        var chart = charts.get(note);
        if (chart == null) {
            chart = new ChartedAreas(
                    note,
                    new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                    Utc.in(row, "created_at"),
                    Utc.in(row, "signed_at"),
                    row.getString("complaint"),
                    Pain.of(row.getObject("pain_now", Integer.class)),
                    Pain.of(row.getObject("pain_worst", Integer.class)),
                    new ArrayList<>());
            charts.put(note, chart);
        }
        var region = row.getString("region");
        if (region != null) {
            var intensity = row.getObject("intensity", Integer.class);
            var radiatingTo = row.getString("radiating_to");
            chart.areas()
                    .add(new MarkedArea(
                            new BodyRegion(region),
                            row.getString("quality"),
                            Pain.of(intensity),
                            radiatingTo == null ? null : new BodyRegion(radiatingTo)));
        }
        return chart;
    }
}
