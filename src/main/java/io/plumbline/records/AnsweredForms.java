package io.plumbline.records;

import io.plumbline.forms.QuestionAudience;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers to the clinics' own questions in the words of the forms, as far as the current user may see them. A version of a
 * form is read once for a whole export, however many notes answer it.
 */
final class AnsweredForms {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** By version; a version does not change. */
    private final Map<UUID, JsonNode> known = new HashMap<>();

    AnsweredForms(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Replaces the ids of the questions of some rows by their words. */
    void putInWords(Collection<RecordRow> rows) {
        read(rows.stream()
                .flatMap(AnsweredForms::answered)
                .map(AnsweredForms::version)
                .toList());
        rows.stream()
                .map(row -> row.values().get("more"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(more -> more.path("forms").isArray())
                .forEach(this::putInWords);
    }

    private void read(Collection<UUID> versions) {
        var unknown = new HashSet<>(versions);
        unknown.removeAll(known.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        // also those that are gone, so that they are not asked for with each page
        unknown.forEach(version -> known.put(version, json.createObjectNode()));
        jdbc.sql("select id, content from intake_form_version where id in (:versions)")
                .param("versions", Ids.bytes(unknown, id -> id))
                .query((row, n) -> known.put(Ids.uuid(row.getBytes("id")), json.readTree(row.getString("content"))))
                .list();
    }

    private void putInWords(ObjectNode more) {
        var seesAll = CurrentUser.may(Permission.INTAKE_CONCLUDE) || CurrentUser.may(Permission.ACCESS_REQUEST);
        var said = json.createArrayNode();
        for (var form : more.path("forms").values()) {
            var content = known.getOrDefault(version(form), json.createObjectNode());
            for (var section : content.path("sections").values()) {
                for (var question : section.path("questions").values()) {
                    var answer = form.path("answers").path(question.path("id").asString());
                    if (!answer.isMissingNode() && (seesAll || isForAll(question))) {
                        said.addObject()
                                .put("question", question.path("label").asString())
                                .put("answer", answer.asString());
                    }
                }
            }
        }
        more.set("forms", said);
    }

    private static boolean isForAll(JsonNode question) {
        return question.path("audience").asString().equals(QuestionAudience.CLINICIANS.name());
    }

    private static Stream<JsonNode> answered(RecordRow row) {
        return row.values().get("more") instanceof ObjectNode more ? more.path("forms").values().stream() : Stream.of();
    }

    private static UUID version(JsonNode form) {
        return UUID.fromString(form.path("version").asString());
    }
}
