package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No list, look-up or rail reads the newest rows and concludes that there are no others. Every place that reads at most so
 * many rows stands in a table with how it is answered; a new one is answered before it is built.
 */
class EveryLimitSaysWhatItHidesTest {
    private static final Path MAIN = Path.of("src/main/java/io/plumbline");
    private static final Path TABLE = Path.of("src/test/resources/limits.csv");

    private static final Pattern LIMIT = Pattern.compile(
            "Limit\\.(of|unlimited)\\(|PageRequest|setMaxResults|\\blimit (\\?|:\\w|%s|[0-9])|\\.limit\\(");

    private static final Pattern NO_CODE = Pattern.compile("\\s*(\\*|//|/\\*|import ).*");

    /** How a place is answered that reads at most so many rows. */
    private enum Answer {
        /** The next page follows. */
        PAGES,
        /** It says that it is cut, or how many there are. */
        SAYS,
        /** It asks for the newest one, or whether there is one. */
        ONE,
        /** A job takes the rest in its next turn. */
        JOB,
        /** The choices of a field, which typing narrows. */
        FIELD,
        /** A rule keeps the number far below the limit. */
        FEW,
        /** No stored rows are limited. */
        NONE
    }

    @Test
    void everyPlaceIsInTheTable() throws IOException {
        var answered = new TreeMap<String, Long>();
        for (var row : table()) {
            answered.put(row.file(), row.places());
            assertThat(row.why()).as(row.file()).hasSizeGreaterThan(15);
        }
        assertThat(places()).isEqualTo(answered);
    }

    @Test
    void aListOfThePatientsPageIsNotOfThoseOfWhichThereAreFewOnly() throws IOException {
        assertThat(table())
                .filteredOn(row -> row.file().contains("Timeline") || row.file().startsWith("notes/NoteReader"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.answer()).as(row.file()).isIn(Answer.PAGES, Answer.SAYS));
    }

    private static TreeMap<String, Long> places() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(EveryLimitSaysWhatItHidesTest::limits)
                    .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        }
    }

    private static Stream<String> limits(Path file) {
        var name = MAIN.relativize(file).toString().replace('\\', '/').replace(".java", "");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !NO_CODE.matcher(line).matches())
                    .filter(line -> LIMIT.matcher(line).find())
                    .map(line -> name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String file, long places, Answer answer, String why) {}

    private static List<Row> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .map(cells -> new Row(cells[0], Long.parseLong(cells[1]), Answer.valueOf(cells[2]), cells[3]))
                .toList();
    }
}
