package io.plumbline.notes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Note templates: whose they are, what is refused, what is on record of their changes and of the notes that use them. */
@StoreTest
class NoteTemplateServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    NoteTemplateService templates;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    ExerciseService exercises;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTemplateIsReadBackAndEachChangeIsOnRecordWithoutItsText() {
        var text = "שלום {צד} 😀" + "é".repeat(1900);
        var row = new ExerciseRow(new ExerciseId(Ids.next()), "Bridge", false, true, 2, 10, 5, "band", "");
        var draft = new NoteTemplateDraft(
                "Record 😀",
                AppointmentType.EXERCISE,
                "Change: {change}",
                text,
                Set.of(),
                45,
                List.of(row),
                "Cue",
                "Home",
                "Next \"quoted\"\nline");
        var id = staff.as("therapist", () -> templates.add(draft, OperationId.next()));
        assertThat(find("therapist", id).draft()).isEqualTo(draft);
        var shorter = massage("Record 2", "Walk");
        staff.doAs("therapist", () -> templates.edit(id, 0, shorter));
        assertThat(find("therapist", id).draft()).isEqualTo(shorter);
        staff.doAs("therapist", () -> templates.retire(id, 1));
        assertThat(offered("therapist")).doesNotContain("Record 2");
        assertThat(find("therapist", id).draft())
                .as("retired templates stay readable")
                .isEqualTo(shorter);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> templates.edit(id, 2, draft)))
                .isInstanceOf(Refused.class)
                .hasMessage("This template is retired. Offer it again before you edit it");
        staff.doAs("therapist", () -> templates.offerAgain(id, 2));
        assertThat(offered("therapist")).contains("Record 2");
        assertThat(jdbc.sql("select concat(kind, ': ', detail) from audit_event where subject = ? order by at, id")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "note-template.added: mine",
                        "note-template.edited: name, service, subjective, observations, minutes, exercises, cue,"
                                + " homeCare, nextStep",
                        "note-template.retired: ",
                        "note-template.offered-again: ");
    }

    @Test
    void nobodySeesTheTemplatesOfAnotherClinician() {
        var id = own("therapist", "Secret");
        assertThat(staff.as("chiropractor", () -> templates.find(id))).isEmpty();
        assertThat(staff.as("chiropractor", () -> templates.list(new NoteTemplateFilter("secret", null, null, false))))
                .isEmpty();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> templates.retire(id, 0)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void chiropractorsWriteThoseOfTheClinicsAndEveryClinicianUsesThem() {
        var id = clinics("Of all");
        own("therapist", "Of mine");
        assertThat(offered("therapist")).as("one's own first").containsSubsequence("Of mine", "Of all");
        assertThat(find("therapist", id).mayChange()).isFalse();
        assertThat(find("chiropractor", id).mayChange()).isTrue();
        assertThatThrownBy(() -> staff.doAs("therapist", () -> templates.edit(id, 0, massage("Of all", "x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> templates.retire(id, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.doAs(
                        "therapist", () -> templates.addForClinics(massage("Of all 2", "x"), OperationId.next())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aNameIsOfferedOnceForEachVisitTypeAndOwner() {
        var first = own("therapist", "Unique");
        own("chiropractor", "Unique");
        clinics("Unique");
        staff.doAs(
                "therapist",
                () -> templates.add(
                        new NoteTemplateDraft(
                                "Unique", AppointmentType.EXERCISE, "", "", Set.of(), 30, List.of(), "", "", ""),
                        OperationId.next()));
        assertTaken(() -> own("therapist", "UNIQUE"));
        staff.doAs("therapist", () -> templates.retire(first, 0));
        own("therapist", "unique");
        assertTaken(() -> staff.doAs("therapist", () -> templates.offerAgain(first, 1)));
        assertThat(find("therapist", first).isRetired()).isTrue();
    }

    @Test
    void whoSawAnOlderVersionLosesNothingOfTheOther() {
        var id = clinics("Stale");
        staff.doAs("chiropractor", () -> templates.edit(id, 0, massage("Stale", "Two")));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> templates.edit(id, 0, massage("Stale", "Three"))))
                .isInstanceOf(StaleVersion.class);
        assertThat(find("chiropractor", id).draft().homeCare()).isEqualTo("Two");
    }

    @Test
    void theSameFormTwiceAddsOneTemplate() {
        var operation = OperationId.next();
        var first = staff.as("therapist", () -> templates.add(massage("Twice", "x"), operation));
        assertThat(staff.as("therapist", () -> templates.add(massage("Twice", "x"), operation)))
                .isEqualTo(first);
    }

    @Test
    void aModalityThatNobodyRecordsInSuchAVisitIsRefused() {
        for (var modality : List.of("CHIRO_ADJUST", "COUNTERSTRAIN", "NO_SUCH")) {
            assertThatThrownBy(() -> staff.doAs(
                            "therapist",
                            () -> templates.add(
                                    new NoteTemplateDraft(
                                            "Scope " + modality,
                                            AppointmentType.MASSAGE,
                                            "",
                                            "",
                                            Set.of(modality),
                                            null,
                                            List.of(),
                                            "",
                                            "",
                                            ""),
                                    OperationId.next())))
                    .as(modality)
                    .isInstanceOf(Refused.class)
                    .hasMessageEndingWith("does not belong to this visit type. Leave it out");
        }
    }

    @Test
    void aSignedNoteSaysWhatCameFromATemplateUntouched() {
        var patient = care.treated("From a template");
        care.signIntake(patient, care.assessed("back"));
        var visit = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
        var opened = staff.as("therapist", () -> notes.open(note)).orElseThrow();
        var limits = new TemplateLimits(new Modalities("1", "", List.of(), List.of()), Set.of(), Set.of(), false);
        var template = new NoteTemplateDraft(
                "Signed", AppointmentType.MASSAGE, "", "", Set.of(), null, List.of(), "Hinge", "Walk", "");
        var filled = TemplateFill.of(TestCare.done(), template, limits).draft();
        var version = staff.as("therapist", () -> notes.saveDraft(note, opened.version(), filled));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        var read = staff.as("chiropractor", () -> notes.open(note)).orElseThrow();
        assertThat(Objects.requireNonNull(read.signature()).intact()).isTrue();
        assertThat(TemplateMarks.unchangedIn(read.draft()))
                .containsEntry("cue", "Signed")
                .containsEntry("homeCare", "Signed");
    }

    @Test
    void aRetiredExerciseIsNotAmongThoseInUse() {
        var labels = staff.as("chiropractor", () -> exercises.labelsInUse());
        assertThat(staff.as("chiropractor", () -> exercises.labels())).containsAll(labels);
        assertThat(labels.size())
                .isEqualTo(jdbc.sql("select count(*) from exercise where status = 'ACTIVE'")
                        .query(Integer.class)
                        .single());
    }

    private static void assertTaken(Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(NoteTemplateField.NAME))
                .hasMessage("You have a template with this name for this visit type already. Choose another name, or"
                        + " edit that template");
    }

    private NoteTemplateId own(String who, String name) {
        return staff.as(who, () -> templates.add(massage(name, "Walk"), OperationId.next()));
    }

    private NoteTemplateId clinics(String name) {
        return staff.as("chiropractor", () -> templates.addForClinics(massage(name, "Walk"), OperationId.next()));
    }

    private NoteTemplateDetails find(String who, NoteTemplateId id) {
        return staff.as(who, () -> templates.find(id)).orElseThrow();
    }

    private List<String> offered(String who) {
        return staff.as(who, () -> templates.findOffered(AppointmentType.MASSAGE)).stream()
                .map(template -> template.draft().name())
                .toList();
    }

    private static NoteTemplateDraft massage(String name, String homeCare) {
        return new NoteTemplateDraft(
                name, AppointmentType.MASSAGE, "", "", Set.of(), null, List.of(), "", homeCare, "");
    }
}
