package io.plumbline.bench;

import io.plumbline.audit.TrailOfStore;
import io.plumbline.bench.Journal.AddendumKept;
import io.plumbline.bench.Journal.AddendumSigned;
import io.plumbline.bench.Journal.AppointmentMoved;
import io.plumbline.bench.Journal.Entry;
import io.plumbline.bench.Journal.IntakeKept;
import io.plumbline.bench.Journal.LeadCalled;
import io.plumbline.bench.Journal.LeadSent;
import io.plumbline.bench.Journal.NoteKept;
import io.plumbline.bench.Journal.NoteSigned;
import io.plumbline.bench.Journal.PatientAdded;
import io.plumbline.bench.Journal.PlanKept;
import io.plumbline.bench.Journal.PlanMoved;
import io.plumbline.bench.Journal.RowKept;
import io.plumbline.notes.NotesOfStore;
import io.plumbline.shared.ids.Ids;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What a killed portal left, compared with what it had acknowledged. */
final class SurvivedStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Connection store;
    private final List<String> faults = new ArrayList<>();

    SurvivedStore(Connection store) {
        this.store = store;
        jdbc = JdbcClient.create(new SingleConnectionDataSource(store, true));
    }

    /**
     * What was found.
     *
     * @param faults what is lost, half or not as it was written, each in a sentence without a full stop
     * @param auditEvents how many rows the audit trail has
     */
    record Found(List<String> faults, long auditEvents) {}

    /**
     * Compares all that was ever asked with what is there, and decides what became of the saves without an answer.
     *
     * @param auditKey in hexadecimal digits
     */
    Found compare(Journal journal, String auditKey) {
        var calls = new HashMap<UUID, List<Entry>>();
        var notes = new HashMap<UUID, List<Entry>>();
        var care = new HashMap<UUID, List<Entry>>();
        for (var entry : journal.entries()) {
            switch (entry.save()) {
                case LeadSent lead -> settle(entry, lead);
                case PatientAdded patient -> settle(entry, patient);
                case LeadCalled call -> of(call.lead(), calls).add(entry);
                case NoteKept kept -> of(kept.note(), notes).add(entry);
                case RowKept row -> of(row.note(), notes).add(entry);
                case NoteSigned signed -> of(signed.note(), notes).add(entry);
                case AddendumKept kept -> of(kept.note(), notes).add(entry);
                case AddendumSigned signed -> of(signed.note(), notes).add(entry);
                case IntakeKept kept -> of(kept.note(), care).add(entry);
                case PlanKept kept -> of(kept.plan(), care).add(entry);
                case PlanMoved moved -> of(moved.plan(), care).add(entry);
                case AppointmentMoved moved -> of(moved.appointment(), care).add(entry);
            }
        }
        calls.forEach(this::settleCalls);
        notes.forEach((note, saves) -> new SurvivedNote(jdbc, note, faults).settle(saves));
        care.forEach((id, saves) -> new SurvivedCare(jdbc, id, faults).settle(saves));
        faults.addAll(new WholeRecords(jdbc).faults());
        new NotesOfStore(store, TrailOfStore.contentSeal(store, auditKey))
                .notIntact()
                .forEach(note -> faults.add("Session note " + note + " is signed and does not say what was signed"));
        var auditEvents = auditEvents(auditKey);
        return new Found(List.copyOf(faults), auditEvents);
    }

    private long auditEvents(String auditKey) {
        var verdict = TrailOfStore.verdict(store, auditKey);
        var flaw = verdict.flaw();
        if (flaw != null) {
            faults.add("The audit trail is not whole: first, " + flaw.words());
        }
        return verdict.rows() + verdict.waiting();
    }

    private void settle(Entry entry, LeadSent lead) {
        var rows = jdbc.sql("select phone, concern from consultation_lead where full_name = ?")
                .param(lead.name())
                .query()
                .listOfRows();
        if (rows.isEmpty()) {
            // kept as it came, and sorted when the portal runs again
            rows = waiting(lead.name());
        }
        settle(entry, "Lead " + lead.name(), rows, Map.of("phone", lead.phone(), "concern", lead.concern()));
    }

    /** What came in under a name and waits to be made a lead. */
    private List<Map<String, @Nullable Object>> waiting(String name) {
        return jdbc.sql("select body from submission where sorted_at is null").query(String.class).list().stream()
                .map(JSON::readTree)
                .filter(sent -> name.equals(sent.path("name").asString("")))
                .map(sent -> Map.<String, @Nullable Object>of(
                        "phone", sent.path("phone").asString(""),
                        "concern", sent.path("concern").asString("")))
                .toList();
    }

    private void settle(Entry entry, PatientAdded patient) {
        var name = patient.givenName() + " " + patient.familyName();
        var rows = jdbc.sql("select id, phone from patient where given_name = ? and family_name = ?")
                .params(patient.givenName(), patient.familyName())
                .query()
                .listOfRows();
        settle(entry, "Patient " + name, rows, Map.of("phone", patient.phone()));
        if (!rows.isEmpty()) {
            var word = patient.familyName().toLowerCase(Locale.ROOT).split(" ")[1];
            var found = jdbc.sql("select count(*) from patient_token where patient_id = ? and token = ?")
                    .params(rows.getFirst().get("id"), word)
                    .query(Long.class)
                    .single();
            require(found > 0, "Patient " + name + " is not found by the family name");
        }
    }

    private void settle(Entry entry, String what, List<Map<String, @Nullable Object>> rows, Map<String, String> typed) {
        entry.settle(!rows.isEmpty());
        require(!entry.isDue() || !rows.isEmpty(), what + " is lost");
        require(entry.isDue() || rows.isEmpty(), what + " was not there, and is now");
        require(rows.size() <= 1, what + " is there " + rows.size() + " times");
        rows.forEach(row -> typed.forEach((column, text) -> require(
                Objects.equals(row.get(column), text),
                what + " has another " + column + " than was typed: " + row.get(column))));
    }

    private void settleCalls(UUID lead, List<Entry> calls) {
        var there = new ArrayList<>(jdbc.sql("select outcome from call_attempt where lead_id = ? order by attempted_at")
                .param(Ids.bytes(lead))
                .query(String.class)
                .list());
        for (var call : calls) {
            var outcome = ((LeadCalled) call.save()).outcome();
            if (call.fate() == Journal.Fate.NOT_THERE) {
                continue;
            }
            var isThere = there.remove(outcome);
            call.settle(isThere);
            require(!call.isDue() || isThere, "The call to lead " + lead + ", " + outcome + ", is lost");
        }
        require(there.isEmpty(), "Lead " + lead + " has calls that nobody made: " + there);
    }

    private static List<Entry> of(UUID record, Map<UUID, List<Entry>> saves) {
        return saves.computeIfAbsent(record, none -> new ArrayList<>());
    }

    private void require(boolean isAsItShould, String fault) {
        if (!isAsItShould) {
            faults.add(fault);
        }
    }
}
