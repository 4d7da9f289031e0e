package io.plumbline.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.answers.AnswerDetails;
import io.plumbline.answers.AnswerDraft;
import io.plumbline.answers.AnswerFilter;
import io.plumbline.answers.AnswerFlag;
import io.plumbline.answers.AnswerReview;
import io.plumbline.answers.AnswerRow;
import io.plumbline.answers.AnswerService;
import io.plumbline.answers.ReadAnswer;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The exercise library and the answer bank. */
@StoreTest
@OnMySql("imports of one page at once meet unique keys and deadlocks, and words are sought by prefix")
class ExerciseServiceTest {
    private static final LocalDate DAY = LocalDate.of(2012, 2, 29);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ExerciseService exercises;

    @Autowired
    AnswerService answers;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void thereAreStaff() {
        assertThat(group.chiropractor).isNotNull();
    }

    @Test
    void importingAPageTwiceAddsNothing() {
        var page = page("How to sit?", 12);
        assertThat(load("How to sit?", page)).isEqualTo(12);
        assertThat(load("How to  sit? ", page)).isZero();
        assertThat(jdbc.sql("select count(*) from question where wording = 'How to sit?'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void concurrentImportsOfAPageAddEachAnswerOnce() throws Exception {
        var page = page("How to stand?", 25);
        Callable<Integer> loading = () -> load("How to stand?", page);
        try (var threads = Executors.newFixedThreadPool(6)) {
            int added = 0;
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(6, loading))) {
                added += one.get();
            }
            assertThat(added).isEqualTo(25);
        }
        assertThat(jdbc.sql("select count(*) from answer where content_key in (:keys)")
                        .param("keys", page.stream().map(ReadAnswer::key).toList())
                        .query(Long.class)
                        .single())
                .isEqualTo(25);
    }

    @Test
    void anAnswerEditedBeforeItsImportIsRecognizedInTheNextImport() {
        var read = answer("Whom to ask?", "Mia Stone", "The plank is good.");
        var corrected = new ReadAnswer(
                read.key(), AnswerDraft.of("Mia Stonefield", "Tempe", "AZ", DAY, "The plank is very good."));
        assertThat(load("Whom to ask?", List.of(corrected))).isOne();
        assertThat(load("Whom to ask?", List.of(read))).isZero();
    }

    @Test
    void privateContactsAreNeverStored() {
        var id = kept("Rest well. Ring 602-555-0188 or mail kay@example.org today.");
        var answer = open(id);
        assertThat(answer.draft().text()).isEqualTo("Rest well. Ring [phone number] or mail [e-mail address] today.");
        assertThat(answer.draft().flags()).contains(AnswerFlag.PHONE_NUMBER, AnswerFlag.SOLICITATION);
        assertThat(jdbc.sql("select count(*) from answer where body like '%555-0188%' or body like '%kay@%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(found(search("5550188"))).isEmpty();
        assertThat(found(search("kay@example.org"))).isEmpty();
        assertThat(jdbc.sql("select count(*) from answer_word where word like '%0188%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anEmptyAnswerIsStoredWithAFlagAndCannotBeApproved() {
        var id = kept("");
        var answer = open(id);
        assertThat(answer.draft().flags()).containsExactly(AnswerFlag.EMPTY);
        assertThat(answer.named()).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review(id, answer.version(), AnswerReview.APPROVED, ""))
                .withMessage("An answer without text cannot be approved");
    }

    @Test
    void anAnswerIsFoundByWordPrefixesInAnyOrder() {
        var id = kept("Zoë Quentin", "Slow uphill wandering does me good.");
        assertThat(found(search("uphi zoe"))).containsExactly(id);
        assertThat(found(search("QUENT wander"))).containsExactly(id);
        assertThat(found(search("uphill nowhere"))).isEmpty();
        assertThat(found(search("phill")))
                .as("words are found by their beginning")
                .isEmpty();
        assertThat(found(search("%")))
                .as("a sign is no word: nothing is narrowed")
                .isNotEmpty();
    }

    @Test
    void answersAreFilteredByFlagReviewAndExercise() {
        library();
        var cut = kept("Lift the hips. Then lower them and");
        var planks = kept("Nothing beats a side plank.");
        assertThat(found(new AnswerFilter("", AnswerFlag.CUT, null, null)))
                .contains(cut)
                .doesNotContain(planks);
        assertThat(found(AnswerFilter.naming("side-plank"))).contains(planks).doesNotContain(cut);
        review(planks, 0, AnswerReview.APPROVED, "");
        assertThat(found(new AnswerFilter("", null, AnswerReview.APPROVED, null)))
                .contains(planks)
                .doesNotContain(cut);
        assertThat(open(planks).named()).anySatisfy(named -> {
            assertThat(named.name()).isEqualTo("Side plank");
            assertThat(named.exercise()).isEqualTo(exercise("Side plank").id());
        });
    }

    @Test
    void pagesOfAnswersFollowEachOtherWithoutRepeats() {
        load("How to walk?", page("How to walk?", 23));
        var filter = search("walkmarker");
        var seen = new ArrayList<AnswerId>();
        @Nullable AnswerRow last = null;
        List<AnswerRow> next;
        do {
            var after = last;
            next = staff.as("therapist", () -> answers.list(filter, after, 5));
            next.forEach(row -> seen.add(row.id()));
            last = next.isEmpty() ? null : next.getLast();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void rejectingAnAnswerNeedsAReasonAndTheCurrentVersion() {
        var id = kept("I sell a machine for this.");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review(id, 0, AnswerReview.SET_ASIDE, " "))
                .withMessage("The reason is missing");
        review(id, 0, AnswerReview.SET_ASIDE, "The text is advertising");
        assertThat(open(id).reviewedBy()).isEqualTo("chiropractor");
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> review(id, 0, AnswerReview.APPROVED, ""));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        review(id, open(id).version(), AnswerReview.SET_ASIDE, "Entered a second time by a colleague"));
        assertThatExceptionOfType(NotAvailable.class)
                .isThrownBy(() -> review(new AnswerId(Ids.next()), 0, AnswerReview.APPROVED, ""));
    }

    @Test
    void importsAndReviewsAreAuditedWithoutTheirText() {
        var id = kept("Unmistakable wording here.");
        review(id, 0, AnswerReview.APPROVED, "Because of everything");
        assertThat(jdbc.sql("select kind from audit_event where subject = ? order by id")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .list())
                .containsExactly("answer.imported", "answer.reviewed");
        assertThat(jdbc.sql("select count(*) from audit_event where detail like '%Unmistak%' or detail like"
                                + " '%Because of%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anEditCreatesANewVersionAndTheOldOneStaysReadable() {
        var before = exercise("Superman");
        var draft = withDose(before, "3 sets of 8.");
        revise(before, draft, "Agreed in the team");
        var now = open(before);
        assertThat(now.current().number()).isEqualTo(before.current().number() + 1);
        assertThat(now.current().draft()).isEqualTo(draft);
        assertThat(now.current().reason()).isEqualTo("Agreed in the team");
        assertThat(now.current().by()).isEqualTo("chiropractor");
        assertThat(now.version(before.current().number()).orElseThrow()).isEqualTo(before.current());
    }

    @Test
    void aStaleEditIsRefused() {
        var seen = exercise("Swimmers");
        revise(seen, withDose(seen, "Twice."), "First version of the new words");
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> revise(seen, withDose(seen, "Ten times."), "Second version of the words"));
        assertThat(open(seen).current().draft().dose()).isEqualTo("Twice.");
    }

    @Test
    void anEditWithoutAChangeOrReasonIsRefused() {
        var seen = exercise("Reverse crunch");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> revise(seen, seen.current().draft(), "No change of the words at all"))
                .withMessage("Nothing has been changed yet");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> revise(seen, withDose(seen, "Once."), " "))
                .withMessage("The reason is missing");
        assertThat(open(seen)).isEqualTo(seen);
    }

    @Test
    void aSignOffAppliesToOneVersion() {
        var first = exercise("Prone leg lift");
        signOff(first);
        var signed = open(first);
        assertThat(signed.current().signedOffBy()).isEqualTo("chiropractor");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> signOff(signed));
        revise(signed, withDose(signed, "Slowly."), "The patient needs more care");
        var next = open(first);
        assertThat(next.current().signedOffBy()).isNull();
        assertThat(next.version(1).orElseThrow().signedOffBy()).isEqualTo("chiropractor");
        assertThat(rows(filter("prone leg"))).singleElement().satisfies(row -> assertThat(row.isSignedOff())
                .isFalse());
    }

    @Test
    void anExerciseIsRetiredWithAReasonAndNeverDeleted() {
        var used = exercise("Russian twist");
        staff.doAs("manager", () -> exercises.retire(used.id(), used.version(), "Nobody gives it to patients"));
        var retired = open(used);
        assertThat(rows(filter("russian"))).isEmpty();
        assertThat(retired.retiredReason()).isEqualTo("Nobody gives it to patients");
        assertThat(retired.versions()).isEqualTo(used.versions());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> revise(retired, withDose(retired, "Once."), "Changed while nobody looked"));
        staff.doAs("manager", () -> exercises.bringBack(retired.id(), retired.version()));
        assertThat(rows(filter("russian"))).hasSize(1);
    }

    @Test
    void exercisesAreFilteredByGroupStageLevelAreaAndDose() {
        library();
        assertThat(rows(new ExerciseFilter("", ExerciseGroup.CORE, null, null, null, true, ExerciseStatus.ACTIVE)))
                .extracting(ExerciseRow::name)
                .containsExactly("Forearm plank");
        assertThat(rows(new ExerciseFilter("", null, ExerciseStage.COMPOUND, null, null, false, ExerciseStatus.ACTIVE)))
                .extracting(ExerciseRow::name)
                .containsExactly("Deadlift", "Squat (back squat)", "Stiff-leg (straight-leg) deadlift");
        assertThat(rows(new ExerciseFilter("", null, null, ExerciseLevel.ADVANCED, null, false, ExerciseStatus.ACTIVE)))
                .hasSize(2);
        assertThat(rows(new ExerciseFilter("", null, null, null, "ADDUCTORS", false, ExerciseStatus.ACTIVE)))
                .extracting(ExerciseRow::name)
                .containsExactly("Adductor stretch");
        assertThat(rows(filter("knee bent lift")))
                .extracting(ExerciseRow::name)
                .contains("Glute bridge (supine bridge, hip raise)");
    }

    @Test
    void anExerciseShowsHowManyOfAllAnswersNameIt() {
        var before = exercise("Cat–cow").named();
        kept("Cat-cow in the morning.");
        kept("A walk in the evening.");
        var now = exercise("Cat–cow").named();
        assertThat(now.isImported()).isTrue();
        assertThat(now.in() - (before.isImported() ? before.in() : 0)).isEqualTo(1);
        assertThat(now.of())
                .isEqualTo(jdbc.sql("select count(*) from answer")
                        .query(Long.class)
                        .single());
    }

    @Test
    void theLibraryIsAddedOnceAndNotSignedOff() {
        library();
        var all = staff.as("therapist", exercises::labels).size();
        assertThat(staff.as("manager", exercises::notYetAdded)).isZero();
        assertThat(staff.as("manager", exercises::addLibrary)).isZero();
        assertThat(staff.as("therapist", exercises::labels)).hasSize(all);
        assertThat(exercise("Forearm plank").versions().getLast().reason()).isEqualTo("Added from the library");
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'exercise.library-imported'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aClinicsOwnExerciseIsAddedUnlessItsNameIsTaken() {
        library();
        var draft = new ExerciseDraft(
                "Wall sit", ExerciseGroup.CORE, ExerciseStage.START, null, "Back to the wall.", "", "", "", Set.of());
        var id = staff.as("manager", () -> exercises.add(draft));
        var added = staff.as("therapist", () -> exercises.open(id)).orElseThrow();
        assertThat(added.current().draft()).isEqualTo(draft);
        assertThat(added.current().signedOffBy()).isNull();
        assertThat(added.source()).isEqualTo("Written at the clinic");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.as("manager", () -> exercises.add(draft)))
                .withMessageContaining("with this name already exists");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> staff.as("therapist", () -> exercises.add(draft)));
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'exercise.added'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void restingHasNoDose() {
        assertThat(exercise("Floor rest with feet up on a chair or sofa")
                        .current()
                        .draft()
                        .dose())
                .isEmpty();
    }

    @Test
    void anUnknownAreaIsRefused() {
        var seen = exercise("Pelvic tilt");
        var draft = seen.current().draft();
        var wrong =
                new ExerciseDraft(draft.name(), draft.group(), draft.stage(), null, "", "", "", "", Set.of("ELBOW"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> revise(seen, wrong, "Tried by a colleague today"));
    }

    private synchronized void library() {
        if (staff.as("therapist", exercises::labels).isEmpty()) {
            staff.doAs("chiropractor", exercises::addLibrary);
        }
    }

    private ExerciseDetails exercise(String name) {
        library();
        var id = staff.as("therapist", exercises::labels).stream()
                .filter(label -> label.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return staff.as("therapist", () -> exercises.open(id)).orElseThrow();
    }

    private ExerciseDetails open(ExerciseDetails exercise) {
        return staff.as("therapist", () -> exercises.open(exercise.id())).orElseThrow();
    }

    private static ExerciseDraft withDose(ExerciseDetails exercise, String dose) {
        var draft = exercise.current().draft();
        return new ExerciseDraft(
                draft.name(),
                draft.group(),
                draft.stage(),
                draft.level(),
                draft.instruction(),
                dose,
                draft.caution(),
                draft.progression(),
                draft.areas());
    }

    private void revise(ExerciseDetails seen, ExerciseDraft draft, String reason) {
        staff.doAs("chiropractor", () -> exercises.revise(seen.id(), seen.version(), draft, reason));
    }

    private void signOff(ExerciseDetails seen) {
        staff.doAs("chiropractor", () -> exercises.signOff(seen.id(), seen.version()));
    }

    private List<ExerciseRow> rows(ExerciseFilter filter) {
        library();
        return staff.as("therapist", () -> exercises.list(filter, null, 100));
    }

    private static ExerciseFilter filter(String text) {
        return new ExerciseFilter(text, null, null, null, null, false, ExerciseStatus.ACTIVE);
    }

    private static AnswerFilter search(String text) {
        return new AnswerFilter(text, null, null, null);
    }

    private List<AnswerId> found(AnswerFilter filter) {
        return staff.as("therapist", () -> answers.list(filter, null, 500)).stream()
                .map(AnswerRow::id)
                .toList();
    }

    private AnswerDetails open(AnswerId id) {
        return staff.as("therapist", () -> answers.open(id)).orElseThrow();
    }

    private void review(AnswerId id, long version, AnswerReview decision, String reason) {
        staff.doAs("chiropractor", () -> answers.review(id, version, decision, reason));
    }

    private AnswerId kept(String text) {
        return kept("Author " + (char) ('A' + NUMBER.get() % 26) + " Number" + NUMBER.get(), text);
    }

    private AnswerId kept(String author, String text) {
        var question = "Question " + NUMBER.incrementAndGet() + "?";
        var read = answer(question, author, text);
        load(question, List.of(read));
        return new AnswerId(Ids.uuid(jdbc.sql("select id from answer where content_key = ?")
                .param(read.key())
                .query(byte[].class)
                .single()));
    }

    private int load(String question, List<ReadAnswer> page) {
        return staff.as("system", () -> answers.importAnswers(question, page));
    }

    private static List<ReadAnswer> page(String question, int size) {
        var page = new ArrayList<ReadAnswer>();
        for (int i = 0; i < size; i++) {
            page.add(answer(
                    question,
                    "Author Number" + i,
                    (question.contains("walk") ? "Walkmarker " : "Marker ") + i + ". Bridges are fine."));
        }
        return page;
    }

    private static ReadAnswer answer(String question, String author, String text) {
        return ReadAnswer.of(question, AnswerDraft.of(author, "Tempe", "AZ", DAY, text));
    }
}
