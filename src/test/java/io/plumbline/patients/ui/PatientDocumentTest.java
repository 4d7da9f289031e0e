package io.plumbline.patients.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A patient's summary as a document: as much as the reader may see, and each time on record. */
@StoreTest
class PatientDocumentTest {
    @Autowired
    PatientDocument document;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void theSummaryHasWhatTheReaderMaySee() {
        var patient = care.treated("Summed");
        care.signedNote(patient);
        assertThat(printedFor("chiropractor", patient))
                .contains("Patient summary")
                .contains("Identity and contact")
                .contains("Summed ")
                .contains("Session note: signed")
                .as("nobody to call is known")
                .doesNotContain("In an emergency");
        assertThat(printedFor("westdesk", patient)).contains("Summed ").doesNotContain("Session note: signed");
        assertThat(care.auditOf("patient.printed", patient)).isEqualTo(2);
    }

    @Test
    void aPatientOfNobodysAcquaintanceLooksLikeNone() {
        var patient = care.treated("Unknown To Them");
        assertThat(staff.as("guesser", () -> document.print(patient))).isEmpty();
        assertThat(staff.as("eastdesk", () -> document.print(patient))).isEmpty();
        assertThat(care.auditOf("patient.printed", patient)).isZero();
    }

    private String printedFor(String who, PatientId patient) {
        return staff.as(
                who, () -> Paper.of(renderer.render(document.print(patient).orElseThrow()))
                        .text());
    }
}
