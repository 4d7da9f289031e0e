package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.Pain;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    record Content(
            String zeta,
            Map<String, Integer> answers,
            @Nullable Pain pain,
            Instant at,
            List<String> areas) {}

    @Test
    void keysAreSortedAtEveryDepthAndNothingIsOmitted() {
        assertThat(ContentHash.canonicalJson(content("b", "a"))).isEqualTo("""
                        {"answers":{"a":1,"b":1},"areas":["x"],"at":"2026-11-24T17:00:00Z","pain":null,"zeta":"ü"}""");
    }

    @Test
    void theSameContentHasTheSameHashInAnyOrder() {
        assertThat(ContentHash.of(content("a", "b")))
                .isEqualTo(ContentHash.of(content("b", "a")))
                .isEqualTo("39ab544c4ff5d86190860038166636c70893a8b367d0afe4f39d9302139a4b65");
    }

    private static Content content(String first, String second) {
        var answers = new LinkedHashMap<String, Integer>();
        answers.put(first, 1);
        answers.put(second, 1);
        return new Content("ü", answers, null, Instant.parse("2026-11-24T17:00:00Z"), List.of("x"));
    }
}
