package io.plumbline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The dry run prints one JSON object, or one sentence beside it and a status that says so. */
class ImportAnswersDryRunCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void thePageIsPrintedAsOneJsonObject() throws Exception {
        var file = Files.writeString(folder.resolve("page.txt"), AnswerPageParserTest.testPage());
        assertThat(run(file.toString(), "--dry-run")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        var page = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(page.propertyNames()).containsExactly("question", "answers", "notUnderstood");
        var first = page.get("answers").get(0);
        assertThat(first.propertyNames()).containsExactly("author", "city", "state", "date", "text", "flags");
        assertThat(first.get("date").asString()).isEqualTo("2012-02-21");
        assertThat(first.get("state").asString()).isEqualTo("AZ");
        assertThat(page.get("answers").get(12).get("flags").toString()).isEqualTo("[\"EMPTY\"]");
    }

    @Test
    void theOptionMayPrecedeTheFile() throws Exception {
        var file = Files.writeString(folder.resolve("page.txt"), AnswerPageParserTest.testPage());
        assertThat(run("--dry-run", file.toString())).isZero();
    }

    @Test
    void anUnreadableFileIsReportedInOneSentence() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.txt"), " \r\n");
        var latin = Files.write(folder.resolve("latin.txt"), "Zoë".getBytes(StandardCharsets.ISO_8859_1));
        refused("There is no file " + folder.resolve("none.txt"), folder.resolve("none.txt"));
        refused(empty + " is empty.", empty);
        refused(latin + " is not written in UTF-8", latin);
        refused(folder + " is no file.", folder);
    }

    @Test
    void aMissingFileArgumentPrintsTheUsage() {
        assertThat(run("--dry-run")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ./portal import-answers FILE");
    }

    @Test
    void theDryRunOptionSelectsTheCommand() {
        assertThat(ImportAnswersDryRunCommand.isCalledBy(new String[] {"import-answers", "a", "--dry-run"}))
                .isTrue();
        assertThat(ImportAnswersDryRunCommand.isCalledBy(new String[] {"import-answers", "a"}))
                .isFalse();
        assertThat(ImportAnswersDryRunCommand.isCalledBy(new String[] {"--dry-run"}))
                .isFalse();
        assertThat(ImportAnswersDryRunCommand.isCalledBy(new String[] {})).isFalse();
    }

    private void refused(String sentence, Path file) {
        out.reset();
        err.reset();
        assertThat(run(file.toString(), "--dry-run")).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(sentence);
    }

    private int run(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "import-answers";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ImportAnswersDryRunCommand.of(all, new PrintStream(out), new PrintStream(err));
    }
}
