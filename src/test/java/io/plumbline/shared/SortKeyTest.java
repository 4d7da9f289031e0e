package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.search.SortKey;
import io.plumbline.support.Migrations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(textBlock = """
        Müller,     Jörg,     muller jorg
        MULLER,     JORG,     muller jorg
        García,     Íñigo,    garcia inigo
        İnan,       Ayşe,     inan ayse
        de la Cruz, María,    de la cruz maria
        O'Neil,     Zoë,      o'neil zoe
        Dvořák,     Antonín,  dvorak antonin
        Nguyễn,     Thị,      nguyen thi
        山田,       太郎,     山田 太郎
        Lee,        '',       lee
        """)
    void isFamilyThenGivenNameWithoutAccentsAndCapitals(String family, String given, String key) {
        assertThat(SortKey.of(family, given)).isEqualTo(key);
    }

    @Test
    void isTheSameForComposedAndDecomposedAccents() {
        assertThat(SortKey.of("Mu\u0308ller", "Zoe\u0308")).isEqualTo(SortKey.of("M\u00fcller", "Zo\u00eb"));
    }

    @Test
    void sortsPeopleInListOrder() {
        var inOrder = Stream.of(
                        List.of("Muller", "Zoe"),
                        List.of("Müller", "Anna"),
                        List.of("Nash", "Bo"),
                        List.of("Mueller", "Ida"),
                        List.of("Muller", "Berta"),
                        List.of("Mullerin", "Ada"))
                .map(name -> SortKey.of(name.getFirst(), name.getLast()))
                .sorted()
                .toList();
        assertThat(inOrder)
                .containsExactly("mueller ida", "muller anna", "muller berta", "muller zoe", "mullerin ada", "nash bo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "ﷺ", "\uD83D\uDE42"})
    void fitsItsColumnForAnyName(String letter) {
        var key = SortKey.of(letter.repeat(80), letter.repeat(80));
        assertThat(key)
                .hasSizeLessThanOrEqualTo(Migrations.length("patient", "sort_key"))
                .hasSizeLessThanOrEqualTo(Migrations.length("patient_clinic", "sort_key"))
                .hasSizeLessThanOrEqualTo(Migrations.length("practitioner", "sort_key"));
    }

    @Test
    void isNotTruncatedWithinACharacter() {
        var key = SortKey.of("\uD83D\uDE42".repeat(80), "\uD83D\uDE42".repeat(80));
        assertThat(Character.isHighSurrogate(key.charAt(key.length() - 1)))
                .as("ends with half an emoji")
                .isFalse();
    }

    @Test
    void keepsShortNamesInFull() {
        assertThat(SortKey.of("x".repeat(80), "y".repeat(80))).isEqualTo("x".repeat(80) + " " + "y".repeat(80));
    }
}
