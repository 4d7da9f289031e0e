package io.plumbline.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an intake note offers to choose from, as data with version and source. A factor records what the patient reports
 * or what is observed; it claims no cause.
 *
 * @param limitations activities that backs make hard; the patient may name others
 */
public record IntakeVocabulary(String version, String source, List<Term> factors, List<Term> limitations) {
    /**
     * One entry: the code that is stored and the name that is shown.
     *
     * @param former true where it is not offered any more, and only read in notes that have it; else null
     */
    public record Term(String code, String name, @Nullable Boolean former) {}

    /** The contributing factors to choose from: those that are offered, and of the former ones those that a note has. */
    public List<Term> choices(Set<String> chosen) {
        return factors.stream()
                .filter(term -> !Boolean.TRUE.equals(term.former()) || chosen.contains(term.code()))
                .toList();
    }

    /** The name of a contributing factor; its code where the vocabulary does not have it any more. */
    public String nameOf(String code) {
        return factors.stream()
                .filter(term -> term.code().equals(code))
                .map(Term::name)
                .findFirst()
                .orElse(code);
    }

    /**
     * The contributing factor of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Term factor(String code) {
        return factors.stream()
                .filter(term -> term.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contributing factor " + code));
    }
}
