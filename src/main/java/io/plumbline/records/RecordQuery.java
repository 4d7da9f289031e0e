package io.plumbline.records;

import io.plumbline.access.PatientRecords;
import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.records.RecordSection.Part;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record section by section, some rows at a time. Whoever calls it checks who may read the record. */
@Component
class RecordQuery {
    /** Columns in which the modules keep a structure. */
    private static final Set<String> STRUCTURES =
            Set.of("more", "decided", "details", "content", "facts", "factors", "phase_rules", "phase_states");

    private final JdbcClient jdbc;
    private final PatientRecords records;
    private final NoteReaderQuery readers;
    private final ScreeningRules screen;
    private final JsonMapper json;
    private final Clock clock;

    RecordQuery(
            JdbcClient jdbc,
            PatientRecords records,
            NoteReaderQuery readers,
            ScreeningRules screen,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.readers = readers;
        this.screen = screen;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What an export leaves out.
     *
     * @param restricted session notes that are restricted to others
     * @param drafts session notes, intake notes and plans that are not signed or activated
     * @param inError what was entered in error
     */
    record LeftOut(long restricted, long drafts, long inError) {
        String words() {
            return restricted + " session notes restricted to others, " + drafts + " drafts, " + inError
                    + " entered in error";
        }
    }

    /**
     * Whose record it is.
     *
     * @param numbers of all records that are read as one, first the one under which they are read
     */
    record Subject(String name, @Nullable LocalDate born, List<String> numbers) {
        Subject {
            numbers = List.copyOf(numbers);
        }
    }

    /** @throws NotAvailable if there is no such patient */
    Subject subject(PatientId patient) {
        var all = List.copyOf(records.of(patient));
        var found = new HashMap<UUID, Subject>();
        jdbc.sql("select id, patient_number, given_name, family_name, birth_date from patient where id in (:patients)")
                .param("patients", all)
                .query((row, n) -> found.put(
                        Ids.uuid(row.getBytes("id")),
                        new Subject(
                                (row.getString("given_name") + " " + row.getString("family_name")).strip(),
                                row.getObject("birth_date", LocalDate.class),
                                List.of("P-" + row.getLong("patient_number")))))
                .list();
        var one = Optional.ofNullable(found.get(all.getFirst().value())).orElseThrow(NotAvailable::new);
        return new Subject(
                one.name(),
                one.born(),
                all.stream()
                        .map(record -> found.get(record.value()))
                        .filter(Objects::nonNull)
                        .flatMap(subject -> subject.numbers().stream())
                        .toList());
    }

    List<UUID> ids(RecordSection section, PatientId patient) {
        return ofCurrentUser(section.ids())
                .param("patients", records.of(patient))
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec ofCurrentUser(String sql) {
        var statement = jdbc.sql(RelatedSection.ofCurrentUser(sql));
        return sql.contains(":me") ? statement.params(readers.currentUser()) : statement;
    }

    /** Returns what puts the answers to the clinics' own questions in words, for one export. */
    AnsweredForms forms() {
        return new AnsweredForms(jdbc, json);
    }

    /**
     * Keeps rows that are exported from being removed with their import: an old note that has left the portal counts as
     * opened. Call it before {@link #rows}, in the same transaction.
     */
    void keep(RecordSection section, List<UUID> ids) {
        if (!section.key().equals(RecordSections.OLD_NOTES)) {
            return;
        }
        jdbc.sql("update old_note set opened_at = :now, version = version + 1 where id in (:ids) and opened_at is null")
                .param("now", clock.instant())
                .param("ids", ids)
                .update();
    }

    /**
     * Returns some rows of a section in the order of their ids, with what belongs to them; without those that were
     * withheld from the current user since the ids were read.
     */
    List<RecordRow> rows(RecordSection section, PatientId patient, List<UUID> ids, AnsweredForms forms) {
        var found = new HashMap<UUID, RecordRow>();
        var statement = ofCurrentUser(section.rows()).param("ids", ids);
        // asked once for each batch of rows, so only where they need it
        if (section.rows().contains(":patients")) {
            statement = statement.param("patients", records.of(patient));
        }
        statement
                .query((row, n) -> {
                    var id = Ids.uuid(row.getBytes("id"));
                    return found.put(id, new RecordRow(id, values(row), new LinkedHashMap<>()));
                })
                .list();
        forms.putInWords(found.values());
        section.parts().forEach(part -> addParts(part, ids, found));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private void addParts(Part part, List<UUID> ids, Map<UUID, RecordRow> found) {
        jdbc.sql(part.rows())
                .param("ids", ids)
                .query((row, n) -> {
                    var parent = found.get(Ids.uuid(row.getBytes("parent")));
                    var values = values(row);
                    return parent != null
                            && parent.parts()
                                    .computeIfAbsent(part.key(), key -> new ArrayList<>())
                                    .add(values);
                })
                .list();
    }

    /** Returns the columns of a row by their names as the file has them, such as {@code birthDate}. */
    private SortedMap<String, Object> values(ResultSet row) throws SQLException {
        var values = new TreeMap<String, Object>();
        var columns = row.getMetaData();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            var name = columns.getColumnLabel(at).toLowerCase(Locale.ROOT);
            var value = "parent".equals(name) ? null : value(row, at, columns.getColumnType(at), name);
            if (value != null && !"".equals(value)) {
                values.put(camel(name), value);
            }
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, int at, int type, String name) throws SQLException {
        if (row.getObject(at) == null) {
            return null;
        }
        return switch (type) {
            case Types.BINARY, Types.VARBINARY -> Ids.uuid(row.getBytes(at));
            case Types.DATE -> row.getObject(at, LocalDate.class);
            case Types.TIME -> row.getObject(at, LocalTime.class);
            case Types.TIMESTAMP -> row.getObject(at, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            case Types.BOOLEAN, Types.BIT, Types.TINYINT -> row.getBoolean(at);
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> row.getLong(at);
            case Types.DECIMAL, Types.NUMERIC -> row.getBigDecimal(at);
            default -> text(row.getString(at), name);
        };
    }

    private @Nullable Object text(@Nullable String text, String name) {
        if (text == null || !STRUCTURES.contains(name)) {
            return text;
        }
        try {
            return json.readTree(text);
        } catch (JacksonException plainText) {
            return text;
        }
    }

    private static String camel(String name) {
        var words = name.split("_");
        var camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return camel.toString();
    }

    /** Returns the files on a record, by their date. */
    List<RecordFile> files(PatientId patient) {
        return jdbc.sql("select * from patient_attachment where patient_id in (:patients) and error_at is null"
                        + " order by dated_on, id")
                .param("patients", records.of(patient))
                .query(RecordFile.class)
                .list();
    }

    /** @param isWhole whether notes that are restricted to others are in the export */
    LeftOut leftOut(PatientId patient, boolean isWhole) {
        var restricted = isWhole
                ? 0
                : jdbc.sql("select count(*) from " + RecordSections.NOTES + " and " + RecordSections.WITHHELD)
                        .params(readers.currentUser())
                        .param("patients", records.of(patient))
                        .query(Long.class)
                        .single();
        return new LeftOut(
                restricted,
                count(patient, "status = 'DRAFT'", "session_note", "intake_note", "treatment_plan"),
                count(patient, "status = 'ENTERED_IN_ERROR'", "session_note", "treatment_plan", "outcome_score")
                        + count(
                                patient,
                                "error_reason is not null",
                                "adverse_reaction",
                                "patient_attachment",
                                "old_note"));
    }

    private long count(PatientId patient, String condition, String... tables) {
        var sum = 0L;
        for (var table : tables) {
            sum += jdbc.sql("select count(*) from " + table + " where patient_id in (:patients) and " + condition)
                    .param("patients", records.of(patient))
                    .query(Long.class)
                    .single();
        }
        return sum;
    }

    /** Returns the words of a rule of the red-flag screen, such as its question; empty if no version has it. */
    Optional<String> question(String rule) {
        return screen.rule(rule).map(ScreeningRules.Rule::words).filter(words -> !words.isEmpty());
    }

    /** Returns the clinics where the patient is registered, in the order of their names. */
    List<ClinicId> clinics(PatientId patient) {
        return jdbc.sql("select distinct k.clinic_id, c.name from patient_clinic k join clinic c on c.id = k.clinic_id"
                        + " where k.patient_id in (:patients) order by c.name")
                .param("patients", records.of(patient))
                .query(ClinicId.class)
                .list();
    }
}
