package io.plumbline.bench;

import io.plumbline.bench.Journal.AppointmentMoved;
import io.plumbline.bench.Journal.Entry;
import io.plumbline.bench.Journal.IntakeKept;
import io.plumbline.bench.Journal.PlanKept;
import io.plumbline.bench.Journal.PlanMoved;
import io.plumbline.bench.Journal.Save;
import io.plumbline.shared.ids.Ids;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An intake note, a treatment plan or an appointment after a kill: as it was acknowledged, or as it was asked later. */
final class SurvivedCare {
    private final JdbcClient jdbc;
    private final UUID id;
    private final List<String> faults;

    /** @param faults to which is added what is not as it should be */
    SurvivedCare(JdbcClient jdbc, UUID id, List<String> faults) {
        this.jdbc = jdbc;
        this.id = id;
        this.faults = faults;
    }

    /** @param saves of this record, in the order in which they were asked */
    void settle(List<Entry> saves) {
        settle(
                "Intake note ",
                "select complaint from intake_note where id = ?",
                saves,
                save -> save instanceof IntakeKept kept ? kept.complaint() : null);
        settle(
                "Treatment plan ",
                "select title from treatment_plan where id = ?",
                saves,
                save -> save instanceof PlanKept kept ? kept.title() : null);
        settleTime(saves);
        settleMoves(saves);
    }

    private void settle(String what, String question, List<Entry> saves, Function<Save, @Nullable String> said) {
        if (saves.stream().anyMatch(entry -> said.apply(entry.save()) != null)) {
            jdbc.sql(question)
                    .param(Ids.bytes(id))
                    .query(String.class)
                    .optional()
                    .ifPresentOrElse(
                            there -> KeptTexts.settle(what + id, saves, said, there, faults),
                            () -> faults.add(what + id + " is lost"));
        }
    }

    private void settleTime(List<Entry> saves) {
        if (saves.stream().anyMatch(entry -> entry.save() instanceof AppointmentMoved)) {
            var at = jdbc.sql("select starts_at from appointment where id = ?")
                    .param(Ids.bytes(id))
                    .query((row, n) -> row.getObject(1, LocalTime.class))
                    .single();
            KeptTexts.settle(
                    "Appointment " + id,
                    saves,
                    save -> save instanceof AppointmentMoved moved ? moved.at().toString() : null,
                    at.toString(),
                    faults);
        }
    }

    private void settleMoves(List<Entry> saves) {
        for (var entry : saves) {
            if (entry.save() instanceof PlanMoved moved) {
                var isThere =
                        jdbc.sql("select count(*) from plan_move where plan_id = ? and to_status = ? and reason = ?")
                                        .params(Ids.bytes(id), moved.to(), moved.reason())
                                        .query(Long.class)
                                        .single()
                                == 1;
                entry.settle(isThere);
                if (entry.isDue() && !isThere) {
                    faults.add("Treatment plan " + id + " lost its move to " + moved.to() + ", " + moved.reason());
                }
            }
        }
    }
}
