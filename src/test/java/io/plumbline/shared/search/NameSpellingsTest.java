package io.plumbline.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is found by every spelling that a keyboard can type, and two spellings of it are one name. */
class NameSpellingsTest {
    @ParameterizedTest(name = "{1} finds {0}")
    @CsvSource(textBlock = """
        Müller,          Muller
        Müller,          Mueller
        Mueller,         Müller
        Mueller,         muller
        Bjørn Åkesson,   bjoern aakesson
        Bjørn Åkesson,   bjorn akesson
        Quốc Việt,       quoc viet
        Łukasz Żak,      lukasz zak
        O'Brien,         O’Brien
        O'Brien,         obrien
        O'Brien,         o brien
        McDonald,        mc donald
        Mc Donald,       mcdonald
        de la Cruz,      delacruz
        delaCruz,        de la cruz
        Smith-Jones,     smith jones
        Smith-Jones,     smithjones
        Kāneʻohe,        kaneohe
        Großmann,        grossmann
        """)
    void aNameIsFoundByItsOtherSpellings(String name, String typed) {
        assertThat(SearchWords.matches(typed, name)).isTrue();
        assertThat(NameSpellings.sameness(typed)).isEqualTo(NameSpellings.sameness(name));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        Joan,     Joe
        Sullivan, Sue
        Mary Roe, Mary Rowe
        """)
    void otherNamesAreNotFound(String name, String typed) {
        assertThat(SearchWords.matches(typed, name)).isFalse();
        assertThat(NameSpellings.sameness(typed)).isNotEqualTo(NameSpellings.sameness(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Roe", "ann poe", "samuel@example.org", "P-1042", "Aug 5, 1980", "602 555 0142", ""})
    void mostNamesAndEverythingElseAreSearchedOnce(String typed) {
        assertThat(NameSpellings.of(typed)).containsExactly(typed);
    }

    @Test
    void theTypedSpellingComesFirst() {
        assertThat(NameSpellings.of("Mueller")).isEqualTo(List.of("Mueller", "muller"));
        assertThat(NameSpellings.of("Müller")).isEqualTo(List.of("Müller", "mueller"));
    }
}
