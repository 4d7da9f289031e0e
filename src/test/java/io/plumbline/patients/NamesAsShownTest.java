package io.plumbline.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One name for each person wherever they are called, whoever wrote the record: the store itself puts it together. */
@StoreTest
@OnMySql("the name is a generated column")
class NamesAsShownTest {
    /** Where a name is compared, exported or shown beside the preferred one, or is that of a practitioner. */
    private static final Set<String> OWN_NAMES = Set.of(
            "RecordQuery.java",
            "PatientDirectoryQuery.java",
            "PatientsFoundBySound.java",
            "AppointmentTimelineQuery.java");

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMergeService merges;

    @Autowired
    AppointmentService appointments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPreferredNameStandsWhereverThePatientIsCalled() {
        var patient = named("Léa", "Brandtshown", "Leo");
        assertThat(listed("Brandtshown")).isEqualTo("Léa Brandtshown (Leo)");
        assertThat(opened(patient).header().name()).isEqualTo("Léa Brandtshown (Leo)");
        var visit = care.bookMassage(patient, care.emptyDay());
        assertThat(staff.as("westdesk", () -> appointments.find(visit))
                        .orElseThrow()
                        .row()
                        .personName())
                .isEqualTo("Léa Brandtshown (Leo)");
    }

    @Test
    void aPersonMayHaveOneName() {
        var suda = named("Suda", "", "");
        var ravi = named("", "Ravishown", "");
        assertThat(shown(suda)).isEqualTo("Suda");
        assertThat(opened(suda).name()).isEqualTo("Suda");
        assertThat(listed("Ravishown")).isEqualTo("Ravishown");
        assertThat(opened(ravi).calledBy()).isEqualTo("Ravishown");
        assertThatThrownBy(() -> named(" ", "", "Nobody")).isInstanceOf(Refused.class);
    }

    @Test
    void everyWriterLeavesTheNameThatTheDraftHas() {
        var patient = named("Anneke", "Written", "");
        for (var preferred : new String[] {"Ann", "", "Anneke"}) {
            correct(patient, draft("Anneke", "Written", preferred));
            assertThat(shown(patient))
                    .isEqualTo(draft("Anneke", "Written", preferred).shownAs());
        }
        jdbc.sql("update patient set given_name = 'Anja', preferred_name = 'A' where id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
        assertThat(shown(patient)).as("past every service").isEqualTo("Anja Written (A)");
    }

    @Test
    void aMergedRecordHasTheNameOfTheOtherUntilItIsUnmerged() {
        var kept = named("Kim", "Keptshown", "");
        var merged = named("K.", "Mergedshown", "Kimmy");
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        assertThat(shown(merged)).isEqualTo("Kim Keptshown");
        correct(kept, draft("Kim", "Keptshown", "Kay"));
        assertThat(shown(merged)).isEqualTo("Kim Keptshown (Kay)");
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(shown(merged)).isEqualTo("K. Mergedshown (Kimmy)");
        assertThat(shown(kept)).isEqualTo("Kim Keptshown (Kay)");
    }

    @Test
    void noStatementPutsTheNameOfAPatientTogether() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file ->
                                    !OWN_NAMES.contains(file.getFileName().toString()))
                            .filter(NamesAsShownTest::joinsNames))
                    .isEmpty();
        }
    }

    private static boolean joinsNames(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("\\s+", " ")
                    .contains("getString(\"given_name\") + \" \" + row.getString(\"family_name\")");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PatientId named(String given, String family, String preferred) {
        return staff.as("westdesk", () -> patients.add(draft(given, family, preferred), group.west));
    }

    private void correct(PatientId patient, PatientDraft draft) {
        var version = opened(patient).version();
        staff.doAs("westdesk", () -> patients.correct(patient, version, draft));
    }

    private static PatientDraft draft(String given, String family, String preferred) {
        return new PatientDraft(
                given,
                family,
                preferred,
                "",
                null,
                "",
                "",
                null,
                null,
                "",
                "",
                PatientDraft.EmergencyContact.NONE,
                PatientDraft.Guardian.NONE,
                PatientReach.NONE);
    }

    private PatientDetails opened(PatientId patient) {
        return staff.as("westdesk", () -> patients.open(patient)).orElseThrow();
    }

    private String listed(String typed) {
        return staff.as("westdesk", () -> patients.search(typed)).getFirst().name();
    }

    private String shown(PatientId patient) {
        return jdbc.sql("select shown_as from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .single();
    }
}
