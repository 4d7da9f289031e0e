package io.plumbline.notes.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.notes.search.NoteText.Passage;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A found note shows where the typed words stand in it, each marked. */
class SnippetTest {
    @Test
    void theTypedWordsAreMarkedAsTheNoteHasThem() {
        assertThat(marked("cuff crepi", new Passage("Findings", "Crêpitus at the rotator cuff, none elsewhere")))
                .isEqualTo("Findings: [Crêpitus] at the rotator [cuff], none elsewhere");
    }

    @Test
    void aWordThatOnlyContainsTheTypedOneIsNotMarked() {
        assertThat(marked("pain", new Passage("Statement", "No pain today, painful last week, unpainted")))
                .isEqualTo("Statement: No [pain] today, [painful] last week, unpainted");
        assertThat(marked("pain week", new Passage("Statement", "painful last week")))
                .isEqualTo("Statement: painful last [week]");
    }

    @Test
    void theTextWithMostOfTheWordsIsShownAndOfEqualsTheFirst() {
        var findings = new Passage("Findings", "Stiff left hip");
        var next = new Passage("Next step", "Left hip again");
        assertThat(marked("left hip", findings, next)).startsWith("Findings");
        assertThat(marked("hip again", findings, next)).startsWith("Next step");
    }

    @Test
    void aLongTextIsCutAroundTheFirstHit() {
        var text = "before ".repeat(60) + "sacrum" + " after".repeat(60);
        var shown = marked("sacr", new Passage("Findings", text));
        assertThat(shown)
                .startsWith("Findings: … before")
                .contains("before [sacrum] after")
                .endsWith("after …");
        assertThat(shown.length()).isLessThan(220);
    }

    @Test
    void noTextOfAnyShapeLosesItsHitOrBreaksALetter() {
        var random = new Random(90);
        var signs =
                List.of("a", "ab", " ", "  ", "ü", "ß", "👩🏽‍⚕️", "½", "e\u0301", "\n", "-", "مرحبا", "x".repeat(70));
        for (int i = 0; i < 500; i++) {
            var text = random.ints(random.nextInt(120), 0, signs.size())
                    .mapToObj(signs::get)
                    .collect(Collectors.joining());
            var whole = text + " sacrum " + text;
            var shown = Snippet.of(List.of(new Passage("Findings", whole)), NoteQuery.of("sacrum"));
            assertThat(shown.pieces())
                    .as(whole)
                    .filteredOn(Snippet.Piece::isHit)
                    .hasSize(1);
            var joined = shown.pieces().stream().map(Snippet.Piece::text).collect(Collectors.joining());
            assertThat(whole).contains(joined.replaceFirst("^… ", "").replaceFirst(" …$", ""));
        }
    }

    @Test
    void aNoteWithoutTextsHasAnEmptySnippet() {
        assertThat(Snippet.of(List.of(), NoteQuery.of("hip"))).isEqualTo(new Snippet("", List.of()));
    }

    private static String marked(String typed, Passage... passages) {
        var snippet = Snippet.of(List.of(passages), NoteQuery.of(typed));
        return snippet.field() + ": "
                + snippet.pieces().stream()
                        .map(piece -> piece.isHit() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining());
    }
}
