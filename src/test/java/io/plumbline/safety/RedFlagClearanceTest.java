package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What alone clears an emergency flag: an outside examiner's finding, or two clinicians. */
class RedFlagClearanceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String REASON = "Examined and nothing was found";
    private static final StaffId FIRST = StaffId.next();
    private static final StaffId SECOND = StaffId.next();

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        RF-CES-1  | E | NORMAL_EXAMINATION IMAGING_WITHOUT_COMPRESSION TREATED_IN_HOSPITAL SCREENED_BY_MISTAKE
        RF-CES-4a | E | NORMAL_EXAMINATION IMAGING_WITHOUT_COMPRESSION TREATED_IN_HOSPITAL SCREENED_BY_MISTAKE
        RF-CES-4a | U | NORMAL_EXAMINATION IMAGING_WITHOUT_COMPRESSION TREATED_IN_HOSPITAL SCREENED_BY_MISTAKE OTHER
        RF-FX-1   | E | TREATED_IN_HOSPITAL SCREENED_BY_MISTAKE OTHER
        RF-INF-1  | U | TREATED_IN_HOSPITAL SCREENED_BY_MISTAKE OTHER
        RF-CA-2   | R | -
        RF-CA-3e  | C | -
        """)
    void aHoldIsClearedByAFindingThatFitsIt(String rule, FlagLevel level, @Nullable String choices) {
        assertThat(ClearanceFinding.choicesFor(rule, level))
                .extracting(ClearanceFinding::name)
                .containsExactly(choices == null ? new String[0] : choices.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource(FlagLevel.class)
    void aClinicianAloneClearsEveryFlagButAnEmergency(FlagLevel level) {
        var flag = flag(level);
        if (level == FlagLevel.E) {
            assertThatThrownBy(() -> clear(flag, here(), FIRST))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("An emergency flag is cleared by a second clinician");
            assertThat(flag.isInForce()).isTrue();
            clear(flag, outside(), FIRST);
        } else {
            clear(flag, here(), FIRST);
        }
        assertThat(flag.status()).isEqualTo(FlagStatus.CLEARED);
    }

    @Test
    void theSamePersonNeverConfirmsTheirOwnProposal() {
        var flag = flag(FlagLevel.E);
        flag.proposeClearance(here(), REASON, FIRST, NOW);
        assertThat(flag.isInForce()).isTrue();
        assertThatThrownBy(() -> flag.confirmClearance(FIRST, NOW))
                .hasMessageStartingWith("You proposed this yourself");
        assertThatThrownBy(() -> flag.refuseClearance(REASON, FIRST, NOW))
                .hasMessageStartingWith("You proposed this yourself");
        assertThatThrownBy(() -> flag.withdrawClearance(SECOND, NOW)).hasMessageStartingWith("Only the person who");
        assertThatThrownBy(() -> flag.proposeClearance(here(), REASON, SECOND, NOW))
                .hasMessageStartingWith("A proposal to clear this flag is already waiting");
        flag.confirmClearance(SECOND, NOW);
        assertThat(flag.status()).isEqualTo(FlagStatus.CLEARED);
        assertThatThrownBy(() -> flag.confirmClearance(SECOND, NOW)).hasMessageStartingWith("Nobody proposes");
    }

    @Test
    void whatWasUndoneRefusedOrWithdrawnIsNotCleared() {
        var flag = flag(FlagLevel.E);
        flag.proposeClearance(here(), REASON, FIRST, NOW);
        flag.confirmClearance(SECOND, NOW);
        flag.undoDecision(SECOND, NOW);
        assertThat(flag.isInForce()).isTrue();
        assertThat(flag.waitsForSecond()).as("the proposal waits again").isTrue();
        flag.refuseClearance(REASON, SECOND, NOW);
        assertThat(flag.isInForce()).isTrue();
        assertThatThrownBy(() -> flag.confirmClearance(SECOND, NOW)).hasMessageStartingWith("Nobody proposes");
        flag.proposeClearance(here(), REASON, SECOND, NOW);
        flag.withdrawClearance(SECOND, NOW);
        assertThat(flag.waitsForSecond()).isFalse();
        assertThatThrownBy(() -> flag.confirmClearance(FIRST, NOW)).hasMessageStartingWith("Nobody proposes");
    }

    @Test
    void anotherDecisionEndsTheProposal() {
        var flag = flag(FlagLevel.E);
        flag.proposeClearance(here(), REASON, FIRST, NOW);
        refer(flag, SECOND);
        assertThat(flag.waitsForSecond()).isFalse();
        assertThatThrownBy(() -> flag.confirmClearance(SECOND, NOW)).hasMessageStartingWith("Nobody proposes");
        assertThat(flag.isInForce()).isTrue();
    }

    @Test
    void anAnswerOrAnAmendedNoteLeavesTheProposalAndTheHold() {
        var flag = flag(FlagLevel.E);
        refer(flag, FIRST);
        flag.proposeClearance(here(), REASON, FIRST, NOW);
        flag.answered(SECOND, NOW);
        flag.takenBack(true, SECOND, NOW);
        assertThat(flag.isInForce()).isTrue();
        assertThat(flag.waitsForSecond()).isTrue();
    }

    @Test
    void theDocumentComesOnce() {
        var flag = flag(FlagLevel.E);
        var file = new AttachmentId(Ids.next());
        assertThatThrownBy(() -> flag.fileDocument(file, FIRST, NOW)).hasMessage("No document was requested");
        clear(flag, outside(), FIRST);
        flag.fileDocument(file, FIRST, NOW);
        assertThatThrownBy(() -> flag.fileDocument(file, FIRST, NOW)).hasMessage("No document was requested");
    }

    /** Whatever is done to an emergency flag in whatever order: it ends only as the rule says. */
    @Test
    void noSequenceOfActsClearsAnEmergencyOtherwise() {
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var flag = flag(FlagLevel.E);
            @Nullable StaffId proposer = null;
            for (int act = 0; act < 12; act++) {
                var by = random.nextBoolean() ? FIRST : SECOND;
                var was = flag.status();
                var kind = random.nextInt(12);
                var isDone = isDone(flag, kind, by);
                if (was != FlagStatus.CLEARED && flag.status() == FlagStatus.CLEARED) {
                    assertThat(kind == 1 || kind == 3 && !by.equals(proposer))
                            .as("seed %s: act %s by the %s", seed, kind, by.equals(FIRST) ? "first" : "second")
                            .isTrue();
                }
                assertThat(flag.isInForce()).isEqualTo(flag.status() != FlagStatus.CLEARED);
                if (isDone && kind == 2) {
                    proposer = by;
                }
            }
        }
    }

    private static boolean isDone(RedFlag flag, int act, StaffId by) {
        try {
            switch (act) {
                case 0 -> clear(flag, here(), by);
                case 1 -> clear(flag, outside(), by);
                case 2 -> flag.proposeClearance(here(), REASON, by, NOW);
                case 3 -> flag.confirmClearance(by, NOW);
                case 4 -> flag.refuseClearance(REASON, by, NOW);
                case 5 -> flag.withdrawClearance(by, NOW);
                case 6 -> refer(flag, by);
                case 7 -> flag.answered(by, NOW);
                case 8 -> flag.takenBack(by.equals(FIRST), by, NOW);
                case 9 -> flag.undoDecision(by, NOW.plus(Duration.ofMinutes(1)));
                case 10 ->
                    flag.decide(
                            new FlagDecision(FlagStatus.MONITORED, REASON, TODAY.plusDays(9)),
                            null,
                            by,
                            NOW,
                            TODAY,
                            null);
                default -> flag.raiseAgain(by, NOW);
            }
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static void clear(RedFlag flag, Evidence shown, StaffId by) {
        flag.decide(new FlagDecision(FlagStatus.CLEARED, REASON, null), shown, by, NOW, TODAY, null);
    }

    private static void refer(RedFlag flag, StaffId by) {
        flag.decide(
                new FlagDecision(FlagStatus.EMERGENCY_REFERRED, "Sent to the hospital at once", null),
                null,
                by,
                NOW,
                TODAY,
                null);
    }

    private static Evidence here() {
        return evidence(FIRST, null, null, null);
    }

    private static Evidence outside() {
        return evidence(null, "neurologist", "Fable Valley Hospital", TODAY);
    }

    private static Evidence evidence(
            @Nullable StaffId staff, @Nullable String role, @Nullable String place, @Nullable LocalDate askedOn) {
        return new Evidence(
                "Dr. Lena Ortiz",
                "Sensation and reflexes normal",
                TODAY,
                ClearanceFinding.NORMAL_EXAMINATION,
                null,
                place,
                staff,
                null,
                role,
                askedOn,
                null);
    }

    private static RedFlag flag(FlagLevel level) {
        var rule = new ScreeningRules.Rule(
                "RF-CES-1", "Numb?", "Possible saddle anesthesia", level, null, List.of(), null, null, null, null);
        var rules = new ScreeningRules("2", "test", null, List.of(rule), null);
        return RedFlag.raised(
                PatientId.next(),
                ClinicId.next(),
                rules,
                new ScreeningRules.Finding(rule, level),
                null,
                FIRST,
                NOW.minus(Duration.ofHours(1)));
    }
}
