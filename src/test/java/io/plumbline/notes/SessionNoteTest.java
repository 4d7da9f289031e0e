package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.Limitation;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.CarriedForward;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.FromTemplate;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentEntry;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.sessions.TypedSegment;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ContentHash;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.NotReadyToSign;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionNoteTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00.123456789Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final StaffId THERAPIST = StaffId.next();
    private static final ContentMac SEAL = new ContentMac(
            (purpose, text) -> ContentHash.of(purpose + text).substring(32).getBytes(StandardCharsets.US_ASCII));
    private static final ExerciseId PLANK = new ExerciseId(Ids.next());
    private static final NoteDraft COMPLETE = new NoteDraft(
            SafetyRecheck.NO_CHANGE,
            null,
            ConsentToday.GIVEN,
            new Pain(6),
            List.of(new BodyRegion("back-lumbar-left")),
            Set.of("SWEDISH"),
            3,
            null,
            45,
            new Pain(4),
            Response.BETTER,
            "",
            "",
            "Again in a week");

    @Test
    void anEmptyNoteListsWhatIsMissing() {
        assertThatThrownBy(() -> note(NoteDraft.EMPTY).sign(false, THERAPIST, NOW, TODAY, SEAL))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessage("Still missing before it can be signed: the safety re-check, consent today, an area,"
                        + " a modality, the response, the next step");
    }

    @Test
    void aSupervisedNoteIsSignedAndWaitsForTheCosignature() {
        var note = note(COMPLETE);
        note.signSupervised(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(note.status()).isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
        assertThat(note.status().isSigned()).isTrue();
        assertThat(note.isIntact(SEAL)).isTrue();
        assertThatThrownBy(() -> note.write(COMPLETE, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> note.sign(false, THERAPIST, NOW, TODAY, SEAL))
                .as("its author cannot sign it once more, past the supervisor")
                .hasMessage("This note is already signed");
        assertThatThrownBy(() -> note.cosign(THERAPIST)).hasMessage("Nobody co-signs their own note");
        note.cosign(StaffId.next());
        assertThat(note.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(note.isIntact(SEAL))
                .as("the content is as its author signed it")
                .isTrue();
        assertThatThrownBy(() -> note.cosign(StaffId.next())).hasMessage("This note needs no co-signature any more");
    }

    @Test
    void onlyANoteThatWaitsIsCosigned() {
        assertThatThrownBy(() -> note(COMPLETE).cosign(StaffId.next())).hasMessageContaining("is a draft");
        var wrong = note(COMPLETE);
        wrong.signSupervised(false, THERAPIST, NOW, TODAY, SEAL);
        wrong.enterInError("Written twice", null);
        assertThat(wrong.status()).isEqualTo(NoteStatus.ENTERED_IN_ERROR);
        assertThatThrownBy(() -> wrong.cosign(StaffId.next())).hasMessageContaining("entered in error");
    }

    @Test
    void theRequiredFieldsAreEnoughToSign() {
        var enough = new NoteDraft(
                COMPLETE.safetyRecheck(),
                null,
                COMPLETE.consent(),
                null,
                COMPLETE.areas(),
                COMPLETE.modalities(),
                null,
                null,
                null,
                null,
                COMPLETE.response(),
                "",
                "",
                COMPLETE.nextStep());
        var note = note(enough);
        note.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(note.status()).isEqualTo(NoteStatus.SIGNED);
    }

    @ParameterizedTest(name = "hold {0}, safety {1}, rule {2}, consent {3}, statement {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
        false, NO_CHANGE, -,        GIVEN,     -,    signs
        true,  NO_CHANGE, -,        GIVEN,     -,    a statement of what you did about it
        true,  NO_CHANGE, -,        GIVEN,     said, signs
        false, YES,       -,        GIVEN,     said, what is new
        false, YES,       RF-CES-1, GIVEN,     -,    a statement of what you did about it
        false, YES,       RF-CES-1, GIVEN,     said, signs
        """)
    void aRedFlagRequiresAStatementButDoesNotPreventSigning(
            boolean hold, SafetyRecheck safety, String rule, ConsentToday consent, String statement, String answer) {
        var draft = new NoteDraft(
                safety,
                rule,
                consent,
                null,
                COMPLETE.areas(),
                COMPLETE.modalities(),
                null,
                null,
                null,
                null,
                COMPLETE.response(),
                "",
                statement == null ? "" : statement,
                COMPLETE.nextStep());
        var note = note(draft);
        if (answer.equals("signs")) {
            note.sign(hold, THERAPIST, NOW, TODAY, SEAL);
            assertThat(note.status()).isEqualTo(NoteStatus.SIGNED);
        } else {
            assertThatThrownBy(() -> note.sign(hold, THERAPIST, NOW, TODAY, SEAL))
                    .hasMessageEndingWith("signed: " + answer);
        }
    }

    @Test
    void aNoteWithoutConsentNeedsAStatementAndRecordsNoTreatment() {
        var refused = note(untreated(SafetyRecheck.NO_CHANGE, null, ConsentToday.NOT_GIVEN, Set.of(), "Went home"));
        refused.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(refused.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(refused.isTreated()).isFalse();
        var silent = note(untreated(SafetyRecheck.NO_CHANGE, null, ConsentToday.NOT_GIVEN, Set.of(), ""));
        assertThatThrownBy(() -> silent.sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageContaining("a statement");
        var contradicting =
                note(untreated(SafetyRecheck.NO_CHANGE, null, ConsentToday.NOT_GIVEN, Set.of("SWEDISH"), "Said no"));
        assertThatThrownBy(() -> contradicting.sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageContaining("without it");
    }

    @Test
    void aSessionStoppedByANewFindingIsNotATreatment() {
        var stopped =
                note(untreated(SafetyRecheck.YES, "RF-CES-2", ConsentToday.GIVEN, Set.of(), "Called an ambulance"));
        stopped.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(stopped.isTreated()).isFalse();
        var treated = note(COMPLETE);
        treated.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(treated.isTreated()).isTrue();
    }

    private static NoteDraft untreated(
            SafetyRecheck safety, @Nullable String rule, ConsentToday consent, Set<String> modalities, String said) {
        return new NoteDraft(
                safety,
                rule,
                consent,
                null,
                List.of(),
                modalities,
                null,
                null,
                null,
                null,
                null,
                "",
                said,
                "Seen by a physician first");
    }

    @Test
    void aSignedNoteCannotBeChangedOrSignedAgain() {
        var note = note(COMPLETE);
        note.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThatThrownBy(() -> note.write(COMPLETE, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> note.sign(false, THERAPIST, NOW, TODAY, SEAL)).isInstanceOf(Refused.class);
    }

    @Test
    void aDraftFollowsItsVisitAndChangesAuthorOnlyWhileEmpty() {
        var colleague = StaffId.next();
        var written = note(COMPLETE);
        written.follow(THERAPIST, TODAY.plusDays(2), NOW);
        assertThat(written.treatedOn()).isEqualTo(TODAY.plusDays(2));
        assertThatThrownBy(() -> written.follow(colleague, TODAY, NOW)).isInstanceOf(Refused.class);
        assertThat(written.author()).isEqualTo(THERAPIST);
        var empty = note(NoteDraft.EMPTY);
        empty.follow(colleague, TODAY, NOW);
        assertThat(empty.author()).isEqualTo(colleague);
        var signed = note(COMPLETE);
        signed.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThatThrownBy(() -> signed.follow(THERAPIST, TODAY.plusDays(2), NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theSignatureCoversEveryFieldAndRow() {
        var adjusted = segments("L5 L HVLA").details();
        var note = note(
                AppointmentType.ADJUSTMENT,
                COMPLETE.withDetails(adjusted.withSegments(adjusted.segments(), "No blood thinners")
                        .withTexts("Slept through", "Hinge", "Walk")
                        .withActivities(List.of(new Limitation("Bending", 4)))
                        .withExercises(List.of(ExerciseRow.of(PLANK, "Forearm plank")))
                        .withTreatments(List.of(TreatmentRow.of(new BodyRegion("back-lumbar-left"), "SWEDISH")))
                        .withCarried(new CarriedForward(new NoteId(UUID.randomUUID()), TODAY, new TreeMap<>()))
                        .withTemplated(new TreeMap<>(Map.of("cue", new FromTemplate("T-1", "hash"))))));
        note.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(note.contentHash())
                .matches("HMAC [0-9a-f]{64}")
                .isEqualTo(SEAL.computeMac(note.signedContent().text()));
        var json = note.signedContent().text().json();
        Stream.of(NoteDraft.class, SessionDetails.class)
                .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("details"))
                .forEach(name -> assertThat(json).contains("\"" + name + "\":"));
        assertThat(json).contains("back-lumbar-left", "SWEDISH", THERAPIST.toString(), "2026-11-24T17:00:00.123456Z");
    }

    @Test
    void anExerciseSessionIsSignedWithItsExercisesAndWithoutArea() {
        var said = said(SafetyRecheck.NO_CHANGE, List.of(), Set.of(), Response.BETTER);
        var trained = said.withDetails(said.details().withExercises(List.of(ExerciseRow.of(PLANK, "Forearm plank"))));
        var session = note(AppointmentType.EXERCISE, trained);
        session.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(session.isTreated()).isTrue();
        assertThatThrownBy(() -> note(AppointmentType.EXERCISE, said).sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageEndingWith("an exercise that was taught or done");
        assertThatThrownBy(() -> note(AppointmentType.MASSAGE, said).sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageEndingWith("an area, a modality");
        assertThat(note(AppointmentType.EXERCISE, said(SafetyRecheck.YES, List.of(), Set.of(), null))
                        .isTreated())
                .as("a new finding stopped it before it began")
                .isFalse();
        assertThat(note(AppointmentType.EXERCISE, trained).isTreated()).isTrue();
    }

    @Test
    void anAdjustmentVisitIsSignedWithItsSegmentsAndTheirSides() {
        var nothing = note(AppointmentType.ADJUSTMENT, said(SafetyRecheck.NO_CHANGE, List.of(), Set.of(), null));
        nothing.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(nothing.isTreated()).as("nothing was adjusted").isFalse();
        var examined = note(AppointmentType.ADJUSTMENT, segments("L5 L PAR"));
        examined.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(examined.isTreated()).as("examined only").isFalse();
        var adjusted = note(AppointmentType.ADJUSTMENT, segments("L5 L PAR HVLA, SI R DROP"));
        adjusted.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(adjusted.isTreated()).isTrue();
        assertThat(adjusted.draft().hasThrust()).isTrue();
        assertThat(segments("L5 L MOB").hasThrust())
                .as("mobilization is no thrust")
                .isFalse();
        assertThatThrownBy(() ->
                        note(AppointmentType.ADJUSTMENT, segments("L5 HVLA")).sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageEndingWith("the side of L5");
        assertThatThrownBy(() -> note(AppointmentType.ADJUSTMENT, segments("L5 L HVLA, L5 L DROP"))
                        .sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageEndingWith("one row for L5 left, which is listed twice");
        var soft = said(SafetyRecheck.NO_CHANGE, List.of(), Set.of("SWEDISH"), Response.SAME);
        assertThatThrownBy(() -> note(AppointmentType.ADJUSTMENT, soft).sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageEndingWith("an area");
    }

    @Test
    void aNoteKeepsToTheScopeOfPracticeOfItsDiscipline() {
        assertThatThrownBy(() -> note(AppointmentType.MASSAGE, segments("L5 L HVLA")))
                .isInstanceOf(Refused.class)
                .hasMessage("Only a chiropractor records segments of the spine and adjustments");
        assertThatThrownBy(() -> note(AppointmentType.EXERCISE, segments("L5 L")))
                .isInstanceOf(Refused.class);
        var trained =
                COMPLETE.withDetails(COMPLETE.details().withExercises(List.of(ExerciseRow.of(PLANK, "Forearm plank"))));
        assertThatThrownBy(() -> note(AppointmentType.MASSAGE, trained)).hasMessageContaining("no exercises");
        var rows = COMPLETE.withDetails(COMPLETE.details()
                .withTreatments(List.of(TreatmentRow.of(new BodyRegion("back-lumbar-left"), "SWEDISH"))));
        assertThatThrownBy(() -> note(AppointmentType.EXERCISE, rows)).hasMessageContaining("no massage");
        assertThat(note(AppointmentType.MASSAGE, rows).draft()).isEqualTo(rows);
    }

    @Test
    void theSignatureCoversDetailsAndOmitsThoseThatAreNotRecorded() {
        var plain = note(COMPLETE);
        plain.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(plain.signedContent().text().json())
                .as("a note signed before there were details keeps its hash")
                .doesNotContain("details", "segments", "subjective", "homeCare");
        var told = note(COMPLETE.withDetails(COMPLETE.details().withTexts("Slept through", "Hinge", "Walk")));
        told.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(told.isIntact(SEAL)).isTrue();
        assertThat(told.signedContent().text().json())
                .contains("\"subjective\":\"Slept through\"", "\"cue\":\"Hinge\"", "\"homeCare\":\"Walk\"");
    }

    private static NoteDraft segments(String typed) {
        var said = said(SafetyRecheck.NO_CHANGE, List.of(), Set.of(), Response.SAME);
        return said.withDetails(said.details()
                .withSegments(
                        SegmentEntry.read(typed).stream().map(TypedSegment::row).toList(), ""));
    }

    @Test
    void theSignatureCoversCheckAnswersOnlyIfThereAreAny() {
        var answered = note(COMPLETE);
        answered.answer(List.of(new CheckAnswer("PRESSURE_ABOVE_LIMIT", "Why?", "Asked for more")));
        answered.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(answered.isIntact(SEAL)).isTrue();
        assertThat(answered.signedContent().text().json())
                .contains(
                        "\"checks\":[{\"answer\":\"Asked for more\",\"code\":\"PRESSURE_ABOVE_LIMIT\",\"question\":\"Why?\"}]");
        assertThatThrownBy(() -> answered.answer(List.of())).isInstanceOf(Refused.class);
        var plain = note(COMPLETE);
        plain.sign(false, THERAPIST, NOW, TODAY, SEAL);
        assertThat(plain.signedContent().text().json()).doesNotContain("checks");
    }

    private static NoteDraft said(
            SafetyRecheck safety, List<BodyRegion> areas, Set<String> modalities, @Nullable Response response) {
        return new NoteDraft(
                safety,
                null,
                ConsentToday.GIVEN,
                null,
                areas,
                modalities,
                null,
                null,
                null,
                null,
                response,
                "",
                "",
                "Again in a week");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u2060", "\u3164", "\u2800"})
    void anInvisibleTextIsNotANextStep(String nothing) {
        var draft = new NoteDraft(
                COMPLETE.safetyRecheck(),
                null,
                COMPLETE.consent(),
                null,
                COMPLETE.areas(),
                COMPLETE.modalities(),
                null,
                null,
                null,
                null,
                COMPLETE.response(),
                "",
                "",
                nothing);
        assertThatThrownBy(() -> note(draft).sign(false, THERAPIST, NOW, TODAY, SEAL))
                .hasMessageEndingWith("the next step");
    }

    @Test
    void aNoteIsSignedOnlyByItsAuthorAndNotBeforeTheVisit() {
        assertThatThrownBy(() -> note(COMPLETE).sign(false, StaffId.next(), NOW, TODAY, SEAL))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> note(COMPLETE).sign(false, THERAPIST, NOW, TODAY.minusDays(1), SEAL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not taken place yet");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (int wrong : new int[] {0, 6, -1}) {
            assertThatThrownBy(() -> withPressure(wrong)).isInstanceOf(Refused.class);
        }
    }

    private static NoteDraft withPressure(int pressure) {
        return new NoteDraft(null, null, null, null, List.of(), Set.of(), pressure, null, null, null, null, "", "", "");
    }

    private static SessionNote note(NoteDraft draft) {
        return note(AppointmentType.MASSAGE, draft);
    }

    private static SessionNote note(AppointmentType service, NoteDraft draft) {
        var visit =
                new VisitToWrite(PatientId.next(), ClinicId.next(), service, LocalDate.of(2026, 11, 24), null, null);
        var note = SessionNote.begun(visit, THERAPIST, NOW);
        note.write(draft, NOW);
        return note;
    }
}
