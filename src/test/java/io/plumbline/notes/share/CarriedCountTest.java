package io.plumbline.notes.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.notes.NoteDraft;
import io.plumbline.sessions.CarriedForward;
import io.plumbline.sessions.FromTemplate;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.signing.ContentHash;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which characters of a note are counted, and which of them as carried. */
class CarriedCountTest {
    private static final NoteDraft WRITTEN = new NoteDraft(
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Set.of("SWEDISH"),
                    null,
                    null,
                    45,
                    null,
                    null,
                    "12345678901234567890", // 20
                    "",
                    "1234567890") // 10
            .withDetails(SessionDetails.EMPTY.withTexts("", "12345", "1234512345")); // 5 and 10

    @Test
    void aNoteThatWasWrittenHasNothingCarried() {
        assertThat(CarriedCount.of(WRITTEN)).isEqualTo(new CarriedCount(false, 45, 0, 0));
        assertThat(CarriedCount.of(NoteDraft.EMPTY)).isEqualTo(new CarriedCount(false, 0, 0, 0));
    }

    @Test
    void onlyTextThatIsStillAsItWasIsCarried() {
        var carried = carrying(Map.of("nextStep", "1234567890", "homeCare", "other words"));
        assertThat(CarriedCount.of(carried)).isEqualTo(new CarriedCount(true, 45, 10, 0));
    }

    @Test
    void aPartWithoutWordsIsCarriedButHasNoCharacters() {
        assertThat(CarriedCount.of(carrying(Map.of("minutes", 45)))).isEqualTo(new CarriedCount(true, 45, 0, 0));
    }

    @Test
    void textFromATemplateIsCountedApart() {
        var both = carrying(Map.of("nextStep", "1234567890"));
        var filled = both.withDetails(both.details()
                .withTemplated(new TreeMap<>(Map.of(
                        "cue", new FromTemplate("T", ContentHash.of("12345")),
                        "nextStep", new FromTemplate("T", ContentHash.of("1234567890"))))));
        assertThat(CarriedCount.of(filled))
                .as("what was carried is carried, though a template has the same words")
                .isEqualTo(new CarriedCount(true, 45, 10, 5));
    }

    @Test
    void anEmojiAndAnAccentedLetterAreOneCharacter() {
        assertThat(CarriedCount.of(NoteDraft.EMPTY.withNextStep("é😀ש")).chars())
                .isEqualTo(3);
    }

    private static NoteDraft carrying(Map<String, Object> fields) {
        var hashes = new TreeMap<String, String>();
        fields.forEach((field, value) -> hashes.put(field, ContentHash.of(value)));
        return WRITTEN.withDetails(WRITTEN.details()
                .withCarried(new CarriedForward(new NoteId(UUID.randomUUID()), LocalDate.of(2026, 11, 17), hashes)));
    }
}
