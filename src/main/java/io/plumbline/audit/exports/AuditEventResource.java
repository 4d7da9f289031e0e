package io.plumbline.audit.exports;

import static java.util.Map.entry;

import io.plumbline.audit.AuditRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as a FHIR R4 AuditEvent. Patients are identified by their number, everything else by the ids of
 * the portal; the detail has field names and states, never clinical text.
 */
final class AuditEventResource {
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    /** The system of the portal's own names of kinds, such as {@code patient.opened}. */
    static final String KINDS = "urn:plumbline:audit-kind";

    /** How the trail marks what was done under break-glass access. */
    private static final String BREAK_GLASS = "opened with a reason";

    /** What was done, by the last words of a kind, in the letters of FHIR; whatever is not here changed something. */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            entry("opened", "R"),
            entry("viewed", "R"),
            entry("listed", "R"),
            entry("searched", "R"),
            entry("previewed", "R"),
            entry("downloaded", "R"),
            entry("printed", "R"),
            entry("exported", "R"),
            entry("added", "C"),
            entry("created", "C"),
            entry("begun", "C"),
            entry("registered", "C"),
            entry("received", "C"),
            entry("imported", "C"),
            entry("booked", "C"),
            entry("recorded", "C"),
            entry("raised", "C"),
            entry("asked", "C"),
            entry("invited", "C"),
            entry("found", "C"),
            entry("removed", "D"),
            entry("deleted", "D"),
            entry("discarded", "D"),
            entry("in", "E"),
            entry("out", "E"),
            entry("refused", "E"),
            entry("started", "E"),
            entry("finished", "E"));

    private static final Set<String> AUTHENTICATION =
            Set.of("signin.refused", "account.signed-in", "account.signed-out", "signature.refused");

    private AuditEventResource() {}

    /** Returns the resource as JSON objects and arrays. */
    static Map<String, Object> of(AuditRow row) {
        var resource = object();
        resource.put("resourceType", "AuditEvent");
        resource.put("id", row.id().toString());
        resource.put("type", type(row));
        resource.put("subtype", List.of(coding(KINDS, row.kind(), null)));
        resource.put("action", action(row.kind()));
        resource.put("recorded", row.at().toString());
        resource.put("outcome", row.kind().endsWith("refused") ? "4" : "0");
        if (row.detail().startsWith(BREAK_GLASS) || row.kind().equals("opening.begun")) {
            resource.put(
                    "purposeOfEvent",
                    List.of(Map.of("coding", List.of(coding(TERMINOLOGY + "v3-ActReason", "BTG", "break the glass")))));
        }
        resource.put("agent", List.of(agent(row)));
        resource.put("source", source());
        resource.put("entity", entities(row));
        return resource;
    }

    private static Map<String, Object> type(AuditRow row) {
        var kind = row.kind();
        if (AUTHENTICATION.contains(kind) || kind.startsWith("factor.")) {
            return coding(DICOM, "110114", "User Authentication");
        }
        if (kind.startsWith("audit.")) {
            return coding(DICOM, "110101", "Audit Log Used");
        }
        if (row.patient() != null) {
            return coding(DICOM, "110110", "Patient Record");
        }
        return kind.endsWith("listed") || kind.endsWith("searched")
                ? coding(DICOM, "110112", "Query")
                : coding(DICOM, "110100", "Application Activity");
    }

    private static String action(String kind) {
        var words = kind.split("[.-]", -1);
        return ACTIONS.getOrDefault(words[words.length - 1], "U");
    }

    private static Map<String, Object> agent(AuditRow row) {
        var agent = object();
        agent.put("who", Map.of("identifier", identifier(row.actorId().value()), "display", row.actorName()));
        var username = row.username();
        if (username != null) {
            agent.put("altId", username);
        }
        agent.put("name", row.actorName());
        agent.put("requestor", true);
        return agent;
    }

    private static Map<String, Object> source() {
        var source = object();
        source.put("observer", Map.of("display", "Plumbline"));
        source.put("type", List.of(coding(TERMINOLOGY + "security-source-type", "4", "Application Server")));
        return source;
    }

    private static List<Object> entities(AuditRow row) {
        var entities = new ArrayList<>();
        var patient = row.patient();
        if (patient != null) {
            var number = row.patientNumber();
            var whom = object();
            whom.put(
                    "what",
                    number == null
                            ? Map.of("identifier", identifier(patient.value()))
                            : Map.of("identifier", medicalRecordNumber(number)));
            whom.put("type", coding(TERMINOLOGY + "audit-entity-type", "1", "Person"));
            whom.put("role", coding(TERMINOLOGY + "object-role", "1", "Patient"));
            entities.add(whom);
        }
        var record = object();
        record.put("what", Map.of("identifier", identifier(row.subject())));
        record.put("type", coding(TERMINOLOGY + "audit-entity-type", "2", "System Object"));
        record.put("role", coding(TERMINOLOGY + "object-role", "4", "Domain Resource"));
        if (!row.detail().isBlank()) {
            record.put("detail", List.of(Map.of("type", "detail", "valueString", row.detail())));
        }
        entities.add(record);
        return entities;
    }

    private static Map<String, Object> medicalRecordNumber(String number) {
        var identifier = object();
        identifier.put("type", Map.of("coding", List.of(coding(TERMINOLOGY + "v2-0203", "MR", null))));
        identifier.put("value", number);
        return identifier;
    }

    private static Map<String, Object> identifier(UUID id) {
        return Map.of("system", "urn:ietf:rfc:3986", "value", "urn:uuid:" + id);
    }

    private static Map<String, Object> coding(String system, String code, @Nullable String display) {
        var coding = object();
        coding.put("system", system);
        coding.put("code", code);
        if (display != null) {
            coding.put("display", display);
        }
        return coding;
    }

    private static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }
}
