package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The audit trail keeps the kind of an event for ever: a record that is renamed is stored under its first name. */
class StoredKindsTest {
    private static final String ROOT = "io.plumbline.";
    private static final Path STORED = Path.of("src/test/resources/event-kinds.csv");

    @Test
    void eachEventIsStoredUnderTheKindItAlwaysHad() throws Exception {
        assertThat(derived()).containsExactlyEntriesOf(stored());
    }

    @Test
    void noKindIsLongerThanItsColumn() throws Exception {
        assertThat(derived().values()).allSatisfy(kind -> assertThat(kind).hasSizeLessThanOrEqualTo(40));
    }

    private static Map<String, String> stored() throws IOException {
        try (var lines = Files.lines(STORED)) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            line -> line[0], line -> line[1], (first, second) -> second, TreeMap::new));
        }
    }

    /** The events that do not say their kind themselves. */
    private static Map<String, String> derived() throws ReflectiveOperationException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Recorded.class));
        var kinds = new TreeMap<String, String>();
        for (var found : scan.findCandidateComponents("io.plumbline")) {
            var event = Class.forName(found.getBeanClassName()).asSubclass(Recorded.class);
            if (event.getMethod("kind").getDeclaringClass() == Recorded.class && !isOfTests(event)) {
                kinds.put(event.getName().substring(ROOT.length()), StoredKinds.of(event));
            }
        }
        return kinds;
    }

    private static boolean isOfTests(Class<?> event) {
        return event.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }
}
