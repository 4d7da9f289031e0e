package io.plumbline.bench;

import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.DuplicateDecision;
import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportFindingService;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportRunService;
import io.plumbline.imports.ImportService;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An import of many patients from a file, against the same rows of the same tables in batches by JDBC, a hundred patients
 * in each transaction.
 */
final class Imports {
    static final String NAME = "imports";

    private static final String WHO = "manager";
    private static final int AT_ONCE = 100;
    private static final int BY_HAND = 10_000;
    private static final int LOOKED_AFTER = 10_000;
    private static final int FAMILIES = 5_000;
    private static final int BIRTH_DAYS = 25_000;

    /** What adding a patient writes, each with the column that names the patient. */
    private static final Map<String, String> TABLES = tables();

    private final ApplicationContext portal;
    private final Staff staff;
    private final JdbcTemplate jdbc;
    private final int rows;

    Imports(ApplicationContext portal, int rows) {
        this.portal = portal;
        this.rows = rows;
        staff = portal.getBean(Staff.class);
        jdbc = portal.getBean(JdbcTemplate.class);
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("patient", "id");
        tables.put("patient_clinic", "patient_id");
        tables.put("patient_summary", "patient_id");
        tables.put("patient_token", "patient_id");
        tables.put("external_patient", "patient_id");
        tables.put("audit_event", "patient");
        return tables;
    }

    /** Rows a second of the check, of the import and by hand, and the heap that is in use beside that of the portal. */
    Map<String, Double> measure() {
        var checks = portal.getBean(ImportCheckService.class);
        var runs = portal.getBean(ImportRunService.class);
        var id = staff.as(WHO, this::begun);
        var heap = new HeapPeak(LOOKED_AFTER);
        var checked = timed(() -> staff.doAs(WHO, () -> checks.check(id, heap::look, () -> false)));
        var found = portal.getBean(ImportFindingService.class);
        staff.doAs(WHO, () -> found.decideOthers(id, DuplicateDecision.NEW));
        var run = timed(() -> staff.doAs(WHO, () -> runs.run(id, heap::look)));
        var counts = staff.as(WHO, () -> portal.getBean(ImportService.class).open(id))
                .counts();
        var figures = new LinkedHashMap<String, Double>();
        figures.put(NAME, (double) counts.added());
        figures.put("importsLost", (double) rows - counts.added());
        figures.put("importChecksPerSecond", rows / checked);
        figures.put("importsPerSecond", rows / run);
        figures.put("importsByHandPerSecond", byHand(id));
        figures.put("importHeapMb", heap.megabytes());
        return figures;
    }

    private ImportId begun() {
        try {
            var imports = portal.getBean(ImportService.class);
            var clinic =
                    portal.getBean(ClinicService.class).myLabels().getFirst().id();
            var text = new StringBuilder("id,first name,last name,birth date,mobile,email\n");
            for (int row = 1; row <= rows; row++) {
                text.append(row)
                        .append(",Given")
                        .append(row / FAMILIES)
                        .append(",Imported")
                        .append(row % FAMILIES);
                text.append(',').append(LocalDate.of(1930, 1, 1).plusDays(row * 7919L % BIRTH_DAYS));
                text.append(",602%07d".formatted(2_000_000 + row));
                text.append(",imported").append(row).append("@example.org\n");
            }
            var file = imports.receive(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            return imports.begin(ImportKind.PATIENTS, clinic, file, "bench.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Inserts copies of imported patients under other ids; returns how many a second. */
    private double byHand(ImportId id) {
        var patients = jdbc.query(
                "select patient_id from external_patient where import_id = ? order by row_number_in_file limit ?",
                (row, n) -> Ids.uuid(row.getBytes(1)),
                Ids.bytes(id.value()),
                Math.min(rows, BY_HAND));
        var transaction = portal.getBean(TransactionTemplate.class);
        var took = 0.0;
        for (int from = 0; from < patients.size(); from += AT_ONCE) {
            var some = patients.subList(from, Math.min(patients.size(), from + AT_ONCE));
            var copies = TABLES.entrySet().stream()
                    .map(table -> copiesOf(table.getKey(), table.getValue(), some))
                    .toList();
            took += timed(() -> transaction.executeWithoutResult(status -> copies.forEach(this::insert)));
        }
        return patients.size() / took;
    }

    /** The rows of one table. */
    private record Copies(String insert, List<Object[]> rows) {}

    private Copies copiesOf(String table, String of, List<UUID> patients) {
        var names = new ArrayList<String>();
        var copied = new ArrayList<Object[]>();
        for (var patient : patients) {
            for (var row : jdbc.queryForList("select * from " + table + " where " + of + " = ?", Ids.bytes(patient))) {
                row.remove("patient_number");
                row.remove("seq");
                if (names.isEmpty()) {
                    names.addAll(row.keySet());
                }
                row.replaceAll((name, value) -> changed(table, of, name.toLowerCase(Locale.ROOT), value, patient));
                copied.add(row.values().toArray());
            }
        }
        return new Copies(
                "insert into " + table + " (" + String.join(", ", names) + ") values ("
                        + String.join(", ", Collections.nCopies(names.size(), "?")) + ")",
                copied);
    }

    private static Object changed(String table, String of, String name, Object value, UUID patient) {
        if (name.equals(of)) {
            return Ids.bytes(new UUID(patient.getMostSignificantBits() ^ 1, patient.getLeastSignificantBits()));
        }
        if (table.equals("audit_event") && name.equals("id")) {
            return Ids.bytes(Ids.next());
        }
        return table.equals("external_patient") && name.equals("external_id") ? "copy " + value : value;
    }

    private void insert(Copies copies) {
        jdbc.batchUpdate(copies.insert(), copies.rows());
    }

    private static double timed(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
