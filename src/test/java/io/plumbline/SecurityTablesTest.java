package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/asvs.md are complete and name only what exists. After a changed status, run this with
 * -Dplumbline.docs.write=true.
 */
class SecurityTablesTest {
    private static final Path DOCUMENT = Path.of("docs/asvs.md");
    private static final DocumentPart COUNTS = new DocumentPart(DOCUMENT, "counts", SecurityTablesTest.class);

    /** Its paths have the same meaning. */
    private static final Path GUARANTEES = Path.of("docs/security.md");

    /** The number and level of each requirement of levels 1 and 2, as in the release 5.0.0. */
    private static final Path REQUIREMENTS = Path.of("src/test/resources/asvs-5.0.0.csv");

    private static final Path ROOMS = Path.of("src/main/java/io/plumbline");
    private static final Path TESTS = Path.of("src/test/java");

    private static final List<String> STATUSES = List.of("met", "partly", "not met", "not applicable");

    /** A row of one requirement, or of several that follow each other: 10.1.1–10.1.2. */
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+)\\.(\\d+)(?:–(\\d+\\.\\d+)\\.(\\d+))? (.*) \\|");

    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Predicate<String> A_TEST =
            Pattern.compile("[A-Z]\\w*(Test|IT)(#\\w+)?").asMatchPredicate();
    private static final Predicate<String> A_CLASS =
            Pattern.compile("[a-z]+(/[a-z]+)*/[A-Z]\\w*(\\.[a-z]\\w*)?").asMatchPredicate();
    private static final Predicate<String> A_FILE =
            Pattern.compile("[.\\w-]+(/[.\\w-]+)*\\.(js|yml|properties)").asMatchPredicate();

    /** The requirements of one row, with what the table says of them. */
    private record Row(String section, List<String> requirements, String level, String status, String evidence) {}

    @Test
    void noRequirementIsLeftOutOrSaidTwice() {
        var expected =
                lines(REQUIREMENTS).skip(1).map(line -> line.split(",")[0]).toList();
        assertThat(rows().stream().flatMap(row -> row.requirements().stream()).toList())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void eachRowHasTheLevelOfItsRequirements() {
        var levels = lines(REQUIREMENTS)
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        assertThat(rows()).allSatisfy(row -> assertThat(row.level())
                .as(row.toString())
                .isEqualTo(row.requirements().stream()
                        .map(levels::get)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("–"))));
    }

    @Test
    void eachRowIsInItsChapterAndHasAStatusWithAReason() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.section())
                    .as(row.toString())
                    .startsWith("## V" + row.requirements().getFirst().split("\\.")[0] + " ");
            assertThat(row.status()).as(row.toString()).isIn(STATUSES);
            assertThat(row.evidence()).as(row.toString()).isNotBlank();
        });
    }

    @Test
    void whatIsMetNamesItsTestOrSaysThatItIsNotTested() {
        assertThat(rows().stream().filter(row -> row.status().equals("met")).toList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(named(row.evidence()).anyMatch(A_TEST)
                                || row.evidence().matches("(?is).*not tested.*"))
                        .as(row.toString())
                        .isTrue());
    }

    @Test
    void everyNamedTestExists() throws IOException {
        var tests = testsByName();
        var named = named(text()).filter(A_TEST).toList();
        assertThat(named).isNotEmpty();
        assertThat(named.stream().filter(name -> !exists(name.split("#"), tests)))
                .isEmpty();
    }

    private static boolean exists(String[] classAndMethod, Map<String, Path> tests) {
        var file = tests.get(classAndMethod[0]);
        return file != null
                && (classAndMethod.length == 1
                        || Pattern.compile("(void|ArchRule) " + classAndMethod[1] + "\\b")
                                .matcher(read(file))
                                .find());
    }

    @Test
    void everyNamedClassAndFileExists() {
        var names = Stream.of(DOCUMENT, GUARANTEES)
                .flatMap(page -> named(read(page)))
                .toList();
        var paths = Stream.concat(
                        names.stream().filter(A_CLASS).map(name -> ROOMS.resolve(name.split("\\.")[0] + ".java")),
                        names.stream().filter(A_FILE).map(Path::of))
                .toList();
        assertThat(paths).isNotEmpty();
        assertThat(paths.stream().filter(path -> !Files.exists(path))).isEmpty();
    }

    @Test
    void theCountsAreThoseOfTheTables() throws IOException {
        COUNTS.compareOrWrite(counts());
    }

    private static String counts() {
        var rows = rows();
        return "| status | requirements |\n| --- | --- |\n"
                + STATUSES.stream()
                        .map(status -> line(
                                status, rows.stream().filter(row -> row.status().equals(status))))
                        .collect(Collectors.joining())
                + line(
                        "of *met*: without any test",
                        rows.stream()
                                .filter(row -> row.status().equals("met")
                                        && named(row.evidence()).noneMatch(A_TEST)))
                + line("in all", rows.stream());
    }

    private static String line(String what, Stream<Row> rows) {
        return "| " + what + " | "
                + rows.mapToInt(row -> row.requirements().size()).sum() + " |\n";
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var section = "";
        for (var line : lines(DOCUMENT).toList()) {
            if (line.startsWith("## ")) {
                section = line;
            }
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row(section, row.toMatchResult()));
            }
        }
        return rows;
    }

    private static Row row(String section, MatchResult row) {
        var cells = Arrays.stream(row.group(5).split("\\|")).map(String::strip).toList();
        assertThat(cells).as(row.group()).hasSize(4);
        if (row.group(3) != null) {
            assertThat(row.group(3)).as(row.group()).isEqualTo(row.group(1));
        }
        var first = Integer.parseInt(row.group(2));
        var last = row.group(4) == null ? first : Integer.parseInt(row.group(4));
        var requirements = IntStream.rangeClosed(first, last)
                .mapToObj(number -> row.group(1) + "." + number)
                .toList();
        return new Row(section, requirements, cells.get(1), cells.get(2), cells.get(3));
    }

    private static Stream<String> named(String text) {
        return NAMED.matcher(text).results().map(name -> name.group(1));
    }

    private static Map<String, Path> testsByName() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String text() {
        return read(DOCUMENT);
    }

    private static Stream<String> lines(Path file) {
        return read(file).lines();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
