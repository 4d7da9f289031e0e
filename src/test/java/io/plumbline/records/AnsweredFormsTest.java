package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormId;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.FormService;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.forms.QuestionKind;
import io.plumbline.forms.VisitKind;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers to the clinics' own questions in an export: in the words of the form, and for whom they are. */
@StoreTest
class AnsweredFormsTest {
    private static final Predicate<String> READS = sql -> sql.contains("intake_form_version");

    @Autowired
    RecordQuery query;

    @Autowired
    FormService forms;

    /** Whose accounts the tests use. */
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    private FormId form;
    private UUID version;

    @BeforeEach
    void publish() {
        form = staff.as("manager", forms::begin);
        var content = new FormContent(
                "Exported",
                null,
                VisitKind.FIRST,
                List.of(new FormSection(
                        "Section",
                        List.of(
                                question("open", QuestionAudience.CLINICIANS),
                                question("hidden", QuestionAudience.CHIROPRACTORS)))));
        staff.doAs(
                "manager",
                () -> forms.publish(
                        form,
                        forms.saveDraft(form, forms.open(form).orElseThrow().revision(), content)));
        version = jdbc.sql("select id from intake_form_version where form_id = ?")
                .param(Ids.bytes(form.value()))
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .single();
    }

    /** Other tests of the same store begin notes too. */
    @AfterEach
    void retire() {
        staff.doAs(
                "manager",
                () -> forms.retire(form, forms.open(form).orElseThrow().revision()));
    }

    @Test
    void aTherapistsExportLeavesOutWhatOnlyChiropractorsMaySee() {
        assertThat(said("therapist", query.forms())).containsExactly("open: one");
        assertThat(said("chiropractor", query.forms())).containsExactly("open: one", "hidden: two");
        assertThat(said("auditor", query.forms())).containsExactly("open: one", "hidden: two");
    }

    @Test
    void aVersionIsReadOnceForAllNotesOfAnExport() {
        var once = query.forms();
        assertThat(statements.of(() -> said("chiropractor", once))).anyMatch(READS);
        assertThat(statements.of(() -> said("chiropractor", once)))
                .as("not read again")
                .noneMatch(READS);
        assertThat(statements.of(() -> said("chiropractor", query.forms())))
                .as("by another export")
                .anyMatch(READS);
    }

    private List<String> said(String who, AnsweredForms answered) {
        var more = JsonMapper.shared()
                .readTree("{\"forms\": [{\"version\": \"" + version
                        + "\", \"answers\": {\"open\": \"one\", \"hidden\": \"two\"}}]}");
        var row = new RecordRow(Ids.next(), new TreeMap<>(Map.of("more", more)), Map.of());
        staff.doAs(who, () -> answered.putInWords(List.of(row)));
        return more.path("forms").values().stream().map(AnsweredFormsTest::line).toList();
    }

    private static String line(JsonNode answer) {
        return answer.path("question").asString() + ": " + answer.path("answer").asString();
    }

    private static FormQuestion question(String label, QuestionAudience audience) {
        return new FormQuestion(label, QuestionKind.TEXT, label, "", List.of(), null, null, false, audience);
    }
}
