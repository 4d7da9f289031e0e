package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./portal test} runs each of its parts, and fails whichever of them does. Maven is a stand-in here. */
@DisabledOnOs(OS.WINDOWS)
class EverydayRunTest {
    private static final String H2 = "surefire:test@default-test";
    private static final String MYSQL = "surefire:test@mysql";
    private static final String JAR = "failsafe:integration-test@jar";
    private static final String BROWSER = "failsafe:integration-test@browser";

    /** Says that it was called, and fails where it is told to. */
    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9' && exit; fi
            echo "$*" >>"%s"
            case "$*" in *"%s"*) exit 1 ;; esac
            """;

    @TempDir
    Path folder;

    private Path called;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        called = folder.resolve("called");
        Files.copy(Path.of("portal"), folder.resolve("portal"));
    }

    @Test
    void allPartsAreRunThatAllPass() throws Exception {
        assertThat(runWithFailing("nothing")).isZero();
        assertThat(Files.readString(called)).contains(H2, MYSQL, JAR, BROWSER, "-Ptestbench");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, MYSQL, JAR, BROWSER})
    void aPartThatFailsFailsTheRunAndHidesNoOther(String part) throws Exception {
        assertThat(runWithFailing(part)).isNotZero();
        assertThat(Files.readString(called)).contains(H2, MYSQL, JAR, BROWSER);
    }

    @Test
    void whatCannotBeBuiltIsNotTested() throws Exception {
        assertThat(runWithFailing(" verify ")).isNotZero();
        assertThat(Files.readString(called)).doesNotContain(H2, MYSQL, JAR, BROWSER);
    }

    private int runWithFailing(String words) throws Exception {
        var maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, MAVEN.formatted(called, words));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        var run = new ProcessBuilder("sh", "portal", "test")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        var settings = run.environment();
        settings.put("PATH", maven.getParent() + ":" + settings.get("PATH"));
        settings.put("JAVA_HOME", System.getProperty("java.home"));
        // so that nothing is looked for, and nothing installed
        settings.put("CHROMIUM_PATH", maven.toString());
        settings.put("TEST_MYSQL_URL", "jdbc:mysql://127.0.0.1:3306/");
        return run.start().waitFor();
    }
}
