package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a test compares with the code, or writes if it runs with -Dplumbline.docs.write=true. */
record DocumentPart(Path document, String name, Class<?> test) {
    void compareOrWrite(String expected) throws IOException {
        var text = Files.readString(document);
        var begin = "<!-- %s: written by %s -->\n".formatted(name, test.getSimpleName());
        var end = "<!-- end of %s -->\n".formatted(name);
        assertThat(text).contains(begin, end);
        var from = text.indexOf(begin) + begin.length();
        var to = text.indexOf(end);
        if (Boolean.getBoolean("plumbline.docs.write")) {
            Files.writeString(document, text.substring(0, from) + expected + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to)).isEqualTo(expected);
    }
}
