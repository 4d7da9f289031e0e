package io.plumbline.records.disposal;

import io.plumbline.clinics.ClinicService;
import io.plumbline.records.retention.KeptRecords;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches all records, some at a time, for those whose retention has ended, so that the list of them need not read all
 * records. It begins a round each day. What it found says nothing about what keeps a record now.
 */
@Service
@Transactional
@Requires(Permission.DISPOSAL_RUN)
public class CandidateSearchService {
    private final KeptRecords kept;
    private final ClinicService clinics;
    private final JdbcClient jdbc;

    CandidateSearchService(KeptRecords kept, ClinicService clinics, JdbcClient jdbc) {
        this.kept = kept;
        this.clinics = clinics;
        this.jdbc = jdbc;
    }

    private record Place(@Nullable PatientId last, @Nullable LocalDate endedOn) {}

    /**
     * Looks at the next records of the round.
     *
     * @param most how many records at once
     * @return whether more of the round are left
     */
    public boolean search(int most) {
        var today = clinics.ownToday();
        var place = jdbc.sql("select last_patient, ended_on from disposal_search where id = 1")
                .query((row, n) -> new Place(
                        Ids.read(row, "last_patient", PatientId::new), row.getObject("ended_on", LocalDate.class)))
                .single();
        if (!kept.hasRules() || place.last() == null && today.equals(place.endedOn())) {
            return false;
        }
        var records = next(place.last(), most);
        look(records, today);
        var isOver = records.size() < most;
        jdbc.sql("update disposal_search set last_patient = ?, ended_on = ? where id = 1")
                .param(isOver ? null : Ids.bytes(records.getLast().value()))
                .param(isOver ? today : place.endedOn())
                .update();
        return !isOver;
    }

    private List<PatientId> next(@Nullable PatientId after, int most) {
        var sql = jdbc.sql("select id from patient" + (after == null ? "" : " where id > :after")
                        + " order by id limit :most")
                .param("most", most);
        if (after != null) {
            sql = sql.param("after", Ids.bytes(after.value()));
        }
        return sql.query((row, n) -> new PatientId(Ids.uuid(row.getBytes("id"))))
                .list();
    }

    private void look(List<PatientId> records, LocalDate today) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql("delete from disposal_candidate where patient_id in (:records)")
                .param("records", Ids.bytes(records, PatientId::value))
                .update();
        kept.of(records).forEach((patient, found) -> {
            var until = found.until().until();
            if (until != null
                    && until.isBefore(today)
                    && found.records().getFirst().equals(patient)) {
                jdbc.sql("insert into disposal_candidate (patient_id, until_on, found_on) values (?, ?, ?)")
                        .params(Ids.bytes(patient.value()), Objects.requireNonNull(until), today)
                        .update();
            }
        });
    }
}
