package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestOnlineIntakes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a patient submitted online is open on the patient's page until an intake note is begun with it. */
@StoreTest
class OnlineIntakeTimelineQueryTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);

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
    TestOnlineIntakes online;

    @Autowired
    OnlineReviewService reviews;

    @Autowired
    OnlineIntakeTimelineQuery timeline;

    @Test
    void whatIsSubmittedIsToReviewUntilAnIntakeNoteIsBegunWithIt() {
        var patient = patient();
        online.token("westdesk", patient, group.west);
        assertThat(entries("therapist", patient)).as("sent, not submitted").isEmpty();
        online.submit("westdesk", patient, group.west, Map.of());
        assertThat(entries("therapist", patient))
                .extracting(TimelineEntry::what, TimelineEntry::open, TimelineEntry::address)
                .containsExactly(tuple("Online intake to review", true, Routes.patient(patient, Routes.INTAKE)));
        assertThat(entries("westdesk", patient))
                .as("of no concern to the front desk")
                .isEmpty();
        var id = staff.as(
                        "chiropractor",
                        () -> intakes.findByPatient(patients.details(patient).orElseThrow()))
                .getFirst()
                .id();
        staff.doAs("chiropractor", () -> reviews.begin(id));
        assertThat(entries("therapist", patient))
                .extracting(TimelineEntry::what, TimelineEntry::open)
                .containsExactly(tuple("Online intake", false));
    }

    private List<TimelineEntry> entries(String who, PatientId patient) {
        return staff.as(
                who, () -> timeline.findEntries(patients.details(patient).orElseThrow()));
    }

    private PatientId patient() {
        var patient = care.treated("Timeline Online");
        staff.doAs("manager", () -> {
            var opened = patients.details(patient).orElseThrow();
            patients.correct(patient, opened.version(), new PatientDraft("Timeline", "Online", BORN, null, null));
        });
        return patient;
    }
}
