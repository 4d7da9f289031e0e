package io.plumbline.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.ImportedPatientService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In the store, a person is found by every spelling of the name: by the search, as a duplicate, and by an import. */
@StoreTest
class PatientSpellingsTest {
    private static final LocalDate BORN = LocalDate.of(1981, 4, 5);

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ImportedPatientService imported;

    @ParameterizedTest(name = "{2} {3} is {0} {1}")
    @CsvSource(textBlock = """
        Jörg,  Spellmüller,    Joerg,   Spellmueller
        Joerg, Tellmueller,    Jörg,    Tellmüller
        Joerg, Wellmueller,    Jorg,    Wellmuller
        Ann,   O'Spellan,      Ann,     O’Spellan
        Ann,   McSpellan,      Ann,     Mc Spellan
        Ana,   de la Spella,   Ana,     delaspella
        Ana,   Spella-Tella,   Ana,     Spellatella
        Ana,   Spellobella,    Ana,     Spello-Bella
        Kai,   Spellāneʻohe,   Kai,     Spellaneohe
        Quốc,  Spellviệt,      Quo\u0302\u0301c,    Spellvie\u0323\u0302t
        """)
    void aPersonIsFoundByAnotherSpelling(String given, String family, String otherGiven, String otherFamily) {
        var patient = add(given, family);
        assertThat(staff.as("westdesk", () -> patients.search(otherGiven + " " + otherFamily)))
                .as("directory and Ctrl K")
                .extracting(PatientRow::id)
                .containsExactly(patient);
        assertThat(staff.as(
                        "westdesk", () -> patients.likely(new PatientDraft(otherGiven, otherFamily, BORN, null, null))))
                .as("duplicates")
                .extracting(found -> found.patient().id())
                .containsExactly(patient);
        assertThat(staff.as("manager", () -> imported.named(otherGiven, otherFamily, BORN, group.west)))
                .as("imports")
                .containsExactly(patient);
    }

    @Test
    void anotherNameIsNotFound() {
        add("Sully", "Spellvan");
        assertThat(staff.as("westdesk", () -> patients.search("Sue Spellvan"))).isEmpty();
        assertThat(staff.as("manager", () -> imported.named("Sue", "Spellvan", BORN, group.west)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} and {2} {3}")
    @CsvSource(textBlock = """
        Sudaspell,    ,           Sudaspell,    ,            1961-02-03
        Onespell,     ,           Onespell,     Srithong,    1961-02-04
        Twospell,     Srithong,   ,             Twospell,    1961-02-05
        Spellquist,   Torvald,    Torvald,      Spellquist,  1961-02-06
        Müllspell,    ,           Muellspell,   ,            1961-02-07
        """)
    void aNameInOneWordOrTurnedAroundIsADuplicateByTheBirthDate(
            @Nullable String given,
            @Nullable String family,
            @Nullable String otherGiven,
            @Nullable String otherFamily,
            LocalDate born) {
        var patient = add(draft(given, family, born));
        var other = draft(otherGiven, otherFamily, born);
        assertThat(duplicates(other)).containsExactly(patient);
        assertThat(duplicates(draft(otherGiven, otherFamily, born.plusYears(1))))
                .as("of another birth date")
                .doesNotContain(patient);
        add(other);
        assertThat(duplicates(draft(given, family, born))).hasSize(2);
    }

    @Test
    void oneSharedWordOfTwoIsNoDuplicate() {
        var born = LocalDate.of(1961, 2, 8);
        add(draft("Spelltwin", "Arbogast", born));
        assertThat(duplicates(draft("Spelltwin", "Zander", born))).isEmpty();
    }

    private List<PatientId> duplicates(PatientDraft draft) {
        return staff.as("westdesk", () -> patients.likely(draft)).stream()
                .map(found -> found.patient().id())
                .toList();
    }

    private static PatientDraft draft(@Nullable String given, @Nullable String family, LocalDate born) {
        return new PatientDraft(
                Objects.requireNonNullElse(given, ""), Objects.requireNonNullElse(family, ""), born, null, null);
    }

    private PatientId add(PatientDraft draft) {
        return staff.as("westdesk", () -> patients.add(draft, group.west));
    }

    private PatientId add(String given, String family) {
        return staff.as("westdesk", () -> patients.add(new PatientDraft(given, family, BORN, null, null), group.west));
    }
}
