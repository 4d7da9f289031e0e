package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import java.util.List;

/** The texts that ship with the portal. A clinic replaces them after legal review; none is ever shown to a patient. */
record ConsentTextExamples(int version, String source, List<Example> texts) {
    record Example(ConsentKind kind, ConsentLanguage language, String title, List<String> paragraphs) {}

    ConsentTextExamples {
        texts = List.copyOf(texts);
    }

    ConsentTextContent find(ConsentTextKey key) {
        return texts.stream()
                .filter(example -> example.kind() == key.kind() && example.language() == key.language())
                .findFirst()
                .map(example ->
                        new ConsentTextContent(example.title(), String.join("\n\n", example.paragraphs()), null, false))
                .orElseGet(ConsentTextContent::empty);
    }
}
