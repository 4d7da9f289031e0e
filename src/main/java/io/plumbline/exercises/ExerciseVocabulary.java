package io.plumbline.exercises;

import java.util.Collection;
import java.util.List;

/** The names of muscles, areas and modalities, as data with version and source. */
public record ExerciseVocabulary(String version, String source, List<Term> tissues, List<Term> modalities) {
    /** A code that is stored and the name that is shown. */
    public record Term(String code, String name) {}

    /** The name of a muscle or area; its code where the vocabulary does not have it any more. */
    public String areaName(String code) {
        return name(tissues, code);
    }

    /** The name of a modality; its code where the vocabulary does not have it any more. */
    public String modalityName(String code) {
        return name(modalities, code);
    }

    /**
     * @throws IllegalArgumentException if one of the codes is no muscle or area
     */
    void refuseUnknownAreas(Collection<String> codes) {
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
