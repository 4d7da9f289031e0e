package io.plumbline.audit.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.exports.AuditExportService.Export;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trail as FHIR AuditEvent resources: what the standard requires, whole, for a reason on record. */
@StoreTest
class AuditExportServiceTest {
    private static final Set<String> ACTIONS = Set.of("C", "R", "U", "D", "E");
    private static final Set<String> OUTCOMES = Set.of("0", "4", "8", "12");

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    AuditExportService exports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private record Exported(Export export, List<JsonNode> lines, byte[] file) {}

    @Test
    void eachLineIsAnAuditEventWithWhatFhirRequires() throws Exception {
        group.patient("Every", "Line", group.west);
        var all = exported(AuditFilter.NONE, "All entries that there are");
        assertThat(all.lines()).hasSizeGreaterThan(20).allSatisfy(event -> {
            assertThat(event.get("resourceType").asString()).isEqualTo("AuditEvent");
            assertThat(event.get("id").asString()).matches("[A-Za-z0-9\\-.]{1,64}");
            assertThat(event.get("type").get("system").asString()).startsWith("http://");
            assertThat(event.get("type").get("code").asString()).matches("1101[0-9]{2}");
            assertThat(event.get("action").asString()).isIn(ACTIONS);
            assertThat(event.get("outcome").asString()).isIn(OUTCOMES);
            Instant.parse(event.get("recorded").asString());
            assertThat(event.get("agent").size()).isEqualTo(1);
            assertThat(event.get("agent").get(0).get("requestor").asBoolean()).isTrue();
            assertThat(event.get("agent")
                            .get(0)
                            .get("who")
                            .get("identifier")
                            .get("value")
                            .asString())
                    .startsWith("urn:uuid:");
            assertThat(event.get("source").get("observer").get("display").asString())
                    .isNotBlank();
            assertThat(event.get("entity").size()).isBetween(1, 2);
            for (var entity : event.get("entity")) {
                assertThat(entity.get("what").get("identifier").get("value").asString())
                        .isNotBlank();
                assertThat(entity.has("name")).as("sev-1: a name or a query").isFalse();
            }
            nothingIsEmpty(event);
        });
        assertThat(all.lines()).extracting(line -> line.get("id").asString()).doesNotHaveDuplicates();
        assertThat(all.export().rows()).isEqualTo(all.lines().size());
        assertThat(all.export().sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all.file())));
        assertThat(said("audit.exported", all.export().sha256()))
                .containsExactly(
                        all.lines().size() + " rows, SHA-256 " + all.export().sha256());
    }

    @Test
    void thePatientIsIdentifiedByNumberAndNeverByName() {
        var patient = group.patient("Secretgiven", "Secretfamily", group.west);
        var number = numberOf(patient);
        var found = exported(new AuditFilter(null, number, null, null, null), "Asked by the patient");
        assertThat(found.lines()).isNotEmpty().allSatisfy(event -> assertThat(event.get("entity")
                        .get(0)
                        .get("what")
                        .get("identifier")
                        .get("value")
                        .asString())
                .isEqualTo(number));
        var added = found.lines().getLast();
        assertThat(added.get("subtype").get(0).get("code").asString()).isEqualTo("patient.added");
        assertThat(added.get("type").get("code").asString()).isEqualTo("110110");
        assertThat(added.get("action").asString()).isEqualTo("C");
        assertThat(added.get("agent").get(0).get("altId").asString()).isEqualTo(staff.username("manager"));
        assertThat(new String(found.file(), StandardCharsets.UTF_8)).doesNotContain("Secret");
        assertThat(said("audit.export-started", "Asked by the patient"))
                .containsExactly("one patient, reason Asked by the patient");
        assertThat(exported(new AuditFilter(null, "P-99999999", null, null, null), "Nobody else has opened it")
                        .lines())
                .isEmpty();
    }

    @Test
    void aTrailOfMoreThanOnePageIsExportedOnceAndInOrder() {
        var at = LocalDateTime.of(2033, 5, 5, 5, 5);
        for (int n = 0; n < 1_001; n++) {
            jdbc.sql("""
                    insert into audit_event (id, at, actor, kind, subject, detail, mac)
                    values (?, ?, ?, 'export.paged', ?, 'line\nbreak', ?)""")
                    .params(
                            Ids.bytes(Ids.next()),
                            at.plusSeconds(n / 3),
                            Ids.bytes(group.therapist.value()),
                            Ids.bytes(Ids.next()),
                            new byte[32])
                    .update();
        }
        var paged = exported(new AuditFilter(null, null, "export.paged", null, null), "Many entries of the whole year");
        assertThat(paged.lines())
                .hasSize(1_001)
                .extracting(line -> line.get("id").asString())
                .doesNotHaveDuplicates();
        assertThat(paged.lines())
                .extracting(line -> Instant.parse(line.get("recorded").asString()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void anExportNeedsAReasonThePasswordAndTheRole() {
        assertThatThrownBy(() -> exported(AuditFilter.NONE, " "))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        assertThatThrownBy(() -> staff.as("auditor", () -> written(AuditFilter.NONE, "Without a password")))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        for (var who : List.of("manager", "chiropractor", "westdesk")) {
            assertThatThrownBy(() -> staff.as(who, () -> written(AuditFilter.NONE, "Curious about the numbers")))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(said("audit.export-started", "Curious about the numbers")).isEmpty();
        assertThat(said("audit.export-started", "Without a password")).isEmpty();
    }

    @Test
    void anExportWhoseReceiverIsGoneIsOnRecordAsNotFinished() {
        var gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        care.provenly("auditor", () -> {
            assertThatThrownBy(() -> exports.export(AuditFilter.NONE, "To nobody outside the clinic", gone))
                    .isInstanceOf(IOException.class);
            return true;
        });
        var export = jdbc.sql("select subject from audit_event where kind = 'audit.export-started' and detail like ?")
                .param("%reason To nobody outside the clinic")
                .query(byte[].class)
                .single();
        assertThat(jdbc.sql("select kind from audit_event where subject = ? order by id")
                        .param(export)
                        .query(String.class)
                        .list())
                .containsExactly("audit.export-started", "audit.export-not-finished");
    }

    /** FHIR has no empty strings, arrays and objects. */
    private static void nothingIsEmpty(JsonNode node) {
        if (node.isContainer()) {
            assertThat(node.isEmpty()).isFalse();
            node.forEach(AuditExportServiceTest::nothingIsEmpty);
        } else {
            assertThat(node.asString()).isNotBlank();
        }
    }

    private Exported exported(AuditFilter filter, String reason) {
        return care.provenly("auditor", () -> written(filter, reason));
    }

    private Exported written(AuditFilter filter, String reason) {
        var out = new ByteArrayOutputStream();
        try {
            var export = exports.export(filter, reason, out);
            var lines = out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(json::readTree)
                    .toList();
            return new Exported(export, lines, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> said(String kind, String ending) {
        return jdbc.sql("select detail from audit_event where kind = ? and detail like ?")
                .params(kind, "%" + ending)
                .query(String.class)
                .list();
    }

    private String numberOf(PatientId patient) {
        return "P-"
                + jdbc.sql("select patient_number from patient where id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single();
    }
}
