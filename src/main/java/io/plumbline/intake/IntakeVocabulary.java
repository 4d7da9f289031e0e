package io.plumbline.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The choices of an intake note, as versioned data with a source. A factor records what the patient reports or what is
 * observed; it claims no cause.
 *
 * @param limitations activities that back pain makes difficult; the patient may name others
 */
public record IntakeVocabulary(String version, String source, List<Term> factors, List<Term> limitations) {
    /**
     * An entry: the stored code and the name on screen.
     *
     * @param former true if it is no longer offered and only appears in notes that have it; otherwise null
     */
    public record Term(String code, String name, @Nullable Boolean former) {}

    /** Returns the contributing factors to choose from: those still offered, plus the former ones that the note has. */
    public List<Term> choices(Set<String> chosen) {
        return factors.stream()
                .filter(term -> !Boolean.TRUE.equals(term.former()) || chosen.contains(term.code()))
                .toList();
    }

    /** Returns the name of a contributing factor; the code if the vocabulary no longer has it. */
    public String nameOf(String code) {
        return factors.stream()
                .filter(term -> term.code().equals(code))
                .map(Term::name)
                .findFirst()
                .orElse(code);
    }

    /**
     * Returns the contributing factor with a code.
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
