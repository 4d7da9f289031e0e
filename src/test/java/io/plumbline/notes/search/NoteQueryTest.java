package io.plumbline.notes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed to search in notes: whole words, of which the last may be a beginning. */
class NoteQueryTest {
    @Test
    void theLastWordIsABeginningAndTheOthersAreWhole() {
        assertThat(NoteQuery.of("Rótator CUFF tea")).isEqualTo(new NoteQuery(List.of("rotator", "cuff"), "tea"));
    }

    @Test
    void ofANameWithAnApostropheTheLongerPartIsSearched() {
        assertThat(NoteQuery.of("Dr. O'Brien")).isEqualTo(new NoteQuery(List.of("dr"), "brien"));
        assertThat(NoteQuery.of("hip - knee")).isEqualTo(new NoteQuery(List.of("hip"), "knee"));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "Mueller, muller",
        "Müller, mueller",
        "OBrien, brien",
        "O'Brien, obrien",
        "Mc Adam, mcadam",
        "McAdam, adam",
        "de la Cruz, delacruz",
        "delacruz, cruz"
    })
    void aNameIsSearchedInEachSpelling(String typed, String stored) {
        assertThat(NoteQuery.spelled(typed)).extracting(NoteQuery::beginning).contains(stored);
        assertThat(NoteQuery.spelled(typed).getFirst()).isEqualTo(NoteQuery.of(typed));
    }

    @Test
    void whatHasOneSpellingIsSearchedOnce() {
        assertThat(NoteQuery.spelled("left hip stiff")).containsExactly(NoteQuery.of("left hip stiff"));
    }

    @Test
    void sixWordsAreSearchedAtMost() {
        assertThat(NoteQuery.of("one two three four five six seven"))
                .isEqualTo(new NoteQuery(List.of("one", "two", "three", "four", "five"), "six"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "'"})
    void withoutAWordThereIsNothingToSearch(String typed) {
        assertThatThrownBy(() -> NoteQuery.of(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Type a word");
    }

    @ParameterizedTest
    @CsvSource({"a,a", "left s,s", "L 4 stiff,L", "stiff L-4,L-4"})
    void aWordOfOneCharacterIsNamed(String typed, String word) {
        assertThatThrownBy(() -> NoteQuery.of(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("“" + word + "” is too short");
    }
}
