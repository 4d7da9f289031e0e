package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.Origin;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every section of a record is read by statements that the store understands, with values of their types. */
@StoreTest
@OnMySql("every section of a record is read by SQL by hand")
class RecordQueryTest {
    @Autowired
    RecordQuery query;

    @Autowired
    AlertService alerts;

    @Autowired
    NotePrivacyService privacy;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    OnlineFormService forms;

    static Stream<String> sections() {
        return RecordSections.of(true).stream().map(RecordSection::key);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theStoreUnderstandsTheStatementsOfASection(String key) {
        var patient = care.treated("Section");
        var section = RecordSections.of(true).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        staff.doAs("therapist", () -> {
            query.ids(section, patient);
            assertThat(query.rows(section, patient, List.of(Ids.next()), query.forms()))
                    .isEmpty();
        });
    }

    @Test
    void flagsAlertsAndAppointmentsAreReadWithTheirTypes() {
        var patient = care.treated("Typed");
        care.raise(patient, group.west, "RF-CES-1");
        var since = LocalDate.of(2026, 11, 1);
        staff.doAs(
                "westdesk",
                () -> alerts.add(
                        patient,
                        new AlertDraft(
                                AlertKind.PREFERENCE, "Low light", AlertKind.PREFERENCE.usualAudience(), since, null),
                        OperationId.next()));
        staff.doAs("therapist", () -> {
            var flag = rows("redFlags", patient).getFirst();
            assertThat(flag.values()).containsEntry("rule", "RF-CES-1").containsKeys("raisedAt", "raisedBy", "level");
            assertThat(flag.values().get("raisedAt")).isInstanceOf(Instant.class);
            assertThat(rows("alerts", patient).getFirst().values())
                    .containsEntry("words", "Low light")
                    .containsEntry("startsOn", since)
                    .doesNotContainKey("endsOn");
            assertThat(rows("appointments", patient)).hasSize(2).allSatisfy(row -> assertThat(row.values())
                    .containsKeys("clinic", "practitioner", "startsOn", "startsAt", "status", "minutes"));
            assertThat(rows("person", patient).getFirst().values()).containsEntry("interpreter", false);
        });
    }

    @Test
    void whatThePatientSubmittedOnlineIsInTheRecordAndWhatIsOnlySavedIsNot() {
        var patient = staff.as(
                "manager",
                () -> patients.add(
                        new PatientDraft("Online", "Exported", LocalDate.of(1970, 4, 27), null, null), group.west));
        var token = staff.as("westdesk", () -> intakes.create(patient, group.west, false, route -> route))
                .address()
                .replaceAll(".*/(.*)\\?.*", "$1");
        var pass = staff.as(
                "system", () -> Objects.requireNonNull(forms.answer(token, LocalDate.of(1970, 4, 27), "", Origin.PERSON)
                                .form())
                        .pass());
        var saved = staff.as(
                "system",
                () -> forms.save(
                        token, pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")), Origin.PERSON));
        assertThat(staff.as("manager", () -> rows("onlineIntakes", patient))).isEmpty();
        staff.doAs(
                "system", () -> forms.submit(token, pass, saved.version(FormPage.CHECK), "203.0.113.7", Origin.PERSON));
        assertThat(staff.as("manager", () -> rows("onlineIntakes", patient)))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsKeys("clinic", "createdBy", "openedAt", "submittedAt", "signatureCode")
                        .hasEntrySatisfying("content", content -> assertThat(content.toString())
                                .contains("\"complaint\":[\"Low back\"]")));
    }

    @Test
    void aNoteThatIsRestrictedAfterAnExportBeganIsNotInIt() {
        var patient = care.treated("Restricted");
        var note = care.signedNote(patient);
        var section = RecordSections.of(false).stream()
                .filter(one -> one.key().equals("sessionNotes"))
                .findFirst()
                .orElseThrow();
        var ids = staff.as("chiropractor", () -> query.ids(section, patient));
        assertThat(ids).containsExactly(note.value());
        staff.doAs("therapist", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
        assertThat(staff.as("chiropractor", () -> query.rows(section, patient, ids, query.forms())))
                .isEmpty();
        assertThat(staff.as("therapist", () -> query.rows(section, patient, ids, query.forms())))
                .hasSize(1);
    }

    private List<RecordRow> rows(String key, PatientId patient) {
        var section = RecordSections.of(true).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        var ids = query.ids(section, patient);
        return ids.isEmpty() ? List.of() : query.rows(section, patient, ids, query.forms());
    }
}
