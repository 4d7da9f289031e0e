package io.plumbline.exercises;

import java.util.Collection;
import java.util.List;

/** The names of muscles, areas and modalities, as data with a version and a source. */
public record ExerciseVocabulary(String version, String source, List<Term> tissues, List<Term> modalities) {
    /** A stored code with its display name. */
    public record Term(String code, String name) {}

    /** Returns the name of a muscle or area, or its code if the vocabulary no longer contains it. */
    public String areaName(String code) {
        return name(tissues, code);
    }

    /** Returns the name of a modality, or its code if the vocabulary no longer contains it. */
    public String modalityName(String code) {
        return name(modalities, code);
    }

    /**
     * Refuses a code that the vocabulary does not have.
     *
     * @throws IllegalArgumentException if one of the codes is not a muscle or area
     */
    public void refuseUnknownAreas(Collection<String> codes) {
        for (var code : codes) {
            if (tissues.stream().noneMatch(term -> term.code().equals(code))) {
                throw new IllegalArgumentException("There is no muscle or area " + code);
            }
        }
    }

    private static String name(List<Term> terms, String code) {
        return terms.stream()
                .filter(term -> term.code().equals(code))
                .map(Term::name)
                .findFirst()
                .orElse(code);
    }
}
